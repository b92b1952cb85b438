import type { Direction, PointMm } from '~/model/base/units';
import { directionTo, SURFACE_SLOTS, surfaceAt, surfacePoint, surfaceRadius } from '~/model/head/cranium';
import { HEAD_MARK_MM, markPlace } from '~/model/head/head-marks';
import type { Cranium } from '~/model/head/head';
import type { NormalEquations } from '~/model/maths/least-squares';
import { rotate } from '~/model/maths/rotation';
import { skinNear } from '~/model/view/camera';
import type { SameSkin } from '~/model/view/same-skin';
import type { Pose } from '~/model/view/view';
import { POSE_UNKNOWNS, seenPlace, seePlace } from './head-pose';
import type { SeenPlace } from './head-pose';
import { SHAPE_NUMBERS, SHAPE_STEP } from './head-shape';
import type { HeadShape } from './head-shape';
import { VIEW_UNKNOWNS } from './view-rows';
import type { HeadError, TappedKind, TappedMark, ViewResidual } from './view-to-fit';

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

/** A place that is seen `right` and `down` so, moved by this in the head frame: how that is seen, mm at the head. */
const seenMove = (
  { right, down }: Pick<SeenPlace, 'right' | 'down'>,
  { rotation }: Pose,
  move: readonly [number, number, number],
): readonly [number, number] => {
  const [x, y, z] = rotate(rotation, ...move);
  return [right[3] * x + right[5] * z, down[4] * y + down[5] * z];
};

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

/**
 * How far the skin stands off the best skull that the shape's numbers can make, mm, and the cosine of its slant from which on that
 * shifts a place no more: nearer to the head's edge the outline holds what is seen. Set on the rendered heads (docs/model.md,
 * Several photos).
 */
export const MISFIT_MM = 0.7;
const LEAST_SLANT = 0.1;

const seenThere = seenPlace(POSE_UNKNOWNS);
/** What moves a place: each unknown, and last 1 mm of misfit there. */
const MOVES = VIEW_UNKNOWNS + 1;
/** Written over by each call: rows are made by the thousand. */
const moves = [0, 1, 2].map(() => new Float64Array(MOVES));

/**
 * How a place that is seen at one and the same spot of the photo moves with each of them: three rows (x, y, z), mm. And which way
 * is up along the skin there.
 */
export function movesOf(
  { pose, shape }: Pick<HeadError, 'pose' | 'shape'>,
  { x, y, z }: Direction,
): { readonly moves: readonly Float64Array[]; readonly up: readonly number[] } {
  const { cranium, beside } = shape;
  surfaceAt(cranium, x, y, z, surface);
  const [radius, xMm, yMm, zMm, nx, ny, nz] = surface;
  seePlace(pose, { xMm, yMm, zMm }, seenThere);
  const { right, down } = seenThere;
  const seenAs = (p: readonly [number, number, number]): readonly [number, number] => seenMove(seenThere, pose, p);
  // Two ways along the skin.
  const flat = Math.hypot(nx, nz) || 1;
  const across = [nz / flat, 0, -nx / flat] as const;
  const up = [ny * across[2], nz * across[0] - nx * across[2], -ny * across[0]] as const;
  const [[a, c], [b, d]] = [seenAs(across), seenAs(up)];
  // Damped where the skin is seen at a slant: (UᵀU + s)⁻¹ Uᵀ.
  const slant = LEAST_SLANT ** 2;
  const [p, q, r] = [a * a + c * c + slant, a * b + c * d, b * b + d * d + slant];
  const determinant = p * r - q * q;
  /** What moves the place itself by `own`, and what is seen of it by (u, v). */
  const set = (i: number, own: readonly [number, number, number], u: number, v: number): void => {
    const [e, f] = [a * u + c * v, b * u + d * v];
    const along = (q * f - r * e) / determinant;
    const upwards = (q * e - p * f) / determinant;
    moves.forEach((row, axis) => {
      row[i] = own[axis] + along * across[axis] + upwards * up[axis];
    });
  };
  for (let i = 0; i < POSE_UNKNOWNS; i++) set(i, [0, 0, 0], right[i], down[i]);
  beside.forEach((other, k) => {
    const out = (surfaceRadius(other, x, y, z) - radius) / SHAPE_STEP;
    const own = [out * x, out * y, out * z + (other.centre.zMm - cranium.centre.zMm) / SHAPE_STEP] as const;
    set(POSE_UNKNOWNS + k, own, ...seenAs(own));
  });
  const off = [nx, ny, nz] as const;
  set(VIEW_UNKNOWNS, off, ...seenAs(off));
  return { moves, up };
}

