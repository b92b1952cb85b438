import type { Build } from '~/model/design/choices';
import { meanCranium, resizeCranium, surfacePoint } from '~/model/head/cranium';
import type { Cranium } from '~/model/head/head';
import { rotate } from '~/model/maths/rotation';
import type { HeadInView, Pose } from '~/model/view/view';
import { NormalEquations } from '~/model/maths/least-squares';
import type { OutlineMask } from '~/model/raster/photo-map';
import { projectPinhole } from '~/model/view/camera';
import { LANDMARKS } from '~/model/view/head-reading';
import type { FaceReading, HeadReading } from '~/model/view/head-reading';
import { rimEdges, warpTo } from '~/model/view/outline-warp';
import type { RimEdge } from '~/model/view/outline-warp';
import { likelyCameras } from './camera-prior';
import {
  addFocalBelief,
  addSeenPoints,
  POSE_UNKNOWNS,
  refinePose,
  roughPose,
  seenPlace,
  seePlace,
  stepPose,
} from './head-pose';
import type { CameraPrior, SeenPoints } from './head-pose';
import { LANDMARK_WEIGHTS, READ_MM } from './landmark-template';
import { measuredFacePoints } from './measure-face';
import { placeByHand } from './place-by-hand';

/** Pose and skull that are sought together: the outline tells of both. */
export interface Guess {
  readonly pose: Pose;
  readonly cranium: Cranium;
  /** How far the skull's measures are from the mean ones: breadth, length, height, mm. */
  readonly sizes: readonly [number, number, number];
}

/**
 * Standard deviations of head breadth, length and height (docs/model.md, Head and hairline), mm; of the breadth, which
 * the outline shows best, with the uncertainty of the face's scale (6 %) in it.
 */
export const SIZE_DEVIATIONS_MM = [6.5, 7, 6.2] as const;
/**
 * Behind a face as large as the canonical mesh the head is broader than the survey's mean: by 4.5 mm on the rendered
 * heads, by 6 to 15 mm (some of it hair) on photos of bald men. Less than either, as breadth also tells of the lens.
 */
const SIZE_MEANS_MM = [3, 0, 0] as const;
/** Unknowns of a guess, in the order of such a step. */
export const UNKNOWNS = POSE_UNKNOWNS + 3;
/**
 * Standard deviation of one point of the outline about the model's rim, mm: neighbours err together. Set on the rendered heads
 * (docs/model.md, Reading a photo).
 */
const OUTLINE_MM = 5;
/**
 * Residuals of the outline beyond this count less and less: hair, ears, a cap. Set on the rendered heads (docs/model.md, Reading a
 * photo).
 */
const OUTLINE_ROBUST_MM = 5;
/**
 * Rounds of a fit: at least and at most, and what the squares (in standard deviations) have to change by for another to be worth it. A
 * camera of which little is believed is found slowly, and one that was not found yet would be held to be the wrong one.
 */
const ROUNDS = { least: 8, most: 24, worth: 0.02 };
/** Step for slopes by differences. */
const SIZE_STEP_MM = 0.5;

/** A guess after a step of the unknowns: the pose's (head-pose.ts), then mm of breadth, length and height. */
export function moved(guess: Guess, build: Build, step: ArrayLike<number>): Guess {
  const [b, l, h] = guess.sizes;
  const sizes = [b + step[7], l + step[8], h + step[9]] as const;
  return { pose: stepPose(guess.pose, step), cranium: resizeCranium(meanCranium(build), ...sizes), sizes };
}

const rimPlace = seenPlace(UNKNOWNS);

/**
 * Adds how far the outline's places stand off the skull's rim, in mm at the head. As the head moves, the rim moves in the
 * picture with the places that make it, seen square to itself (sliding along the skull changes nothing there).
 */
export function addOutline(equations: NormalEquations, guess: Guess, build: Build, edges: readonly RimEdge[]): void {
  const { pose } = guess;
  const mmPerPx = -pose.translationMm[2] / pose.focalPx;
  const slopes = new Float64Array(UNKNOWNS);
  const resized = [0, 1, 2].map((size) => {
    const [b, l, h] = guess.sizes.map((mm, k) => (k === size ? mm + SIZE_STEP_MM : mm));
    return resizeCranium(meanCranium(build), b, l, h);
  });
  for (const edge of edges) {
    const { rim } = edge;
    const { direction, normal } = rim;
    // The skin's normal in camera axes, which at the rim is the rim's own in the picture.
    const [right, up] = rotate(pose.rotation, normal.x, normal.y, normal.z);
    const down = -up;
    seePlace(pose, rim, rimPlace);
    resized.forEach((other, size) => {
      const seen = projectPinhole(pose, surfacePoint(other, direction));
      rimPlace.right[POSE_UNKNOWNS + size] = ((seen.xPx - rimPlace.xPx) * mmPerPx) / SIZE_STEP_MM;
      rimPlace.down[POSE_UNKNOWNS + size] = ((seen.yPx - rimPlace.yPx) * mmPerPx) / SIZE_STEP_MM;
    });
    const along = right * edge.right + down * edge.down;
    for (let i = 0; i < UNKNOWNS; i++) slopes[i] = (right * rimPlace.right[i] + down * rimPlace.down[i]) / along;
    const mm = (rim.radiusPx - edge.edgePx) * mmPerPx;
    const robust = 1 + (mm / OUTLINE_ROBUST_MM) ** 2;
    equations.add(mm, slopes, 1 / (robust * robust * OUTLINE_MM * OUTLINE_MM));
  }
}

