import type { PointMm } from '~/model/base/units';
import { MAIN_POINTS } from '~/model/design/line-points';
import type { MainPointId } from '~/model/design/line-points';
import type { Hairline } from '~/model/hairline/hairline';
import { directionTo, surfacePoint } from '~/model/head/cranium';
import { geodesic } from '~/model/head/geodesic';
import type { Cranium, Head } from '~/model/head/head';
import { alongSkin, normalAt, straightWay } from '~/model/head/straight-way';
import { tapeOf } from '~/model/head/tape';
import type { PlanePoint } from '~/model/maths/plane-curve';
import { cross, dot } from '~/model/maths/vector';
import { acrossOnPaper, acrossOnSkin, unrolledLine } from './unrolled-line';
import type { UnrolledPlace } from './unrolled-line';

/** So far to both sides of the line the strip is exact straight across, mm; its rim behind the line is farther off. */
export const EXACT_MM = 15;
export const BEHIND_MM = 30;
/** Marks across the line are this far apart along it, mm. */
const TICK_MM = 10;
/** How far paper and skin differ is told for stretches of this length, mm. */
export const STRETCH_MM = 50;

/** Something to lay the strip on by: where it lies on paper, and the place of the line from which it is so far along the skin. */
export interface StencilMark {
  readonly at: PlanePoint;
  readonly from: PlanePoint;
  readonly lengthMm: number;
}

/** A mark on the line itself, with the way straight across it, radians from x. */
export interface StencilTick {
  readonly atMm: number;
  readonly at: PlanePoint;
  readonly across: number;
}

/** The line and a strip of scalp around it, unrolled: places on paper as `UnrolledPlace` has them, mm. */
export interface Stencil {
  readonly line: readonly PlanePoint[];
  /** The rim towards the face, the one that is exact, and the rim behind the line. */
  readonly front: readonly PlanePoint[];
  readonly exact: readonly PlanePoint[];
  readonly behind: readonly PlanePoint[];
  readonly ticks: readonly StencilTick[];
  readonly points: Readonly<Record<MainPointId, StencilTick>>;
  /** Where the line stands straight above the outer corners of the eyes; null where it does not. */
  readonly eyes: { readonly left: StencilTick | null; readonly right: StencilTick | null };
  /** From the middle of the line, and from its ends. */
  readonly glabella: StencilMark;
  readonly tragi: { readonly left: StencilMark; readonly right: StencilMark };
  readonly lengthMm: number;
  /** The most by which paper and skin differ over STRETCH_MM beside the line: at the rims that are exact across, and behind. */
  readonly worstMm: { readonly exact: number; readonly behind: number };
  readonly box: { readonly left: number; readonly right: number; readonly bottom: number; readonly top: number };
}

/** A rim is true to so many mm. */
const HOLLOW_MM = 0.3;

const apartMm = (a: PointMm, b: PointMm): number => Math.hypot(a.xMm - b.xMm, a.yMm - b.yMm, a.zMm - b.zMm);

const tickAt = ({ atMm, onPaper, turn }: Pick<UnrolledPlace, 'atMm' | 'onPaper' | 'turn'>): StencilTick => ({
  atMm,
  at: onPaper,
  across: turn + Math.PI / 2,
});

/** So far along the line, between two places of it. */
function tickOn(places: readonly UnrolledPlace[], atMm: number): StencilTick {
  const after = Math.max(
    1,
    places.findIndex((place) => place.atMm >= atMm),
  );
  const [a, b] = [places[after - 1], places[after]];
  const share = (atMm - a.atMm) / (b.atMm - a.atMm);
  const [[ax, ay], [bx, by]] = [a.onPaper, b.onPaper];
  const onPaper: PlanePoint = [ax + share * (bx - ax), ay + share * (by - ay)];
  return tickAt({ atMm, onPaper, turn: a.turn + share * (b.turn - a.turn) });
}

/** A parallel to the line, without what would lie nearer to another part of it: in the hollow of a corner. */
const rimOf = (places: readonly UnrolledPlace[], mm: number): readonly PlanePoint[] =>
  places
    .map((place) => acrossOnPaper(place, mm))
    .filter(([x, y]) =>
      places.every(({ onPaper }) => Math.hypot(x - onPaper[0], y - onPaper[1]) >= Math.abs(mm) - HOLLOW_MM),
    );

/** A place of the skin on paper: as far from that place of the line, and in that direction, as a tape pulled tight runs. */
function markFrom(cranium: Cranium, { onSkin, onPaper, turn }: UnrolledPlace, target: PointMm): StencilMark {
  const [from, to] = [directionTo(cranium, onSkin.pointMm), directionTo(cranium, target)];
  const { pointsMm: p, lengthMm } = geodesic(cranium, from, to);
  const normal = normalAt(cranium, onSkin.pointMm);
  const way = alongSkin(normal, [p[3] - p[0], p[4] - p[1], p[5] - p[2]]);
  const towards = turn + Math.atan2(dot(normal, cross(onSkin.way, way)), dot(onSkin.way, way));
  const at: PlanePoint = [onPaper[0] + lengthMm * Math.cos(towards), onPaper[1] + lengthMm * Math.sin(towards)];
  return { at, from: onPaper, lengthMm };
}

