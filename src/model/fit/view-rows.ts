import type { PointMm } from '~/model/base/units';
import { surfaceRadius } from '~/model/head/cranium';
import { CANONICAL_MM } from '~/model/head/face-points';
import { NormalEquations } from '~/model/maths/least-squares';
import { clamp } from '~/model/maths/numbers';
import { rotate } from '~/model/maths/rotation';
import { edgeAlong } from '~/model/raster/photo-map';
import type { OutlineMask } from '~/model/raster/photo-map';
import { cameraPlace, projectPinhole } from '~/model/view/camera';
import type { FaceReading, HeadReading } from '~/model/view/head-reading';
import { rimEdges, withoutEars } from '~/model/view/outline-warp';
import type { Pose } from '~/model/view/view';
import { landmarkVariance, POSE_UNKNOWNS, ROBUST_MM, seenPlace, seePlace } from './head-pose';
import { FACE_MODES, SHAPE_NUMBERS, SHAPE_STEP } from './head-shape';
import type { HeadShape } from './head-shape';
import { LANDMARK_WEIGHTS, READ_MM } from './landmark-template';
import type { ViewResidual } from './view-to-fit';

/** Unknowns of one view, in the order of its rows: its pose, then the head's shape. */
export const VIEW_UNKNOWNS = POSE_UNKNOWNS + SHAPE_NUMBERS;

/** Rays about the skull's middle along which its rim and the outline are compared. */
const RAYS = 60;
/**
 * Standard deviations, mm at the head: of one landmark from the front, of the outline about the rim on one ray of RAYS. Large,
 * as neighbours err together; of those tried, these leave least on the rendered series (npm run measure -- --views).
 */
const LANDMARK_MM = 16;
const OUTLINE_MM = 2.5;
/**
 * How far a landmark truly errs, with what errs alike counted as if each erred alone: standard deviation from the front, mm at the
 * head. Less than the fit takes it to be, which so listens more to outline and marks: that leaves less on the rendered heads. Set on
 * them, each left out in turn (docs/model.md, Several photos).
 */
const LANDMARK_NOISE_MM = 9;
/** By so much the variance of a landmark is more than the fit takes it to be, as a share of that: less than nothing, for it is less. */
const LANDMARK_NOISE_BEYOND = (LANDMARK_NOISE_MM / LANDMARK_MM) ** 2 - 1;
/** Vertices down the middle of the face, from the forehead to the upper lip: above a beard, below a fringe. The ends only say which way it goes. */
const PROFILE = [151, 9, 8, 168, 6, 197, 195, 5, 4, 1, 19, 94, 2, 164] as const;
/**
 * Standard deviation of one of them about the edge of a face seen from the side, mm at the head: noses differ, and neighbours err together.
 * Of 3 to 12 mm all leave about as little (docs/model.md, Several photos).
 */
const PROFILE_MM = 6;
/** So far from where the head has it the edge of the face is looked for, mm. */
const PROFILE_REACH_MM = 15;
/**
 * The middle of the face is the edge of a head seen from its side: of the line of sight this share at least goes across the head, and
 * from the second on it is so fully (32° and 18° from the profile).
 */
const FROM_THE_SIDE = [0.85, 0.95] as const;
/** Residuals of the outline beyond this count less and less: hair, ears, a cap. */
const OUTLINE_ROBUST_MM = 5;

/** What one kind of evidence adds: the rows go into `equations`, each residual to `told`; returns the robust cost, −2 log. */
interface Into {
  readonly equations: NormalEquations;
  readonly told: ((residual: ViewResidual) => void) | null;
}

const spot = seenPlace(VIEW_UNKNOWNS);
const atRim = seenPlace(VIEW_UNKNOWNS);
const slopes = new Float64Array(VIEW_UNKNOWNS);

/** Where only a pose is sought nobody asks how things go with the head's shape: the dear part of a row is left out. */
const shapesIn = ({ size }: NormalEquations): number => (size > POSE_UNKNOWNS ? SHAPE_NUMBERS : 0);

