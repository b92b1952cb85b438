/** What a step to each neighbour costs that was passed already: chamfer distances, off by 4 % at most. */
const STEPS = [
  [-1, 0, 1],
  [0, -1, 1],
  [-1, -1, Math.SQRT2],
  [1, -1, Math.SQRT2],
] as const;

/** Lowers each distance to what its neighbours allow: once from the first place to the last, once back. */
function spread(columns: number, rows: number, far: Float32Array): void {
  for (const sign of [1, -1]) {
    for (let n = 0; n < far.length; n++) {
      const k = sign > 0 ? n : far.length - 1 - n;
      const [x, y] = [k % columns, Math.floor(k / columns)];
      for (const [dx, dy, cost] of STEPS) {
        const [i, j] = [x + sign * dx, y + sign * dy];
        if (i < 0 || j < 0 || i >= columns || j >= rows) continue;
        far[k] = Math.min(far[k], far[j * columns + i] + cost);
      }
    }
  }
}

/** How far each place lies inside the ones of a map, in places; negative outside, and 0 on the edge between. */
export function insideDistance(columns: number, rows: number, isInside: Uint8Array): Float32Array {
  const farthest = columns + rows;
  const from = (which: 0 | 1): Float32Array => {
    const far = Float32Array.from(isInside, (inside) => (inside === which ? 0 : farthest));
    spread(columns, rows, far);
    return far;
  };
  const [toInside, toOutside] = [from(1), from(0)];
  return Float32Array.from(isInside, (inside, k) => (inside === 1 ? toOutside[k] - 0.5 : 0.5 - toInside[k]));
}
