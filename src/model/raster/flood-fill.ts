const NEIGHBOURS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/**
 * Floods a plane from some samples over their four neighbours, those reached in fewer steps first. `enters` is asked of
 * every step within the plane, `dx` to the right and `dy` down, and keeps account of where it has let the flood in already.
 * Returns the indices of all samples reached, the first ones included.
 */
export function floodFill(
  columns: number,
  rows: number,
  from: readonly number[],
  enters: (to: number, from: number, dx: number, dy: number) => boolean,
): readonly number[] {
  const reached = [...from];
  for (const k of reached) {
    for (const [dx, dy] of NEIGHBOURS) {
      const x = (k % columns) + dx;
      const y = Math.floor(k / columns) + dy;
      if (x < 0 || y < 0 || x >= columns || y >= rows) continue;
      const to = y * columns + x;
      if (enters(to, k, dx, dy)) reached.push(to);
    }
  }
  return reached;
}
