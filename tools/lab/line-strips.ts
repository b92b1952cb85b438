import { densityField, lineWeight } from '~/model/density/density-field';
import { topWeight } from '~/model/density/coverage-zones';
import type { Design } from '~/model/design/design';
import type { Hairline } from '~/model/hairline/hairline';
import { hairlineOf } from '~/model/hairline/hairline';
import { directionTo, SURFACE_SLOTS, surfaceAt } from '~/model/head/cranium';
import { add, cross, length, scale, subtract } from '~/model/maths/vector';
import type { Vector3 } from '~/model/maths/vector';
import { facing, projectPoint } from '~/model/view/camera';
import type { PointMm } from '~/model/base/units';
import type { HeadInView } from '~/model/view/view';
import type { LinePart, PointPx, StripPlaces, TracedLine } from '../look/picture';
import { STRIP_MM } from '../look/strip';

/** Where a place on the skin is seen, px of the picture; null where it is not. */
export type Seen = (point: PointMm) => PointPx | null;

/** Skin that leans away more than this is not measured along the line. */
const LEAST_COSINE = 0.2;

/** As the camera of a photo sees it, `scale` px of the picture for each px of the working photo. */
export const seenBy =
  (fit: HeadInView, scale: number): Seen =>
  (point) => {
    if (facing(fit, directionTo(fit.cranium, point)) < LEAST_COSINE) return null;
    const { xPx, yPx } = projectPoint(fit, point);
    return [xPx * scale, yPx * scale];
  };
/** The line turns at its corner and temple points: so far from them the skin across it is a strip, mm. */
const CLEAR_OF_TURN_MM = 4;
/** A stretch shorter than this has no windows to compare, mm. */
const LEAST_STRETCH_MM = 24;
/** Where the line's half is looked for, mm behind what is drawn. */
const HALF_FROM_MM = -12;
const HALF_TO_MM = 24;

const surface = new Float64Array(SURFACE_SLOTS);

/** A place on the skin and its normal. */
export interface OnSkin {
  readonly at: Vector3;
  readonly normal: Vector3;
}

export function onSkin({ cranium }: HeadInView, [xMm, yMm, zMm]: Vector3): OnSkin {
  const { x, y, z } = directionTo(cranium, { xMm, yMm, zMm });
  surfaceAt(cranium, x, y, z, surface);
  return { at: [surface[1], surface[2], surface[3]], normal: [surface[4], surface[5], surface[6]] };
}

const unit = (a: Vector3): Vector3 => scale(a, 1 / length(a));

/** The line's place at a way along it, mm, between its points. */
export function placeOn({ arcLengthMm, pointsMm, count }: Hairline, alongMm: number): Vector3 {
  let k = 1;
  while (k + 1 < count && arcLengthMm[k] < alongMm) k++;
  const share = (alongMm - arcLengthMm[k - 1]) / (arcLengthMm[k] - arcLengthMm[k - 1]);
  const axis = (i: number): number =>
    pointsMm[3 * (k - 1) + i] + share * (pointsMm[3 * k + i] - pointsMm[3 * (k - 1) + i]);
  return [axis(0), axis(1), axis(2)];
}

/** Straight over the skin from a place, in steps of 1 mm: so many, first included. */
export function walk(fit: HeadInView, from: OnSkin, towards: Vector3, steps: number): readonly Vector3[] {
  const way: Vector3[] = [from.at];
  let [here, heading] = [from, towards];
  for (let i = 1; i < steps; i++) {
    const next = onSkin(fit, add(here.at, heading));
    const gone = subtract(next.at, here.at);
    way.push(next.at);
    // What points out of the skin is taken off, and it goes on straight.
    const out = gone[0] * next.normal[0] + gone[1] * next.normal[1] + gone[2] * next.normal[2];
    heading = unit(subtract(gone, scale(next.normal, out)));
    here = next;
  }
  return way;
}

/** Ways along the line from mm to mm between two of its points, clear of both; may be none. */
export function waysBetween(fromMm: number, toMm: number): readonly number[] {
  const alongMm: number[] = [];
  for (let at = fromMm + CLEAR_OF_TURN_MM; at <= toMm - CLEAR_OF_TURN_MM; at++) alongMm.push(at);
  return alongMm;
}

