/** One number for every px, rows from the top. */
export interface Plane {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly values: Float32Array;
}

/** Weights of a Gaussian out to three standard deviations, summing to one. */
function gaussianWeights(sigmaPx: number): Float32Array {
  const reach = Math.max(1, Math.ceil(3 * sigmaPx));
  const weights = Float32Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-0.5 * ((i - reach) / sigmaPx) ** 2));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** Along one axis: `step` from px to px, `stride` from line to line. Beyond the ends there is nothing. */
function blurLines(
  values: Float32Array,
  weights: Float32Array,
  [length, step]: readonly [number, number],
  [lines, stride]: readonly [number, number],
): Float32Array {
  const out = new Float32Array(values.length);
  const reach = (weights.length - 1) / 2;
  for (let line = 0; line < lines; line++)
    for (let i = 0; i < length; i++) {
      let sum = 0;
      const from = Math.max(-reach, -i);
      const to = Math.min(reach, length - 1 - i);
      for (let k = from; k <= to; k++) sum += weights[k + reach] * values[line * stride + (i + k) * step];
      out[line * stride + i * step] = sum;
    }
  return out;
}

/**
 * Smoothed by a Gaussian, of those px alone that count (`weight`, 0..1): the picture's edge, hair and background do not bleed in.
 * 0 where nothing near counts.
 */
export function blurred({ widthPx, heightPx, values }: Plane, sigmaPx: number, weight: Float32Array): Plane {
  const weights = gaussianWeights(sigmaPx);
  const both = (plane: Float32Array): Float32Array =>
    blurLines(blurLines(plane, weights, [widthPx, 1], [heightPx, widthPx]), weights, [heightPx, widthPx], [widthPx, 1]);
  const sums = both(values.map((value, i) => value * weight[i]));
  const counts = both(weight);
  return { widthPx, heightPx, values: sums.map((sum, i) => (counts[i] > 1e-6 ? sum / counts[i] : 0)) };
}
