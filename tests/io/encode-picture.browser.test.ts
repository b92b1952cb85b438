import { expect, test } from 'vitest';
import { encodePicture, paintNothing, sizesToTry, type PartToPaint } from '~/io/encode-picture';
import { openPhoto } from '~/io/decode-photo';
import type { Photo } from '~/io/photo';
import { pngChunks, jpegSegments } from '~/bytes/picture-structure';
import { readPatch, readPixels } from '~/io/read-pixels';
import { strippedPhoto } from '~/io/stripped-photo';
import {
  bytesOf,
  colourAt,
  encoded,
  firstDifference,
  noisy,
  pixelsOf,
  quarters,
  tellingJpeg,
  withChunk,
  ascii,
} from '../support/picture-bytes';

async function photoOf(file: Blob): Promise<Photo> {
  const result = await openPhoto(file);
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
}

const decoded = async (blob: Blob): Promise<Uint8ClampedArray> => pixelsOf(await createImageBitmap(blob));

const told = async (orientation: number): Promise<Blob> =>
  new Blob([tellingJpeg(await bytesOf(await encoded(noisy(300, 200), 'image/jpeg')), orientation, 50)]);

test('a PNG in parts keeps every pixel of the photo, at its size, with no metadata', async () => {
  const file = await told(6);
  const photo = await photoOf(file);
  const parts: string[] = [];
  const paint = (part: PartToPaint): Uint8ClampedArray => {
    parts.push(`${part.leftPx},${part.topPx} ${part.photo.width}×${part.photo.height} at ${part.scale}`);
    return paintNothing(part);
  };
  const result = await encodePicture(photo, paint, { format: 'png', partPx: 128 });
  if (!result.ok) throw new Error(result.problem);
  const { blob, size, reduced } = result.value;
  expect(size).toEqual({ widthPx: 200, heightPx: 300 });
  expect(reduced).toBe(false);
  expect(parts).toEqual([
    '0,0 128×128 at 1',
    '128,0 72×128 at 1',
    '0,128 128×128 at 1',
    '128,128 72×128 at 1',
    '0,256 128×44 at 1',
    '128,256 72×44 at 1',
  ]);
  expect(firstDifference(await decoded(blob), await decoded(file))).toBe(-1);
  const chunks = [...pngChunks(await bytesOf(blob))].map(({ type }) => type);
  expect(
    chunks.filter((type) => !['IHDR', 'sRGB', 'gAMA', 'cHRM', 'iCCP', 'sBIT', 'IDAT', 'IEND'].includes(type)),
  ).toEqual([]);
});

test('a browser that reads canvases with a little noise saves a picture all the same', async () => {
  const photo = await photoOf(await told(1));
  const own = Object.getOwnPropertyDescriptor(OffscreenCanvasRenderingContext2D.prototype, 'getImageData');
  const read = own?.value as (this: object, sx: number, sy: number, sw: number, sh: number) => ImageData;
  // As browsers do that do not want anybody to be known by how they draw.
  OffscreenCanvasRenderingContext2D.prototype.getImageData = function (...[sx, sy, sw, sh]) {
    const image = read.call(this, sx, sy, sw, sh);
    image.data.forEach((value, i) => (image.data[i] = value ^ 1));
    return image;
  };
  try {
    const result = await encodePicture(photo, paintNothing, { format: 'jpeg', partPx: 512 });
    expect(result).toMatchObject({ ok: true, value: { size: { widthPx: 300, heightPx: 200 } } });
  } finally {
    Object.defineProperty(OffscreenCanvasRenderingContext2D.prototype, 'getImageData', own ?? {});
  }
});

test('what a browser adds to the files of its canvases is taken off', async () => {
  const photo = await photoOf(await told(1));
  const own = Object.getOwnPropertyDescriptor(OffscreenCanvas.prototype, 'convertToBlob');
  const make = own?.value as (this: OffscreenCanvas, how: object) => Promise<Blob>;
  // As Firefox does.
  OffscreenCanvas.prototype.convertToBlob = async function (how = {}) {
    return new Blob([withChunk(await bytesOf(await make.call(this, how)), 'deBG', ascii('C14C157C23EB316C'))]);
  };
  try {
    const result = await encodePicture(photo, paintNothing, { format: 'png', partPx: 512 });
    if (!result.ok) throw new Error(result.problem);
    const chunks = [...pngChunks(await bytesOf(result.value.blob))].map(({ type }) => type);
    expect(chunks).toContain('IDAT');
    expect(chunks).not.toContain('deBG');
  } finally {
    Object.defineProperty(OffscreenCanvas.prototype, 'convertToBlob', own ?? {});
  }
});

test('the same picture twice is the same bytes', async () => {
  const photo = await photoOf(await told(1));
  const once = await encodePicture(photo, paintNothing, { format: 'png', partPx: 512 });
  const again = await encodePicture(photo, paintNothing, { format: 'png', partPx: 99 });
  if (!once.ok || !again.ok) throw new Error('not encoded');
  expect(firstDifference(await bytesOf(once.value.blob), await bytesOf(again.value.blob))).toBe(-1);
});

