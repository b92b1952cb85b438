import type { LookPicture, PointPx, TracedLine } from './picture';
import { scaleAt } from './picture';
import { reduced } from './patch';
import type { Bands, Patch } from './patch';

/** The border straightened: along the line to the right, from bare skin (row 0) into the field downwards. */
export interface Strip {
  readonly pxPerMm: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Distance of the first row from the line, mm; below 0 is bare skin. */
  readonly fromMm: number;
  /** Linear light; NaN outside the picture and where nothing may be measured. */
  readonly bands: Bands;
}

/** How far from the line the strip goes into bare skin and into the field, mm: twice the widest edge of healed work. */
export const STRIP_MM = { bare: 12, field: 22 };
/** Finer than any edge by far, and coarse enough that the grain of the skin is averaged. */
const STRIP_PX_PER_MM = 4;

/** A smooth curve through the points (centripetal enough for points set by hand: uniform Catmull-Rom), in short steps. */
export function smoothLine(points: readonly PointPx[], steps = 40): readonly PointPx[] {
  const at = (i: number): PointPx => {
    if (i < 0) return [2 * points[0][0] - points[1][0], 2 * points[0][1] - points[1][1]];
    const last = points.length - 1;
    if (i > last) return [2 * points[last][0] - points[last - 1][0], 2 * points[last][1] - points[last - 1][1]];
    return points[i];
  };
  const curve: PointPx[] = [];
  for (let i = 0; i + 1 < points.length; i++)
    for (let k = 0; k < steps; k++) {
      const u = k / steps;
      const value = (axis: 0 | 1): number => {
        const [a, b, c, d] = [at(i - 1)[axis], at(i)[axis], at(i + 1)[axis], at(i + 2)[axis]];
        return b + 0.5 * u * (c - a + u * (2 * a - 5 * b + 4 * c - d + u * (3 * (b - c) + d - a)));
      };
      curve.push([value(0), value(1)]);
    }
  return [...curve, points[points.length - 1]];
}

/** A place on the line, the direction into the field there (length 1) and the scale. */
interface Stand {
  readonly place: PointPx;
  readonly inwards: PointPx;
  readonly pxPerMm: number;
}

/** Places along the line, `stepMm` apart. */
function standsOn(picture: LookPicture, line: TracedLine, stepMm: number): readonly Stand[] {
  const curve = smoothLine(line.points);
  const stands: Stand[] = [];
  let leftMm = 0;
  for (let i = 0; i + 1 < curve.length; i++) {
    const [ax, ay] = curve[i];
    const [dx, dy] = [curve[i + 1][0] - ax, curve[i + 1][1] - ay];
    const lengthPx = Math.hypot(dx, dy);
    if (lengthPx === 0) continue;
    const pxPerMm = scaleAt(picture.pxPerMm, ax, ay);
    const lengthMm = lengthPx / pxPerMm;
    for (; leftMm < lengthMm; leftMm += stepMm) {
      const share = leftMm / lengthMm;
      // To the left of the way, on the screen.
      stands.push({ place: [ax + share * dx, ay + share * dy], inwards: [dy / lengthPx, -dx / lengthPx], pxPerMm });
    }
    leftMm -= lengthMm;
  }
  return stands;
}

/** Between four px, by distance; NaN where one of them is not to be measured. */
function between(patch: Omit<Patch, 'own'>, band: Float32Array, xPx: number, yPx: number): number {
  const [x, y] = [Math.floor(xPx), Math.floor(yPx)];
  if (x < 0 || y < 0 || x + 1 >= patch.widthPx || y + 1 >= patch.heightPx) return NaN;
  const i = y * patch.widthPx + x;
  const corners = [i, i + 1, i + patch.widthPx, i + patch.widthPx + 1];
  if (corners.some((corner) => patch.inside[corner] < 0.5)) return NaN;
  const [u, v] = [xPx - x, yPx - y];
  const [a, b, c, d] = corners.map((corner) => band[corner]);
  return (a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v;
}

/**
 * The picture straightened along the line; what its `skin` leaves out is left out. The scale may vary along the
 * line; across it the one on the line counts.
 */
export function stripAlong(picture: LookPicture, line: TracedLine): Strip {
  const { pixels } = picture;
  const stepMm = 1 / STRIP_PX_PER_MM;
  const stands = standsOn(picture, line, stepMm);
  const scale = stands.reduce((sum, { pxPerMm }) => sum + pxPerMm, 0) / Math.max(1, stands.length);
  const whole = { leftPx: 0, topPx: 0, rightPx: pixels.widthPx, bottomPx: pixels.heightPx };
  const valid = picture.skin ?? new Float32Array(pixels.widthPx * pixels.heightPx).fill(1);
  const patch = reduced(pixels, Float32Array.from(valid), whole, [scale, STRIP_PX_PER_MM]);
  const factor = scale / patch.pxPerMm;
  const heightPx = Math.round((STRIP_MM.bare + STRIP_MM.field) * STRIP_PX_PER_MM);
  const bands = patch.bands.map((band) => {
    const values = new Float32Array(stands.length * heightPx);
    for (let row = 0; row < heightPx; row++)
      stands.forEach(({ place, inwards, pxPerMm }, column) => {
        const away = (row * stepMm - STRIP_MM.bare) * pxPerMm;
        const [x, y] = [place[0] + away * inwards[0], place[1] + away * inwards[1]];
        values[row * stands.length + column] = between(patch, band, x / factor - 0.5, y / factor - 0.5);
      });
    return values;
  });
  return {
    pxPerMm: STRIP_PX_PER_MM,
    widthPx: stands.length,
    heightPx,
    fromMm: -STRIP_MM.bare,
    bands: [bands[0], bands[1], bands[2]],
  };
}
