import { describe, expect, test } from 'vitest';
import { takenBy } from '~/model/dots/dot-takes';
import { hash32, hashUnit } from '~/model/maths/hash';
import { SIZE_FACTORS } from '~/model/pigment/dot-appearance';
import { dealSizes } from '../../../tools/dots/deal-sizes';

const SIDE_MM = 50;
const COUNT = 3000;
const PER_MM2 = COUNT / SIDE_MM ** 2;
/** Dots by chance alone: the hardest case. */
const points = Float64Array.from({ length: 3 * COUNT }, (_, i) => (i % 3 === 2 ? 0 : SIDE_MM * hashUnit(i, 5)));
const sizes = dealSizes(points, PER_MM2, 9);

/** Spread of what dots take together on squares of 5 mm, of the first n; as a share of the mean. */
function unevenness(sizeOf: (dot: number) => number, n: number): number {
  const squares = new Float64Array((SIDE_MM / 5) ** 2);
  for (let dot = 0; dot < n; dot++) {
    const square = Math.floor(points[3 * dot] / 5) * (SIDE_MM / 5) + Math.floor(points[3 * dot + 1] / 5);
    squares[square] += SIZE_FACTORS[sizeOf(dot)] ** 3 * takenBy(dot);
  }
  const mean = squares.reduce((sum, value) => sum + value) / squares.length;
  return Math.sqrt(squares.reduce((sum, value) => sum + (value / mean - 1) ** 2, 0) / squares.length);
}

describe('sizes dealt to dots', () => {
  test('each is as frequent as the others', () => {
    for (let sizeClass = 0; sizeClass < 16; sizeClass++)
      expect(sizes.filter((size) => size === sizeClass).length / (COUNT / 16)).toBeCloseTo(1, 1);
  });

  test.each([750, 1500, COUNT])('the first %i make an evener field than sizes by chance', (n) => {
    const byChance = unevenness((dot) => hash32(dot, 4) >>> 28, n);
    expect(unevenness((dot) => sizes[dot], n)).toBeLessThan(0.9 * byChance);
  });

  test('of two dots that make one blot one is weak', () => {
    const near = 0.4 / Math.sqrt(PER_MM2);
    const takes = (dot: number): number => SIZE_FACTORS[sizes[dot]] ** 3 * takenBy(dot);
    const all = [...sizes.keys()].map(takes);
    const mean = all.reduce((sum, one) => sum + one) / COUNT;
    const pairs: number[] = [];
    for (let a = 0; a < COUNT; a++)
      for (let b = 0; b < a; b++) {
        const apart = Math.hypot(points[3 * a] - points[3 * b], points[3 * a + 1] - points[3 * b + 1]);
        if (apart < near) pairs.push((takes(a) + takes(b)) / (2 * mean));
      }
    expect(pairs.length).toBeGreaterThan(300);
    expect(pairs.reduce((sum, pair) => sum + pair) / pairs.length).toBeLessThan(0.96);
  });

  test('fewer dots have the sizes of the first of more, and another seed deals otherwise', () => {
    expect(dealSizes(points.subarray(0, 900), (PER_MM2 * 300) / COUNT, 9)).toEqual(sizes.subarray(0, 300));
    expect(dealSizes(points, PER_MM2, 10)).not.toEqual(sizes);
  });
});
