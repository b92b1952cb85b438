import { existsSync, readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { PointPx, SizePx } from '~/model/base/units';
import { correctHead, placeByHand } from '~/model/fit/place-by-hand';
import { layByMarks, layUnasked } from '~/model/laying/lay-head';
import type { Marks } from '~/model/laying/lay-by-marks';
import type { HeadView } from '~/model/laying/view-priors';
import type { OutlineMask } from '~/model/raster/photo-map';
import { geometryOf } from '../../../tools/lab/measure-geometry';
import { truthOf, truthOfFixture } from '../../../tools/lab/truth';
import type { FixtureTruth, HeadTruth } from '../../../tools/lab/truth';

const FIXTURES = 'tests/fixtures/heads/';
const SHARED = '../shared/heads2/';

/** Rendered heads without a face in sight; marks where somebody who looks at the picture taps, px (the crown where it
 * truly is: on a bald head it is not to be seen). Limits in mm, median over the scalp in sight. */
interface Case {
  readonly folder: string;
  readonly name: string;
  readonly view: HeadView;
  readonly marks: Marks;
  /** Of the first guess. */
  readonly first: number;
  readonly marked: number;
}

const at = (xPx: number, yPx: number): PointPx => ({ xPx, yPx });
const CASES: readonly Case[] = [
  {
    folder: FIXTURES,
    name: 'head_t2_topback',
    view: 'back',
    marks: { crown: at(702, 532), leftEar: at(366, 854) },
    // Bowed to the camera by 36°, which an outline from behind does not tell: the goal of 10 mm is not reached.
    first: 36,
    marked: 6,
  },
  {
    folder: SHARED,
    name: 'series_prof_l',
    view: 'left',
    marks: { leftEar: at(467, 599), crown: at(560, 305) },
    first: 10,
    marked: 4,
  },
  {
    folder: SHARED,
    name: 'series_prof_r',
    view: 'right',
    marks: { rightEar: at(333, 599), crown: at(240, 305) },
    first: 10,
    marked: 4,
  },
  {
    folder: SHARED,
    name: 'series_top',
    view: 'top',
    marks: { leftEar: at(480, 441), rightEar: at(121, 440) },
    first: 10,
    marked: 4,
  },
  {
    folder: SHARED,
    name: 'series_back',
    view: 'back',
    marks: { crown: at(400, 328), leftEar: at(208, 588) },
    first: 4,
    marked: 5,
  },
];

/** The head's own mask as the outline of a person, of about 256 samples along the longer side; ears are in it, clothes are not. */
function outlineOf(path: string, photo: SizePx): OutlineMask {
  const png = PNG.sync.read(readFileSync(path));
  const pxPerSample = Math.max(photo.widthPx, photo.heightPx) / 256;
  const columns = Math.ceil(photo.widthPx / pxPerSample);
  const rows = Math.ceil(photo.heightPx / pxPerSample);
  const confidence = Uint8Array.from({ length: columns * rows }, (_, k) => {
    const x = Math.floor((((k % columns) + 0.5) * pxPerSample * png.width) / photo.widthPx);
    const y = Math.floor(((Math.floor(k / columns) + 0.5) * pxPerSample * png.height) / photo.heightPx);
    return x < png.width && y < png.height ? (png.data[4 * (y * png.width + x)] ?? 0) : 0;
  });
  return { columns, rows, leftPx: 0, topPx: 0, pxPerSample, confidence };
}

function truthIn(folder: string, name: string): { readonly truth: HeadTruth; readonly photo: SizePx } {
  const text = readFileSync(`${folder}${name}.json`, 'utf8');
  if (folder === FIXTURES) {
    const fixture = JSON.parse(text) as FixtureTruth & { readonly photo: SizePx };
    return { truth: truthOfFixture(fixture), photo: fixture.photo };
  }
  const { image } = JSON.parse(text) as { readonly image: { readonly width: number; readonly height: number } };
  return { truth: truthOf(text), photo: { widthPx: image.width, heightPx: image.height } };
}

describe.each(CASES)('$name, of which no face is seen', ({ folder, name, view, marks, first, marked }) => {
  const isThere = existsSync(`${folder}${name}.json`);
  const setUp = () => {
    const { truth, photo } = truthIn(folder, name);
    const outline = outlineOf(`${folder}${name}-mask.png`, photo);
    const guessed = layUnasked({ photo, build: 'men', outline }, null);
    const laid = layUnasked({ photo, build: 'men', outline }, view);
    if (laid === null || guessed === null) throw new Error('no head was laid on it');
    return { truth, photo, outline, laid, guessed };
  };
  const off = (truth: HeadTruth, photo: SizePx, head: Parameters<typeof correctHead>[1]): number =>
    geometryOf(correctHead(placeByHand(photo, 'men'), head), truth).wholeMm?.[0] ?? Infinity;

  it.runIf(isThere)('is taken for the view that it is, and lies on the person before anybody tapped', () => {
    const { truth, photo, laid, guessed } = setUp();
    const mm = off(truth, photo, laid.head);
    console.info(`${name}: first guess ${guessed.view}, ${mm.toFixed(1)} mm off (median)`);
    // Without the shoulders, which are not in its mask, a head from above is taken for one from behind.
    if (view !== 'top') expect(guessed.view).toBe(view);
    expect(mm).toBeLessThan(first);
  });

  it.runIf(isThere)('lies right after two taps, also where they are 3 mm beside the mark', () => {
    const { truth, photo, outline, laid } = setUp();
    const on = { photo, build: 'men', outline, view } as const;
    const mm = off(truth, photo, layByMarks(on, marks, laid.head));
    const slip = (3 * truth.focalPx) / Math.hypot(...truth.translationMm);
    const slipped = [-slip, slip].flatMap((dx) =>
      [-slip, slip].map((dy) => {
        const beside = Object.fromEntries(
          Object.entries(marks).map(([mark, { xPx, yPx }], i) => [mark, at(xPx + dx, yPx + (i === 0 ? dy : -dy))]),
        );
        return off(truth, photo, layByMarks(on, beside, laid.head));
      }),
    );
    console.info(
      `${name}: two taps ${mm.toFixed(1)} mm off, slipped by 3 mm at most ${Math.max(...slipped).toFixed(1)}`,
    );
    expect(mm).toBeLessThan(marked);
    expect(Math.max(...slipped)).toBeLessThan(marked + 5);
  });
});
