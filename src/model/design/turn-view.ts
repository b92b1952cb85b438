import { isMirroring, turnedDirection, turnedPlace, turnedThen, AS_IT_IS } from '~/model/base/orientation';
import type { Orientation } from '~/model/base/orientation';
import type { Direction, SizePx } from '~/model/base/units';
import { designViews, HEAD_MARKS } from './consultation';
import type { Consultation, DesignRecord, HeadMark, HeadTaps, ViewKind, ViewRecord } from './consultation';
import type { Stroke } from './drawing';
import type { HeadPlacement } from './head-correction';
import { MAIN_POINTS } from './line-points';
import type { MainPointId, PointMove } from './line-points';

const FULL_TURN = 360;
/** Degrees between −180 and 180. */
const around = (degrees: number): number => degrees - FULL_TURN * Math.round(degrees / FULL_TURN) + 0;

/** How far a mirrored or unmirrored picture is turned clockwise, beside the mirroring. */
function clockwiseDegrees(by: Orientation): number {
  const [right, up] = turnedDirection(0, 1, by);
  return Math.round((Math.atan2(right, up) * 180) / Math.PI);
}

/**
 * Where a head that was placed by hand lies in the turned photo: it begins in the middle, upright and as large as the shorter
 * side has it, so it is the same head in the same place (equal to the turned picture of it, not near to it).
 */
export function turnedPlacement(placement: HeadPlacement, by: Orientation): HeadPlacement {
  const [rightMm, upMm] = turnedDirection(placement.rightMm, placement.upMm, by);
  const sign = isMirroring(by) ? -1 : 1;
  return {
    ...placement,
    rightMm,
    upMm,
    turnDegrees: sign * placement.turnDegrees + 0,
    rollDegrees: around(sign * placement.rollDegrees + clockwiseDegrees(by)),
  };
}

const otherSide = ({ x, y, z }: Direction): Direction => ({ x: -x + 0, y, z });
const mirroredStroke = (stroke: Stroke): Stroke => ({ ...stroke, path: stroke.path.map(otherSide) });

function mirroredHandles(handles: DesignRecord['handles']): DesignRecord['handles'] {
  const opposite = (id: MainPointId): MainPointId => MAIN_POINTS[MAIN_POINTS.length - 1 - MAIN_POINTS.indexOf(id)];
  const mirrored = Object.entries(handles) as [MainPointId, PointMove][];
  return Object.fromEntries(mirrored.map(([id, { sideMm, upMm }]) => [opposite(id), { sideMm: -sideMm + 0, upMm }]));
}

/** All that somebody put on one side of the head, on the other. */
const mirroredDrawn = (drawn: DesignRecord): DesignRecord => ({
  ...drawn,
  handles: mirroredHandles(drawn.handles),
  points: drawn.points.map((point) => ({ ...point, side: point.side === 'left' ? 'right' : 'left' })),
  strokes: drawn.strokes.map(mirroredStroke),
  pencil: drawn.pencil.map((line) => line.map(otherSide)),
  notes: drawn.notes.map((note) => ({ ...note, at: otherSide(note.at) })),
});

/** What a photo shows when it is mirrored. */
const MIRRORED_KINDS: Readonly<Record<ViewKind, ViewKind>> = {
  front: 'front',
  left: 'right',
  right: 'left',
  top: 'top',
  back: 'back',
  other: 'other',
};

/** Marks of the head where the turned photo shows them: an ear is the other one where it is mirrored. */
const turnedTaps = (taps: HeadTaps, by: Orientation, size: SizePx): HeadTaps =>
  Object.fromEntries(
    HEAD_MARKS.flatMap((mark) => {
      const at = taps[mark];
      return at === undefined ? [] : [[isMirroring(by) ? MIRRORED_MARKS[mark] : mark, turnedPlace(at, size, by)]];
    }),
  );

const MIRRORED_MARKS: Readonly<Record<HeadMark, HeadMark>> = {
  crown: 'crown',
  leftEar: 'rightEar',
  rightEar: 'leftEar',
};

/**
 * The document after the chosen view's photo was turned or mirrored; `size`: that of the working photo before. Ends of the known
 * length stay on what they were put on. What was drawn stays on the head; where the photo is the only one and is mirrored, left
 * and right of the head were taken for each other until now, so what was drawn changes sides with the picture it was drawn on.
 */
export function turnView(consultation: Consultation, by: Orientation, size: SizePx): Consultation {
  if (by === AS_IT_IS) return consultation;
  const { head, designs, views, chosenView } = consultation;
  const view = views[chosenView];
  const span = view.span && {
    from: turnedPlace(view.span.from, size, by),
    to: turnedPlace(view.span.to, size, by),
  };
  const turned: ViewRecord = {
    ...view,
    turned: turnedThen(view.turned, by),
    kind: isMirroring(by) ? MIRRORED_KINDS[view.kind] : view.kind,
    placement: turnedPlacement(view.placement, by),
    laid: view.laid && turnedPlacement(view.laid, by),
    laidBy: view.laidBy && turnedTaps(view.laidBy, by, size),
    span,
    taps: view.taps.map((tap) => ({ ...tap, at: turnedPlace(tap.at, size, by) })),
  };
  const changesSides = isMirroring(by) && designViews(consultation).length === 1;
  return {
    ...consultation,
    head: changesSides ? { ...head, marks: head.marks.map(mirroredStroke) } : head,
    designs: changesSides ? designs.map((named) => ({ ...named, drawn: mirroredDrawn(named.drawn) })) : designs,
    views: views.with(chosenView, turned),
  };
}
