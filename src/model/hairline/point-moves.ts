import type { Direction, PointMm } from '~/model/base/units';
import type { Design } from '~/model/design/design';
import { MAIN_POINTS } from '~/model/design/line-points';
import type { MainPointId, PointMove, PointId } from '~/model/design/line-points';
import { SHAPE_ROWS } from '~/model/design/line-style';
import { surfacePoint } from '~/model/head/cranium';
import type { Head } from '~/model/head/head';
import { tapeOf } from '~/model/head/tape';
import type { TapePlace } from '~/model/head/tape';
import { drawnLine } from './drawn-line';
import type { Hairline } from './hairline';
import { clampHeightMm, orderedPoints, sideOf } from './hairline-points';

/** Where a point of the hairline lies. */
export interface PointPlace {
  readonly direction: Direction;
  readonly pointMm: PointMm;
  /** Above the glabella's level, along the skin. */
  readonly heightMm: number;
  /** From the midline along the skin at that height; to the subject's left is positive. */
  readonly sideMm: number;
}

/** Height is kept to this much, so that a drag does not fill project files with digits. */
const STEP_MM = 0.1;
const toStep = (mm: number): number => Math.round(mm / STEP_MM) * STEP_MM;

/** Way along the skin from the midline to a place at one height (Simpson's rule over the tape's stretch). */
function sideMmOf(head: Head, { acrossMm, heightMm }: TapePlace): number {
  const tape = tapeOf(head.cranium);
  const stretch = (share: number): number => tape.sidewaysStretch({ acrossMm: share * acrossMm, heightMm });
  return (acrossMm / 12) * (stretch(0) + 4 * stretch(0.25) + 2 * stretch(0.5) + 4 * stretch(0.75) + stretch(1));
}

function pointPlace(place: TapePlace, head: Head): PointPlace {
  const direction = tapeOf(head.cranium).directionAt(place);
  const pointMm = surfacePoint(head.cranium, direction);
  return { direction, pointMm, heightMm: place.heightMm, sideMm: sideMmOf(head, place) };
}

/** A place of the scalp as a tape tells it. */
export const pointPlaceOf = (direction: Direction, head: Head): PointPlace =>
  pointPlace(tapeOf(head.cranium).placeOf(direction), head);

/** The points of the hairline as they are now. All lie on the line. */
export function pointPlaces(design: Design, head: Head): Readonly<Record<MainPointId, PointPlace>> {
  const { points } = drawnLine(design, head);
  return Object.fromEntries(MAIN_POINTS.map((id) => [id, pointPlace(points[id], head)] as const)) as Readonly<
    Record<MainPointId, PointPlace>
  >;
}

/** All points of the line, the added ones among those that are always there, in order from right to left. */
export function pointsInOrder(
  places: ReturnType<typeof pointPlaces>,
  line: Hairline,
  head: Head,
): readonly (PointPlace & { readonly id: PointId })[] {
  return [
    ...MAIN_POINTS.map((id) => ({ id, atMm: line.pointArcLengthMm[id], place: places[id] })),
    ...line.added.map(({ id, arcLengthMm, place }) => ({ id, atMm: arcLengthMm, place: pointPlace(place, head) })),
  ]
    .sort((a, b) => a.atMm - b.atMm)
    .map(({ id, place }) => ({ id, ...place }));
}

const mirrored = (id: MainPointId): MainPointId => {
  const swapped = id.startsWith('left') ? `right${id.slice(4)}` : `left${id.slice(5)}`;
  return sideOf(id) === null ? id : (swapped as MainPointId);
};

/**
 * The design with a point brought as near to a place as order and scalp allow. Where both sides are meant the point of the
 * other side moves as far, so that what sets the two apart stays.
 */
function withPointAt(design: Design, head: Head, id: MainPointId, place: TapePlace, both: boolean): Design {
  const line = drawnLine(design, head);
  if (id === 'middle') {
    // Up and down is the height slider; the whole line comes along.
    const raise = SHAPE_ROWS[design.shape].middleRaiseMm;
    const hairlineHeightMm = clampHeightMm(toStep(place.heightMm - raise));
    const template = line.template.middle;
    const across = orderedPoints({ ...line.points, middle: place }, head).middle.acrossMm;
    const sideMm = both ? 0 : toStep(across * tapeOf(head.cranium).sidewaysStretch(template));
    const handles = { ...design.handles, middle: { sideMm, upMm: 0 } };
    return { ...design, hairlineHeightMm, handles };
  }
  const template = line.template[id];
  const reached = orderedPoints({ ...line.points, [id]: place }, head)[id];
  const move: PointMove = {
    sideMm: toStep((reached.acrossMm - template.acrossMm) * tapeOf(head.cranium).sidewaysStretch(template)),
    upMm: toStep(reached.heightMm - template.heightMm),
  };
  const handles = { ...design.handles, [id]: move };
  if (both) {
    const [before, opposite] = [design.handles[id], design.handles[mirrored(id)]];
    handles[mirrored(id)] = {
      sideMm: toStep((opposite?.sideMm ?? 0) - (move.sideMm - (before?.sideMm ?? 0))),
      upMm: toStep((opposite?.upMm ?? 0) + move.upMm - (before?.upMm ?? 0)),
    };
  }
  return { ...design, handles };
}

/** Moves a point along the skin by mm: to the subject's left, and up. */
export function movePoint(
  design: Design,
  head: Head,
  id: MainPointId,
  sideMm: number,
  upMm: number,
  both = design.mirror,
): Design {
  const { points, template } = drawnLine(design, head);
  const { acrossMm, heightMm } = points[id];
  const stretch = tapeOf(head.cranium).sidewaysStretch(id === 'middle' ? { acrossMm: 0, heightMm } : template[id]);
  return withPointAt(design, head, id, { acrossMm: acrossMm + sideMm / stretch, heightMm: heightMm + upMm }, both);
}

/** Moves a point to a place of the scalp. */
export const movePointTo = (
  design: Design,
  head: Head,
  id: MainPointId,
  direction: Direction,
  both = design.mirror,
): Design => withPointAt(design, head, id, tapeOf(head.cranium).placeOf(direction), both);
