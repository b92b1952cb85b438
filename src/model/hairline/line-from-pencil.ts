import { fail, ok } from '~/model/base/result';
import type { Result } from '~/model/base/result';
import type { HairlineShape } from '~/model/design/choices';
import type { Design } from '~/model/design/design';
import type { PencilLine } from '~/model/design/drawing';
import { SIDES } from '~/model/design/line-points';
import type { Side } from '~/model/design/line-points';
import { recessionMm, SHAPE_ROWS } from '~/model/design/line-style';
import { SETTINGS } from '~/model/design/settings';
import type { Head } from '~/model/head/head';
import { tapeOf } from '~/model/head/tape';
import type { TapePlace } from '~/model/head/tape';
import { clamp } from '~/model/maths/numbers';
import { nearestShare } from '~/model/maths/segment';
import { dot, scale, subtract } from '~/model/maths/vector';
import { drawnLine } from './drawn-line';
import { hairlineOf } from './hairline';
import type { Hairline } from './hairline';
import { clampHeightMm, HIGHEST_MIDDLE_MM, LOWEST_MIDDLE_MM } from './hairline-points';
import { movePointTo } from './point-moves';
import { landmarksOf } from './sketch-landmarks';
import { sketchPath } from './sketch-path';
import type { SkinPoint } from './sketch-path';
import { pinsOf } from './sketch-pins';

/** A design whose hairline follows a sketch, and how near it comes to it along the sketch. */
export interface FollowedSketch {
  readonly design: Design;
  readonly meanMm: number;
  readonly mostMm: number;
}

export type SketchProblem = 'tooShort' | 'farOff';

/** A shorter sketch says nothing of a line, mm; our choice. */
const LEAST_LENGTH_MM = 20;
/**
 * A line that ends farther from the sketch than this on the mean does not follow it at all. Ours, as all below: set on the random
 * sketches of tests/support/sketches.ts.
 */
const MOST_MEAN_MM = 12;
/** Near enough: nothing else is tried. A line that lies this near to it already stays. */
const NEAR_MM = 1.6;
const ON_IT_MM = 0.9;
/** A sketch that goes beyond the middle by less than this is of one side, mm. */
const OVER_MIDDLE_MM = 15;
/** A sketch that ends so far from the middle says nothing about it, mm. */
const TO_MIDDLE_MM = 22;
/** Heights are kept to this much, as a drag keeps them. */
const STEP_MM = 0.1;
/** Shapes without a corner or peak of their own, for sketches that the chosen shape cannot be bent to. */
const PLAIN_SHAPES: readonly HairlineShape[] = ['natural', 'rounded'];

const toStep = (mm: number): number => Math.round(mm / STEP_MM) * STEP_MM;
const mirroredPlace = ({ acrossMm, heightMm }: TapePlace): TapePlace => ({ acrossMm: -acrossMm, heightMm });

/** Distance of a place from the line, mm. */
function besideMm({ count, pointsMm: p }: Hairline, spot: SkinPoint): number {
  const at = (k: number): SkinPoint => [p[3 * k], p[3 * k + 1], p[3 * k + 2]];
  let best = Infinity;
  for (let k = 0; k < count; k++) {
    const [a, b] = [at(k), at((k + 1) % count)];
    const way = subtract(b, a);
    const from = subtract(spot, a);
    const off = subtract(from, scale(way, nearestShare(...from, ...way)));
    best = Math.min(best, dot(off, off));
  }
  return Math.sqrt(best);
}

/** The sketch of each side, from the middle outwards, the subject's left to the right of it as on the other side. */
interface Halves {
  /** Height of the sketch on the midline; null where it says nothing about it. */
  readonly middleMm: number | null;
  readonly left: readonly TapePlace[];
  readonly right: readonly TapePlace[];
}

function halvesOf(places: readonly TapePlace[]): Halves {
  const over = places.findIndex(({ acrossMm }) => acrossMm >= 0);
  const left = over < 0 ? [] : places.slice(over);
  const right = (over < 0 ? places : places.slice(0, over)).toReversed().map(mirroredPlace);
  const [a, b] = [left.at(0), right.at(0)];
  if (a !== undefined && b !== undefined) {
    const share = b.acrossMm / Math.max(a.acrossMm + b.acrossMm, 1e-6);
    return { middleMm: b.heightMm + share * (a.heightMm - b.heightMm), left, right };
  }
  const [only] = [...left, ...right];
  return { middleMm: only.acrossMm <= TO_MIDDLE_MM ? only.heightMm : null, left, right };
}

const reachMm = (half: readonly TapePlace[]): number => Math.max(0, ...half.map(({ acrossMm }) => acrossMm));

