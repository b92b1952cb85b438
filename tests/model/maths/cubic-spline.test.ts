import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cubicSpline } from '~/model/maths/cubic-spline';

const X = [0, 1, 2.5, 4, 7];
const heights = fc.tuple(...X.map(() => fc.double({ min: -20, max: 20, noNaN: true })));

test('goes through its knots, without a corner or a jump of curvature', () => {
  fc.assert(
    fc.property(heights, fc.constantFrom('level', 'straight'), (y, end) => {
      const spline = cubicSpline(X, y, 'level', end);
      const h = 1e-4;
      X.forEach((x, i) => {
        expect(spline(x)).toBeCloseTo(y[i], 9);
      });
      for (const x of X.slice(1, -1)) {
        const before = (spline(x) - spline(x - h)) / h;
        const after = (spline(x + h) - spline(x)) / h;
        // Curvatures are of the order of 100, so two chords of 1e-4 differ by about 0.01.
        expect(Math.abs(after - before)).toBeLessThan(0.1);
      }
      expect((spline(h) - spline(0)) / h).toBeCloseTo(0, 1);
    }),
  );
});

test('of places on one line it is that line, where its ends are straight', () => {
  const line = cubicSpline(
    X,
    X.map((x) => 3 - 2 * x),
    'straight',
    'straight',
  );
  for (const x of [0.2, 1.7, 3, 6.6]) expect(line(x)).toBeCloseTo(3 - 2 * x, 12);
});
