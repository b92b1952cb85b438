/**
 * Between four samples, straight along both axes: `a` and `b` of one row, `c` and `d` of the next; `s` is the share of the way
 * from a to b, `t` from row to row, 0..1. Takes numbers, not a list: it stands in the innermost loops over lists of all kinds.
 */
export const bilinear = (a: number, b: number, c: number, d: number, s: number, t: number): number =>
  (1 - t) * ((1 - s) * a + s * b) + t * ((1 - s) * c + s * d);
