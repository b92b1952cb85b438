import type { PointPx, SizePx } from '~/model/base/units';
import type { Build } from '~/model/design/choices';
import { HEAD_SCALES } from '~/model/design/head-correction';
import type { HeadCorrection, SkullReshaping } from '~/model/design/head-correction';
import { meanCranium, resizeCranium } from '~/model/head/cranium';
import { HEAD_MARKS } from '~/model/design/consultation';
import type { HeadTaps } from '~/model/design/consultation';
import { HEAD_MARK_MM, markPlace } from '~/model/head/head-marks';
import { NormalEquations } from '~/model/maths/least-squares';
import { clamp } from '~/model/maths/numbers';
import { rotate, turnBetween } from '~/model/maths/rotation';
import type { OutlineMask } from '~/model/raster/photo-map';
import { projectPinhole } from '~/model/view/camera';
import { rimEdges, withoutEars } from '~/model/view/outline-warp';
import { OTHER_DISTANCE_MM } from '~/model/fit/camera-prior';
import { addOutline, moved, SIZE_DEVIATIONS_MM, UNKNOWNS } from '~/model/fit/fit-head';
import type { Guess } from '~/model/fit/fit-head';
import { POSE_UNKNOWNS, seenPlace, seePlace } from '~/model/fit/head-pose';
import { correctHead, placeByHand } from '~/model/fit/place-by-hand';
import { usualRotation, VIEW_PRIORS } from './view-priors';
import type { HeadView } from './view-priors';

/** Where somebody said that the marks of a head are, working-photo px. */
export type Marks = HeadTaps;

/** What there is to lay a head by. `outline`: of the person, where one was found. */
export interface LaidOn {
  readonly photo: SizePx;
  readonly build: Build;
  readonly outline: OutlineMask | null;
  readonly view: HeadView;
  /** What other photos say of this skull, which is left as it is then; null or left out: it is sought along. */
  readonly skull?: SkullReshaping | null;
}

/** A head laid on a photo, and how little that fits: Σ of squared residuals in standard deviations. */
export interface Laid {
  readonly guess: Guess;
  readonly unlikely: number;
}

/** The outline counts as if so many rays met it (of 5 mm each, fit-head.ts), however many do: its errors go together. */
const OUTLINE_RAYS = 30;
/** Few rays say as much as this many times their number, at most. */
const MOST_TIMES = 3;
/** How far the head may be from where it was begun, mm and log of the size: says something only where nothing else does. */
const ASTRAY_MM = 80;
const ASTRAY_SIZE = 0.4;
/** The camera's distance is no unknown here: a correction has none. It is let move by so much, mm. */
const FIXED_MM = 1e-3;

const RADIANS = Math.PI / 180;
const ALL = Array.from({ length: UNKNOWNS }, (_, unknown) => unknown);
const ROUNDS = 25;
/** A round that makes it likelier by less than this is the last. */
const LEAST_GAIN = 1e-3;
const TZ = 5;
const LOG_FOCAL = 6;

const seen = seenPlace(UNKNOWNS);

function addMarks(equations: NormalEquations, { pose, cranium, sizes }: Guess, build: Build, marks: Marks): void {
  const mmPerPx = -pose.translationMm[2] / pose.focalPx;
  for (const mark of HEAD_MARKS) {
    const at = marks[mark];
    if (at === undefined) continue;
    seePlace(pose, markPlace(cranium, mark), seen);
    for (let size = 0; size < sizes.length; size++) {
      const [b, l, h] = sizes.map((mm, k) => (k === size ? mm + 1 : mm));
      const there = projectPinhole(pose, markPlace(resizeCranium(meanCranium(build), b, l, h), mark));
      seen.right[POSE_UNKNOWNS + size] = (there.xPx - seen.xPx) * mmPerPx;
      seen.down[POSE_UNKNOWNS + size] = (there.yPx - seen.yPx) * mmPerPx;
    }
    const weight = 1 / HEAD_MARK_MM[mark] ** 2;
    equations.add((seen.xPx - at.xPx) * mmPerPx, seen.right, weight);
    equations.add((seen.yPx - at.yPx) * mmPerPx, seen.down, weight);
  }
}

/** The skull's measures that a head begins with, mm. */
const sizesOf = (skull: SkullReshaping | null): Guess['sizes'] =>
  skull === null ? [0, 0, 0] : [skull.breadthMm, skull.lengthMm, skull.heightMm];

/** What is believed beforehand: how such photos show heads, how large heads are, and that this one is not far from `start`. */
function addBeliefs(
  equations: NormalEquations,
  { pose, sizes }: Guess,
  start: Guess,
  { view, skull = null }: Pick<LaidOn, 'view' | 'skull'>,
): void {
  const off = turnBetween(usualRotation(view), pose.rotation);
  VIEW_PRIORS[view].deviationsDegrees.forEach((degrees, axis) => {
    equations.believe(axis, off[axis], degrees * RADIANS);
  });
  const known = sizesOf(skull);
  SIZE_DEVIATIONS_MM.forEach((deviation, size) => {
    equations.believe(POSE_UNKNOWNS + size, sizes[size] - known[size], skull === null ? deviation : FIXED_MM);
  });
  for (const axis of [0, 1]) {
    equations.believe(3 + axis, pose.translationMm[axis] - start.pose.translationMm[axis], ASTRAY_MM);
  }
  equations.believe(LOG_FOCAL, Math.log(pose.focalPx / start.pose.focalPx), ASTRAY_SIZE);
  equations.believe(TZ, 0, FIXED_MM);
}

