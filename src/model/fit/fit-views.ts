import type { PointMm } from '~/model/base/units';
import type { Build } from '~/model/design/choices';
import { NO_CORRECTION } from '~/model/design/head-correction';
import { surfacePoint } from '~/model/head/cranium';
import { averageFacePoints } from '~/model/head/face-points';
import type { FacePoints } from '~/model/head/head';
import { NormalEquations } from '~/model/maths/least-squares';
import { quantile } from '~/model/maths/quantile';
import type { OutlineMask } from '~/model/raster/photo-map';
import { pickScalp } from '~/model/view/camera';
import { sameSkin } from '~/model/view/same-skin';
import { LANDMARKS } from '~/model/view/head-reading';
import type { HeadReading } from '~/model/view/head-reading';
import { rimEdges, warpTo, withoutEars } from '~/model/view/outline-warp';
import type { RimEdge } from '~/model/view/outline-warp';
import type { HeadInView, Pose } from '~/model/view/view';
import { cameraOf, likelyCameras } from './camera-prior';
import { isFinitePose, seenLandmarks } from './fit-head';
import { POSE_UNKNOWNS, refinePose, roughPose } from './head-pose';
import { headShape } from './head-shape';
import type { HeadShape } from './head-shape';
import { addView, leftOpen, settle, settlePose } from './joint-problem';
import type { JointProblem, JointState, PreparedMark, PreparedView } from './joint-problem';
import { addTap, believedPlace } from './mark-rows';
import { measuredFacePoints } from './measure-face';
import { correctHead, placeByHand } from './place-by-hand';
import type { FittedView, FittedViews, TappedMark, ViewResidual, ViewToFit } from './view-to-fit';

/** Rounds for the head and all its views. */
const ROUNDS = 12;
/** Rounds for those with a face before the others are laid on their head. */
const FIRST_ROUNDS = 5;
/** Rounds for a pose alone. */
const POSE_ROUNDS = 10;
/** Where it starts from several turns, so few rounds tell which of them lead somewhere; so many go on. */
const PROBE_ROUNDS = 3;
const GO_ON = 2;

/**
 * How far beside where the heads have it skin is looked for in the other photos, mm, and how far apart the places are that are looked for
 * (on the scalp chart: 10 to 20 mm): first few, as far as a head without a face may have been laid on wrong; then more, about where
 * those put it.
 */
const LOOKED_FOR = [
  { reachMm: 16, apart: 0.18 },
  { reachMm: 6, apart: 0.12 },
] as const;

const hasFace = ({ face }: HeadReading): boolean => face !== null && face.landmarksPx.length >= 3 * LANDMARKS;

interface Started {
  readonly view: PreparedView;
  readonly pose: Pose;
}

/** So many marks that other photos show too know better how a head is turned than who laid it on without them. */
const PLACING_MARKS = 2;

/**
 * How far a head may be turned from where it was laid on, and where nobody said how it is turned, radians (standard deviations). Outline
 * and taps lay it on to within 5° or so; the outline of a round head hardly says more.
 */
const TURN = { laidOn: 0.1, unknown: 2 } as const;

const isOfSkin = ({ kind }: TappedMark): boolean => kind === 'skin';

/** Camera and first pose of a view by itself. */
function startOf(view: ViewToFit, mean: HeadShape, build: Build): Started {
  const { reading, start } = view;
  const { face } = reading;
  if (face === null || !hasFace(reading)) {
    const { pose } = start ?? placeByHand(reading.photo, build);
    const knows = start !== null && view.marks.filter(isOfSkin).length < PLACING_MARKS;
    const believed = { pose, turn: knows ? TURN.laidOn : TURN.unknown };
    const prepared = { ...view, reading: { ...reading, face: null }, prior: cameraOf(reading, pose), believed };
    return { view: prepared, pose };
  }
  if (start?.source === 'face') {
    return { view: { ...view, prior: cameraOf(reading, start.pose), believed: null }, pose: start.pose };
  }
  const seen = seenLandmarks(face, mean.readMm);
  const tried = likelyCameras(reading.photo, reading.focalPx).map((prior) => {
    const prepared = { ...view, prior, believed: null };
    const rough = refinePose(roughPose(seen, prior), seen, prior);
    const { pose, cost } = settlePose(prepared, mean, [], rough, POSE_ROUNDS);
    const { odds } = prior.focal(pose.focalPx / -pose.translationMm[2]);
    return { view: prepared, pose, cost: cost - 2 * Math.log(odds) };
  });
  const best = tried.reduce((least, other) => (other.cost < least.cost ? other : least));
  if (isFinitePose(best.pose)) return best;
  return startOf({ ...view, start: null, reading: { ...reading, face: null } }, mean, build);
}

