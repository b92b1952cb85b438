import { expect, it } from 'vitest';
import { bowed, rounded, through } from '~/model/maths/plane-curve';
import type { Curve, PlanePoint } from '~/model/maths/plane-curve';

const apart = (a: PlanePoint, b: PlanePoint): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

it('bows to the left of the way, by so much in the middle', () => {
  const curve = bowed([0, 0], [10, 0], 2, 4);
  expect(curve).toHaveLength(5);
  expect(curve[0]).toEqual([0, 0]);
  expect(curve[2]).toEqual([5, 2]);
  expect(curve[4]).toEqual([10, 0]);
});

it('rounds a right angle by an arc of the radius, tangent to both ways', () => {
  const before: Curve = [
    [0, 0],
    [10, 0],
  ];
  const after: Curve = [
    [10, 0],
    [10, 10],
  ];
  const corner = rounded(before, after, 3);
  for (const spot of corner.arc) expect(Math.abs(apart(spot, [7, 3]) - 3)).toBeLessThan(0.06);
  expect(corner.before[corner.before.length - 1]).toEqual(corner.arc[0]);
  expect(corner.after[0]).toEqual(corner.arc[corner.arc.length - 1]);
  expect(apart(corner.middle, [10, 0])).toBeCloseTo(3 * (Math.SQRT2 - 1), 1);
});

it('goes through its knots, and straight where they are', () => {
  const knots: Curve = [
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 3],
  ];
  const curve = through(knots, 4);
  expect(curve).toHaveLength(13);
  knots.forEach((knot, i) => {
    expect(apart(curve[4 * i], knot)).toBeLessThan(1e-12);
  });
  for (const [x, y] of curve) expect(y).toBeCloseTo(x, 12);
});
