import { expect, test } from 'vitest';
import { smoothlyAt } from '~/model/raster/resample-plane';

const plane = (columns: number, rows: number, of: (x: number, y: number) => number) => ({
  columns,
  rows,
  values: Float32Array.from({ length: columns * rows }, (_, i) => of(i % columns, Math.floor(i / columns))),
});

test('a plane that rises evenly is read as it is, between its samples too', () => {
  const read = smoothlyAt(
    plane(9, 7, (x, y) => 3 * x + 5 * y),
    { count: 11, from: 2.25, step: 0.4 },
    { count: 4, from: 1.5, step: 0.7 },
  );
  expect([read.columns, read.rows]).toEqual([11, 4]);
  for (let j = 0; j < 4; j++) {
    for (let i = 0; i < 11; i++) {
      expect(read.values[j * 11 + i]).toBeCloseTo(3 * (2.25 + 0.4 * i) + 5 * (1.5 + 0.7 * j), 4);
    }
  }
});

test('has no crease at a sample, where a straight line between samples has one of 1', () => {
  const step = 0.05;
  const { values } = smoothlyAt(
    plane(9, 2, (x) => Math.abs(x - 4)),
    { count: 81, from: 2, step },
    { count: 1, from: 0, step: 1 },
  );
  for (let i = 1; i < values.length - 1; i++) {
    const bend = Math.abs(values[i + 1] - 2 * values[i] + values[i - 1]) / step;
    expect(bend).toBeLessThan(0.11);
  }
});

test('is nothing beyond its outermost samples', () => {
  const { values } = smoothlyAt(
    plane(4, 4, () => 1),
    { count: 8, from: -2, step: 1 },
    { count: 1, from: 1, step: 1 },
  );
  expect([...values].map((value) => Math.round(value * 1e5) / 1e5)).toEqual([0, 0, 1, 1, 1, 1, 0, 0]);
});
