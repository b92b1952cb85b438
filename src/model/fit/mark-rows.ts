import type { PointMm } from '~/model/base/units';
import { directionTo, SURFACE_SLOTS, surfaceAt } from '~/model/head/cranium';
import { HEAD_MARK_MM, markPlace } from '~/model/head/head-marks';
import type { Cranium } from '~/model/head/head';
import type { NormalEquations } from '~/model/maths/least-squares';
import type { Pose } from '~/model/view/view';
import { POSE_UNKNOWNS, seenPlace, seePlace } from './head-pose';
import { SHAPE_STEP } from './head-shape';
import type { HeadShape } from './head-shape';
import type { TappedKind, TappedMark, ViewResidual } from './view-to-fit';

/** Unknowns of a mark's place, head frame. */
export const MARK_UNKNOWNS = 3;
/** Standard deviation of a tap, mm at the head, and beyond what it counts less and less: another spot was tapped. */
const TAP_MM = 1.5;
const TAP_ROBUST_MM = 6;
/** How far the skin stands off the skull that is sought, mm. */
const SKIN_MM = 1;
const AXES = ['xMm', 'yMm', 'zMm'] as const;

/**
 * Where the average head of this skull has such a place, the same that a tap means where one photo is placed by hand (an ear is its
 * middle as it is seen, not the tragion); for a spot of the skin, which may be anywhere, null.
 */
export const believedPlace = (kind: TappedKind, cranium: Cranium): PointMm | null =>
  kind === 'skin' ? null : markPlace(cranium, kind);

const spot = seenPlace(POSE_UNKNOWNS + MARK_UNKNOWNS);

/** A tap about where the mark's place is seen: unknowns are the view's pose and the place. Returns the robust cost. */
export function addTap(
  equations: NormalEquations,
  pose: Pose,
  place: PointMm,
  { seen, mark }: TappedMark,
  told: ((residual: ViewResidual) => void) | null,
): number {
  seePlace(pose, place, spot);
  const { rotation: r } = pose;
  const { right, down } = spot;
  for (let axis = 0; axis < MARK_UNKNOWNS; axis++) {
    right[POSE_UNKNOWNS + axis] = right[3] * r[axis] + right[5] * r[6 + axis];
    down[POSE_UNKNOWNS + axis] = down[4] * r[3 + axis] + down[5] * r[6 + axis];
  }
  const mmPerPx = -pose.translationMm[2] / pose.focalPx;
  const errorU = (spot.xPx - seen.xPx) * mmPerPx;
  const errorV = (spot.yPx - seen.yPx) * mmPerPx;
  const square = errorU * errorU + errorV * errorV;
  const farther = 1 + square / TAP_ROBUST_MM ** 2;
  equations.add(errorU, right, 1 / farther / TAP_MM ** 2);
  equations.add(errorV, down, 1 / farther / TAP_MM ** 2);
  told?.({ kind: 'mark', mark, seen, expected: { xPx: spot.xPx, yPx: spot.yPx }, mm: Math.sqrt(square) });
  return (TAP_ROBUST_MM ** 2 * Math.log(farther)) / TAP_MM ** 2;
}

const surface = new Float64Array(SURFACE_SLOTS);

/** How far a place stands off a skull along the ray from its centre, mm. */
function standsOff(cranium: Cranium, place: PointMm): number {
  const { x, y, z } = directionTo(cranium, place);
  surfaceAt(cranium, x, y, z, surface);
  const { centre } = cranium;
  return Math.hypot(place.xMm - centre.xMm, place.yMm - centre.yMm, place.zMm - centre.zMm) - surface[0];
}

/** What is believed of a mark's place beforehand: unknowns are the head's shape and the place. Returns the cost. */
export function addPlaceBelief(equations: NormalEquations, shape: HeadShape, kind: TappedKind, place: PointMm): number {
  const { cranium, beside } = shape;
  const shapes = beside.length;
  const slopes = new Float64Array(shapes + MARK_UNKNOWNS);
  let cost = 0;
  if (kind === 'skin' || kind === 'crown') {
    const off = standsOff(cranium, place);
    const { x, y, z } = directionTo(cranium, place);
    const along = Math.max(surface[4] * x + surface[5] * y + surface[6] * z, 0.2);
    for (let axis = 0; axis < MARK_UNKNOWNS; axis++) slopes[shapes + axis] = surface[4 + axis] / along;
    beside.forEach((other, k) => {
      slopes[k] = (standsOff(other, place) - off) / SHAPE_STEP;
    });
    equations.add(off, slopes, 1 / SKIN_MM ** 2);
    cost += (off / SKIN_MM) ** 2;
  }
  if (kind === 'skin') return cost;
  const believed = markPlace(cranium, kind);
  const besides = beside.map((other) => markPlace(other, kind));
  AXES.forEach((axis, a) => {
    const off = place[axis] - believed[axis];
    slopes.fill(0);
    besides.forEach((there, k) => {
      slopes[k] = (believed[axis] - there[axis]) / SHAPE_STEP;
    });
    slopes[shapes + a] = 1;
    equations.add(off, slopes, 1 / HEAD_MARK_MM[kind] ** 2);
    cost += (off / HEAD_MARK_MM[kind]) ** 2;
  });
  return cost;
}

/** A place moved by a step of its unknowns. */
export const stepPlace = ({ xMm, yMm, zMm }: PointMm, step: ArrayLike<number>, from: number): PointMm => ({
  xMm: xMm + step[from],
  yMm: yMm + step[from + 1],
  zMm: zMm + step[from + 2],
});