/** Into `spot` how a vertex of the face, seen there already, goes with the first so many of the head's shape numbers. */
function addShapeSlopes(vertex: number, shapes: number, { rotation: r }: Pose): void {
  const { right, down } = spot;
  const k = 3 * vertex;
  for (let m = 0; m < shapes; m++) {
    const mode = FACE_MODES[m];
    const x = mode[k];
    const y = mode[k + 1];
    const z = mode[k + 2];
    const towards = r[6] * x + r[7] * y + r[8] * z;
    right[POSE_UNKNOWNS + m] = right[3] * (r[0] * x + r[1] * y + r[2] * z) + right[5] * towards;
    down[POSE_UNKNOWNS + m] = down[4] * (r[3] * x + r[4] * y + r[5] * z) + down[5] * towards;
  }
}

/** The landmarks of a face about those of the head sought, robustly (Cauchy). */
export function addLandmarks({ equations, told }: Into, pose: Pose, shape: HeadShape, face: FaceReading): number {
  const { landmarksPx } = face;
  const { readMm } = shape;
  const mmPerPx = -pose.translationMm[2] / pose.focalPx;
  const variance = landmarkVariance(pose, LANDMARK_MM);
  const shapes = shapesIn(equations);
  let cost = 0;
  for (let i = 0; i < LANDMARK_WEIGHTS.length; i++) {
    const weight = LANDMARK_WEIGHTS[i];
    if (weight === 0) continue;
    const k = 3 * i;
    seePlace(pose, { xMm: readMm[k], yMm: readMm[k + 1], zMm: readMm[k + 2] }, spot);
    const seen = { xPx: landmarksPx[k], yPx: landmarksPx[k + 1] };
    const errorU = (spot.xPx - seen.xPx) * mmPerPx;
    const errorV = (spot.yPx - seen.yPx) * mmPerPx;
    addShapeSlopes(i, shapes, pose);
    const square = errorU * errorU + errorV * errorV;
    const farther = 1 + square / (ROBUST_MM * ROBUST_MM);
    equations.add(errorU, spot.right, weight / farther / variance);
    equations.add(errorV, spot.down, weight / farther / variance);
    cost += (weight * ROBUST_MM * ROBUST_MM * Math.log(farther)) / variance;
    told?.({ kind: 'landmark', seen, expected: { xPx: spot.xPx, yPx: spot.yPx }, mm: Math.sqrt(square) });
  }
  return cost;
}

/**
 * What a fit's own equations lack to be their noise (`NormalEquations.spread`), where a face was heard: how far landmarks truly err, instead
 * of how much they are heard. `at`: where the unknowns of the view are among those of `noise`; `weight`: how much the view counts.
 */
export function addLandmarkNoise(
  noise: NormalEquations,
  at: readonly number[],
  pose: Pose,
  shape: HeadShape,
  face: FaceReading,
  weight: number,
): void {
  const rows = new NormalEquations(VIEW_UNKNOWNS);
  addLandmarks({ equations: rows, told: null }, pose, shape, face);
  noise.addBlock(rows, at, weight * LANDMARK_NOISE_BEYOND);
}

/**
 * The outline about the skull's rim, both on the same ray from the skull's middle. As the head moves, the rim moves in the
 * picture with the places that make it, seen square to itself (sliding along the skull changes nothing there). Without a face
 * what ears may stand out over is left out.
 */
export function addOutline(
  { equations, told }: Into,
  pose: Pose,
  shape: HeadShape,
  { face, outline }: Pick<HeadReading, 'face' | 'outline'>,
): number {
  if (outline === null) return 0;
  const { cranium, beside } = shape;
  const mmPerPx = -pose.translationMm[2] / pose.focalPx;
  const variance = OUTLINE_MM * OUTLINE_MM;
  const edges = rimEdges(cranium, pose, outline, RAYS);
  const shapes = shapesIn(equations);
  let cost = 0;
  for (const edge of face === null ? withoutEars(cranium, pose, edges) : edges) {
    const { rim, xPx, yPx } = edge;
    const { direction, normal } = rim;
    // The skin's normal in camera axes, which at the rim is the rim's own in the picture.
    const [right, up] = rotate(pose.rotation, normal.x, normal.y, normal.z);
    seePlace(pose, rim, atRim);
    const radius = surfaceRadius(cranium, direction.x, direction.y, direction.z);
    for (let k = 0; k < shapes; k++) {
      const other = beside[k];
      // The place in this direction moves out, and with the skull's middle, which only moves along z.
      const out = (surfaceRadius(other, direction.x, direction.y, direction.z) - radius) / SHAPE_STEP;
      const back = (other.centre.zMm - cranium.centre.zMm) / SHAPE_STEP;
      const [x, y, z] = rotate(pose.rotation, out * direction.x, out * direction.y, out * direction.z + back);
      atRim.right[POSE_UNKNOWNS + k] = atRim.right[3] * x + atRim.right[5] * z;
      atRim.down[POSE_UNKNOWNS + k] = atRim.down[4] * y + atRim.down[5] * z;
    }
    const along = right * edge.right - up * edge.down;
    if (!(along > 0.2)) continue;
    for (let i = 0; i < POSE_UNKNOWNS + shapes; i++) slopes[i] = (right * atRim.right[i] - up * atRim.down[i]) / along;
    const beyondPx = rim.radiusPx - edge.edgePx;
    const mm = beyondPx * mmPerPx;
    const share = (mm / OUTLINE_ROBUST_MM) ** 2;
    equations.add(mm, slopes, 1 / ((1 + share) * (1 + share) * variance));
    cost += (mm * mm) / (1 + share) / variance;
    if (told !== null) {
      const expected = { xPx: xPx + beyondPx * edge.right, yPx: yPx + beyondPx * edge.down };
      told({ kind: 'outline', seen: { xPx, yPx }, expected, mm: Math.abs(mm) });
    }
  }
  return cost;
}

