import type { PointMm } from '~/model/base/units';
import type { Build } from '~/model/design/choices';
import { NormalEquations } from '~/model/maths/least-squares';
import { turnBetween } from '~/model/maths/rotation';
import type { SameSkin } from '~/model/view/same-skin';
import type { Pose } from '~/model/view/view';
import { addFocalBelief, POSE_UNKNOWNS, stepPose } from './head-pose';
import type { CameraPrior } from './head-pose';
import { headShape, SHAPE_NUMBERS } from './head-shape';
import type { HeadShape } from './head-shape';
import { addPlaceBelief, addSameSkin, addTap, MARK_UNKNOWNS, SAME_SKIN_UNKNOWNS, stepPlace } from './mark-rows';
import { addLandmarkNoise, addLandmarks, addOutline, addProfile, VIEW_UNKNOWNS } from './view-rows';
import type { TappedKind, TappedMark, ViewResidual, ViewToFit } from './view-to-fit';

/** A view as it is fitted: what is believed of its camera, and of its pose where no face tells it. */
export interface PreparedView extends ViewToFit {
  readonly prior: CameraPrior;
  readonly believed: BelievedPose | null;
}

export interface BelievedPose {
  readonly pose: Pose;
  /** Standard deviation of its turns, radians. */
  readonly turn: number;
}

/** A mark that is tapped in some of the views. */
export interface PreparedMark {
  readonly mark: string;
  readonly kind: TappedKind;
}

/** All that is sought: the head's shape, its pose in each view, the place of each mark. */
export interface JointState {
  readonly shape: HeadShape;
  readonly poses: readonly Pose[];
  readonly places: readonly PointMm[];
}

export interface JointProblem {
  readonly build: Build;
  readonly views: readonly PreparedView[];
  readonly marks: readonly PreparedMark[];
  /** How much each view counts, 0..1. */
  readonly weights: readonly number[];
  /** Skin that was found again in another of the views. */
  readonly same: readonly SameSkin[];
}

/** How far from where somebody laid it on the head may lie without a face: shifts, mm; distance, share. */
const LAID_ON = { shiftMm: 50, distance: 0.25 } as const;

/** What is believed of a pose that was laid on: it is thereabouts. Returns the cost. */
function addPoseBelief(equations: NormalEquations, pose: Pose, { pose: believed, turn }: BelievedPose): number {
  const distanceMm = -believed.translationMm[2];
  const offs = [
    ...turnBetween(believed.rotation, pose.rotation).map((off) => [off, turn] as const),
    ...[0, 1].map((k) => [pose.translationMm[k] - believed.translationMm[k], LAID_ON.shiftMm] as const),
    [pose.translationMm[2] - believed.translationMm[2], LAID_ON.distance * distanceMm] as const,
  ];
  let cost = 0;
  offs.forEach(([off, deviation], k) => {
    equations.believe(k, off, deviation);
    cost += (off / deviation) ** 2;
  });
  return cost;
}

type Told = ((residual: ViewResidual) => void) | null;

/** All that one view says of its pose and the head's shape (in this order), marks aside. Returns the robust cost, −2 log. */
export function addView(
  equations: NormalEquations,
  { reading, prior, believed }: PreparedView,
  pose: Pose,
  shape: HeadShape,
  told: Told = null,
): number {
  const into = { equations, told };
  const before = equations.squares;
  addFocalBelief(equations, pose, prior);
  let cost = equations.squares - before;
  if (believed !== null) cost += addPoseBelief(equations, pose, believed);
  if (believed !== null && reading.outline !== null) cost += addProfile(into, pose, shape, reading.outline);
  if (reading.face !== null) cost += addLandmarks(into, pose, shape, reading.face);
  return cost + addOutline(into, pose, shape, reading);
}

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i);
const poseAt = (view: number): number => SHAPE_NUMBERS + POSE_UNKNOWNS * view;
/** Where the unknowns of a view's own rows are among all. */
const unknownsOf = (view: number): number[] => [...range(poseAt(view), POSE_UNKNOWNS), ...range(0, SHAPE_NUMBERS)];
const markAt = (problem: JointProblem, mark: number): number => poseAt(problem.views.length) + MARK_UNKNOWNS * mark;

/** Equations about a state, and its cost. */
interface Look {
  readonly equations: NormalEquations;
  readonly cost: number;
}

