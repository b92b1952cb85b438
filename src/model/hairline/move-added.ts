import type { Direction } from '~/model/base/units';
import type { Design } from '~/model/design/design';
import { addedPoint, withPoint } from '~/model/design/edit-points';
import { addedId, MOST_ADDED, SIDES, STRETCHES } from '~/model/design/line-points';
import type { AddedId, AddedPoint, PointId, Side, Stretch } from '~/model/design/line-points';
import type { Head } from '~/model/head/head';
import { tapeOf } from '~/model/head/tape';
import type { TapePlace } from '~/model/head/tape';
import { baseLineOf, LEAST_GAP_MM, offsetAlong, offsetOfPlace, placedPoints, reached, spotAt } from './added-line';
import type { BaseLine, PlacedPoint } from './added-line';
import { drawnLine } from './drawn-line';
import type { SidePlane } from './side-drawing';

/** Kept to these, so that a drag does not fill project files with digits. */
const SHARE_STEP = 1e-4;
const OUT_STEP_MM = 0.01;
const toStep = (value: number, step: number): number => Math.round(value / step) * step;

const other = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/** One side with its base line, and its added points where they are. */
interface LedSide {
  readonly plane: SidePlane;
  readonly baseLine: BaseLine;
  readonly placed: readonly PlacedPoint[];
}

function ledSide(design: Design, head: Head, side: Side): LedSide {
  const { plane, drawing, added } = drawnLine(design, head).side(side);
  const baseLine = baseLineOf(drawing, plane, head);
  return { plane, baseLine, placed: placedPoints(baseLine, added) };
}

const shareOf = ({ from, to }: BaseLine, stretch: Stretch, arcLengthMm: number): number =>
  toStep((arcLengthMm - from[stretch]) / Math.max(to[stretch] - from[stretch], 1e-9), SHARE_STEP);

/**
 * The design with an added point brought to a place that depends on where it is now; where both sides are meant,
 * the point of the same number on the other side moves as far.
 */
function withAddedAt(
  design: Design,
  head: Head,
  id: AddedId,
  both: boolean,
  placeFrom: (now: TapePlace) => TapePlace,
): Design {
  const point = addedPoint(design, id);
  if (point === null) return design;
  const { plane, baseLine, placed } = ledSide(design, head, point.side);
  const now = placed.find((each) => each.point === point);
  if (now === undefined) return design;
  const place = placeFrom(plane.place(spotAt(baseLine, now.arcLengthMm, now.outMm)));
  const wanted = offsetOfPlace(baseLine, plane.flat(place), now.arcLengthMm);
  const rest = placed.filter((each) => each !== now);
  const got = reached(baseLine, point.stretch, rest, point, wanted);
  const share = shareOf(baseLine, point.stretch, got.arcLengthMm);
  const outMm = toStep(got.outMm, OUT_STEP_MM);
  const moved = withPoint(design, id, false, () => ({ share, outMm }));
  const opposite = addedId({ ...point, side: other(point.side) });
  return both && addedPoint(design, opposite) !== null
    ? withAddedBy(moved, head, opposite, share - point.share, outMm - point.outMm)
    : moved;
}

/** The point of the other side moves as far as its counterpart was moved: what sets the two apart stays. */
function withAddedBy(design: Design, head: Head, id: AddedId, share: number, outMm: number): Design {
  const point = addedPoint(design, id);
  if (point === null) return design;
  const { baseLine, placed } = ledSide(design, head, point.side);
  const { from, to } = baseLine;
  const wanted = {
    arcLengthMm: from[point.stretch] + (point.share + share) * (to[point.stretch] - from[point.stretch]),
    outMm: point.outMm + outMm,
  };
  const rest = placed.filter((each) => each.point !== point);
  const got = reached(baseLine, point.stretch, rest, point, wanted);
  return withPoint(design, id, false, () => ({
    share: shareOf(baseLine, point.stretch, got.arcLengthMm),
    outMm: toStep(got.outMm, OUT_STEP_MM),
  }));
}

/** Moves an added point along the skin by mm: to the subject's left, and up. */
export const moveAdded = (
  design: Design,
  head: Head,
  id: AddedId,
  sideMm: number,
  upMm: number,
  both = design.mirror,
): Design =>
  withAddedAt(design, head, id, both, (now) => ({
    acrossMm: now.acrossMm + sideMm / tapeOf(head.cranium).sidewaysStretch(now),
    heightMm: now.heightMm + upMm,
  }));

