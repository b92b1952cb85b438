import { gaussianBlur } from './gaussian-blur';
import type { Plane } from './plane';

/** Largest (smallest: `sign` −1) value among the 2·reach + 1 neighbours along rows, written transposed. */
function alongRowsTransposed({ columns, rows, values }: Plane, reach: number, sign: 1 | -1): Plane {
  const out = new Float32Array(values.length);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const last = y * columns + Math.min(columns - 1, x + reach);
      let most = -Infinity;
      for (let i = y * columns + Math.max(0, x - reach); i <= last; i++) {
        const value = sign * values[i];
        if (value > most) most = value;
      }
      out[x * rows + y] = sign * most;
    }
  }
  return { columns: rows, rows: columns, values: out };
}

/** Largest value within a square of `reach` samples to each side. */
export const dilate = (plane: Plane, reach: number): Plane =>
  alongRowsTransposed(alongRowsTransposed(plane, reach, 1), reach, 1);

/** Smallest value within a square of `reach` samples to each side. */
export const erode = (plane: Plane, reach: number): Plane =>
  alongRowsTransposed(alongRowsTransposed(plane, reach, -1), reach, -1);

/**
 * 1 well inside, else 0, of ones that a Gaussian has softened: it falls to 0.977 two of its standard deviations from a
 * straight edge.
 */
export const coreOf = (softened: Plane): Plane => ({
  ...softened,
  values: softened.values.map((value) => (value > 0.977 ? 1 : 0)),
});

/** 1 at `depth` samples and more from the edge of the plane's ones, in all directions alike; else 0. */
export const erodeEvenly = (plane: Plane, depth: number): Plane => coreOf(gaussianBlur(plane, depth / 2));
