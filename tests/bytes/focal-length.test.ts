import { expect, test } from 'vitest';
import { focalFromExif } from '~/bytes/focal-length';

const SIZE = { widthPx: 3000, heightPx: 4000 };

test('by the 35-mm equivalent: 26 mm of a 43.27 mm diagonal, on 5000 px', () => {
  expect(focalFromExif({ FocalLengthIn35mmFormat: 26 }, SIZE, SIZE)).toBeCloseTo(3004.39, 1);
});

test('by the sensor: 50 mm, 6000 px on 36 mm, here at 4000 px', () => {
  const exif = {
    FocalLength: 50,
    FocalPlaneXResolution: 6000 / 3.6,
    FocalPlaneResolutionUnit: 3,
    ExifImageWidth: 4500,
    ExifImageHeight: 6000,
  };
  expect(focalFromExif(exif, SIZE, SIZE)).toBeCloseTo((50 / 36) * 4000, 6);
});

test.each([
  ['nothing', {}],
  ['a length without the sensor', { FocalLength: 50 }],
  ['zero', { FocalLengthIn35mmFormat: 0 }],
  ['no number', { FocalLengthIn35mmFormat: Number.NaN, FocalLength: 'fifty' }],
  ['no lens for heads', { FocalLengthIn35mmFormat: 2000 }],
])('%s tells nothing', (_, exif) => {
  expect(focalFromExif(exif, SIZE, SIZE)).toBeNull();
});

/** What was taken, and what the file holds of it: believed only where it is the whole. */
test.each<[string, readonly [number, number] | null, readonly [number, number], boolean]>([
  ['the size itself', [4032, 3024], [4032, 3024], true],
  ['made smaller', [4032, 3024], [1024, 768], true],
  ['made smaller, rounded', [4032, 3024], [1000, 751], true],
  ['turned by a program', [4032, 3024], [3024, 4032], true],
  ['upright, cut out of it', [4032, 3024], [600, 800], false],
  ['square, cut out of it', [4032, 3024], [3024, 3024], false],
  ['another shape', [4032, 3024], [1080, 1350], false],
  ['nothing said, the shape of a sensor', null, [4000, 3000], true],
  ['nothing said, the shape of a sensor upright', null, [2000, 3000], true],
  ['nothing said, the shape of a frame for the web', null, [1080, 1350], false],
  ['nothing said, square', null, [1000, 1000], false],
])('%s', (_, taken, [widthPx, heightPx], believed) => {
  const said = taken === null ? {} : { ExifImageWidth: taken[0], ExifImageHeight: taken[1] };
  const size = { widthPx, heightPx };
  expect(focalFromExif({ ...said, FocalLengthIn35mmFormat: 26 }, size, size) !== null).toBe(believed);
  expect(focalFromExif({ ...said, FocalLengthIn35mmFormat: 26 }, size, null)).toBeNull();
});