/** How far behind the drawn line, on the mean, half of the full density is wanted, mm. */
export function halfwayMm(fit: HeadInView, design: Design, alongMm: readonly number[], line: Hairline): number {
  const field = densityField(design, fit);
  const weights = (insideMm: number): number =>
    alongMm.reduce(
      (sum, along) => sum + lineWeight(field, insideMm, along, topWeight(fit.cranium, placeOn(line, along)[1]), 0, 0),
      0,
    ) / alongMm.length;
  let [from, to] = [HALF_FROM_MM, HALF_TO_MM];
  while (to - from > 0.05) {
    const middle = (from + to) / 2;
    if (weights(middle) < 0.5) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

/** The strip across a stretch of the line, a place for every mm; NaN where the skin turns away. */
function stripOf(fit: HeadInView, line: Hairline, alongMm: readonly number[], halfMm: number, seen: Seen): StripPlaces {
  const inwards = Math.ceil(STRIP_MM.field + Math.max(0, halfMm)) + 2;
  const outwards = Math.ceil(STRIP_MM.bare + Math.max(0, -halfMm)) + 2;
  const rows = STRIP_MM.bare + STRIP_MM.field + 1;
  const columns = alongMm.length;
  const placesPx = new Float32Array(2 * columns * rows).fill(NaN);
  alongMm.forEach((along, column) => {
    const here = onSkin(fit, placeOn(line, along));
    const tangent = subtract(placeOn(line, along + 1), placeOn(line, along - 1));
    const inward = unit(cross(here.normal, tangent));
    const ahead = walk(fit, here, inward, inwards + 1);
    const behind = walk(fit, here, scale(inward, -1), outwards + 1);
    for (let row = 0; row < rows; row++) {
      const mm = row - STRIP_MM.bare + halfMm;
      const way = mm < 0 ? behind : ahead;
      const k = Math.min(Math.floor(Math.abs(mm)), way.length - 2);
      const share = Math.abs(mm) - k;
      const [xMm, yMm, zMm] = onSkin(fit, add(scale(way[k], 1 - share), scale(way[k + 1], share))).at;
      const place = seen({ xMm, yMm, zMm });
      if (place !== null) placesPx.set(place, 2 * (row * columns + column));
    }
  });
  return { columns, rows, fromMm: -STRIP_MM.bare, placesPx };
}

/**
 * The border of what a design draws on a head, in pieces that the camera sees: where half of the density is wanted. Pigment lies to
 * the left of the way.
 */
export function tracedLines(fit: HeadInView, design: Design, seen: Seen): readonly TracedLine[] {
  const line = hairlineOf(design, fit);
  const { rightCorner, leftCorner, rightTemple, leftTemple } = line.pointArcLengthMm;
  const stretches: readonly (readonly [LinePart, number, number])[] = [
    ['side', rightTemple, rightCorner],
    ['middle', rightCorner, leftCorner],
    ['side', leftCorner, leftTemple],
  ];
  // As at the middle: how deep the sides fade in is a choice, and must not move where their light is told.
  const halfMm = halfwayMm(fit, design, waysBetween(rightCorner, leftCorner), line);
  return stretches.flatMap(([part, from, to]) => {
    const alongMm = waysBetween(from, to);
    if (alongMm.length < 2) return [];
    const strip = stripOf(fit, line, alongMm, halfMm, seen);
    return inSight(strip).map((places) => ({ part, points: pointsOf(places), places }));
  });
}

/** On the line itself. */
const LINE_ROW = STRIP_MM.bare;
/** Of so many millimetres before and behind it this share has to be seen: a mole may lie there, but not the rim or a gleam. */
const BESIDE_ROWS = { bare: 10, field: 11 };
const LEAST_SEEN = 0.8;

/** The pieces of a strip whose line is seen, with the field behind and the bare skin before it; long enough to be measured. */
function inSight(strip: StripPlaces): readonly StripPlaces[] {
  const { columns, rows, placesPx } = strip;
  const isSeen = (column: number): boolean => {
    let seen = 0;
    for (let row = LINE_ROW - BESIDE_ROWS.bare; row <= LINE_ROW + BESIDE_ROWS.field; row++)
      if (!Number.isNaN(placesPx[2 * (row * columns + column)])) seen++;
    return seen >= LEAST_SEEN * (BESIDE_ROWS.bare + BESIDE_ROWS.field + 1);
  };
  const pieces: StripPlaces[] = [];
  let from = 0;
  for (let column = 0; column <= columns; column++) {
    if (column < columns && isSeen(column)) continue;
    const count = column - from;
    if (count > LEAST_STRETCH_MM) {
      const kept = new Float32Array(2 * count * rows);
      for (let row = 0; row < rows; row++)
        kept.set(placesPx.subarray(2 * (row * columns + from), 2 * (row * columns + column)), 2 * row * count);
      pieces.push({ ...strip, columns: count, placesPx: kept });
    }
    from = column + 1;
  }
  return pieces;
}

/** The line itself in few points. */
function pointsOf({ columns, placesPx }: StripPlaces): TracedLine['points'] {
  return Array.from({ length: columns }, (_, column) => column)
    .filter((column) => column % 8 === 0 || column === columns - 1)
    .map((column) => {
      const at = 2 * (LINE_ROW * columns + column);
      return [placesPx[at], placesPx[at + 1]] as const;
    })
    .filter(([x]) => !Number.isNaN(x));
}
