import type { Hairline } from '~/model/hairline/hairline';
import { toChart } from '~/model/head/scalp-chart';

/** Whether two pieces of the closed line cross in the chart (neighbours share a point and are skipped). */
export function crossesItself(line: Hairline): boolean {
  const { directions: d, count } = line;
  const flat = Array.from({ length: count }, (_, k) => toChart({ x: d[3 * k], y: d[3 * k + 1], z: d[3 * k + 2] }));
  const piece = (k: number): readonly [number, number, number, number] => {
    const [a, b] = [flat[k], flat[(k + 1) % line.count]];
    return [a.u, a.v, b.u, b.v];
  };
  for (let i = 0; i < line.count; i++) {
    const [ax, ay, bx, by] = piece(i);
    for (let j = i + 2; j < line.count; j++) {
      if (i === 0 && j === line.count - 1) continue;
      const [cx, cy, dx, dy] = piece(j);
      const side = (px: number, py: number): number => (bx - ax) * (py - ay) - (by - ay) * (px - ax);
      const other = (px: number, py: number): number => (dx - cx) * (py - cy) - (dy - cy) * (px - cx);
      if (side(cx, cy) * side(dx, dy) < 0 && other(ax, ay) * other(bx, by) < 0) return true;
    }
  }
  return false;
}
