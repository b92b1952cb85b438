import { expect, test } from 'vitest';
import { encodeComparison } from '~/io/encode-comparison';
import { paintNothing } from '~/io/encode-picture';
import type { PartToPaint } from '~/io/encode-picture';
import type { Photo } from '~/io/photo';
import { pixelsOf } from './pixels-of';

const WORDS = {
  bare: 'Before',
  treated: 'Simulated: 5 years',
  strip: ['28 November 2026 · Design 7F3K9QRT', 'An illustration.'],
};
const FULL = { widthPx: 600, heightPx: 800 };

/** A photo whose red grows to the right and whose green grows downwards, worked on at half of its size. */
async function ramps(): Promise<Photo> {
  const canvas = new OffscreenCanvas(FULL.widthPx, FULL.heightPx);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This browser has no canvas.');
  const pixels = new ImageData(FULL.widthPx, FULL.heightPx);
  for (let at = 0; at < FULL.widthPx * FULL.heightPx; at++) {
    const [x, y] = [at % FULL.widthPx, Math.floor(at / FULL.widthPx)];
    pixels.data.set([(255 * x) / FULL.widthPx, (255 * y) / FULL.heightPx, 90, 255], 4 * at);
  }
  pen.putImageData(pixels, 0, 0);
  const file = await canvas.convertToBlob({ type: 'image/png' });
  const working = await createImageBitmap(canvas, { resizeWidth: 300, resizeHeight: 400 });
  return { working, size: { widthPx: 300, heightPx: 400 }, full: FULL, file, name: 'Jane Miller.png', focalPx: null };
}

/** The photo's own pixels with no blue: seen apart from the bare side, in the same place. */
const paint = (part: PartToPaint): Uint8ClampedArray => paintNothing(part).map((value, i) => (i % 4 === 2 ? 0 : value));

test('at the photo’s own size: its pixels on the left, treated ones on the right, words below', async () => {
  const photo = await ramps();
  // Tiles that do not divide the photo.
  const made = await encodeComparison(photo, paint, null, WORDS, { format: 'png', partPx: 250 });
  if (!made.ok) throw new Error(made.problem);
  const { at, width, height } = await pixelsOf(made.value.blob);
  expect([width, height]).toEqual([made.value.size.widthPx, made.value.size.heightPx]);
  const right = width - FULL.widthPx;
  for (const [x, y] of [
    [10, 10],
    [249, 251],
    [431, 502],
    [598, 600],
  ]) {
    const [red, green, blue] = at(x, y);
    expect(Math.abs(red - (255 * x) / FULL.widthPx)).toBeLessThan(1);
    expect(Math.abs(green - (255 * y) / FULL.heightPx)).toBeLessThan(1);
    expect(blue).toBe(90);
    expect(at(right + x, y)).toEqual([...at(x, y).slice(0, 2), 0]);
  }
  expect(height).toBeGreaterThan(FULL.heightPx + 30);
});

test('1080 × 1350: both sides show the same part, at the scale of the panel', async () => {
  const photo = await ramps();
  const box = { left: 60, top: 40, width: 150, height: 200 };
  const made = await encodeComparison(
    photo,
    paint,
    (_, size) => ({ ...box, height: (box.width * size.heightPx) / size.widthPx }),
    WORDS,
    { format: 'jpeg', partPx: 2048 },
  );
  if (!made.ok) throw new Error(made.problem);
  expect(made.value.blob.type).toBe('image/jpeg');
  const { at, width, height } = await pixelsOf(made.value.blob);
  expect([width, height]).toEqual([1080, 1350]);
  const [x, y] = [270, 300];
  const [red, green] = at(x, y);
  expect(red).toBeCloseTo((255 * (60 + (150 * x) / 537)) / 300, -0.9);
  expect(green).toBeCloseTo((255 * (40 + (150 * y) / 537)) / 400, -0.9);
  const treated = at(543 + x, y);
  expect(Math.abs(treated[0] - red)).toBeLessThan(5);
  expect(Math.abs(treated[1] - green)).toBeLessThan(5);
  expect(treated[2]).toBeLessThan(12);
});

test('a lost card gives no half picture, and one that nobody wants none at all', async () => {
  const photo = await ramps();
  const lost = await encodeComparison(photo, () => null, null, WORDS, { format: 'png', partPx: 2048 });
  expect(lost).toEqual({ ok: false, problem: 'cardLost' });
  const signal = AbortSignal.abort();
  expect(await encodeComparison(photo, paint, null, WORDS, { format: 'png', partPx: 250, signal })).toEqual({
    ok: false,
    problem: 'aborted',
  });
});

test('where no canvas holds it at full size it is smaller, and that is told', async () => {
  const photo = await ramps();
  const wide = { ...photo, full: { widthPx: 6000, heightPx: 8000 } };
  const holds = ({ widthPx }: { widthPx: number }): boolean => widthPx < 4000;
  const made = await encodeComparison(wide, paint, null, WORDS, { format: 'jpeg', partPx: 2048, holds });
  expect(made.ok && made.value.reduced && made.value.size.widthPx < 4000).toBe(true);
});
