import { describe, expect, it } from 'vitest';
import type { HeadTaps } from '~/model/design/consultation';
import { NO_CORRECTION, NO_PLACEMENT } from '~/model/design/head-correction';
import { fitTogether } from '~/model/fit/heads-of';
import type { ViewOfHead } from '~/model/fit/heads-of';
import type { FittedViews } from '~/model/fit/view-to-fit';
import { layByMarks, layUnasked } from '~/model/laying/lay-head';
import type { HeadView } from '~/model/laying/view-priors';
import { quantile } from '~/model/maths/quantile';
import { besideLine } from '../../../tools/lab/drawn-line';
import { seriesPhotos } from '../../support/series';
import type { SeriesPhoto } from '../../support/series';

/** What somebody who looks at the pictures taps where no face is found, px. */
const TAPS: Readonly<Record<string, readonly [view: HeadView, taps: HeadTaps]>> = {
  series_prof_l: ['left', { leftEar: { xPx: 467, yPx: 599 }, crown: { xPx: 560, yPx: 305 } }],
  series_prof_r: ['right', { rightEar: { xPx: 333, yPx: 599 }, crown: { xPx: 240, yPx: 305 } }],
  series_back: ['back', { crown: { xPx: 400, yPx: 328 }, leftEar: { xPx: 208, yPx: 588 } }],
};

/** A photo of the head as the app has it: a head without a face laid on by its outline, and then by two taps. */
function viewOf({ name, reading }: SeriesPhoto): ViewOfHead {
  const plain = { reading, knownLength: null, marks: [] };
  if (!(name in TAPS)) return { ...plain, head: NO_CORRECTION, laid: NO_PLACEMENT, laidBy: null };
  const [view, taps] = TAPS[name];
  const { photo, outline } = reading;
  if (outline === null) throw new Error(`${name} has no outline`);
  const on = { photo, build: 'men', outline, view } as const;
  const first = layUnasked(on, view);
  if (first === null) throw new Error(`no head was laid on ${name}`);
  const head = layByMarks(on, taps, first.head);
  return { ...plain, head, laid: head, laidBy: taps };
}

const photos = seriesPhotos();
const fitted = (names: readonly string[]): readonly [readonly SeriesPhoto[], FittedViews] => {
  const some = photos.filter(({ name }) => names.includes(name));
  return [some, fitTogether(some.map(viewOf), 'men')];
};

/**
 * How far beside the person's true hairline it lies in each other photo where it is drawn along it in the first, mm at the head, 95th
 * percentile of the places that both show.
 */
function besideMm(names: readonly string[]): Readonly<Record<string, number>> {
  const [some, { views }] = fitted(names);
  const [first, ...others] = some.map((photo, i) => ({ ...photo, fit: views[i].fit }));
  return Object.fromEntries(
    others.map((other) => {
      const off = besideLine(first, other, other.mmPerPx);
      return [other.name, off.length < 8 ? NaN : quantile(off, 0.95)];
    }),
  );
}

/**
 * The goal is 2 mm everywhere (95th percentile); these are what is reached, and a quarter of a mm. What is left is mostly how far the
 * head is turned in each photo, by 1 to 2° (docs/model.md, Several photos).
 */
const REACHED_MM: readonly (readonly [string, Readonly<Record<string, number>>])[] = [
  ['six photos', { series_obl_l: 1.3, series_obl_r: 2.6, series_prof_l: 4, series_prof_r: 2.6 }],
  ['front and profiles', { series_prof_l: 3.1, series_prof_r: 2.9 }],
  ['front and obliques', { series_obl_l: 2, series_obl_r: 3.7 }],
];

describe('a line drawn in the front photo of a series lies on the same skin in the others', () => {
  it.each(REACHED_MM)('of %s', (set, reached) => {
    const names = set === 'six photos' ? photos.map(({ name }) => name) : ['series_front', ...Object.keys(reached)];
    const mm = besideMm(names);
    for (const [name, most] of Object.entries(reached)) expect(mm[name], name).toBeLessThan(most);
  });
});