/** The most by which a parallel to the line is longer or shorter on paper than on the skin, over any STRETCH_MM of the line. */
function worstOver(cranium: Cranium, places: readonly UnrolledPlace[], acrossMm: number): number {
  const skin = places.map((place) => straightWay(cranium, acrossOnSkin(cranium, place), [acrossMm])[0].pointMm);
  const paper = places.map((place) => acrossOnPaper(place, acrossMm));
  const gains = places.slice(1).map((_, i) => {
    const [[ax, ay], [bx, by]] = [paper[i], paper[i + 1]];
    return Math.hypot(bx - ax, by - ay) - apartMm(skin[i], skin[i + 1]);
  });
  let worst = 0;
  for (let from = 0; from < gains.length; from++) {
    let sum = 0;
    for (let to = from; to < gains.length && places[to + 1].atMm - places[from].atMm <= STRETCH_MM; to++) {
      sum += gains[to];
      worst = Math.max(worst, Math.abs(sum));
    }
  }
  return worst;
}

/** The stencil of a line on a head, from in front of one ear to in front of the other. */
export function stencilOf(line: Hairline, { cranium, face }: Pick<Head, 'cranium' | 'face'>): Stencil {
  const { rightEar, leftEar } = line.pointArcLengthMm;
  const places = unrolledLine(line, cranium, rightEar, leftEar);
  const tape = tapeOf(cranium);
  const sideOf = (point: PointMm): number => tape.placeOf(directionTo(cranium, point)).acrossMm;
  const aboveEye = (eye: PointMm, sign: 1 | -1): StencilTick | null => {
    const half = (sign === 1 ? places : places.toReversed()).filter(({ atMm }) => sign * atMm >= 0);
    const there = half.find(({ onSkin }) => sign * sideOf(onSkin.pointMm) >= sign * sideOf(eye));
    return there === undefined ? null : tickAt(there);
  };
  const paperLine = places.map(({ onPaper }) => onPaper);
  const [front, exact, behind] = [-EXACT_MM, EXACT_MM, BEHIND_MM].map((mm) => rimOf(places, mm));
  const firstTick = Math.ceil(rightEar / TICK_MM) * TICK_MM;
  const ticks = Array.from({ length: Math.floor((leftEar - firstTick) / TICK_MM) + 1 }, (_, i) =>
    tickOn(places, firstTick + i * TICK_MM),
  );
  // From where all heights count.
  const zero = surfacePoint(cranium, tape.directionAt({ acrossMm: 0, heightMm: 0 }));
  const middle = places.find(({ atMm }) => atMm === 0) ?? places[Math.floor(places.length / 2)];
  const glabella = markFrom(cranium, middle, zero);
  const tragi = {
    left: markFrom(cranium, places[places.length - 1], face.leftTragion),
    right: markFrom(cranium, places[0], face.rightTragion),
  };
  const drawn = [...paperLine, ...front, ...behind, glabella.at, tragi.left.at, tragi.right.at];
  const [xs, ys] = [drawn.map(([x]) => x), drawn.map(([, y]) => y)];
  return {
    line: paperLine,
    front,
    exact,
    behind,
    ticks,
    points: Object.fromEntries(
      MAIN_POINTS.map((id) => [id, tickOn(places, line.pointArcLengthMm[id])] as const),
    ) as Stencil['points'],
    eyes: { left: aboveEye(face.leftOuterEye, 1), right: aboveEye(face.rightOuterEye, -1) },
    glabella,
    tragi,
    lengthMm: places[places.length - 1].atMm - places[0].atMm,
    worstMm: {
      exact: Math.max(worstOver(cranium, places, EXACT_MM), worstOver(cranium, places, -EXACT_MM)),
      behind: worstOver(cranium, places, BEHIND_MM),
    },
    box: { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) },
  };
}

/** A part of the stencil that has room on one sheet of paper: its left and upper edge on the strip, mm. */
export interface StencilTile {
  readonly left: number;
  readonly top: number;
  /** Whether another one goes on at that edge. */
  readonly goesOn: { readonly left: boolean; readonly right: boolean; readonly up: boolean; readonly down: boolean };
}

/** So much of two neighbours is the same, to be laid over one another, mm; and air around the strip. */
export const OVERLAP_MM = 14;
export const AIR_MM = 9;

/** Height of a stencil with air around it, mm. */
export const highOf = ({ box }: Pick<Stencil, 'box'>): number => box.top - box.bottom + 2 * AIR_MM;

/** Parts that cover a stencil, row by row from the upper left; so large has each room, mm. */
export function tilesOf({ box }: Pick<Stencil, 'box'>, wideMm: number, highMm: number): readonly StencilTile[] {
  const count = (mm: number, room: number): number => Math.max(1, Math.ceil((mm - OVERLAP_MM) / (room - OVERLAP_MM)));
  const columns = count(box.right - box.left + 2 * AIR_MM, wideMm);
  const rows = count(highOf({ box }), highMm);
  return Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    return {
      left: box.left - AIR_MM + column * (wideMm - OVERLAP_MM),
      top: box.top + AIR_MM - row * (highMm - OVERLAP_MM),
      goesOn: { left: column > 0, right: column < columns - 1, up: row > 0, down: row < rows - 1 },
    };
  });
}
