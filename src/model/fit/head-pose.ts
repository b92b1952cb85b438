import type { PointMm, PointPx } from '~/model/base/units';
import type { Pose } from '~/model/view/view';
import { NormalEquations } from '~/model/maths/least-squares';
import { clamp } from '~/model/maths/numbers';
import { multiply, nearestRotation, rotate, turnBy } from '~/model/maths/rotation';

/** Points of the head (mm), where each was seen (px), and how much each counts. */
export interface SeenPoints {
  /** 3 × n. */
  readonly pointsMm: Float64Array;
  /** 2 × n. */
  readonly seenPx: Float64Array;
  /** n; 0 leaves a point out. */
  readonly weights: Float64Array;
}

/**
 * Focal length, px, given the scale px/mm at the head, the standard deviation of its natural logarithm, and how likely
 * such a camera is beforehand, to any common factor.
 */
export type FocalBelief = (scalePxPerMm: number) => {
  readonly px: number;
  readonly logDeviation: number;
  readonly odds: number;
};

/** What is believed of the camera beforehand. */
export interface CameraPrior {
  readonly principal: PointPx;
  readonly focal: FocalBelief;
}

/**
 * A first pose from scaled orthography: the affine map from head to picture by linear least squares, its rows made
 * square ("POS"; DeMenthon and Davis 1995). Needs points that do not lie in one plane.
 */
export function roughPose({ pointsMm, seenPx, weights }: SeenPoints, prior: CameraPrior): Pose {
  const right = new NormalEquations(4);
  const up = new NormalEquations(4);
  for (let i = 0; i < weights.length; i++) {
    const slopes = [pointsMm[3 * i], pointsMm[3 * i + 1], pointsMm[3 * i + 2], 1];
    right.add(-seenPx[2 * i], slopes, weights[i]);
    up.add(seenPx[2 * i + 1], slopes, weights[i]);
  }
  const u = right.solve() ?? Float64Array.of(1, 0, 0, prior.principal.xPx);
  const v = up.solve() ?? Float64Array.of(0, 1, 0, -prior.principal.yPx);
  const scale = Math.sqrt(Math.hypot(u[0], u[1], u[2]) * Math.hypot(v[0], v[1], v[2])) || 1;
  const focalPx = prior.focal(scale).px;
  const depth = focalPx / scale;
  return {
    rotation: nearestRotation([u[0], u[1], u[2]], [v[0], v[1], v[2]]),
    translationMm: [(u[3] - prior.principal.xPx) / scale, (v[3] + prior.principal.yPx) / scale, -depth],
    focalPx,
    principal: prior.principal,
  };
}

/**
 * Residuals beyond this are outliers and count less (Cauchy's weights), mm at the head. Set on the rendered heads (docs/model.md, Reading
 * a photo).
 */
export const ROBUST_MM = 3;
/**
 * Standard deviation with which one landmark of weight 1 is read, mm; neighbours err together, hence so large. Set on the rendered heads
 * (docs/model.md, Reading a photo).
 */
const LANDMARK_MM = 12;
/** A turned face is read worse, at 45° twice as badly (rendered heads): by its cosine squared, down to this cosine. */
const LEAST_COSINE = 0.5;
const ROUNDS = 12;
/** Highest z of the head's origin in camera axes, mm. Our choice. */
const NEAREST_HEAD_MM = -150;

/** Unknowns of a pose in the order of a step: turns about the camera's axes, shifts along them, log of the focal length. */
export const POSE_UNKNOWNS = 7;

/** Where a place of the head is seen, px, and how that moves, in mm at the head, with each unknown. */
export interface SeenPlace {
  xPx: number;
  yPx: number;
  readonly right: Float64Array;
  readonly down: Float64Array;
}

export const seenPlace = (unknowns: number): SeenPlace => ({
  xPx: 0,
  yPx: 0,
  right: new Float64Array(unknowns),
  down: new Float64Array(unknowns),
});