const isFaced = ({ view }: Started): boolean => view.reading.face !== null;

/** The views' marks, each once. */
function marksOf(views: readonly ViewToFit[]): PreparedMark[] {
  const marks = new Map<string, PreparedMark>();
  for (const { mark, kind } of views.flatMap((view) => view.marks))
    if (!marks.has(mark)) marks.set(mark, { mark, kind });
  return [...marks.values()];
}

const bare = (shape: HeadShape, pose: Pose): HeadInView => ({
  pose,
  cranium: shape.cranium,
  warp: null,
  face: averageFacePoints(shape.cranium),
  source: 'face',
});

/** Where a mark is on a head, from the first of these views that shows it on the skull; else where heads have it; else null. */
function firstPlace(mark: PreparedMark, started: readonly Started[], shape: HeadShape): PointMm | null {
  const believed = believedPlace(mark.kind, shape.cranium);
  if (believed !== null) return believed;
  for (const { view, pose } of started) {
    const tap = view.marks.find((one) => one.mark === mark.mark);
    const direction = tap === undefined ? null : pickScalp(bare(shape, pose), tap.seen);
    if (direction !== null) return surfacePoint(shape.cranium, direction);
  }
  return null;
}

/** Turns (about the vertical, then towards the camera, degrees) from which a head without a face is looked for. */
const TURNS = [0, 60, -60, 120, -120, 180].flatMap((turn) => [0, 45].map((tilt) => [turn, tilt] as const));

/** A pose turned on the spot: the skull's middle stays where it is seen. */
const turnedPose = (pose: Pose, shape: HeadShape, [turnDegrees, tiltDegrees]: (typeof TURNS)[number]): Pose =>
  correctHead(bare(shape, pose), { ...NO_CORRECTION, turnDegrees, tiltDegrees }).pose;

/** A view without a face, laid on a head that others know: marks with known places tell from which side it is seen. */
function layOn(started: Started, shape: HeadShape, known: ReadonlyMap<string, PointMm>): Started {
  const { view } = started;
  const taps = view.marks.filter(isOfSkin).flatMap((tap): (readonly [TappedMark, PointMm])[] => {
    const place = known.get(tap.mark);
    return place === undefined ? [] : [[tap, place]];
  });
  const settled = (from: Pose, rounds: number): ReturnType<typeof settlePose> =>
    settlePose(view, shape, taps, from, rounds);
  const starts =
    taps.length < PLACING_MARKS
      ? [started.pose]
      : TURNS.map((turn) => settled(turnedPose(started.pose, shape, turn), PROBE_ROUNDS))
          .sort((a, b) => a.cost - b.cost)
          .slice(0, GO_ON)
          .map(({ pose }) => pose);
  const tried = starts.map((from) => settled(from, POSE_ROUNDS));
  const best = tried.reduce((least, other) => (other.cost < least.cost ? other : least));
  return { view, pose: isFinitePose(best.pose) ? best.pose : started.pose };
}

interface Laid {
  readonly started: readonly Started[];
  /** Marks that could be placed, and where. */
  readonly placed: readonly { readonly mark: PreparedMark; readonly place: PointMm }[];
}

/**
 * The views without a face laid on, one after the other: that first which shows most marks whose places are known, for the
 * marks that it shows besides are known from then on.
 */
