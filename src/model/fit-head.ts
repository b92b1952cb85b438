import { cameraPrior } from './camera-prior';
import type { CameraPrior, SeenPoints } from './head-pose';
import { addFocalBelief, addSeenPoints, POSE_UNKNOWNS, refinePose, roughPose, stepPose } from './head-pose';
import { meanCranium, resizeCranium } from './cranium';
import { measuredFacePoints } from './face-points';
import { LANDMARK_WEIGHTS, READ_MM } from './landmark-template';
import { NormalEquations } from './least-squares';
import { outlineEdge, rimIsBare, warpTo } from './outline-warp';
import { placeByHand } from './place-head';
import { silhouette } from './silhouette';
import { LANDMARKS } from './head';
import type { Cranium, HeadFit, HeadReading, Pose } from './head';
import type { Build } from './params';

/** Pose and skull that are sought together: the outline tells of both. */
interface Guess {
  readonly pose: Pose;
  readonly cranium: Cranium;
  /** How far the skull's measures are from the mean ones: breadth, length, height, mm. */
  readonly sizes: readonly [number, number, number];
}

/**
 * Standard deviations of head breadth, length and height (domain notes 6), mm; of the breadth, which the outline shows
 * best, with the uncertainty of the face's scale (6 %) in it.
 */
const SIZE_DEVIATIONS_MM = [6.5, 7, 6.2] as const;
const UNKNOWNS = POSE_UNKNOWNS + 3;
/** Standard deviation of one point of the outline about the model's rim, mm: neighbours err together. */
const OUTLINE_MM = 5;
/** Residuals of the outline beyond this count less and less: hair, ears, a cap. */
const OUTLINE_ROBUST_MM = 5;
const ROUNDS = 8;
/** Steps for slopes by differences: radians, mm, log focal, mm of size. */
const STEPS = [1e-3, 1e-3, 1e-3, 0.2, 0.2, 0.2, 1e-2, 0.5, 0.5, 0.5] as const;

const at = (list: ArrayLike<number>, index: number): number => list[index] ?? 0;

function moved(guess: Guess, build: Build, step: ArrayLike<number>): Guess {
  const [b, l, h] = guess.sizes;
  const sizes = [b + at(step, 7), l + at(step, 8), h + at(step, 9)] as const;
  return { pose: stepPose(guess.pose, step), cranium: resizeCranium(meanCranium(build), ...sizes), sizes };
}

/** Adds how far the outline's places stand off the skull's rim, in mm at the head. */
function addOutline(equations: NormalEquations, guess: Guess, build: Build, edgePx: Float32Array): void {
  const here = silhouette(guess.cranium, guess.pose);
  const beside = STEPS.map((size, unknown) => {
    const step = new Float64Array(UNKNOWNS);
    step[unknown] = size;
    const other = moved(guess, build, step);
    return silhouette(other.cranium, other.pose);
  });
  const mmPerPx = -guess.pose.translationMm[2] / guess.pose.focalPx;
  const slopes = new Float64Array(UNKNOWNS);
  const off = (view: typeof here, x: number, y: number): { readonly mm: number; readonly bare: boolean } => {
    const dx = x - view.centre.xPx;
    const dy = y - view.centre.yPx;
    const rim = view.rimAt(Math.atan2(-dy, dx));
    return { mm: (rim.radiusPx - Math.hypot(dx, dy)) * mmPerPx, bare: rimIsBare(rim) };
  };
  for (let k = 0; k + 1 < edgePx.length; k += 2) {
    const x = edgePx[k] ?? 0;
    const y = edgePx[k + 1] ?? 0;
    const now = off(here, x, y);
    if (!now.bare) continue;
    beside.forEach((view, unknown) => {
      slopes[unknown] = (off(view, x, y).mm - now.mm) / (STEPS[unknown] ?? 1);
    });
    const robust = 1 + (now.mm / OUTLINE_ROBUST_MM) ** 2;
    equations.add(now.mm, slopes, 1 / (robust * robust * OUTLINE_MM * OUTLINE_MM));
  }
}

function fitTogether(reading: HeadReading, start: Pose, seen: SeenPoints, prior: CameraPrior, build: Build): Guess {
  let guess: Guess = { pose: start, cranium: meanCranium(build), sizes: [0, 0, 0] };
  const { outline } = reading;
  if (outline === null) return guess;
  const equations = new NormalEquations(UNKNOWNS);
  for (let round = 0; round < ROUNDS; round++) {
    const edgePx = outlineEdge(guess.cranium, guess.pose, outline);
    equations.clear();
    addSeenPoints(equations, guess.pose, seen);
    addFocalBelief(equations, guess.pose, prior);
    addOutline(equations, guess, build, edgePx);
    SIZE_DEVIATIONS_MM.forEach((deviation, k) => {
      const slopes = new Float64Array(UNKNOWNS);
      slopes[POSE_UNKNOWNS + k] = 1 / deviation;
      equations.add((guess.sizes[k] ?? 0) / deviation, slopes, 1);
    });
    const step = equations.solve(round < 2 ? 1e-2 : 0);
    if (step === null) break;
    guess = moved(guess, build, step);
  }
  return guess;
}

const isFinitePose = ({ rotation, translationMm, focalPx }: Pose): boolean =>
  [...rotation, ...translationMm, focalPx].every(Number.isFinite);

/**
 * Understands a head: pose and focal length from the landmarks, the skull's measures from the outline, both at once and
 * each weighed by how well it is known; then the warp that closes what is left between rim and outline. Without a
 * face (or with one that no head explains) the head is placed by hand.
 */
export function fitHead(reading: HeadReading, build: Build): HeadFit {
  const { face, outline, photo } = reading;
  if (face === null || face.landmarksPx.length < 3 * LANDMARKS) return placeByHand(photo, build);
  const seenPx = new Float64Array(2 * LANDMARKS);
  for (let i = 0; i < LANDMARKS; i++) {
    seenPx[2 * i] = face.landmarksPx[3 * i] ?? 0;
    seenPx[2 * i + 1] = face.landmarksPx[3 * i + 1] ?? 0;
  }
  const seen: SeenPoints = { pointsMm: READ_MM, seenPx, weights: LANDMARK_WEIGHTS };
  const prior = cameraPrior(photo, reading.focalPx);
  const start = refinePose(roughPose(seen, prior), seen, prior);
  const { pose, cranium } = fitTogether(reading, start, seen, prior, build);
  if (!isFinitePose(pose)) return placeByHand(photo, build);
  return {
    pose,
    cranium,
    warp: outline === null ? null : warpTo(cranium, pose, outlineEdge(cranium, pose, outline)),
    face: measuredFacePoints(cranium, pose, face.landmarksPx, READ_MM),
    source: 'face',
  };
}
