/** A place of a table and its value; places rise. */
export type TableRow = readonly [x: number, y: number];

/**
 * Value of a table of at least one row, straight between its rows. Level before the first; beyond the last it goes on by
 * `slope` (level where none is given).
 */
export function tableAt(rows: readonly TableRow[], x: number, slope = 0): number {
  const [firstX, firstY] = rows[0];
  if (x <= firstX) return firstY;
  for (let i = 1; i < rows.length; i++) {
    const [x0, y0] = rows[i - 1];
    const [x1, y1] = rows[i];
    if (x <= x1) return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
  }
  const [lastX, lastY] = rows[rows.length - 1];
  return lastY + slope * (x - lastX);
}
