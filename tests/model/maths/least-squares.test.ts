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

test('what is believed of an unknown stays with that one, and counts by how surely', () => {
  const equations = new NormalEquations(2);
  equations.believe(1, 6, 2);
  expect(equations.squares).toBe(9);
  equations.add(-4, [1, 0], 1);
  equations.add(0, [0, 1], 0.25);
  const [first, second] = equations.solve() ?? [];
  expect(first).toBeCloseTo(4, 9);
  expect(second).toBeCloseTo(-3, 9);
});

test('has an inverse that times the matrix is one, and leaves the equations as they were', () => {
  const equations = new NormalEquations(3);
  for (let i = 0; i < 9; i++) equations.add(i % 4, [1, Math.cos(i), Math.sin(3 * i)], 1 + (i % 2));
  const before = equations.solve();
  const inverse = equations.inverse();
  const { matrix } = equations;
  const entry = (i: number, j: number): number => matrix[3 * Math.max(i, j) + Math.min(i, j)] ?? NaN;
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      const sum = [0, 1, 2].reduce((total, k) => total + entry(i, k) * (inverse?.[3 * k + j] ?? NaN), 0);
      expect(sum).toBeCloseTo(i === j ? 1 : 0, 6);
    }
  }
  expect(equations.solve()).toEqual(before);
  expect(new NormalEquations(2).inverse()?.[0] ?? Infinity).toBeGreaterThan(1e6);
});

test('takes in the equations of a smaller problem where its unknowns stand', () => {
  const [whole, part] = [new NormalEquations(3), new NormalEquations(2)];
  part.add(-6, [0, 2], 1);
  part.add(-4, [1, 0], 1);
  whole.addBlock(part, [2, 0], 0.5);
  whole.add(-1, [0, 1], 1);
  expect(whole.solve()?.[0]).toBeCloseTo(3, 6);
  expect(whole.solve()?.[1]).toBeCloseTo(1, 6);
  expect(whole.solve()?.[2]).toBeCloseTo(4, 6);
});
