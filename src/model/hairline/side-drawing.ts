import type { Design } from '~/model/design/design';
import { SHAPE_ROWS, SIDE_ROWS } from '~/model/design/line-style';
import type { Head } from '~/model/head/head';
import { tapeOf } from '~/model/head/tape';
import type { TapePlace } from '~/model/head/tape';
import { bowed, rounded } from '~/model/maths/plane-curve';
import type { Curve, PlanePoint } from '~/model/maths/plane-curve';
import type { HairlinePoints } from './hairline-points';

/** Radius of the corner where a temple line is upright, mm; our choice. */
const UPRIGHT_TEMPLE_RADIUS_MM = 6;
/**
 * Women's corners are rounder by this much (the trade's rule: "rounded, no sharp temples"). In mm; how much is ours (docs/model.md, Head
 * and hairline).
 */
const WOMENS_ROUNDER_MM = 12;
/** The line misses its points by less than this. */
const CLOSE_MM = 0.05;
const MOST_ROUNDS = 16;
const FRONT_PIECES = 36;
const SIDE_PIECES = 24;

/**
 * The plane in which one side is drawn: the tape's (mm across, mm up), outwards positive, its width scaled so that angles
 * and radii are true at the corner.
 */
export interface SidePlane {
  /** 1 on the subject's left, −1 on the right. */
  readonly sign: 1 | -1;
  flat(place: TapePlace): PlanePoint;
  place(spot: PlanePoint): TapePlace;
}

export function sidePlane(head: Head, points: HairlinePoints, name: 'left' | 'right'): SidePlane {
  const sign = name === 'left' ? 1 : -1;
  const scale = tapeOf(head.cranium).sidewaysStretch(points[`${name}Corner`]);
  return {
    sign,
    flat: ({ acrossMm, heightMm }) => [sign * acrossMm * scale, heightMm],
    place: ([x, y]) => ({ acrossMm: (sign * x) / scale, heightMm: y }),
  };
}

/** One side of the line in its plane, from the middle to the ear, and the indices of its points. */
export interface SideDrawing {
  readonly spots: Curve;
  readonly corner: number;
  readonly temple: number;
}

/** A peak with a blunt tip that runs out smoothly: 1 in the middle, 0 from `halfWidthMm` outwards. */
function peakShare(besideMm: number, halfWidthMm: number): number {
  const t = Math.min(besideMm / halfWidthMm, 1);
  return (1 - t * t) * (1 - t * Math.sqrt(t));
}

/** Middle to corner: a gentle bow over the middle of the brow, and the steeper rise into the corner. */
function frontLine(design: Design, from: PlanePoint, to: PlanePoint): Curve {
  const { convexMm, peakDepthMm, peakWidthMm } = SHAPE_ROWS[design.shape];
  const rise = to[1] - from[1];
  const steep = rise - convexMm - peakDepthMm;
  return Array.from({ length: FRONT_PIECES + 1 }, (_, i) => {
    // Closer together in the middle, where a peak may be.
    const u = (i / FRONT_PIECES) ** 1.5;
    const x = from[0] + u * (to[0] - from[0]);
    const square = u * u;
    const peak = peakDepthMm === 0 ? 0 : peakDepthMm * (1 - peakShare(u * (to[0] - from[0]), peakWidthMm / 2));
    return [x, from[1] + convexMm * square + peak + steep * square * square];
  });
}

/**
 * One side of the line through the points that are always there. Rounding would cut a corner short of its point, so the
 * corner under the arc is moved out until the arc runs through the point itself.
 */
export function drawSide(
  design: Design,
  points: HairlinePoints,
  plane: SidePlane,
  name: 'left' | 'right',
): SideDrawing {
  const shape = SHAPE_ROWS[design.shape];
  const [middle, corner, temple, ear] = [
    plane.flat(points.middle),
    plane.flat(points[`${name}Corner`]),
    plane.flat(points[`${name}Temple`]),
    plane.flat(points[`${name}Ear`]),
  ];
  const cornerRadius = shape.cornerRadiusMm + (design.build === 'women' ? WOMENS_ROUNDER_MM : 0);
  const profile = SIDE_ROWS[design.sideProfile];
  const templeRadius = shape.templeUpright ? UPRIGHT_TEMPLE_RADIUS_MM : profile.templeRadiusMm;
  const templeBow = shape.templeUpright ? 0 : profile.templeBowMm;

  let [sharpCorner, sharpTemple] = [corner, temple];
  let line: PlanePoint[] = [];
  let [cornerAt, templeAt] = [0, 0];
  let missMm = Infinity;
  for (let round = 0; round < MOST_ROUNDS && missMm > CLOSE_MM; round++) {
    const front = frontLine(design, middle, sharpCorner);
    const down = bowed(sharpCorner, sharpTemple, templeBow, SIDE_PIECES);
    const back = bowed(sharpTemple, ear, profile.sideburnBowMm, SIDE_PIECES);
    const top = rounded(front, down, cornerRadius);
    const low = rounded(top.after, back, templeRadius);
    line = [...top.before, ...top.arc.slice(1), ...low.before.slice(1), ...low.arc.slice(1), ...low.after.slice(1)];
    cornerAt = top.before.length - 1 + (top.arc.length - 1) / 2;
    templeAt = top.before.length + top.arc.length - 2 + low.before.length - 1 + (low.arc.length - 1) / 2;
    const [cornerX, cornerY] = [corner[0] - top.middle[0], corner[1] - top.middle[1]];
    const [templeX, templeY] = [temple[0] - low.middle[0], temple[1] - low.middle[1]];
    sharpCorner = [sharpCorner[0] + cornerX, sharpCorner[1] + cornerY];
    sharpTemple = [sharpTemple[0] + templeX, sharpTemple[1] + templeY];
    missMm = Math.max(Math.abs(cornerX), Math.abs(cornerY), Math.abs(templeX), Math.abs(templeY));
  }
  return { spots: line, corner: cornerAt, temple: templeAt };
}