/** Unknowns of skin that two photos show: the pose in each, and the head's shape. */
export const SAME_SKIN_UNKNOWNS = 2 * POSE_UNKNOWNS + SHAPE_NUMBERS;
/**
 * Standard deviation of where skin is found again, mm at the head: larger than what one is off by (0.3), as neighbours err together. And
 * beyond how many deviations it counts less and less: another spot was found.
 */
const FOUND_MM = 1.5;
const FOUND_ROBUST = 3;

/** How it is seen to move with each of them, and last with 1 mm of misfit. */
const skinRight = new Float64Array(SAME_SKIN_UNKNOWNS + 1);
const skinDown = new Float64Array(SAME_SKIN_UNKNOWNS + 1);

/**
 * Where skin that one photo shows is found again in another, about where that has it: it lies on the skull, give or take what the shape's
 * numbers leave of it. Returns the robust cost.
 */
export function addSameSkin(
  equations: NormalEquations,
  [from, to]: readonly [Pose, Pose],
  shape: HeadShape,
  { at, seen, about }: SameSkin,
): number {
  const direction = skinNear(shape.cranium, from, at, about);
  const { moves } = movesOf({ pose: from, shape }, direction);
  seePlace(to, surfacePoint(shape.cranium, direction), spot);
  // What moves the place where the first photo shows it, as the second sees that; and what moves the second.
  for (let i = 0; i < MOVES; i++) {
    const [u, v] = seenMove(spot, to, [moves[0][i], moves[1][i], moves[2][i]]);
    const slot = i < POSE_UNKNOWNS ? i : i + POSE_UNKNOWNS;
    skinRight[slot] = u;
    skinDown[slot] = v;
  }
  for (let i = 0; i < POSE_UNKNOWNS; i++) {
    skinRight[POSE_UNKNOWNS + i] = spot.right[i];
    skinDown[POSE_UNKNOWNS + i] = spot.down[i];
  }
  const mmPerPx = -to.translationMm[2] / to.focalPx;
  const errorU = (spot.xPx - seen.xPx) * mmPerPx;
  const errorV = (spot.yPx - seen.yPx) * mmPerPx;
  // Skin that stands off the skull is seen elsewhere on one line: along it less is known than across.
  const [standsU, standsV] = [skinRight[SAME_SKIN_UNKNOWNS], skinDown[SAME_SKIN_UNKNOWNS]];
  const stands = Math.hypot(standsU, standsV);
  const [u, v] = stands > 0 ? [standsU / stands, standsV / stands] : [1, 0];
  const across = FOUND_MM ** 2;
  const along = across + (SKIN_MM * stands) ** 2;
  const errorAlong = u * errorU + v * errorV;
  const errorAcross = u * errorV - v * errorU;
  const farther = 1 + (errorAlong ** 2 / along + errorAcross ** 2 / across) / FOUND_ROBUST ** 2;
  for (let i = 0; i < SAME_SKIN_UNKNOWNS; i++) {
    const [right, down] = [skinRight[i], skinDown[i]];
    skinRight[i] = u * right + v * down;
    skinDown[i] = u * down - v * right;
  }
  equations.add(errorAlong, skinRight, 1 / farther / along);
  equations.add(errorAcross, skinDown, 1 / farther / across);
  return FOUND_ROBUST ** 2 * Math.log(farther);
}
