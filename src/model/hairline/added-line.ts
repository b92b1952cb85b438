import { MOST_OUT_MM, STRETCHES } from '~/model/design/line-points';
import type { AddedPoint, Stretch } from '~/model/design/line-points';
import type { Head } from '~/model/head/head';
import { cubicSpline } from '~/model/maths/cubic-spline';
import { clamp } from '~/model/maths/numbers';
import type { Curve, PlanePoint } from '~/model/maths/plane-curve';
import { bisectIndex } from '~/model/maths/search';
import { browEndOf } from './hairline-points';
import type { SideDrawing, SidePlane } from './side-drawing';

/**
 * Added points stand off the line's own course along rays from a pole on the midline, this far above the glabella. Rays
 * do not cross, so a line through any such points does not either; the pole is so low that they cross the course even
 * where it rises steeply into a corner.
 */
const POLE: PlanePoint = [0, -40];
/** Nearest that two points stand along the course, mm. */
export const LEAST_GAP_MM = 8;
/** Most that the line turns away from its course, mm for each mm along it. */
const MOST_SLOPE = 1.2;
/** Room beside the outer end of the brow, mm: lower down the tape there runs a little further in. */
const BESIDE_BROW_MM = 2;
/** Between added points the course is drawn at least this finely, mm. */
const STEP_MM = 1;

/** The course of one side as shape, height, face and the points that are always there make it. */
export interface Course {
  readonly spots: Curve;
  /** Way along it from the middle, mm in its plane. */
  readonly arcLengthMm: readonly number[];
  readonly from: Readonly<Record<Stretch, number>>;
  readonly to: Readonly<Record<Stretch, number>>;
  /** Outer end of the brow, and the sideburn's lower front corner. */
  readonly brow: PlanePoint;
  readonly ear: PlanePoint;
}

/** An added point where it stands in force. */
export interface Standing {
  readonly point: AddedPoint;
  readonly arcLengthMm: number;
  readonly outMm: number;
}

