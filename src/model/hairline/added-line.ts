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
 * An added point is kept as its offset from the base line: the line of this side without added points. Offsets run along rays
 * from a pole on the midline, (mm aside, mm above the glabella) in the side's plane. Rays do not cross, so a line through any
 * such points does not either; the pole is so low that rays cross the base line even where it rises steeply into a corner.
 */
const POLE: PlanePoint = [0, -40];
/** Least distance of two points along the base line, mm. Our choice. */
export const LEAST_GAP_MM = 8;
/** Most that the line turns away from its base line, mm for each mm along it. Our choice. */
const MOST_SLOPE = 1.2;
/** Room beside the outer end of the brow, mm: lower down the tape there runs a little further in. */
const BESIDE_BROW_MM = 2;
/** Between added points the base line is drawn at least this finely, mm. */
const STEP_MM = 1;

/** The base line of one side: as shape, height, face and the points that are always there make it, without added points. */
export interface BaseLine {
  readonly spots: Curve;
  /** Way along it from the middle, mm in its plane. */
  readonly arcLengthMm: readonly number[];
  readonly from: Readonly<Record<Stretch, number>>;
  readonly to: Readonly<Record<Stretch, number>>;
  /** Outer end of the brow, and the sideburn's lower front corner. */
  readonly brow: PlanePoint;
  readonly ear: PlanePoint;
}

/** An added point where order and limits let it be: how far along the base line, and how far off it. */
export interface PlacedPoint {
  readonly point: AddedPoint;
  readonly arcLengthMm: number;
  readonly outMm: number;
}

