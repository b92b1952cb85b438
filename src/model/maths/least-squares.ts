/**
 * Solves A·x = b for a symmetric positive definite A (row-major, n × n) by Cholesky, in place; false where A is not
 * positive definite. b becomes x.
 */
function solveSymmetric(a: Float64Array, b: Float64Array): boolean {
  const n = b.length;
  const get = (i: number, j: number): number => a[i * n + j];
  for (let j = 0; j < n; j++) {
    let pivot = get(j, j);
    for (let k = 0; k < j; k++) pivot -= get(j, k) * get(j, k);
    if (!(pivot > 1e-12)) return false;
    const root = Math.sqrt(pivot);
    a[j * n + j] = root;
    for (let i = j + 1; i < n; i++) {
      let sum = get(i, j);
      for (let k = 0; k < j; k++) sum -= get(i, k) * get(j, k);
      a[i * n + j] = sum / root;
    }
  }
  for (let i = 0; i < n; i++) {
    let sum = b[i];
    for (let k = 0; k < i; k++) sum -= get(i, k) * b[k];
    b[i] = sum / get(i, i);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i];
    for (let k = i + 1; k < n; k++) sum -= get(k, i) * b[k];
    b[i] = sum / get(i, i);
  }
  return true;
}

/** Normal equations of a weighted least-squares problem, filled one residual at a time. */
export class NormalEquations {
  readonly matrix: Float64Array;
  readonly right: Float64Array;
  /** Σ weight · residual² of what was added. */
  squares = 0;

  constructor(readonly size: number) {
    this.matrix = new Float64Array(size * size);
    this.right = new Float64Array(size);
  }

  clear(): void {
    this.matrix.fill(0);
    this.right.fill(0);
    this.squares = 0;
  }

  /** Adds weight · (residual + slopes·x)². Unknowns past the end of a short row of slopes have none. */
  add(residual: number, slopes: ArrayLike<number>, weight: number): void {
    const n = this.size;
    this.squares += weight * residual * residual;
    const given = Math.min(n, slopes.length);
    for (let i = 0; i < given; i++) {
      const wi = weight * slopes[i];
      if (wi === 0) continue;
      this.right[i] -= wi * residual;
      for (let j = 0; j <= i; j++) this.matrix[i * n + j] += wi * slopes[j];
    }
  }

  /** Adds another problem's equations, `weight` times: its unknown i is number `at[i]` here. */
  addBlock(block: NormalEquations, at: ArrayLike<number>, weight: number): void {
    this.squares += weight * block.squares;
    for (let i = 0; i < block.size; i++) {
      this.right[at[i]] += weight * block.right[i];
      for (let j = 0; j <= i; j++) {
        const [row, column] = at[i] > at[j] ? [at[i], at[j]] : [at[j], at[i]];
        this.matrix[row * this.size + column] += weight * block.matrix[i * block.size + j];
      }
    }
  }

  /** The step that makes the sum smallest, with Levenberg's damping; null where the problem leaves it open. */
  solve(damping = 0): Float64Array | null {
    const n = this.size;
    const a = this.matrix.slice();
    for (let i = 0; i < n; i++) {
      a[i * n + i] = a[i * n + i] * (1 + damping) + 1e-12;
      for (let j = 0; j < i; j++) a[j * n + i] = a[i * n + j];
    }
    const x = this.right.slice();
    return solveSymmetric(a, x) ? x : null;
  }

  /** The inverse of the matrix: the covariance of the unknowns where weights are inverse variances; null where it has none. */
  inverse(): Float64Array | null {
    const n = this.size;
    const inverse = new Float64Array(n * n);
    const right = this.right.slice();
    for (let k = 0; k < n; k++) {
      this.right.fill(0);
      this.right[k] = 1;
      const column = this.solve();
      if (column === null) {
        this.right.set(right);
        return null;
      }
      inverse.set(column, k * n);
    }
    this.right.set(right);
    return inverse;
  }
}