/** The same picture of the head, from the distance that heads placed by hand are seen from. */
function atDistance(guess: Guess): Guess {
  const { pose, cranium } = guess;
  const { xMm, yMm, zMm } = cranium.centre;
  const [tx, ty, tz] = pose.translationMm;
  const depth = -(rotate(pose.rotation, xMm, yMm, zMm)[2] + tz);
  return {
    ...guess,
    pose: {
      ...pose,
      translationMm: [tx, ty, tz + depth - OTHER_DISTANCE_MM],
      focalPx: (pose.focalPx * OTHER_DISTANCE_MM) / depth,
    },
  };
}

/**
 * A head made likelier by all that is known of it in this photo: marks, outline, and what is believed of the view. Damped
 * Gauss–Newton over the turns about the camera's axes, place and size in the picture, and the skull's three measures.
 */
export function layFrom(
  start: Guess,
  { build, outline, view, skull = null }: LaidOn,
  marks: Marks,
  rounds = ROUNDS,
): Laid {
  const equations = new NormalEquations(UNKNOWNS);
  const rim = new NormalEquations(UNKNOWNS);
  const about = (guess: Guess): number => {
    equations.clear();
    addMarks(equations, guess, build, marks);
    addBeliefs(equations, guess, start, { view, skull });
    if (outline === null) return equations.squares;
    rim.clear();
    const edges = withoutEars(guess.cranium, guess.pose, rimEdges(guess.cranium, guess.pose, outline));
    addOutline(rim, guess, build, edges);
    equations.addBlock(rim, ALL, Math.min(MOST_TIMES, OUTLINE_RAYS / Math.max(1, edges.length)));
    return equations.squares;
  };
  let guess = start;
  let unlikely = about(guess);
  let damping = 1e-2;
  for (let round = 0; round < rounds; round++) {
    const step = equations.solve(damping);
    if (step === null) break;
    const next = atDistance(moved(guess, build, step));
    const then = about(next);
    if (then < unlikely) {
      const gain = unlikely - then;
      [guess, unlikely, damping] = [next, then, damping / 5];
      if (gain < LEAST_GAIN) break;
    } else {
      damping = Math.max(damping, 1e-3) * 10;
      about(guess);
    }
  }
  return { guess, unlikely };
}

/** A head of the usual measures, or those that are known, seen as such a view shows it, whose middle is seen at a place, so many px to the mm. */
export function guessAt(
  { photo, build, view, skull = null }: Omit<LaidOn, 'outline'>,
  at: PointPx,
  pxPerMm: number,
): Guess {
  const sizes = sizesOf(skull);
  const cranium = resizeCranium(meanCranium(build), ...sizes);
  const rotation = usualRotation(view);
  const { xMm, yMm, zMm } = cranium.centre;
  const [x, y, z] = rotate(rotation, xMm, yMm, zMm);
  const principal = { xPx: photo.widthPx / 2, yPx: photo.heightPx / 2 };
  const right = (at.xPx - principal.xPx) / pxPerMm;
  const up = (principal.yPx - at.yPx) / pxPerMm;
  return {
    pose: {
      rotation,
      translationMm: [right - x, up - y, -OTHER_DISTANCE_MM - z],
      focalPx: OTHER_DISTANCE_MM * pxPerMm,
      principal,
    },
    cranium,
    sizes,
  };
}

/** A head placed by hand, and so corrected, as what this fit goes on from. */
export function guessOf(head: HeadCorrection, { photo, build }: Pick<LaidOn, 'photo' | 'build'>): Guess {
  const { pose, cranium } = correctHead(placeByHand(photo, build), head);
  return { pose, cranium, sizes: [head.breadthMm, head.lengthMm, head.heightMm] };
}

/** The other way round: the correction of a head placed by hand that this is. */
export function correctionOf(
  guess: Guess,
  { photo, build, skull = null }: Pick<LaidOn, 'photo' | 'build' | 'skull'>,
): HeadCorrection {
  const { pose, cranium, sizes } = atDistance(guess);
  const r = pose.rotation;
  const { xMm, yMm, zMm } = cranium.centre;
  const [x, y] = rotate(r, xMm, yMm, zMm);
  const [tx, ty] = pose.translationMm;
  return {
    rightMm: x + tx,
    upMm: y + ty,
    scale: clamp(pose.focalPx / placeByHand(photo, build).pose.focalPx, ...HEAD_SCALES),
    // R = Rz(−roll)·Rx(tilt)·Ry(turn), as place-by-hand.ts has it.
    tiltDegrees: Math.asin(clamp(r[7], -1, 1)) / RADIANS,
    turnDegrees: Math.atan2(-r[6], r[8]) / RADIANS,
    rollDegrees: -Math.atan2(-r[1], r[4]) / RADIANS,
    followOutline: true,
    ...(skull ?? { breadthMm: sizes[0], lengthMm: sizes[1], heightMm: sizes[2] }),
  };
}
