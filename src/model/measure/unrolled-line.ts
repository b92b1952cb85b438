import type { PointMm } from '~/model/base/units';
import type { Hairline } from '~/model/hairline/hairline';
import type { Cranium } from '~/model/head/head';
import { alongSkin, normalAt, turnedOnSkin } from '~/model/head/straight-way';
import type { Bearing } from '~/model/head/straight-way';
import type { PlanePoint } from '~/model/maths/plane-curve';
import { cross, dot, length } from '~/model/maths/vector';
import type { Vector3 } from '~/model/maths/vector';

/**
 * A place of the line, on the skin and on paper. On paper x runs to the subject's left, which is to the right for whoever faces
 * them, and y up and back over the head; both are 0 at the middle of the line, where the line runs along x.
 */
export interface UnrolledPlace {
  /** Way along the line from its middle, mm: left positive. */
  readonly atMm: number;
  /** On the skin, and the way of the line there, towards the subject's left. */
  readonly onSkin: Bearing;
  readonly onPaper: PlanePoint;
  /** The way of the line on paper, radians from x. */
  readonly turn: number;
}

const placeAt = ({ pointsMm }: Hairline, i: number): PointMm => ({
  xMm: pointsMm[3 * i],
  yMm: pointsMm[3 * i + 1],
  zMm: pointsMm[3 * i + 2],
});
const fromTo = (a: PointMm, b: PointMm): Vector3 => [b.xMm - a.xMm, b.yMm - a.yMm, b.zMm - a.zMm];

/**
 * The line between two places, laid flat: every piece keeps its length, and at every point it turns on paper as it turns on the
 * skin (its geodesic curvature). So lengths along it, and what is drawn straight across it, are those of the skin; what lies
 * aside of it cannot be all right, for a head is round (docs/model.md, Head and hairline).
 */
export function unrolledLine(line: Hairline, cranium: Cranium, fromMm: number, toMm: number): readonly UnrolledPlace[] {
  const taken = Array.from({ length: line.count }, (_, i) => i).filter(
    (i) => line.arcLengthMm[i] >= fromMm && line.arcLengthMm[i] <= toMm,
  );
  const places = taken.map((i) => placeAt(line, i));
  const steps = places.slice(1).map((place, i) => fromTo(places[i], place));
  const middle = taken.reduce(
    (best, i, at) => (Math.abs(line.arcLengthMm[i]) < Math.abs(line.arcLengthMm[taken[best]]) ? at : best),
    0,
  );

  /** How far the line turns at each place, between the piece before and the one after. */
  const turns = places.map((place, i) => {
    if (i === 0 || i === places.length - 1) return 0;
    const normal = normalAt(cranium, place);
    const [before, after] = [alongSkin(normal, steps[i - 1]), alongSkin(normal, steps[i])];
    return Math.atan2(dot(normal, cross(before, after)), dot(before, after));
  });

  // Headings of the pieces: about the middle, where the line as a whole runs along x.
  const headings = new Array<number>(steps.length).fill(0);
  for (let i = middle; i < steps.length; i++) headings[i] = i === middle ? turns[i] / 2 : headings[i - 1] + turns[i];
  for (let i = middle - 1; i >= 0; i--)
    headings[i] = i === middle - 1 ? -turns[middle] / 2 : headings[i + 1] - turns[i + 1];

  const onPaper = new Array<PlanePoint>(places.length).fill([0, 0]);
  const ahead = ([x, y]: PlanePoint, i: number, sign: 1 | -1): PlanePoint => {
    const mm = sign * length(steps[i]);
    return [x + mm * Math.cos(headings[i]), y + mm * Math.sin(headings[i])];
  };
  for (let i = middle; i < steps.length; i++) onPaper[i + 1] = ahead(onPaper[i], i, 1);
  for (let i = middle - 1; i >= 0; i--) onPaper[i] = ahead(onPaper[i + 1], i, -1);

  return places.map((pointMm, i) => {
    const piece = Math.min(i, steps.length - 1);
    const normal = normalAt(cranium, pointMm);
    // Half-way through the turn, on both.
    const half = i === steps.length ? 0 : -turns[i] / 2;
    return {
      atMm: line.arcLengthMm[taken[i]],
      onSkin: { pointMm, way: turnedOnSkin(normal, alongSkin(normal, steps[piece]), half) },
      onPaper: onPaper[i],
      turn: headings[piece] + half,
    };
  });
}

/** So far straight across the line at a place, mm: behind it positive, towards the face negative; on paper. */
export const acrossOnPaper = ({ onPaper: [x, y], turn }: UnrolledPlace, mm: number): PlanePoint => [
  x - mm * Math.sin(turn),
  y + mm * Math.cos(turn),
];

/** The way straight across the line at a place, on the skin, away from the face. */
export function acrossOnSkin(cranium: Cranium, { onSkin }: UnrolledPlace): Bearing {
  const normal = normalAt(cranium, onSkin.pointMm);
  return { pointMm: onSkin.pointMm, way: turnedOnSkin(normal, onSkin.way, Math.PI / 2) };
}
