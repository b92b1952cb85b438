import { describe, expect, it } from 'vitest';
import type { HeadTaps } from '~/model/design/consultation';
import { NO_CORRECTION, NO_PLACEMENT } from '~/model/design/head-correction';
import { fitTogether } from '~/model/fit/heads-of';
import type { ViewOfHead } from '~/model/fit/heads-of';
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

/** A photo of the head as the app has it: a head without a face laid on by its outline, and then by two taps where somebody `taps`. */
function viewOf({ name, reading }: SeriesPhoto, taps: boolean): ViewOfHead {
  const plain = { reading, knownLength: null, marks: [] };
  if (!(name in TAPS)) return { ...plain, head: NO_CORRECTION, laid: NO_PLACEMENT, laidBy: null };
  const [view, tapped] = TAPS[name];
  const { photo, outline } = reading;
  if (outline === null) throw new Error(`${name} has no outline`);
  const on = { photo, build: 'men', outline, view } as const;
  const first = layUnasked(on, view);
  if (first === null) throw new Error(`no head was laid on ${name}`);
  if (!taps) return { ...plain, head: first.head, laid: first.head, laidBy: null };
  const head = layByMarks(on, tapped, first.head);
  return { ...plain, head, laid: head, laidBy: tapped };
}

const photos = seriesPhotos();
const blind = ({ reading, ...photo }: SeriesPhoto): SeriesPhoto => {
  const { photo: size, face, outline, focalPx } = reading;
  return { ...photo, reading: { photo: size, face, outline, focalPx } };
};

/**
 * How far beside the person's true hairline it lies in one photo where it is drawn along it in another, mm at the head, 95th percentile
 * of the places that both show. From behind it is seen at the neck alone, where no head is.
 */
function besideMm(some: readonly SeriesPhoto[], taps: boolean): ReadonlyMap<string, number> {
  const { views } = fitTogether(
    some.map((photo) => viewOf(photo, taps)),
    'men',
  );
  const all = some.map((photo, i) => ({ ...photo, fit: views[i].fit })).filter(({ name }) => name !== 'series_back');
  const short = (name: string): string => name.replace('series_', '');
  return new Map(
    all.flatMap((drawn) =>
      all.flatMap((other): (readonly [string, number])[] => {
        const off = other === drawn ? [] : besideLine(drawn, other, other.mmPerPx);
        return off.length < 8 ? [] : [[`${short(drawn.name)} to ${short(other.name)}`, quantile(off, 0.95)]];
      }),
    ),
  );
}

const GOAL_MM = 2;
/**
 * The goal is 2 mm everywhere; what misses it is named with what is reached and a quarter of a mm. From the front the temples are seen at
 * a slant: there 0.4 mm of the skull are 2 on the line.
 */
const REACHED_MM: readonly (readonly [
  set: string,
  shown: readonly string[],
  taps: boolean,
  count: number,
  misses: Readonly<Record<string, number>>,
])[] = [
  [
    'six photos',
    ['front', 'obl_l', 'obl_r', 'prof_l', 'prof_r', 'back'],
    true,
    14,
    { 'front to prof_l': 2.4, 'front to prof_r': 2.6, 'prof_r to front': 2.2 },
  ],
  [
    'six photos that nobody taps',
    ['front', 'obl_l', 'obl_r', 'prof_l', 'prof_r', 'back'],
    false,
    14,
    { 'front to prof_l': 2.4, 'front to prof_r': 2.6, 'prof_r to front': 2.2 },
  ],
  [
    'front and profiles',
    ['front', 'prof_l', 'prof_r'],
    true,
    4,
    { 'front to prof_l': 3.1, 'front to prof_r': 2.9, 'prof_l to front': 2.8, 'prof_r to front': 2.9 },
  ],
  ['front and obliques', ['front', 'obl_l', 'obl_r'], true, 6, {}],
];

describe('a line drawn in one photo of a series lies on the same skin in the others', () => {
  it.each(REACHED_MM)('of %s', (_, shown, taps, count, misses) => {
    const some = photos.filter(({ name }) => shown.some((one) => name === `series_${one}`));
    const mm = besideMm(some, taps);
    expect(mm.size).toBe(count);
    for (const [pair, off] of mm) expect(off, pair).toBeLessThan(misses[pair] ?? GOAL_MM);
  });

  it('by the skin that they have in common: without it one of two obliques is more than 3 mm off', () => {
    const some = photos.filter(({ name }) => /front|obl/.test(name)).map(blind);
    expect(Math.max(...besideMm(some, false).values())).toBeGreaterThan(3);
  });
});
