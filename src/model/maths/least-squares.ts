/** Cholesky's lower factor of a symmetric positive definite A (row-major, n × n), in place; false where A is not. */
function factorize(a: Float64Array, n: number): boolean {
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
  return true;
}

/** Solves A·x = b by the lower factor of A; b becomes x. */
function substitute(factor: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const get = (i: number, j: number): number => factor[i * n + j];
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
  return b;
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

  copy(): NormalEquations {
    const copy = new NormalEquations(this.size);
    copy.matrix.set(this.matrix);
    copy.right.set(this.right);
    copy.squares = this.squares;
    return copy;
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

  /** Adds what is believed of one unknown by itself: `off` its mean now, give or take `deviation`. */
  believe(unknown: number, off: number, deviation: number): void {
    const slopes = new Float64Array(unknown + 1);
    slopes[unknown] = 1 / deviation;
    this.add(off / deviation, slopes, 1);
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

  /** The lower factor of the matrix, with Levenberg's damping; null where the problem leaves unknowns open. */
  private factor(damping: number): Float64Array | null {
    const n = this.size;
    const a = this.matrix.slice();
    for (let i = 0; i < n; i++) a[i * n + i] = a[i * n + i] * (1 + damping) + 1e-12;
    return factorize(a, n) ? a : null;
  }

  /** The step that makes the sum smallest, with Levenberg's damping; null where the problem leaves it open. */
  solve(damping = 0): Float64Array | null {
    const factor = this.factor(damping);
    return factor === null ? null : substitute(factor, this.right.slice());
  }

  /** The inverse of the matrix: the covariance of the unknowns where weights are inverse variances; null where it has none. */
  inverse(): Float64Array | null {
    const factor = this.factor(0);
    if (factor === null) return null;
    const n = this.size;
    const inverse = new Float64Array(n * n);
    for (let k = 0; k < n; k++) {
      const column = inverse.subarray(k * n, (k + 1) * n);
      column[k] = 1;
      substitute(factor, column);
    }
    return inverse;
  }

  /**
   * The covariance of the unknowns where weights are not inverse variances: H⁻¹·N·H⁻¹, of this matrix H and `noise` N, the same rows
   * each weighed by weight² times the variance of its residual. null where this one has no inverse.
   */
  spread(noise: NormalEquations): Float64Array | null {
    const inverse = this.inverse();
    if (inverse === null) return null;
    const n = this.size;
    const noiseAt = (i: number, j: number): number => noise.matrix[i > j ? i * n + j : j * n + i];
    const half = new Float64Array(n * n);
    const spread = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let k = 0; k < n; k++) {
        const share = inverse[i * n + k];
        if (share === 0) continue;
        for (let j = 0; j < n; j++) half[i * n + j] += share * noiseAt(k, j);
      }
    for (let i = 0; i < n; i++)
      for (let j = 0; j <= i; j++) {
        let sum = 0;
        for (let k = 0; k < n; k++) sum += half[i * n + k] * inverse[j * n + k];
        spread[i * n + j] = sum;
        spread[j * n + i] = sum;
      }
    return spread;
  }
}
