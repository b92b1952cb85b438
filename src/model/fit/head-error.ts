import type { Direction } from '~/model/base/units';
import type { Build } from '~/model/design/choices';
import { SURFACE_SLOTS, surfaceAt, surfaceRadius } from '~/model/head/cranium';
import { NormalEquations } from '~/model/maths/least-squares';
import { rotate } from '~/model/maths/rotation';
import type { HeadReading } from '~/model/view/head-reading';
import type { HeadInView } from '~/model/view/view';
import { cameraOf } from './camera-prior';
import { POSE_UNKNOWNS, seenPlace, seePlace } from './head-pose';
import { headShape, SHAPE_NUMBERS, SHAPE_STEP } from './head-shape';
import { addView } from './joint-problem';
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

/**
 * How far the skin stands off the best skull that the shape's numbers can make, mm, and the cosine of its slant from which on that
 * shifts a place no more: nearer to the head's edge the outline holds what is seen. Set on the rendered heads (docs/model.md,
 * Several photos).
 */
const MISFIT_MM = 0.7;
const LEAST_SLANT = 0.1;

const surface = new Float64Array(SURFACE_SLOTS);
const spot = seenPlace(VIEW_UNKNOWNS);
/** What moves a place: each unknown, and last 1 mm of misfit there. */
const MOVES = VIEW_UNKNOWNS + 1;

/**
 * How a place that is seen at one and the same spot of the photo moves with each of them: three rows (x, y, z), mm. And which way
 * is up along the skin there.
 */
function movesOf(
  { pose, shape }: HeadError,
  { x, y, z }: Direction,
): { readonly moves: readonly Float64Array[]; readonly up: readonly number[] } {
  const { cranium, beside } = shape;
  surfaceAt(cranium, x, y, z, surface);
  const [radius, xMm, yMm, zMm, nx, ny, nz] = surface;
  seePlace(pose, { xMm, yMm, zMm }, spot);
  const { right, down } = spot;
  const { rotation } = pose;
  const seenAs = (p: readonly [number, number, number]): readonly [number, number] => {
    const [a, b, c] = rotate(rotation, ...p);
    return [right[3] * a + right[5] * c, down[4] * b + down[5] * c];
  };
  // Two ways along the skin.
  const flat = Math.hypot(nx, nz) || 1;
  const across = [nz / flat, 0, -nx / flat] as const;
  const up = [ny * across[2], nz * across[0] - nx * across[2], -ny * across[0]] as const;
  const [[a, c], [b, d]] = [seenAs(across), seenAs(up)];
  const moves = [0, 1, 2].map(() => new Float64Array(MOVES));
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
