import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { NormalEquations } from '~/model/maths/least-squares';

const value = fc.double({ min: -10, max: 10, noNaN: true });

test('finds the unknowns that residuals were made of', () => {
  fc.assert(
    fc.property(value, value, value, (a, b, c) => {
      const equations = new NormalEquations(3);
      // Residuals fall to zero at (a, b, c).
      for (let i = 0; i < 8; i++) {
        const slopes = [1, Math.cos(i), Math.sin(2 * i)];
        equations.add(-(a * slopes[0] + b * slopes[1] + c * slopes[2]), slopes, 1 + (i % 3));
      }
      const found = equations.solve();
      expect(found).not.toBeNull();
      [a, b, c].forEach((wanted, k) => {
        expect(found?.[k]).toBeCloseTo(wanted, 6);
      });
    }),
  );
});

it('weighs: of two wishes for one number the heavier counts more', () => {
  const equations = new NormalEquations(1);
  equations.add(-10, [1], 3);
  equations.add(-2, [1], 1);
  expect(equations.solve()?.[0]).toBeCloseTo(8, 9);
  expect(equations.squares).toBe(304);
});

it('takes a short row of slopes as none for the unknowns beyond it', () => {
  const [short, full] = [new NormalEquations(2), new NormalEquations(2)];
  short.add(-4, [2], 1);
  full.add(-4, [2, 0], 1);
  expect(short.matrix).toEqual(full.matrix);
  expect(short.right).toEqual(full.right);
});

it('says where an unknown is left open, and steps less with damping', () => {
  const open = new NormalEquations(2);
  open.add(-1, [1, 0], 1);
  expect(open.solve()).toBeNull();
  const equations = new NormalEquations(1);
  equations.add(-6, [1], 1);
  expect(equations.solve(1)?.[0]).toBeCloseTo(3, 9);
  equations.clear();
  expect(equations.squares).toBe(0);
});