const apart = (a: PlanePoint, b: PlanePoint): number => Math.sqrt((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2);

export function baseLineOf({ spots, corner, temple }: SideDrawing, plane: SidePlane, head: Head): BaseLine {
  const arcLengthMm = [0];
  for (let i = 1; i < spots.length; i++) arcLengthMm.push(arcLengthMm[i - 1] + apart(spots[i - 1], spots[i]));
  const [cornerMm, templeMm, earMm] = [arcLengthMm[corner], arcLengthMm[temple], arcLengthMm[spots.length - 1]];
  const brow = browEndOf(head.cranium);
  const [browX, browY] = plane.flat({ ...brow, acrossMm: plane.sign * brow.acrossMm });
  return {
    spots,
    arcLengthMm,
    from: { front: 0, temple: cornerMm, side: templeMm },
    to: { front: cornerMm, temple: templeMm, side: earMm },
    brow: [browX + BESIDE_BROW_MM, browY],
    ear: spots[spots.length - 1],
  };
}

function spotOn({ spots, arcLengthMm }: BaseLine, atMm: number): PlanePoint {
  const low = bisectIndex(0, spots.length - 1, (index) => arcLengthMm[index] <= atMm);
  const high = Math.min(low + 1, spots.length - 1);
  const t = clamp((atMm - arcLengthMm[low]) / Math.max(arcLengthMm[high] - arcLengthMm[low], 1e-9), 0, 1);
  const [a, b] = [spots[low], spots[high]];
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
}

/** Along the ray from the pole through a spot of the base line. */
function offBaseLine(spot: PlanePoint, outMm: number): PlanePoint {
  const far = apart(POLE, spot);
  return [spot[0] + (outMm * (spot[0] - POLE[0])) / far, spot[1] + (outMm * (spot[1] - POLE[1])) / far];
}

/** How far off its base line the line may run here, mm: above or beside the brow, and before the ear. */
function limits({ brow, ear }: BaseLine, spot: PlanePoint): readonly [leastMm: number, mostMm: number] {
  const far = apart(POLE, spot);
  const [wayX, wayY] = [(spot[0] - POLE[0]) / far, (spot[1] - POLE[1]) / far];
  const toBrowX = wayX > 1e-6 ? (brow[0] - spot[0]) / wayX : Infinity;
  const toBrowY = wayY > 1e-6 ? (brow[1] - spot[1]) / wayY : Infinity;
  const toEarX = wayX > 1e-6 ? (ear[0] - spot[0]) / wayX : Infinity;
  return [clamp(Math.min(toBrowX, toBrowY), -MOST_OUT_MM, 0), clamp(toEarX, 0, MOST_OUT_MM)];
}

/** The points of one stretch, kept in order, apart from each other and within the limits. */
function placedOnStretch(baseLine: BaseLine, stretch: Stretch, points: readonly AddedPoint[]): PlacedPoint[] {
  const own = points
    .filter((point) => point.stretch === stretch)
    .sort((a, b) => a.share - b.share || a.number - b.number);
  const [from, to] = [baseLine.from[stretch], baseLine.to[stretch]];
  const gap = Math.min(LEAST_GAP_MM, (to - from) / (own.length + 1));
  let before = { arcLengthMm: from, outMm: 0 };
  return own.map((point, i) => {
    const arcLengthMm = clamp(from + point.share * (to - from), before.arcLengthMm + gap, to - gap * (own.length - i));
    const reach = MOST_SLOPE * (arcLengthMm - before.arcLengthMm);
    const back = MOST_SLOPE * (to - arcLengthMm);
    const smooth = clamp(clamp(point.outMm, -back, back), before.outMm - reach, before.outMm + reach);
    before = { arcLengthMm, outMm: clamp(smooth, ...limits(baseLine, spotOn(baseLine, arcLengthMm))) };
    return { point, ...before };
  });
}

export const placedPoints = (baseLine: BaseLine, points: readonly AddedPoint[]): readonly PlacedPoint[] =>
  STRETCHES.flatMap((stretch) => placedOnStretch(baseLine, stretch, points));

/** Brings a place off the base line within the limits of a point between two neighbours of its stretch. */
export function reached(
  baseLine: BaseLine,
  stretch: Stretch,
  others: readonly PlacedPoint[],
  point: Pick<AddedPoint, 'share' | 'number'>,
  place: Pick<PlacedPoint, 'arcLengthMm' | 'outMm'>,
): Pick<PlacedPoint, 'arcLengthMm' | 'outMm'> {
  const [from, to] = [baseLine.from[stretch], baseLine.to[stretch]];
  const same = others.filter((other) => other.point.stretch === stretch);
  const isBefore = (other: PlacedPoint): boolean =>
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
  return { arcLengthMm, outMm: clamp(smooth, ...limits(baseLine, spotOn(baseLine, arcLengthMm))) };
}

/**
 * How far off its base line the line runs, mm: nothing, and level, at the points that are always there; through the added
 * ones with steady curvature, or with a corner where they are sharp.
 */
export function offsetAlong(baseLine: BaseLine, placed: readonly PlacedPoint[]): (arcLengthMm: number) => number {
  const pieces = STRETCHES.flatMap((stretch) => {
    const own = placed.filter(({ point }) => point.stretch === stretch);
    const knots = [
      { arcLengthMm: baseLine.from[stretch], outMm: 0, sharp: false },
      ...own.map(({ arcLengthMm, outMm, point }) => ({ arcLengthMm, outMm, sharp: point.sharp })),
      { arcLengthMm: baseLine.to[stretch], outMm: 0, sharp: false },
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

/** Where the line runs at a way along its base line. */
export function spotAt(baseLine: BaseLine, arcLengthMm: number, outMm: number): PlanePoint {
  const spot = spotOn(baseLine, arcLengthMm);
  return offBaseLine(spot, clamp(outMm, ...limits(baseLine, spot)));
}

/** Out of the face: back above the brow, or on the side beside it. From below, a ray would lead astray. */
function offTheFace({ brow, from }: BaseLine, [x, y]: PlanePoint, nearMm: number): PlanePoint {
  if (x >= brow[0] || y >= brow[1]) return [x, y];
  return nearMm > from.side ? [brow[0], y] : [x, brow[1]];
}

/** A spot as a place along the base line and an offset from it; of several, the one nearest to `nearMm`. */
export function offsetOfPlace(
  baseLine: BaseLine,
  wanted: PlanePoint,
  nearMm: number,
): Pick<PlacedPoint, 'arcLengthMm' | 'outMm'> {
  const spot = offTheFace(baseLine, wanted, nearMm);
  const { spots, arcLengthMm } = baseLine;
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
  return { arcLengthMm: best, outMm: apart(POLE, spot) - apart(POLE, spotOn(baseLine, best)) };
}

/** The drawing of one side led through its added points. */
export function addedLine(
  drawn: SideDrawing,
  plane: SidePlane,
  head: Head,
  points: readonly AddedPoint[],
): SideDrawing & { readonly added: readonly { readonly point: AddedPoint; readonly index: number }[] } {
  const baseLine = baseLineOf(drawn, plane, head);
  const placed = placedPoints(baseLine, points);
  const outMm = offsetAlong(baseLine, placed);
  const fine = baseLine.arcLengthMm.flatMap((at, i) => {
    const before = i === 0 ? at : baseLine.arcLengthMm[i - 1];
    const pieces = Math.max(1, Math.ceil((at - before) / STEP_MM));
    return i === 0
      ? [at]
      : Array.from({ length: pieces }, (_, k) => (k + 1 === pieces ? at : before + ((k + 1) * (at - before)) / pieces));
  });
  const alongs = [...new Set([...fine, ...placed.map(({ arcLengthMm }) => arcLengthMm)])].sort((a, b) => a - b);
  return {
    spots: alongs.map((at) => spotAt(baseLine, at, outMm(at))),
    corner: alongs.indexOf(baseLine.to.front),
    temple: alongs.indexOf(baseLine.to.temple),
    added: placed.map(({ point, arcLengthMm }) => ({ point, index: alongs.indexOf(arcLengthMm) })),
  };
}
