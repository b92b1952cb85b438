import { expect, test } from 'vitest';
import { focalFromExif } from '~/io/focal-length';

const SIZE = { widthPx: 3000, heightPx: 4000 };

test('by the 35-mm equivalent: 26 mm of a 43.27 mm diagonal, on 5000 px', () => {
  expect(focalFromExif({ FocalLengthIn35mmFormat: 26 }, SIZE)).toBeCloseTo(3004.39, 1);
});

test('by the sensor: 50 mm, 6000 px on 36 mm, here at 4000 px', () => {
  const exif = {
    FocalLength: 50,
    FocalPlaneXResolution: 6000 / 3.6,
    FocalPlaneResolutionUnit: 3,
    ExifImageWidth: 6000,
    ExifImageHeight: 4500,
  };
  expect(focalFromExif(exif, SIZE)).toBeCloseTo((50 / 36) * 4000, 6);
});

test.each([
  ['nothing', {}],
  ['a length without the sensor', { FocalLength: 50 }],
  ['zero', { FocalLengthIn35mmFormat: 0 }],
  ['no number', { FocalLengthIn35mmFormat: Number.NaN, FocalLength: 'fifty' }],
  ['no lens for heads', { FocalLengthIn35mmFormat: 2000 }],
])('%s tells nothing', (_, exif) => {
  expect(focalFromExif(exif, SIZE)).toBeNull();
});
