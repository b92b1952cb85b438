import type { Plane } from './plane';
import { bilinear } from './sample-plane';

interface Level {
  readonly values: Plane;
  readonly weights: Plane;
}

const planeOf = (columns: number, rows: number): Plane => ({
  columns,
  rows,
  values: new Float32Array(columns * rows),
});

/** Half as fine: weighted means of two by two samples. */
function halved({ values, weights }: Level): Level {
  const columns = Math.ceil(values.columns / 2);
  const rows = Math.ceil(values.rows / 2);
  const mean = planeOf(columns, rows);
  const weight = planeOf(columns, rows);
  for (let y = 0; y < values.rows; y++) {
    for (let x = 0; x < values.columns; x++) {
      const from = y * values.columns + x;
      const to = (y >> 1) * columns + (x >> 1);
      mean.values[to] += weights.values[from] * values.values[from];
      weight.values[to] += weights.values[from];
    }
  }
  for (let i = 0; i < mean.values.length; i++) {
    if (weight.values[i] > 0) mean.values[i] /= weight.values[i];
    weight.values[i] = Math.min(1, weight.values[i]);
  }
  return { values: mean, weights: weight };
}

/** Value of a plane half as fine at a sample of the finer one, bilinear. */
function coarseAt({ columns, rows, values }: Plane, x: number, y: number): number {
  const u = Math.min(Math.max(x / 2 - 0.25, 0), columns - 1);
  const v = Math.min(Math.max(y / 2 - 0.25, 0), rows - 1);
  const i = Math.min(Math.floor(u), Math.max(columns - 2, 0));
  const j = Math.min(Math.floor(v), Math.max(rows - 2, 0));
  const right = Math.min(i + 1, columns - 1);
  const below = Math.min(j + 1, rows - 1) * columns;
  const above = j * columns;
  return bilinear(values[above + i], values[above + right], values[below + i], values[below + right], u - i, v - j);
}

/**
 * Carries what has weight (0..1) smoothly over what has none: means over ever larger squares, the finest that know
 * something winning. Where nothing at all has weight: zero.
 */
export function inpaint(plane: Plane, weights: Plane): Plane {
  const levels: Level[] = [{ values: plane, weights }];
  for (let last = levels[0]; last.values.columns > 1 || last.values.rows > 1; last = levels[levels.length - 1]) {
    levels.push(halved(last));
  }
  let filled = levels[levels.length - 1].values;
  for (let k = levels.length - 2; k >= 0; k--) {
    const { values, weights: known } = levels[k];
    const out = planeOf(values.columns, values.rows);
    for (let y = 0; y < out.rows; y++) {
      for (let x = 0; x < out.columns; x++) {
        const i = y * out.columns + x;
        const w = known.values[i];
        out.values[i] = w >= 1 ? values.values[i] : w * values.values[i] + (1 - w) * coarseAt(filled, x, y);
      }
    }
    filled = out;
  }
  return filled;
}
