import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, between, cross, dot, length, scale, subtract } from '~/model/maths/vector';

const coordinate = fc.double({ min: -100, max: 100, noNaN: true });
const vector = fc.tuple(coordinate, coordinate, coordinate);

test('the cross product stands square to both, and is as long as their parallelogram is large', () => {
  fc.assert(
    fc.property(vector, vector, (a, b) => {
      const c = cross(a, b);
      expect(dot(c, a)).toBeCloseTo(0, 6);
      expect(dot(c, b)).toBeCloseTo(0, 6);
      expect(dot(c, c)).toBeCloseTo(dot(a, a) * dot(b, b) - dot(a, b) ** 2, 4);
    }),
  );
  expect(cross([1, 0, 0], [0, 1, 0])).toEqual([0, 0, 1]);
});

test('sums, differences and shares of the way agree', () => {
  fc.assert(
    fc.property(vector, vector, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
      const there = between(a, b, share);
      const other = add(a, scale(subtract(b, a), share));
      expect(length(subtract(there, other))).toBeLessThan(1e-9);
      expect(length(scale(a, -2))).toBeCloseTo(2 * length(a), 9);
    }),
  );
});