/** The equations of all views together about a state, and its cost. Unknowns: shape, poses, places. */
function assemble(problem: JointProblem, { shape, poses, places }: JointState): Look {
  const { views, marks, weights, same } = problem;
  const equations = new NormalEquations(markAt(problem, marks.length));
  let cost = 0;
  const tapRows = new NormalEquations(POSE_UNKNOWNS + MARK_UNKNOWNS);
  views.forEach((view, v) => {
    const block = new NormalEquations(VIEW_UNKNOWNS);
    cost += weights[v] * addView(block, view, poses[v], shape);
    const pose = range(poseAt(v), POSE_UNKNOWNS);
    equations.addBlock(block, unknownsOf(v), weights[v]);
    for (const tap of view.marks) {
      const m = marks.findIndex(({ mark }) => mark === tap.mark);
      tapRows.clear();
      cost += weights[v] * addTap(tapRows, poses[v], places[m], tap, null);
      equations.addBlock(tapRows, [...pose, ...range(markAt(problem, m), MARK_UNKNOWNS)], weights[v]);
    }
  });
  const placeRows = new NormalEquations(SHAPE_NUMBERS + MARK_UNKNOWNS);
  marks.forEach(({ kind }, m) => {
    placeRows.clear();
    cost += addPlaceBelief(placeRows, shape, kind, places[m]);
    equations.addBlock(placeRows, [...range(0, SHAPE_NUMBERS), ...range(markAt(problem, m), MARK_UNKNOWNS)], 1);
  });
  const skinRows = new NormalEquations(SAME_SKIN_UNKNOWNS);
  for (const skin of same) {
    const { from, to } = skin;
    skinRows.clear();
    const weight = weights[from] * weights[to];
    cost += weight * addSameSkin(skinRows, [poses[from], poses[to]], shape, skin);
    const ofPoses = [from, to].flatMap((v) => range(poseAt(v), POSE_UNKNOWNS));
    equations.addBlock(skinRows, [...ofPoses, ...range(0, SHAPE_NUMBERS)], weight);
  }
  shape.numbers.forEach((number, k) => {
    equations.believe(k, number, 1);
    cost += number * number;
  });
  return { equations, cost };
}

/** No shape number goes farther than this from the mean head, standard deviations: what asks for more is misread. */
const FARTHEST = 4;

function stepped(problem: JointProblem, state: JointState, step: Float64Array): JointState {
  const numbers = state.shape.numbers.map((n, k) => Math.min(Math.max(n + step[k], -FARTHEST), FARTHEST));
  return {
    shape: headShape(problem.build, numbers),
    poses: state.poses.map((pose, v) => stepPose(pose, step.subarray(poseAt(v), poseAt(v + 1)))),
    places: state.places.map((place, m) => stepPlace(place, step, markAt(problem, m))),
  };
}

/** Damping at first, and by how much it grows and shrinks (Levenberg–Marquardt). */
const DAMPING = { first: 1e-3, up: 8, down: 0.25, most: 1e4, least: 1e-7 } as const;
/** A step that betters the cost by less than this share ends the search. */
const SETTLED = 1e-3;

/** Betters a state until it settles (Levenberg–Marquardt), in so many rounds at most. `look`: what is known about a state. */
function bettered<State>(
  start: State,
  rounds: number,
  look: (state: State) => Look,
  move: (state: State, step: Float64Array) => State,
): { readonly state: State; readonly cost: number } {
  let state = start;
  let { equations, cost } = look(state);
  let damping: number = DAMPING.first;
  for (let round = 0; round < rounds; round++) {
    const step = equations.solve(damping);
    const next = step === null ? null : move(state, step);
    const there = next === null ? null : look(next);
    if (next === null || there === null || !(there.cost < cost)) {
      damping *= DAMPING.up;
      if (damping > DAMPING.most) break;
      continue;
    }
    const gain = cost - there.cost;
    state = next;
    ({ equations, cost } = there);
    damping = Math.max(damping * DAMPING.down, DAMPING.least);
    if (gain < SETTLED * cost) break;
  }
  return { state, cost };
}

/** Betters all unknowns together until they settle, in so many rounds at most. */
export const settle = (problem: JointProblem, start: JointState, rounds: number): JointState =>
  bettered(
    start,
    rounds,
    (state) => assemble(problem, state),
    (state, step) => stepped(problem, state, step),
  ).state;

/** The pose of one view on a head that is known, from a start, and its cost; taps whose places are known help. */
export function settlePose(
  view: PreparedView,
  shape: HeadShape,
  taps: readonly (readonly [TappedMark, PointMm])[],
  start: Pose,
  rounds: number,
): { readonly pose: Pose; readonly cost: number } {
  const look = (pose: Pose): Look => {
    // Rows are longer than the unknowns here: what they say of shape and places is left out.
    const equations = new NormalEquations(POSE_UNKNOWNS);
    let cost = addView(equations, view, pose, shape);
    for (const [tap, place] of taps) cost += addTap(equations, pose, place, tap, null);
    return { equations, cost };
  };
  const { state: pose, cost } = bettered(start, rounds, look, stepPose);
  return { pose, cost };
}

/** What all views together leave open of each view's pose and the head's shape, in the order of a view's rows; null where unknown. */
export function leftOpen(problem: JointProblem, state: JointState): readonly (Float64Array | null)[] {
  const { equations } = assemble(problem, state);
  const noise = equations.copy();
  problem.views.forEach(({ reading: { face } }, v) => {
    if (face !== null) addLandmarkNoise(noise, unknownsOf(v), state.poses[v], state.shape, face, problem.weights[v]);
  });
  const covariance = equations.spread(noise);
  return problem.views.map((_, v) => {
    if (covariance === null) return null;
    const at = unknownsOf(v);
    return Float64Array.from(at.flatMap((i) => at.map((j) => covariance[i * equations.size + j])));
  });
}