function layOnAll(started: readonly Started[], shape: HeadShape, marks: readonly PreparedMark[]): Laid {
  const views = [...started];
  const known = new Map<string, PointMm>();
  const learn = (from: readonly Started[]): void => {
    for (const mark of marks) {
      const place = known.has(mark.mark) ? null : firstPlace(mark, from, shape);
      if (place !== null) known.set(mark.mark, place);
    }
  };
  learn(views.filter(isFaced));
  const open = new Set([...views.keys()].filter((v) => !isFaced(views[v])));
  const knownIn = (v: number): number =>
    views[v].view.marks.filter((tap) => isOfSkin(tap) && known.has(tap.mark)).length;
  while (open.size > 0) {
    const next = [...open].reduce((best, v) => (knownIn(v) > knownIn(best) ? v : best));
    open.delete(next);
    views[next] = layOn(views[next], shape, known);
    learn(views.slice(next, next + 1));
  }
  const placed = marks.flatMap((mark) => {
    const place = known.get(mark.mark);
    return place === undefined ? [] : [{ mark, place }];
  });
  return { started: views, placed };
}

/** Residuals of a view about the head that is found. */
function residualsOf(
  view: PreparedView,
  pose: Pose,
  shape: HeadShape,
  places: ReadonlyMap<string, PointMm>,
): ViewResidual[] {
  const all: ViewResidual[] = [];
  const told = (residual: ViewResidual): void => {
    all.push(residual);
  };
  addView(new NormalEquations(POSE_UNKNOWNS), view, pose, shape, told);
  for (const tap of view.marks) {
    const place = places.get(tap.mark);
    if (place !== undefined) addTap(new NormalEquations(POSE_UNKNOWNS), pose, place, tap, told);
  }
  return all;
}

/** Median residuals, mm, up to which a photo counts fully: what a good one leaves. */
const USUAL_OFF_MM = { landmark: 3, outline: 2.5, mark: 4 } as const;

/** One mark that was tapped elsewhere says nothing of its photo: fewer than these are no reason to mistrust one. */
const TELLING_MARKS = 3;

/**
 * How much a view counts that leaves such residuals: fully up to the usual, then less and less. Ears and crown may lie elsewhere on
 * this head: they say nothing of the photo.
 */
function weightOf({ marks }: PreparedView, all: readonly ViewResidual[]): number {
  const spots = new Set(marks.filter(isOfSkin).map(({ mark }) => mark));
  const residuals = all.filter(({ mark }) => mark === undefined || spots.has(mark));
  const worst = (Object.keys(USUAL_OFF_MM) as (keyof typeof USUAL_OFF_MM)[]).reduce((most, kind) => {
    const sizes = residuals.filter((residual) => residual.kind === kind).map(({ mm }) => mm);
    const says = kind === 'mark' ? sizes.length >= TELLING_MARKS : sizes.length > 0;
    return !says ? most : Math.max(most, quantile(sizes, 0.5) / USUAL_OFF_MM[kind]);
  }, 0);
  return 1 / (1 + Math.max(worst - 1, 0) ** 2 * 4);
}

const placesOf = (problem: JointProblem, state: JointState): ReadonlyMap<string, PointMm> =>
  new Map(problem.marks.map(({ mark }, m) => [mark, state.places[m]]));

/** The points of the face as the view shows them that sees it most from the front. */
function faceOf({ views }: JointProblem, { shape, poses }: JointState): FacePoints {
  const frontal = poses
    .map((pose, v) => ({ pose, face: views[v].reading.face }))
    .filter(({ face }) => face !== null)
    .sort((a, b) => b.pose.rotation[8] - a.pose.rotation[8])
    .at(0);
  if (frontal?.face == null) return averageFacePoints(shape.cranium);
  return measuredFacePoints(shape.cranium, frontal.pose, frontal.face.landmarksPx, shape.readMm);
}