/** Where the skin of the face is at a vertex, head frame, mm: the landmarker reads it elsewhere. */
function onSkin({ readMm }: HeadShape, vertex: number): PointMm {
  const k = 3 * vertex;
  return {
    xMm: readMm[k] - READ_MM[k] + CANONICAL_MM[k],
    yMm: readMm[k + 1] - READ_MM[k + 1] + CANONICAL_MM[k + 1],
    zMm: readMm[k + 2] - READ_MM[k + 2] + CANONICAL_MM[k + 2],
  };
}

/**
 * The outline about brow, nose and lip of a head seen from its side, square to the face's edge. Where no face was found it tells how the
 * head is tilted and where it lies, which the round skull hardly does.
 */
export function addProfile({ equations, told }: Into, pose: Pose, shape: HeadShape, outline: OutlineMask): number {
  const camera = cameraPlace(pose);
  const across = Math.abs(camera.xMm) / Math.hypot(camera.xMm, camera.yMm, camera.zMm);
  const [none, all] = FROM_THE_SIDE;
  const share = clamp((across - none) / (all - none), 0, 1);
  if (share === 0) return 0;
  const mmPerPx = -pose.translationMm[2] / pose.focalPx;
  const reachPx = PROFILE_REACH_MM / mmPerPx;
  const variance = PROFILE_MM * PROFILE_MM;
  const shapes = shapesIn(equations);
  const skin = PROFILE.map((vertex) => onSkin(shape, vertex));
  const edge = skin.map((place) => projectPinhole(pose, place));
  // Going down the face, the air is on the right hand where the person's left side is seen, and on the left hand where the right is.
  const outward = camera.xMm > 0 ? 1 : -1;
  let cost = 0;
  for (let m = 1; m + 1 < PROFILE.length; m++) {
    const alongX = edge[m + 1].xPx - edge[m - 1].xPx;
    const alongY = edge[m + 1].yPx - edge[m - 1].yPx;
    const length = Math.hypot(alongX, alongY);
    const outX = (-outward * alongY) / length;
    const outY = (outward * alongX) / length;
    const from = { xPx: edge[m].xPx - outX * reachPx, yPx: edge[m].yPx - outY * reachPx };
    const foundPx = edgeAlong(outline, from, Math.atan2(-outY, outX), 0, 2 * reachPx);
    if (foundPx === null) continue;
    seePlace(pose, skin[m], spot);
    addShapeSlopes(PROFILE[m], shapes, pose);
    for (let i = 0; i < POSE_UNKNOWNS + shapes; i++) slopes[i] = outX * spot.right[i] + outY * spot.down[i];
    const mm = (reachPx - foundPx) * mmPerPx;
    const farther = 1 + (mm / OUTLINE_ROBUST_MM) ** 2;
    equations.add(mm, slopes, share / (farther * farther * variance));
    cost += (share * mm * mm) / farther / variance;
    if (told !== null) {
      const seen = { xPx: from.xPx + foundPx * outX, yPx: from.yPx + foundPx * outY };
      told({ kind: 'outline', seen, expected: { xPx: spot.xPx, yPx: spot.yPx }, mm: Math.abs(mm) });
    }
  }
  return cost;
}
