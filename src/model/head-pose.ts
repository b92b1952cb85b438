import { multiply, nearestRotation, turnBy } from './rotation';
import { NormalEquations } from './least-squares';
import type { Pose } from './head';
import { clamp } from './units';
import type { PointPx } from './units';

/** Points of the head (mm), where each was seen (px), and how much each counts. */
export interface SeenPoints {
  /** 3 × n. */
  readonly pointsMm: Float64Array;
  /** 2 × n. */
  readonly seenPx: Float64Array;
  /** n; 0 leaves a point out. */
  readonly weights: Float64Array;
}

/** What is believed of the camera beforehand. */
export interface CameraPrior {
  readonly principal: PointPx;
  /** Natural logarithm of the focal length in px, given the scale px/mm at the head, and its standard deviation. */
  readonly focal: (scalePxPerMm: number) => { readonly px: number; readonly logDeviation: number };
}

const at = (list: ArrayLike<number>, index: number): number => list[index] ?? 0;

/**
 * A first pose from scaled orthography: the affine map from head to picture by linear least squares, its rows made
 * square ("POS"; DeMenthon and Davis 1995). Needs points that do not lie in one plane.
 */
export function roughPose({ pointsMm, seenPx, weights }: SeenPoints, prior: CameraPrior): Pose {
  const right = new NormalEquations(4);
  const up = new NormalEquations(4);
  for (let i = 0; i < weights.length; i++) {
    const slopes = [at(pointsMm, 3 * i), at(pointsMm, 3 * i + 1), at(pointsMm, 3 * i + 2), 1];
    right.add(-at(seenPx, 2 * i), slopes, at(weights, i));
    up.add(at(seenPx, 2 * i + 1), slopes, at(weights, i));
  }
  const u = right.solve() ?? Float64Array.of(1, 0, 0, prior.principal.xPx);
  const v = up.solve() ?? Float64Array.of(0, 1, 0, -prior.principal.yPx);
  const scale = Math.sqrt(Math.hypot(at(u, 0), at(u, 1), at(u, 2)) * Math.hypot(at(v, 0), at(v, 1), at(v, 2))) || 1;
  const focalPx = prior.focal(scale).px;
  const depth = focalPx / scale;
  return {
    rotation: nearestRotation([at(u, 0), at(u, 1), at(u, 2)], [at(v, 0), at(v, 1), at(v, 2)]),
    translationMm: [(at(u, 3) - prior.principal.xPx) / scale, (at(v, 3) + prior.principal.yPx) / scale, -depth],
    focalPx,
    principal: prior.principal,
  };
}

/** Residuals beyond this are outliers and count less (Cauchy's weights), mm at the head. */
const ROBUST_MM = 3;
/** Standard deviation with which one landmark of weight 1 is read, mm; neighbours err together, hence so large. */
const LANDMARK_MM = 12;
const ROUNDS = 12;
/** Highest z of the head's origin in camera axes, mm. */
const NEAREST_HEAD_MM = -150;

/** Unknowns of a pose in the order of a step: turns about the camera's axes, shifts along them, log of the focal length. */
export const POSE_UNKNOWNS = 7;

const slopes = new Float64Array(POSE_UNKNOWNS);

/** Adds how far each point's image lies from where it was seen, in mm at the head, robustly (Cauchy's weights). */
export function addSeenPoints(equations: NormalEquations, pose: Pose, { pointsMm, seenPx, weights }: SeenPoints): void {
  const { rotation: r, focalPx, principal } = pose;
  const [tx, ty, tz] = pose.translationMm;
  const mmPerPx = -tz / focalPx;
  for (let i = 0; i < weights.length; i++) {
    const weight = at(weights, i);
    if (weight === 0) continue;
    const hx = at(pointsMm, 3 * i);
    const hy = at(pointsMm, 3 * i + 1);
    const hz = at(pointsMm, 3 * i + 2);
    const rx = at(r, 0) * hx + at(r, 1) * hy + at(r, 2) * hz;
    const ry = at(r, 3) * hx + at(r, 4) * hy + at(r, 5) * hz;
    const rz = at(r, 6) * hx + at(r, 7) * hy + at(r, 8) * hz;
    const depth = Math.max(-(rz + tz), 1);
    const k = (focalPx / depth) * mmPerPx;
    const a = (rx + tx) / depth;
    const b = (ry + ty) / depth;
    const errorU = (principal.xPx + focalPx * a - at(seenPx, 2 * i)) * mmPerPx;
    const errorV = (principal.yPx - focalPx * b - at(seenPx, 2 * i + 1)) * mmPerPx;
    const square = errorU * errorU + errorV * errorV;
    const robust = weight / (1 + square / (ROBUST_MM * ROBUST_MM)) / (LANDMARK_MM * LANDMARK_MM);
    // du = k·(dx + a·dz), dv = −k·(dy + b·dz) for a shift (dx, dy, dz) in camera axes.
    slopes[0] = k * a * ry;
    slopes[1] = k * (rz - a * rx);
    slopes[2] = -k * ry;
    slopes[3] = k;
    slopes[4] = 0;
    slopes[5] = k * a;
    slopes[6] = focalPx * a * mmPerPx;
    equations.add(errorU, slopes, robust);
    slopes[0] = k * (rz - b * ry);
    slopes[1] = k * b * rx;
    slopes[2] = -k * rx;
    slopes[3] = 0;
    slopes[4] = -k;
    slopes[5] = -k * b;
    slopes[6] = -focalPx * b * mmPerPx;
    equations.add(errorV, slopes, robust);
  }
}

/** Adds what is believed of the focal length. */
export function addFocalBelief(equations: NormalEquations, pose: Pose, prior: CameraPrior): void {
  const { px, logDeviation } = prior.focal(pose.focalPx / -pose.translationMm[2]);
  equations.add(Math.log(pose.focalPx / px) / logDeviation, [0, 0, 0, 0, 0, 0, 1 / logDeviation], 1);
}

/** The pose after a step of the unknowns above; kept in front of the camera and the focal length within reason. */
export function stepPose(pose: Pose, step: ArrayLike<number>): Pose {
  const [tx, ty, tz] = pose.translationMm;
  return {
    rotation: multiply(turnBy(at(step, 0), at(step, 1), at(step, 2)), pose.rotation),
    translationMm: [tx + at(step, 3), ty + at(step, 4), Math.min(tz + at(step, 5), NEAREST_HEAD_MM)],
    focalPx: pose.focalPx * Math.exp(clamp(at(step, 6), -0.5, 0.5)),
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
