import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dilate, erode, erodeEvenly } from '~/model/raster/morphology';
import type { Plane } from '~/model/raster/plane';

const planes = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .chain(([columns, rows]) =>
    fc
      .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: columns * rows, maxLength: columns * rows })
      .map((values): Plane => ({ columns, rows, values: Float32Array.from(values) })),
  );

it('finds the largest and the smallest of a square, as counted one by one', () => {
  fc.assert(
    fc.property(planes, fc.integer({ min: 0, max: 4 }), (plane, reach) => {
      const { columns, rows, values } = plane;
      const wide = dilate(plane, reach);
      const narrow = erode(plane, reach);
      expect([wide.columns, wide.rows]).toEqual([columns, rows]);
      for (let i = 0; i < values.length; i++) {
        const near = [...values].filter(
          (_, k) =>
            Math.abs((k % columns) - (i % columns)) <= reach &&
            Math.abs(Math.floor(k / columns) - Math.floor(i / columns)) <= reach,
        );
        expect(wide.values[i]).toBe(Math.max(...near));
        expect(narrow.values[i]).toBe(Math.min(...near));
      }
    }),
  );
});

it('erodes evenly: a straight edge and a slanting one go back by the same depth', () => {
  const [side, depth] = [60, 6];
  const half = (inside: (x: number, y: number) => boolean): Plane => ({
    columns: side,
    rows: side,
    values: Float32Array.from({ length: side * side }, (_, k) => (inside(k % side, Math.floor(k / side)) ? 1 : 0)),
  });
  const straight = erodeEvenly(
    half((x) => x >= 20),
    depth,
  );
  const slanting = erodeEvenly(
    half((x, y) => x + y >= 60),
    depth,
  );
  const middle = side * (side / 2);
  expect(straight.values.subarray(middle, middle + side).indexOf(1)).toBe(20 + depth);
  expect(Math.abs(slanting.values.subarray(middle, middle + side).indexOf(1) - (30 + depth * Math.SQRT2))).toBeLessThan(
    1,
  );
});
