import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { tableAt } from '~/model/maths/table';
import type { TableRow } from '~/model/maths/table';

const ROWS: readonly TableRow[] = [
  [0, 10],
  [2, 14],
  [6, 2],
];

it('gives the rows back and runs straight between them', () => {
  for (const [x, y] of ROWS) expect(tableAt(ROWS, x)).toBe(y);
  expect(tableAt(ROWS, 1)).toBe(12);
  expect(tableAt(ROWS, 5)).toBe(5);
});

it('is level before the first row, and goes on by the slope beyond the last', () => {
  expect(tableAt(ROWS, -9)).toBe(10);
  expect(tableAt(ROWS, 9)).toBe(2);
  expect(tableAt(ROWS, 9, 0.5)).toBe(3.5);
  expect(tableAt([[3, 7]], 4, 2)).toBe(9);
});

test('never leaves what its rows span', () => {
  fc.assert(
    fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (x) => {
      expect(tableAt(ROWS, x)).toBeGreaterThanOrEqual(2);
      expect(tableAt(ROWS, x)).toBeLessThanOrEqual(14);
    }),
  );
});
