import { expect, test } from 'vitest';
import { openPhoto } from '~/io/decode-photo';
import { strippedPhoto } from '~/io/stripped-photo';
import { turnPhoto } from '~/io/turn-photo';
import { ORIENTATIONS, turnedPlace, turnedSize } from '~/model/base/orientation';
import { blobOf, bytesOf, encoded, firstDifference, noisy, pixelsOf, turnedJpeg } from '../support/picture-bytes';

/** What the pixels of a picture are when it is turned, moved one by one. */
function turnedPixels(
  pixels: Uint8ClampedArray,
  size: { widthPx: number; heightPx: number },
  by: (typeof ORIENTATIONS)[number],
) {
  const out = new Uint8ClampedArray(pixels.length);
  const { widthPx } = turnedSize(size, by);
  for (let y = 0; y < size.heightPx; y++)
    for (let x = 0; x < size.widthPx; x++) {
      const to = turnedPlace({ xPx: x + 0.5, yPx: y + 0.5 }, size, by);
      const from = 4 * (y * size.widthPx + x);
      out.set(pixels.subarray(from, from + 4), 4 * (Math.floor(to.yPx) * widthPx + Math.floor(to.xPx)));
    }
  return out;
}

const noise = noisy(90, 66);
const FILES = {
  'a JPEG': () => encoded(noise, 'image/jpeg'),
  'a JPEG that is marked as turned': async () =>
    blobOf(turnedJpeg(await bytesOf(await encoded(noise, 'image/jpeg')), 6)),
  'a square JPEG': () => encoded(noisy(80, 80), 'image/jpeg'),
  'a PNG': () => encoded(noise, 'image/png'),
  'a WebP': () => encoded(noise, 'image/webp'),
};

test.each(Object.entries(FILES))(
  '%s, turned every way: the very pixels, and those of the kept copy',
  async (name, file) => {
    const opened = await openPhoto(await file());
    if (!opened.ok) throw new Error(opened.problem.kind);
    const photo = { ...opened.value, name: 'head', focalPx: 321 };
    for (const by of ORIENTATIONS) {
      const turned = await turnPhoto(photo, by);
      if (turned === null) throw new Error('not turned');
      expect(turned).toMatchObject({ full: turnedSize(photo.full, by), turned: by, name: 'head', focalPx: 321 });
      const wanted = turnedPixels(pixelsOf(photo.working), photo.size, by);
      expect(firstDifference(pixelsOf(turned.working), wanted), `orientation ${by}`).toBe(-1);
      const kept = await strippedPhoto(turned);
      if (kept === null) throw new Error('not kept');
      expect(firstDifference(pixelsOf(await createImageBitmap(kept)), wanted), `kept, ${by}`).toBe(-1);
      expect(kept.type === 'image/jpeg', 'bytes of a JPEG are kept').toBe(name.includes('JPEG'));
    }
  },
);

test('turned again and again it stays the same pixels', async () => {
  const opened = await openPhoto(await FILES['a JPEG']());
  if (!opened.ok) throw new Error(opened.problem.kind);
  let photo = opened.value;
  for (const by of [6, 6, 2, 6, 6, 2] as const) {
    const turned = await turnPhoto(photo, by);
    if (turned === null) throw new Error('not turned');
    photo = turned;
  }
  expect(photo.turned).toBe(1);
  expect(firstDifference(pixelsOf(photo.working), pixelsOf(opened.value.working))).toBe(-1);
});