function fittedOf(problem: JointProblem, state: JointState): FittedViews {
  const { shape, poses } = state;
  const { cranium } = shape;
  const face = faceOf(problem, state);
  const places = placesOf(problem, state);
  const open = leftOpen(problem, state);
  const views = problem.views.map((view, v): FittedView => {
    const pose = poses[v];
    const covariance = open[v];
    const { outline, face: seenFace } = view.reading;
    const residuals = residualsOf(view, pose, shape, places);
    const sizes = residuals.map(({ mm }) => mm);
    const edgesOf = (mask: OutlineMask): readonly RimEdge[] => {
      const edges = rimEdges(cranium, pose, mask);
      return seenFace === null ? withoutEars(cranium, pose, edges) : edges;
    };
    return {
      fit: {
        pose,
        cranium,
        face,
        warp: outline === null ? null : warpTo(cranium, pose, edgesOf(outline)),
        source: seenFace === null ? 'hand' : 'face',
      },
      weight: problem.weights[v],
      error: covariance === null ? null : { pose, shape, covariance },
      residuals,
      offMm: sizes.length === 0 ? null : quantile(sizes, 0.5),
    };
  });
  return { cranium, numbers: shape.numbers, views, marks: [...places].map(([mark, place]) => ({ mark, place })) };
}

/**
 * One head in all its photos: one skull and face, and for each photo pose and focal length, by robust least squares over
 * landmarks (where there is a face), outlines and tapped marks, each weighed by how well it is known, about what is believed
 * of heads and cameras beforehand (docs/model.md, Several photos). A view without a face is laid on where its `start` has
 * it, or where two marks known from other views put it. A photo that the others contradict counts less, and says so by its
 * `weight`. For the same views the same answer; none throws. One view to eight; none gives the mean head.
 */
export function fitViews(views: readonly ViewToFit[], build: Build): FittedViews {
  const mean = headShape(build);
  const marks = marksOf(views);
  let started: readonly Started[] = views.map((view) => startOf(view, mean, build));
  const problemOf = (
    some: readonly Started[],
    weights: readonly number[],
    shown: readonly PreparedMark[],
  ): JointProblem => ({
    build,
    views: some.map(({ view }) => ({
      ...view,
      marks: view.marks.filter(({ mark }) => shown.some((m) => m.mark === mark)),
    })),
    marks: shown,
    weights,
    same: [],
  });

  // First those with a face, then the others on the head that they tell.
  const faced = started.filter(isFaced);
  let shape = mean;
  if (faced.length > 0 && faced.length < started.length) {
    const alone = problemOf(
      faced,
      faced.map(() => 1),
      [],
    );
    const state = settle(alone, { shape, poses: faced.map(({ pose }) => pose), places: [] }, FIRST_ROUNDS);
    shape = state.shape;
    let next = 0;
    started = started.map((one) => (isFaced(one) ? { ...one, pose: state.poses[next++] } : one));
  }
  const { started: laid, placed } = layOnAll(started, shape, marks);
  started = laid;
  let problem = problemOf(
    started,
    started.map(() => 1),
    placed.map(({ mark }) => mark),
  );
  let state: JointState = {
    shape,
    poses: started.map(({ pose }) => pose),
    places: placed.map(({ place }) => place),
  };
  const seesSkin = problem.views.filter(({ reading }) => reading.light !== undefined).length > 1;
  for (const { reachMm, apart } of seesSkin ? LOOKED_FOR : []) {
    state = settle(problem, state, FIRST_ROUNDS);
    const seen = problem.views.map(({ reading: { light = null } }, v) => ({ pose: state.poses[v], light }));
    problem = { ...problem, same: sameSkin(state.shape.cranium, seen, apart, reachMm) };
  }
  state = settle(problem, state, ROUNDS);
  if (started.length > 1) {
    const places = placesOf(problem, state);
    const weights = problem.views.map((view, v) =>
      weightOf(view, residualsOf(view, state.poses[v], state.shape, places)),
    );
    if (weights.some((weight) => weight < 1)) {
      problem = { ...problem, weights };
      state = settle(problem, state, ROUNDS);
    }
  }
  return fittedOf(problem, state);
}
