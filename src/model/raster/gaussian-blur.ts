import type { Plane } from './plane';

/** Normalised Gaussian samples at −r..r, r = ⌈3σ⌉. */
function kernel(sigma: number): Float32Array {
  const radius = Math.ceil(3 * sigma);
  const taps = Float32Array.from({ length: 2 * radius + 1 }, (_, i) => Math.exp(-0.5 * ((i - radius) / sigma) ** 2));
  const sum = taps.reduce((a, b) => a + b, 0);
  return taps.map((tap) => tap / sum);
}

/** One pass along rows, written transposed, so that two passes are the whole blur; edges are repeated. */
function blurRowsTransposed(plane: Plane, taps: Float32Array): Plane {
  const { columns, rows, values } = plane;
  const radius = (taps.length - 1) / 2;
  const padded = new Float32Array(columns + 2 * radius);
  const out = new Float32Array(values.length);
  for (let y = 0; y < rows; y++) {
    const row = y * columns;
    padded.fill(values[row], 0, radius);
    padded.set(values.subarray(row, row + columns), radius);
    padded.fill(values[row + columns - 1], radius + columns);
    for (let x = 0; x < columns; x++) {
      let sum = 0;
      for (let k = 0; k < taps.length; k++) sum += taps[k] * padded[x + k];
      out[x * rows + y] = sum;
    }
  }
  return { columns: rows, rows: columns, values: out };
}

/** Gaussian blur with a standard deviation of `sigma` samples. */
export function gaussianBlur(plane: Plane, sigma: number): Plane {
  if (sigma <= 0) return plane;
  const taps = kernel(sigma);
  return blurRowsTransposed(blurRowsTransposed(plane, taps), taps);
}

/** Blur that counts only what has weight: Σ w·f / Σ w (normalised convolution); `nothing` where no weight is near. */
export function blurWeighted(plane: Plane, weights: Plane, sigma: number, nothing = 0): Plane {
  const weighted = plane.values.map((value, i) => value * weights.values[i]);
  const sum = gaussianBlur({ ...plane, values: weighted }, sigma).values;
  const weight = gaussianBlur(weights, sigma).values;
  const values = sum.map((value, i) => (weight[i] > 1e-5 ? value / weight[i] : nothing));
  return { ...plane, values };
}
