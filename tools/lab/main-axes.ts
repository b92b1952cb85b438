/**
 * The directions in which rows of numbers (about zero) vary most, largest first, as unit vectors, and their shares of the whole
 * variance: by repeated multiplication (subspace iteration), which needs no decomposition of the large matrix.
 */
export function mainAxes(
  rows: readonly (readonly number[])[],
  count: number,
): { readonly axes: readonly Float64Array[]; readonly shares: readonly number[] } {
  const width = rows[0].length;
  const axes = Array.from({ length: count }, (_, k) =>
    Float64Array.from({ length: width }, (_value, i) => Math.sin((k + 1) * (i + 1) * 0.7)),
  );
  const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
    let sum = 0;
    for (let i = 0; i < width; i++) sum += a[i] * b[i];
    return sum;
  };
  let sizes: number[] = [];
  for (let round = 0; round < 60; round++) {
    sizes = axes.map((axis, k) => {
      const next = new Float64Array(width);
      for (const row of rows) {
        const share = dot(row, axis);
        for (let i = 0; i < width; i++) next[i] += share * row[i];
      }
      for (const before of axes.slice(0, k)) {
        const share = dot(next, before);
        for (let i = 0; i < width; i++) next[i] -= share * before[i];
      }
      const length = Math.sqrt(dot(next, next)) || 1;
      axes[k] = next.map((v) => v / length);
      return length;
    });
  }
  const whole = rows.reduce((sum, row) => sum + dot(row, row), 0);
  return { axes, shares: sizes.map((size) => size / whole) };
}