const apart = (a: PlanePoint, b: PlanePoint): number => Math.sqrt((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2);

export function courseOf({ spots, corner, temple }: SideDrawing, plane: SidePlane, head: Head): Course {
  const arcLengthMm = [0];
  for (let i = 1; i < spots.length; i++) arcLengthMm.push(arcLengthMm[i - 1] + apart(spots[i - 1], spots[i]));
  const [cornerMm, templeMm, earMm] = [arcLengthMm[corner], arcLengthMm[temple], arcLengthMm[spots.length - 1]];
  const brow = browEndOf(head.cranium);
  const [browX, browY] = plane.flat({ ...brow, acrossMm: plane.sign * brow.acrossMm });
  return {
    spots,
    arcLengthMm: arcLengthMm,
    from: { front: 0, temple: cornerMm, side: templeMm },
    to: { front: cornerMm, temple: templeMm, side: earMm },
    brow: [browX + BESIDE_BROW_MM, browY],
    ear: spots[spots.length - 1],
  };
}

function spotOn({ spots, arcLengthMm: arcLengthMm }: Course, atMm: number): PlanePoint {
  const low = bisectIndex(0, spots.length - 1, (index) => arcLengthMm[index] <= atMm);
  const high = Math.min(low + 1, spots.length - 1);
  const t = clamp((atMm - arcLengthMm[low]) / Math.max(arcLengthMm[high] - arcLengthMm[low], 1e-9), 0, 1);
  const [a, b] = [spots[low], spots[high]];
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
}

/** Along the ray from the pole through a spot of the course. */
function offCourse(spot: PlanePoint, outMm: number): PlanePoint {
  const far = apart(POLE, spot);
  return [spot[0] + (outMm * (spot[0] - POLE[0])) / far, spot[1] + (outMm * (spot[1] - POLE[1])) / far];
}

/** How far off its course the line may stand here: above or beside the brow, and before the ear. */
function limits({ brow, ear }: Course, spot: PlanePoint): readonly [leastMm: number, mostMm: number] {
  const far = apart(POLE, spot);
  const [wayX, wayY] = [(spot[0] - POLE[0]) / far, (spot[1] - POLE[1]) / far];
  const toBrowX = wayX > 1e-6 ? (brow[0] - spot[0]) / wayX : Infinity;
  const toBrowY = wayY > 1e-6 ? (brow[1] - spot[1]) / wayY : Infinity;
  const toEarX = wayX > 1e-6 ? (ear[0] - spot[0]) / wayX : Infinity;
  return [clamp(Math.min(toBrowX, toBrowY), -MOST_OUT_MM, 0), clamp(toEarX, 0, MOST_OUT_MM)];
}

/** The points of one stretch, kept in order, apart from each other and within the limits. */
function standingOn(course: Course, stretch: Stretch, points: readonly AddedPoint[]): Standing[] {
  const own = points
    .filter((point) => point.stretch === stretch)
    .sort((a, b) => a.share - b.share || a.number - b.number);
  const [from, to] = [course.from[stretch], course.to[stretch]];
  const gap = Math.min(LEAST_GAP_MM, (to - from) / (own.length + 1));
  let before = { arcLengthMm: from, outMm: 0 };
  return own.map((point, i) => {
    const arcLengthMm = clamp(from + point.share * (to - from), before.arcLengthMm + gap, to - gap * (own.length - i));
    const reach = MOST_SLOPE * (arcLengthMm - before.arcLengthMm);
    const back = MOST_SLOPE * (to - arcLengthMm);
    const smooth = clamp(clamp(point.outMm, -back, back), before.outMm - reach, before.outMm + reach);
    before = { arcLengthMm, outMm: clamp(smooth, ...limits(course, spotOn(course, arcLengthMm))) };
    return { point, ...before };
  });
}

export const standing = (course: Course, points: readonly AddedPoint[]): readonly Standing[] =>
  STRETCHES.flatMap((stretch) => standingOn(course, stretch, points));

/** Brings a place off the course within the limits of a point between two neighbours of its stretch. */
export function reached(
  course: Course,
  stretch: Stretch,
  others: readonly Standing[],
  point: Pick<AddedPoint, 'share' | 'number'>,
  place: Pick<Standing, 'arcLengthMm' | 'outMm'>,
): Pick<Standing, 'arcLengthMm' | 'outMm'> {
  const [from, to] = [course.from[stretch], course.to[stretch]];
  const same = others.filter((other) => other.point.stretch === stretch);
  const isBefore = (other: Standing): boolean =>
    other.point.share < point.share || (other.point.share === point.share && other.point.number < point.number);
  const before = same.filter(isBefore).at(-1) ?? { arcLengthMm: from, outMm: 0 };
  const after = same.find((other) => !isBefore(other)) ?? { arcLengthMm: to, outMm: 0 };
  const gap = Math.min(LEAST_GAP_MM, (after.arcLengthMm - before.arcLengthMm) / 2);
  const arcLengthMm = clamp(place.arcLengthMm, before.arcLengthMm + gap, after.arcLengthMm - gap);
  const [far, near] = [MOST_SLOPE * (arcLengthMm - before.arcLengthMm), MOST_SLOPE * (after.arcLengthMm - arcLengthMm)];
  const smooth = clamp(
    clamp(place.outMm, before.outMm - far, before.outMm + far),
    after.outMm - near,
    after.outMm + near,
  );
  return { arcLengthMm, outMm: clamp(smooth, ...limits(course, spotOn(course, arcLengthMm))) };
}

/**
 * How far off its course the line stands: nothing, and level, at the points that are always there; through the added
 * ones with steady curvature, or with a corner where they are sharp.
 */
export function offset(course: Course, standings: readonly Standing[]): (arcLengthMm: number) => number {
  const pieces = STRETCHES.flatMap((stretch) => {
    const own = standings.filter(({ point }) => point.stretch === stretch);
    const knots = [
      { arcLengthMm: course.from[stretch], outMm: 0, sharp: false },
      ...own.map(({ arcLengthMm, outMm, point }) => ({ arcLengthMm, outMm, sharp: point.sharp })),
      { arcLengthMm: course.to[stretch], outMm: 0, sharp: false },
    ];
    const breaks = knots.flatMap(({ sharp }, i) => (sharp || i === 0 || i === knots.length - 1 ? [i] : []));
    return breaks.slice(1).map((end, i) => {
      const piece = knots.slice(breaks[i], end + 1);
      return {
        toMm: knots[end].arcLengthMm,
        at: cubicSpline(
          piece.map(({ arcLengthMm }) => arcLengthMm),
          piece.map(({ outMm }) => outMm),
          knots[breaks[i]].sharp ? 'straight' : 'level',
          knots[end].sharp ? 'straight' : 'level',
        ),
      };
    });
  });
  return (arcLengthMm) => (pieces.find(({ toMm }) => arcLengthMm <= toMm) ?? pieces[pieces.length - 1]).at(arcLengthMm);
}

/** Where the line runs at a way along its course. */
export function spotAt(course: Course, arcLengthMm: number, outMm: number): PlanePoint {
  const spot = spotOn(course, arcLengthMm);
  return offCourse(spot, clamp(outMm, ...limits(course, spot)));
}

/** Out of the face: back above the brow, or on the side beside it. From below, a ray would lead astray. */
function offTheFace({ brow, from }: Course, [x, y]: PlanePoint, nearMm: number): PlanePoint {
  if (x >= brow[0] || y >= brow[1]) return [x, y];
  return nearMm > from.side ? [brow[0], y] : [x, brow[1]];
}

/** Which place of the course a spot stands off, the nearest to `nearMm` where its ray meets it more than once. */
export function offFrom(course: Course, wanted: PlanePoint, nearMm: number): Pick<Standing, 'arcLengthMm' | 'outMm'> {
  const spot = offTheFace(course, wanted, nearMm);
  const { spots, arcLengthMm: arcLengthMm } = course;
  const [rayX, rayY] = [spot[0] - POLE[0], spot[1] - POLE[1]];
  /** To which side of the ray: behind it positive. */
  const beside = ([x, y]: PlanePoint): number => (x - POLE[0]) * rayY - (y - POLE[1]) * rayX;
  const end = arcLengthMm[arcLengthMm.length - 1];
  let best = beside(spots[0]) > 0 ? 0 : end;
  let bestFar = Infinity;
  let from = beside(spots[0]);
  for (let i = 1; i < spots.length; i++) {
    const to = beside(spots[i]);
    if (from <= 0 !== to <= 0 || from === 0) {
      const at = arcLengthMm[i - 1] + (from / (from - to || 1)) * (arcLengthMm[i] - arcLengthMm[i - 1]);
      if (Math.abs(at - nearMm) < bestFar) [best, bestFar] = [at, Math.abs(at - nearMm)];
    }
    from = to;
  }
  return { arcLengthMm: best, outMm: apart(POLE, spot) - apart(POLE, spotOn(course, best)) };
}

/** The drawing of one side led through its added points. */
export function addedLine(
  drawn: SideDrawing,
  plane: SidePlane,
  head: Head,
  points: readonly AddedPoint[],
): SideDrawing & { readonly added: readonly { readonly point: AddedPoint; readonly index: number }[] } {
  const course = courseOf(drawn, plane, head);
  const standings = standing(course, points);
  const outMm = offset(course, standings);
  const fine = course.arcLengthMm.flatMap((at, i) => {
    const before = i === 0 ? at : course.arcLengthMm[i - 1];
    const pieces = Math.max(1, Math.ceil((at - before) / STEP_MM));
    return i === 0
      ? [at]
      : Array.from({ length: pieces }, (_, k) => (k + 1 === pieces ? at : before + ((k + 1) * (at - before)) / pieces));
  });
  const alongs = [...new Set([...fine, ...standings.map(({ arcLengthMm }) => arcLengthMm)])].sort((a, b) => a - b);
  return {
    spots: alongs.map((at) => spotAt(course, at, outMm(at))),
    corner: alongs.indexOf(course.to.front),
    temple: alongs.indexOf(course.to.temple),
    added: standings.map(({ point, arcLengthMm }) => ({ point, index: alongs.indexOf(arcLengthMm) })),
  };
}
