import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bilinear } from '~/model/raster/sample-plane';

const value = fc.double({ min: -100, max: 100, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });

test('gives its samples back at the corners', () => {
  expect(bilinear(1, 2, 3, 4, 0, 0)).toBe(1);
  expect(bilinear(1, 2, 3, 4, 1, 0)).toBe(2);
  expect(bilinear(1, 2, 3, 4, 0, 1)).toBe(3);
  expect(bilinear(1, 2, 3, 4, 1, 1)).toBe(4);
});

test('follows a slope exactly, whichever way it rises', () => {
  fc.assert(
    fc.property(value, value, value, share, share, (start, right, down, s, t) => {
      const found = bilinear(start, start + right, start + down, start + right + down, s, t);
      expect(found).toBeCloseTo(start + s * right + t * down, 9);
    }),
  );
});