/** Moves an added point to a place of the scalp. */
export const addedMoveTo = (
  design: Design,
  head: Head,
  id: AddedId,
  direction: Direction,
  both = design.mirror,
): Design => withAddedAt(design, head, id, both, () => tapeOf(head.cranium).placeOf(direction));

/** The lowest number free on every one of these sides; null where one of them is full. */
function freeNumber(design: Design, sides: readonly Side[]): number | null {
  const taken = design.points.filter(({ side }) => sides.includes(side));
  if (sides.some((side) => taken.filter((point) => point.side === side).length >= MOST_ADDED)) return null;
  for (let number = 1; number <= MOST_ADDED; number++)
    if (!taken.some((point) => point.number === number)) return number;
  return null;
}

/** A design with a point more, and which one it is. */
export interface Added {
  readonly design: Design;
  readonly id: AddedId;
}

/** Puts a point on the line as it runs now; with both sides meant, and room there, on the other side too. */
function withAdded(
  design: Design,
  head: Head,
  side: Side,
  both: boolean,
  stretch: Stretch,
  arcLengthMm: number,
): Added | null {
  const shared = both ? freeNumber(design, SIDES) : null;
  const number = shared ?? freeNumber(design, [side]);
  if (number === null) return null;
  const share = shareOf(ledSide(design, head, side).baseLine, stretch, arcLengthMm);
  const onLine = (on: Side): AddedPoint => {
    const { baseLine, placed } = ledSide(design, head, on);
    const { [stretch]: from } = baseLine.from;
    const outMm = offsetAlong(baseLine, placed)(from + share * (baseLine.to[stretch] - from));
    return { number, side: on, stretch, share, outMm: toStep(outMm, OUT_STEP_MM), sharp: false };
  };
  const points = (shared === null ? [side] : [side, other(side)]).map(onLine);
  return { design: { ...design, points: [...design.points, ...points] }, id: addedId({ side, number }) };
}

/** A piece of the line between two neighbouring points. */
interface Gap {
  readonly side: Side;
  readonly stretch: Stretch;
  readonly fromMm: number;
  readonly toMm: number;
  readonly ends: readonly PointId[];
}

function gapsOf(design: Design, head: Head): readonly Gap[] {
  return SIDES.flatMap((side) => {
    const { baseLine, placed } = ledSide(design, head, side);
    const handles: readonly PointId[] = ['middle', `${side}Corner`, `${side}Temple`, `${side}Ear`];
    return STRETCHES.flatMap((stretch, i) => {
      const stops = [
        { atMm: baseLine.from[stretch], id: handles[i] },
        ...placed
          .filter(({ point }) => point.stretch === stretch)
          .map(({ point, arcLengthMm }) => ({ atMm: arcLengthMm, id: addedId(point) })),
        { atMm: baseLine.to[stretch], id: handles[i + 1] },
      ];
      return stops.slice(1).map((end, k) => ({
        side,
        stretch,
        fromMm: stops[k].atMm,
        toMm: end.atMm,
        ends: [stops[k].id, end.id],
      }));
    });
  });
}

/** Adds a point in the middle of the longest free piece beside a point, or of the whole line; null where none has room. */
export function addBeside(design: Design, head: Head, near: PointId | null, both = design.mirror): Added | null {
  const gaps = gapsOf(design, head).filter(({ fromMm, toMm }) => toMm - fromMm >= 2 * LEAST_GAP_MM);
  const beside = near === null ? [] : gaps.filter(({ ends }) => ends.includes(near));
  const longest = [...(beside.length > 0 ? beside : gaps)]
    .sort((a, b) => b.toMm - b.fromMm - (a.toMm - a.fromMm))
    .at(0);
  return longest === undefined
    ? null
    : withAdded(design, head, longest.side, both, longest.stretch, (longest.fromMm + longest.toMm) / 2);
}

/** Adds a point where the line passes a place of the scalp; null where another point is too near. */
export function addAt(design: Design, head: Head, direction: Direction, both = design.mirror): Added | null {
  const place = tapeOf(head.cranium).placeOf(direction);
  const side = place.acrossMm >= drawnLine(design, head).points.middle.acrossMm ? 'left' : 'right';
  const { plane, baseLine } = ledSide(design, head, side);
  const { arcLengthMm } = offsetOfPlace(baseLine, plane.flat(place), 0);
  const gap = gapsOf(design, head).find(
    ({ side: on, fromMm, toMm }) =>
      on === side && arcLengthMm - fromMm >= LEAST_GAP_MM && toMm - arcLengthMm >= LEAST_GAP_MM,
  );
  return gap === undefined ? null : withAdded(design, head, side, both, gap.stretch, arcLengthMm);
}