/** Works out `seen` for a place of the head frame, mm; unknowns beyond the pose's are left as they are. */
export function seePlace({ rotation, translationMm, focalPx, principal }: Pose, place: PointMm, seen: SeenPlace): void {
  const [tx, ty, tz] = translationMm;
  const [rx, ry, rz] = rotate(rotation, place.xMm, place.yMm, place.zMm);
  const depth = Math.max(-(rz + tz), 1);
  const k = -tz / depth;
  const a = (rx + tx) / depth;
  const b = (ry + ty) / depth;
  seen.xPx = principal.xPx + focalPx * a;
  seen.yPx = principal.yPx - focalPx * b;
  // du = k·(dx + a·dz), dv = −k·(dy + b·dz) for a shift (dx, dy, dz) in camera axes.
  const { right, down } = seen;
  right[0] = k * a * ry;
  right[1] = k * (rz - a * rx);
  right[2] = -k * ry;
  right[3] = k;
  right[4] = 0;
  right[5] = k * a;
  right[6] = -tz * a;
  down[0] = k * (rz - b * ry);
  down[1] = k * b * rx;
  down[2] = -k * rx;
  down[3] = 0;
  down[4] = -k;
  down[5] = -k * b;
  down[6] = tz * b;
}

/** Variance of a landmark on a face turned like this, mm²; `fromFrontMm`: standard deviation from the front. */
export const landmarkVariance = ({ rotation }: Pose, fromFrontMm: number): number =>
  (fromFrontMm / Math.max(rotation[8], LEAST_COSINE) ** 2) ** 2;

const seenNow = seenPlace(POSE_UNKNOWNS);

/** Adds how far each point's image lies from where it was seen, in mm at the head, robustly (Cauchy's weights). */
export function addSeenPoints(equations: NormalEquations, pose: Pose, { pointsMm, seenPx, weights }: SeenPoints): void {
  const mmPerPx = -pose.translationMm[2] / pose.focalPx;
  const variance = landmarkVariance(pose, LANDMARK_MM);
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i];
    if (weight === 0) continue;
    const place = { xMm: pointsMm[3 * i], yMm: pointsMm[3 * i + 1], zMm: pointsMm[3 * i + 2] };
    seePlace(pose, place, seenNow);
    const errorU = (seenNow.xPx - seenPx[2 * i]) * mmPerPx;
    const errorV = (seenNow.yPx - seenPx[2 * i + 1]) * mmPerPx;
    const square = errorU * errorU + errorV * errorV;
    const robust = weight / (1 + square / (ROBUST_MM * ROBUST_MM)) / variance;
    equations.add(errorU, seenNow.right, robust);
    equations.add(errorV, seenNow.down, robust);
  }
}

/** Adds what is believed of the focal length. */
export function addFocalBelief(equations: NormalEquations, pose: Pose, prior: CameraPrior): void {
  const { px, logDeviation } = prior.focal(pose.focalPx / -pose.translationMm[2]);
  equations.believe(6, Math.log(pose.focalPx / px), logDeviation);
}

/** The pose after a step of the unknowns above; kept in front of the camera and the focal length within reason. */
export function stepPose(pose: Pose, step: ArrayLike<number>): Pose {
  const [tx, ty, tz] = pose.translationMm;
  return {
    rotation: multiply(turnBy(step[0], step[1], step[2]), pose.rotation),
    translationMm: [tx + step[3], ty + step[4], Math.min(tz + step[5], NEAREST_HEAD_MM)],
    focalPx: pose.focalPx * Math.exp(clamp(step[6], -0.5, 0.5)),
    principal: pose.principal,
  };
}

/** Betters a pose until the points' images lie nearest to where they were seen (Gauss–Newton). */
export function refinePose(start: Pose, seen: SeenPoints, prior: CameraPrior): Pose {
  let pose = start;
  const equations = new NormalEquations(POSE_UNKNOWNS);
  for (let round = 0; round < ROUNDS; round++) {
    equations.clear();
    addSeenPoints(equations, pose, seen);
    addFocalBelief(equations, pose, prior);
    const step = equations.solve(round < 3 ? 1e-2 : 1e-6);
    if (step === null) break;
    pose = stepPose(pose, step);
    if (step.reduce((sum, s) => sum + s * s, 0) < 1e-10) break;
  }
  return pose;
}
