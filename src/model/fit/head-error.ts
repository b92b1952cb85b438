import type { Direction } from '~/model/base/units';
import type { Build } from '~/model/design/choices';
import { NormalEquations } from '~/model/maths/least-squares';
import type { HeadReading } from '~/model/view/head-reading';
import type { HeadInView } from '~/model/view/view';
import { cameraOf } from './camera-prior';
import { POSE_UNKNOWNS } from './head-pose';
import { headShape, SHAPE_NUMBERS } from './head-shape';
import { addView } from './joint-problem';
import { MISFIT_MM, movesOf } from './mark-rows';
import { addLandmarkNoise, VIEW_UNKNOWNS } from './view-rows';
import type { HeadError } from './view-to-fit';

/**
 * How far a head that somebody laid on by hand may lie from the truth: turns, radians; shifts, mm; its size in the picture and its
 * distance from the camera, shares (assumed).
 */
const BY_HAND = { turn: 0.06, shiftMm: 5, size: 0.05, distance: 0.1 } as const;

/** What one photo by itself leaves open of the head found in it; null where that cannot be said. */
export function headError(reading: HeadReading, { pose, source }: HeadInView, build: Build): HeadError | null {
  const shape = headShape(build);
  const equations = new NormalEquations(VIEW_UNKNOWNS);
  const view = { reading, start: null, marks: [], prior: cameraOf(reading, pose), believed: null };
  const face = source === 'face' ? reading.face : null;
  addView(equations, { ...view, reading: { ...reading, face } }, pose, shape);
  if (source === 'hand') {
    const { turn, shiftMm, size, distance } = BY_HAND;
    const depthMm = pose.translationMm[2];
    for (const [at, deviation] of [turn, turn, turn, shiftMm, shiftMm, -distance * depthMm].entries()) {
      equations.believe(at, 0, deviation);
    }
    // Its size in the picture: log(focal length / distance).
    equations.add(0, [0, 0, 0, 0, 0, -1 / (size * depthMm), 1 / size], 1);
  }
  // The shape's numbers are in standard deviations.
  for (let k = 0; k < SHAPE_NUMBERS; k++) equations.believe(POSE_UNKNOWNS + k, 0, 1);
  const noise = equations.copy();
  if (face !== null) addLandmarkNoise(noise, [...noise.right.keys()], pose, shape, face, 1);
  const covariance = equations.spread(noise);
  return covariance === null ? null : { pose, shape, covariance };
}

/** Covariance of how far off two ways of moving (`MOVES` each) are together, mm². */
function together(covariance: Float64Array, one: Float64Array, other: Float64Array): number {
  let sum = MISFIT_MM ** 2 * one[VIEW_UNKNOWNS] * other[VIEW_UNKNOWNS];
  for (let i = 0; i < VIEW_UNKNOWNS; i++)
    for (let j = 0; j < VIEW_UNKNOWNS; j++) sum += one[i] * covariance[i * VIEW_UNKNOWNS + j] * other[j];
  return sum;
}

/**
 * Standard deviation, up along the skin, of where a place of the scalp truly is that is taken to be in this direction from the
 * skull's middle, mm. How well it is calibrated: docs/model.md, Several photos.
 */
export function placeErrorMm(error: HeadError, direction: Direction): number {
  const { moves, up } = movesOf(error, direction);
  const row = moves[0].map((_, i) => moves.reduce((sum, move, axis) => sum + move[i] * up[axis], 0));
  return Math.sqrt(Math.max(together(error.covariance, row, row), 0));
}

/** Which standard normal value 95 of 100 lie under. */
const NORMAL_95 = 1.6449;

/**
 * Radius, mm, of the ball about such a place within which it truly is with 95 %. The square of how far off it is, is taken to be spread
 * as χ² of the same mean and variance is (Satterthwaite), and its 95 % as Wilson and Hilferty have it: a place that may be off in
 * two ways alike lies within 1.96 times its deviation in 98 of 100 cases, not in 95.
 */
export function placeWithinMm(error: HeadError, direction: Direction): number {
  const { moves } = movesOf(error, direction);
  const square = moves.map((one) => moves.map((other) => together(error.covariance, one, other)));
  const mean = Math.max(square[0][0] + square[1][1] + square[2][2], 0);
  const halfVariance = square.flat().reduce((sum, entry) => sum + entry * entry, 0);
  if (!(halfVariance > 0)) return 0;
  const freedoms = mean ** 2 / halfVariance;
  const narrow = 2 / (9 * freedoms);
  return Math.sqrt(mean * (1 - narrow + NORMAL_95 * Math.sqrt(narrow)) ** 3);
}
