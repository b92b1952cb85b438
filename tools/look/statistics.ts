/** The value below which a share (0..1) of the numbers lies, between neighbours in proportion; NaN of none. */
export function quantile(numbers: readonly number[], share: number): number {
  if (numbers.length === 0) return NaN;
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

export const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, value) => sum + value, 0) / numbers.length;

/** Standard deviation of a sample (over n − less). */
export function deviation(numbers: readonly number[], less = 1): number {
  const middle = mean(numbers);
  return Math.sqrt(numbers.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (numbers.length - less));
}

/** A straight line: level + slope · x. */
export interface StraightLine {
  readonly level: number;
  readonly slope: number;
}

/**
 * The straight line nearest to the points (least squares). `held`, with so many points' weight, draws level and slope towards
 * its own.
 */
export function lineThrough(
  x: readonly number[],
  y: readonly number[],
  held: StraightLine & { readonly weight: number } = { level: 0, slope: 0, weight: 0 },
): StraightLine {
  let [n, sx, sxx, sy, sxy] = [held.weight, 0, held.weight, held.weight * held.level, held.weight * held.slope];
  x.forEach((at, i) => {
    n += 1;
    sx += at;
    sxx += at * at;
    sy += y[i];
    sxy += at * y[i];
  });
  const slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
  return { level: (sy - slope * sx) / n, slope };
}