test('what is painted is in the picture', async () => {
  const photo = await photoOf(await encoded(quarters(200, 100), 'image/png'));
  const paint = (part: PartToPaint): Uint8ClampedArray => paintNothing(part).fill(77, 0, 3);
  const result = await encodePicture(photo, paint, { format: 'png', partPx: 100 });
  if (!result.ok) throw new Error(result.problem);
  const picture = await createImageBitmap(result.value.blob);
  expect([0, 1, 100, 101].map((xPx) => colourAt(picture, xPx, 0))).toEqual([
    [77, 77, 77],
    [200, 20, 20],
    [77, 77, 77],
    [20, 200, 20],
  ]);
});

test('JPEG on request, without metadata', async () => {
  const result = await encodePicture(await photoOf(await told(1)), paintNothing, { format: 'jpeg', partPx: 512 });
  if (!result.ok) throw new Error(result.problem);
  const bytes = await bytesOf(result.value.blob);
  expect(result.value.blob.type).toBe('image/jpeg');
  const markers = [...jpegSegments(bytes)].map(({ marker }) => marker);
  expect(markers).not.toContain(0xe1);
  expect(markers).not.toContain(0xfe);
});

test('where no canvas holds it: the largest that fits, and it says so', async () => {
  const photo = await photoOf(await encoded(quarters(9000, 300), 'image/jpeg'));
  const holds = (size: { readonly widthPx: number }): boolean => size.widthPx < 5000;
  const result = await encodePicture(photo, paintNothing, { format: 'png', partPx: 2048, holds });
  if (!result.ok) throw new Error(result.problem);
  expect(result.value.size).toEqual({ widthPx: 4096, heightPx: 137 });
  expect(result.value.reduced).toBe(true);
  const picture = await createImageBitmap(result.value.blob);
  expect([picture.width, picture.height]).toEqual([4096, 137]);
  const none = await encodePicture(photo, paintNothing, { format: 'png', partPx: 2048, holds: () => false });
  expect(none).toEqual({ ok: false, problem: 'failed' });
});

test('sizes to fall back to get smaller, keep the shape, and start with the photo’s own', () => {
  const sizes = sizesToTry({ widthPx: 6000, heightPx: 9000 });
  expect(sizes[0]).toEqual({ widthPx: 6000, heightPx: 9000 });
  sizes.forEach((size, at) => {
    expect(size.heightPx / size.widthPx).toBeCloseTo(1.5, 2);
    if (at > 0) expect(size.widthPx).toBeLessThan(sizes[at - 1]?.widthPx ?? 0);
  });
  expect(sizes.some(({ widthPx, heightPx }) => widthPx * heightPx <= 16_777_216)).toBe(true);
});

test('given up half-way, there is no picture', async () => {
  const stop = new AbortController();
  const paint = (part: PartToPaint): Uint8ClampedArray => {
    stop.abort();
    return paintNothing(part);
  };
  const options = { format: 'png', partPx: 100, signal: stop.signal } as const;
  expect(await encodePicture(await photoOf(await told(1)), paint, options)).toEqual({ ok: false, problem: 'aborted' });
});

test('the photo without its metadata shows the same pixels, and tells nothing', async () => {
  const png = await bytesOf(await encoded(noisy(120, 80), 'image/png'));
  const files = [
    await told(1),
    await told(8),
    new Blob([withChunk(png, 'tEXt', ascii('Author\0secret'))]),
    await encoded(noisy(120, 80), 'image/webp'),
  ];
  for (const file of files) {
    const stripped = await strippedPhoto(await photoOf(file));
    if (stripped === null) throw new Error('not stripped');
    expect(firstDifference(await decoded(stripped), await decoded(file))).toBe(-1);
    const text = String.fromCharCode(...(await bytesOf(stripped)).subarray(0, 60_000));
    expect(text).not.toMatch(/secret|Me!|video|Author/);
  }
});

test('numbers of the photo: shrunk, and a patch as it is', async () => {
  const picture = noisy(300, 200);
  const photo = await photoOf(await encoded(picture, 'image/png'));
  const all = pixelsOf(photo.working);
  const same = await readPixels(photo, 1000);
  expect(same).toMatchObject({ widthPx: 300, heightPx: 200, photoPxPerPixel: 1 });
  expect(firstDifference(same.data, all)).toBe(-1);
  const small = await readPixels(photo, 100);
  expect(small).toMatchObject({ widthPx: 100, heightPx: 67, photoPxPerPixel: 3 });
  expect(photo.working.width).toBe(300);
  const patch = readPatch(photo, 290.7, -5, { widthPx: 50, heightPx: 3 });
  expect(patch).toMatchObject({ leftPx: 290, topPx: 0, widthPx: 10, heightPx: 3, photoPxPerPixel: 1 });
  expect(patch.data.subarray(40, 80)).toEqual(all.subarray(4 * (300 + 290), 4 * 600));
});
