import type { PencilLine } from '~/model/design/drawing';
import { surfacePoint } from '~/model/head/cranium';
import type { Head } from '~/model/head/head';
import { tapeOf } from '~/model/head/tape';
import type { TapePlace } from '~/model/head/tape';
import { between, length, subtract } from '~/model/maths/vector';

export type SkinPoint = readonly [x: number, y: number, z: number];

/** A sketch is looked at in steps of this much, mm. Ours, as all below: set on the random sketches of tests/support/sketches.ts. */
const STEP_MM = 2;
/** Strokes whose ends lie this near to each other are one line, mm. */
const NEAR_MM = 30;
/** A stroke that runs beside the line drawn so far for more than this share of its length is an older idea of it. */
const MOST_BESIDE = 0.4;
/** Whoever goes on overlaps the end by so much, mm. */
const OVERLAP_MM = 10;

const toSkin = (head: Head, line: PencilLine): readonly SkinPoint[] =>
  line.map((direction): SkinPoint => {
    const { xMm, yMm, zMm } = surfacePoint(head.cranium, direction);
    return [xMm, yMm, zMm];
  });

const apart = (a: SkinPoint, b: SkinPoint): number => length(subtract(a, b));
/** The distance of a place from a line, and where along it that is. */
function nearest(spots: readonly SkinPoint[], spot: SkinPoint): { readonly farMm: number; readonly at: number } {
  let [farMm, at] = [Infinity, 0];
  spots.forEach((each, i) => {
    const mm = apart(each, spot);
    if (mm < farMm) [farMm, at] = [mm, i];
  });
  return { farMm, at };
}

/** Joins a stroke to the end of a line: where the two overlap, the line stays as it is. */
function continued(line: readonly SkinPoint[], stroke: readonly SkinPoint[]): readonly SkinPoint[] {
  const end = line[line.length - 1];
  let from = 0;
  while (from + 1 < stroke.length && apart(stroke[from + 1], end) < apart(stroke[from], end)) from++;
  return [...line, ...stroke.slice(from)];
}

/** A line with a stroke more at one of its ends; null where the stroke is no part of it. */
function joined(line: readonly SkinPoint[], stroke: readonly SkinPoint[]): readonly SkinPoint[] | null {
  const margin = OVERLAP_MM / STEP_MM;
  const isBeside = (spot: SkinPoint): boolean => {
    const { at } = nearest(line, spot);
    return at > margin && at < line.length - 1 - margin;
  };
  if (stroke.filter(isBeside).length > MOST_BESIDE * stroke.length) return null;
  const [first, last] = [line[0], line[line.length - 1]];
  const reversed = stroke.toReversed();
  const ways = [
    { farMm: nearest(stroke, last).farMm, make: () => continued(line, towards(last, stroke, reversed)) },
    {
      farMm: nearest(stroke, first).farMm,
      make: () => continued(line.toReversed(), towards(first, stroke, reversed)).toReversed(),
    },
  ].sort((a, b) => a.farMm - b.farMm);
  return ways[0].farMm > NEAR_MM ? null : ways[0].make();
}

/** The stroke in the direction in which it begins at a place. */
const towards = (at: SkinPoint, stroke: readonly SkinPoint[], reversed: readonly SkinPoint[]): readonly SkinPoint[] =>
  apart(stroke[0], at) <= apart(reversed[0], at) ? stroke : reversed;

/** Places at even steps along a line. */
function evenly(path: readonly SkinPoint[]): { readonly spots: readonly SkinPoint[]; readonly lengthMm: number } {
  const spots = path.slice(0, 1);
  let lengthMm = 0;
  for (let i = 1; i < path.length; i++) {
    const pieceMm = apart(path[i], path[i - 1]);
    for (let at = STEP_MM * spots.length; at <= lengthMm + pieceMm; at += STEP_MM)
      spots.push(between(path[i - 1], path[i], (at - lengthMm) / pieceMm));
    lengthMm += pieceMm;
  }
  const end = path.at(-1);
  if (end !== undefined && spots.length > 0 && apart(spots[spots.length - 1], end) > STEP_MM / 4) spots.push(end);
  return { spots, lengthMm };
}

/** A sketched line, from the subject's right to the left, in even steps. */
export interface SketchPath {
  readonly lengthMm: number;
  /** On the skin, head frame, mm. */
  readonly spots: readonly SkinPoint[];
  readonly places: readonly TapePlace[];
}

/** The line that was drawn last, and the strokes before it that it goes on from: as many as make one line. */
export function sketchPath(strokes: readonly PencilLine[], head: Head): SketchPath {
  const lines = strokes.map((stroke) => evenly(toSkin(head, stroke)).spots).filter(({ length: count }) => count > 1);
  let line: readonly SkinPoint[] = lines.at(-1) ?? [];
  for (const stroke of lines.slice(0, -1).toReversed()) {
    const longer = joined(line, stroke);
    if (longer === null) break;
    line = longer;
  }
  const { spots, lengthMm } = evenly(line);
  const tape = tapeOf(head.cranium);
  const { xMm, yMm, zMm } = head.cranium.centre;
  const places = spots.map(([x, y, z]) => {
    const far = length([x - xMm, y - yMm, z - zMm]);
    return tape.placeOf({ x: (x - xMm) / far, y: (y - yMm) / far, z: (z - zMm) / far });
  });
  const backwards = places.length > 0 && places[0].acrossMm > places[places.length - 1].acrossMm;
  return backwards ? { lengthMm, spots: spots.toReversed(), places: places.toReversed() } : { lengthMm, spots, places };
}