/** All that is known of a head, about a guess. */
function addAll(
  equations: NormalEquations,
  guess: Guess,
  build: Build,
  { seen, prior, outline }: { seen: SeenPoints; prior: CameraPrior; outline: OutlineMask | null },
): void {
  equations.clear();
  addSeenPoints(equations, guess.pose, seen);
  addFocalBelief(equations, guess.pose, prior);
  if (outline !== null) addOutline(equations, guess, build, rimEdges(guess.cranium, guess.pose, outline));
  SIZE_DEVIATIONS_MM.forEach((deviation, k) => {
    equations.believe(POSE_UNKNOWNS + k, guess.sizes[k] - SIZE_MEANS_MM[k], deviation);
  });
}

/** The head as this camera would have taken it, and how unlikely that is: −2 log, to a common constant. */
function fitTogether(
  outline: OutlineMask | null,
  seen: SeenPoints,
  prior: CameraPrior,
  build: Build,
): { readonly guess: Guess; readonly unlikely: number } {
  let guess: Guess = {
    pose: refinePose(roughPose(seen, prior), seen, prior),
    cranium: resizeCranium(meanCranium(build), ...SIZE_MEANS_MM),
    sizes: SIZE_MEANS_MM,
  };
  const equations = new NormalEquations(UNKNOWNS);
  const known = { seen, prior, outline };
  let before = Infinity;
  for (let round = 0; round < ROUNDS.most && outline !== null; round++) {
    addAll(equations, guess, build, known);
    if (round >= ROUNDS.least && Math.abs(before - equations.squares) < ROUNDS.worth) break;
    before = equations.squares;
    const step = equations.solve(round < 2 ? 1e-2 : 0);
    if (step === null) break;
    guess = moved(guess, build, step);
  }
  addAll(equations, guess, build, known);
  const { odds } = prior.focal(guess.pose.focalPx / -guess.pose.translationMm[2]);
  return { guess, unlikely: equations.squares - 2 * Math.log(odds) };
}

/** Whether a pose is one at all: of a face that no head explains none is found. */
export const isFinitePose = ({ rotation, translationMm, focalPx }: Pose): boolean =>
  [...rotation, ...translationMm, focalPx].every(Number.isFinite);

/** The landmarks of a face as points to be fitted; `readMm`: 3 × 468, where they are read on the head, head frame, mm. */
export function seenLandmarks({ landmarksPx }: FaceReading, readMm: Float64Array): SeenPoints {
  const seenPx = new Float64Array(2 * LANDMARKS);
  for (let i = 0; i < LANDMARKS; i++) {
    seenPx[2 * i] = landmarksPx[3 * i];
    seenPx[2 * i + 1] = landmarksPx[3 * i + 1];
  }
  return { pointsMm: readMm, seenPx, weights: LANDMARK_WEIGHTS };
}

/**
 * Understands a head: pose and focal length from the landmarks, the skull's measures from the outline, both at once and
 * each weighed by how well it is known; then the warp that closes what is left between rim and outline. Without a
 * face (or with one that no head explains) the head is placed by hand. `readMm`: 3 × 468, where the landmarker reads
 * the landmarks of the average face, head frame.
 */
export function fitHead(reading: HeadReading, build: Build, readMm: Float64Array = READ_MM): HeadInView {
  const { face, outline, photo } = reading;
  if (face === null || face.landmarksPx.length < 3 * LANDMARKS) return placeByHand(photo, build);
  const seen = seenLandmarks(face, readMm);
  const fits = likelyCameras(photo, reading.focalPx).map((prior) => fitTogether(outline, seen, prior, build));
  const { pose, cranium } = fits.reduce((best, other) => (other.unlikely < best.unlikely ? other : best)).guess;
  if (!isFinitePose(pose)) return placeByHand(photo, build);
  return {
    pose,
    cranium,
    warp: outline === null ? null : warpTo(cranium, pose, rimEdges(cranium, pose, outline)),
    face: measuredFacePoints(cranium, pose, face.landmarksPx, readMm),
    source: 'face',
  };
}
