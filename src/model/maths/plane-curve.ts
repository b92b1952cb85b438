import { clamp } from './numbers';

/** A point of a flat drawing, mm. */
export type PlanePoint = readonly [x: number, y: number];
export type Curve = readonly PlanePoint[];

/** The point at a share of the way from one to the other. */
export const between = (a: PlanePoint, b: PlanePoint, t: number): PlanePoint => [
  a[0] + t * (b[0] - a[0]),
  a[1] + t * (b[1] - a[1]),
];
const apart = (a: PlanePoint, b: PlanePoint): number => Math.sqrt((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2);
const last = (curve: Curve): PlanePoint => curve[curve.length - 1];

function curveLength(curve: Curve): number {
  let length = 0;
  for (let i = 1; i < curve.length; i++) length += apart(curve[i - 1], curve[i]);
  return length;
}

/** From one point to another, bowed to the left of the way by `bowMm` at most (a parabola). */
export function bowed(from: PlanePoint, to: PlanePoint, bowMm: number, pieces: number): Curve {
  const length = Math.max(apart(from, to), 1e-6);
  const [nx, ny] = [-(to[1] - from[1]) / length, (to[0] - from[0]) / length];
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const t = i / pieces;
    const [x, y] = between(from, to, t);
    const out = 4 * bowMm * t * (1 - t);
    return [x + out * nx, y + out * ny];
  });
}

/** The part of a curve before its last `cutMm`, ending exactly there, and the way it runs at that end. */
function shortened(curve: Curve, cutMm: number): { readonly kept: Curve; readonly way: PlanePoint } {
  let left = curveLength(curve) - cutMm;
  const kept: PlanePoint[] = [curve[0]];
  for (let i = 1; i < curve.length; i++) {
    const [a, b] = [curve[i - 1], curve[i]];
    const step = apart(a, b);
    if (step >= left || i === curve.length - 1) {
      kept.push(between(a, b, clamp(left / Math.max(step, 1e-9), 0, 1)));
      return { kept, way: [(b[0] - a[0]) / Math.max(step, 1e-9), (b[1] - a[1]) / Math.max(step, 1e-9)] };
    }
    left -= step;
    kept.push(b);
  }
  return { kept, way: [1, 0] };
}

/** What an arc may take of the curves it joins: another corner may follow. */
const MOST_SHARE = 0.6;
/** Pieces of a rounded corner. */
const ROUNDED_PIECES = 12;

/**
 * Joins two curves that meet in a corner by an arc of about this radius, tangent to both, and tells the arc's middle.
 * The arc takes at most MOST_SHARE of either curve.
 */
export function rounded(
  before: Curve,
  after: Curve,
  radiusMm: number,
): { readonly before: Curve; readonly arc: Curve; readonly after: Curve; readonly middle: PlanePoint } {
  const a = shortened(before, Math.min(1, 0.45 * curveLength(before))).way;
  const backwards = after.toReversed();
  const b = shortened(backwards, Math.min(1, 0.45 * curveLength(after))).way;
  // Cosine of the turn; tangent length of an arc of radius r is r·tan(turn / 2).
  const cosine = clamp(-(a[0] * b[0] + a[1] * b[1]), -0.9, 1);
  const wanted = radiusMm * Math.sqrt((1 - cosine) / (1 + cosine));
  const cut = Math.min(wanted, MOST_SHARE * curveLength(before), MOST_SHARE * curveLength(after));
  const start = shortened(before, cut);
  const end = shortened(backwards, cut);
  const [p, s] = [last(start.kept), last(end.kept)];
  // Cubic with the arc's own handles for a right angle; between 60 and 120 degrees it is within 2 % of the arc.
  const handle = 0.5523 * cut;
  const q: PlanePoint = [p[0] + handle * start.way[0], p[1] + handle * start.way[1]];
  const r: PlanePoint = [s[0] + handle * end.way[0], s[1] + handle * end.way[1]];
  const arc = Array.from({ length: ROUNDED_PIECES + 1 }, (_, i) => {
    const t = i / ROUNDED_PIECES;
    const [pq, qr, rs] = [between(p, q, t), between(q, r, t), between(r, s, t)];
    return between(between(pq, qr, t), between(qr, rs, t), t);
  });
  return { before: start.kept, arc, after: end.kept.toReversed(), middle: arc[ROUNDED_PIECES / 2] };
}

/** Catmull-Rom curve through the knots. */
export function through(knots: Curve, piecesEach: number): Curve {
  const at = (i: number): PlanePoint => knots[clamp(i, 0, knots.length - 1)];
  const curve: PlanePoint[] = [];
  for (let i = 0; i + 1 < knots.length; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let k = 0; k < piecesEach; k++) {
      const t = k / piecesEach;
      const on = (axis: 0 | 1): number =>
        b[axis] +
        0.5 *
          t *
          (c[axis] -
            a[axis] +
            t *
              (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis] + t * (3 * (b[axis] - c[axis]) + d[axis] - a[axis])));
      curve.push([on(0), on(1)]);
    }
  }
  curve.push(last(knots));
  return curve;
}
