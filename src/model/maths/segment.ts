/**
 * Share 0..1 of the way along a segment at which it comes nearest to a place: the segment runs from the origin to
 * (ux, uy, uz), the place is (wx, wy, wz). A segment without length is met at its start. Plain numbers, no tuples: this
 * stands in the innermost loops. In the plane z is 0.
 */
export function nearestShare(wx: number, wy: number, wz: number, ux: number, uy: number, uz: number): number {
  const square = ux * ux + uy * uy + uz * uz;
  const share = square > 0 ? (wx * ux + wy * uy + wz * uz) / square : 0;
  return share < 0 ? 0 : share > 1 ? 1 : share;
}