/** The line begins on the midline at this height; beyond the slider's range by a move of its own. */
function withMiddle(design: Design, heightMm: number): Design {
  const raise = SHAPE_ROWS[design.shape].middleRaiseMm;
  const wanted = toStep(clamp(heightMm, LOWEST_MIDDLE_MM, HIGHEST_MIDDLE_MM) - raise);
  const hairlineHeightMm = clampHeightMm(wanted);
  return {
    ...design,
    hairlineHeightMm,
    handles: { ...design.handles, middle: { sideMm: 0, upMm: toStep(wanted - hairlineHeightMm) } },
  };
}

/** A side's points where the sketch has its corner and temple, and points between them that lead the line along it. */
function withSide(design: Design, head: Head, side: Side, half: readonly TapePlace[]): Design {
  const handles = Object.fromEntries(Object.entries(design.handles).filter(([id]) => !id.startsWith(side)));
  const plain: Design = { ...design, handles, points: design.points.filter((point) => point.side !== side) };
  const sign = side === 'left' ? 1 : -1;
  const { template, points } = drawnLine(plain, head);
  const own = (name: 'Corner' | 'Temple' | 'Ear'): TapePlace => {
    const place = template[`${side}${name}`];
    return sign === 1 ? place : mirroredPlace(place);
  };
  const marks = landmarksOf(
    half,
    points.middle.heightMm,
    { Corner: own('Corner'), Temple: own('Temple'), Ear: own('Ear') },
    head,
  );
  const placed = (['Corner', 'Temple', 'Ear'] as const).reduce((now, name) => {
    const place = marks[name];
    if (place === null) return now;
    const to = sign === 1 ? place : mirroredPlace(place);
    return movePointTo(now, head, `${side}${name}`, tapeOf(head.cranium).directionAt(to), false);
  }, plain);
  const pins = pinsOf(placed, head, side, sign === 1 ? half : half.map(mirroredPlace));
  return { ...placed, points: [...placed.points, ...pins] };
}

function followed(design: Design, head: Head, places: readonly TapePlace[]): Design {
  const { middleMm, ...halves } = halvesOf(places);
  const drawn = SIDES.filter((side) => reachMm(halves[side]) >= OVER_MIDDLE_MM);
  const sides = drawn.length > 0 ? drawn : SIDES;
  // What is sketched on one side is meant for both where both are mirrored; else each side goes its own way.
  const bothAlike = design.mirror && sides.length === 1;
  const half = (side: Side): readonly TapePlace[] => halves[bothAlike ? sides[0] : side];
  const middled = middleMm === null ? design : withMiddle(design, middleMm);
  const start: Design = { ...middled, mirror: design.mirror && bothAlike };
  const { min, max } = SETTINGS.templeRecessionMm;
  const worked: readonly Side[] = bothAlike ? SIDES : sides;
  const made = worked.reduce((now, side) => withSide(now, head, side, half(side)), start);
  if (worked.length === 1) return made;
  // The corners' rise is the setting's; their own moves beside it are what is left.
  const { points } = drawnLine(made, head);
  const riseMm = (points.leftCorner.heightMm + points.rightCorner.heightMm) / 2 - points.middle.heightMm;
  const templeRecessionMm = clamp(Math.round(riseMm), min, max);
  if (templeRecessionMm === recessionMm(start)) return made;
  const risen: Design = { ...start, templeRecessionMm };
  return worked.reduce((now, side) => withSide(now, head, side, half(side)), risen);
}

function measured(design: Design, head: Head, spots: readonly SkinPoint[]): FollowedSketch {
  const line = hairlineOf(design, head);
  const farMm = spots.map((spot) => besideMm(line, spot));
  return { design, meanMm: farMm.reduce((sum, mm) => sum + mm, 0) / farMm.length, mostMm: Math.max(...farMm) };
}

/**
 * Lays the hairline along a sketch: its middle, corners and temple points where the sketch has them, and as many points
 * between as it takes to lead the line along it. Mirror, the slider's range and, where it has to be, the shape let go;
 * where there is no sketch the line goes on from there by its shape.
 *
 * `strokes`: all that was drawn; the last stroke counts, and those before it that it continues.
 */
export function hairlineFromPencil(
  design: Design,
  head: Head,
  strokes: readonly PencilLine[],
): Result<FollowedSketch, SketchProblem> {
  const { spots, places, lengthMm } = sketchPath(strokes, head);
  if (lengthMm < LEAST_LENGTH_MM) return fail('tooShort');
  const asItIs = measured(design, head, spots);
  if (asItIs.mostMm <= ON_IT_MM) return ok(asItIs);
  let best: FollowedSketch | null = null;
  for (const shape of new Set([design.shape, ...PLAIN_SHAPES])) {
    const made = measured(followed({ ...design, shape }, head, places), head, spots);
    if (best === null || made.mostMm < best.mostMm) best = made;
    if (best.mostMm <= NEAR_MM || best.meanMm > MOST_MEAN_MM) break;
  }
  return best === null || best.meanMm > MOST_MEAN_MM ? fail('farOff') : ok(best);
}
