/** How a spline ends: level (no slope), or straight (no curvature). */
export type SplineEnd = 'level' | 'straight';

/**
 * The cubic spline through (x, y), x rising, two of them at least: slope and curvature are continuous, so a knot put on
 * the curve leaves it as it is. Solves the tridiagonal system of its second derivatives.
 */
export function cubicSpline(
  x: readonly number[],
  y: readonly number[],
  start: SplineEnd,
  end: SplineEnd,
): (at: number) => number {
  const last = x.length - 1;
  const width = (i: number): number => x[i + 1] - x[i];
  const slope = (i: number): number => (y[i + 1] - y[i]) / width(i);
  const second = new Float64Array(x.length);
  // Thomas's algorithm: `above` and `right` of the rows already eliminated.
  const above = new Float64Array(x.length);
  const right = new Float64Array(x.length);
  for (let i = 0; i <= last; i++) {
    const level = (i === 0 && start === 'level') || (i === last && end === 'level');
    const [before, after] = [i > 0 ? width(i - 1) : 0, i < last ? width(i) : 0];
    const inner = i > 0 && i < last;
    const [a, b, c, d] =
      inner || level
        ? [before, 2 * (before + after), after, 6 * ((i < last ? slope(i) : 0) - (i > 0 ? slope(i - 1) : 0))]
        : [0, 1, 0, 0];
    const pivot = b - a * (i > 0 ? above[i - 1] : 0);
    above[i] = c / pivot;
    right[i] = (d - a * (i > 0 ? right[i - 1] : 0)) / pivot;
  }
  for (let i = last; i >= 0; i--) second[i] = right[i] - (i < last ? above[i] * second[i + 1] : 0);
  return (at) => {
    let i = 0;
    while (i + 2 < x.length && x[i + 1] < at) i++;
    const h = width(i);
    const [p, q] = [(x[i + 1] - at) / h, (at - x[i]) / h];
    return p * y[i] + q * y[i + 1] + ((p * p * p - p) * second[i] + (q * q * q - q) * second[i + 1]) * ((h * h) / 6);
  };
}
