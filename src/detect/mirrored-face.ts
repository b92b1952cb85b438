import { CANONICAL_MM } from '~/model/head/face-points';
import { LANDMARKS } from '~/model/view/head-reading';
import type { FaceReading } from '~/model/view/head-reading';
import { boxAround } from './box';

const placeOf = (vertex: number, side: 1 | -1): string =>
  [side * CANONICAL_MM[3 * vertex], CANONICAL_MM[3 * vertex + 1], CANONICAL_MM[3 * vertex + 2]].join();
const vertexAt = new Map(Array.from({ length: LANDMARKS }, (_, vertex) => [placeOf(vertex, 1), vertex]));

/** 468: the landmark at the same place of the face's other half; the canonical mesh is exactly symmetric. */
export const OPPOSITE_LANDMARKS: Uint16Array = Uint16Array.from(
  { length: LANDMARKS },
  (_, vertex) => vertexAt.get(placeOf(vertex, -1)) ?? vertex,
);

/** One face read twice: each landmark halfway between where both have it. */
export function meanReading(one: FaceReading, other: FaceReading): FaceReading {
  const landmarksPx = one.landmarksPx.map((value, k) => (value + other.landmarksPx[k]) / 2);
  return { landmarksPx, box: boxAround(landmarksPx) };
}

/** How far two readings of a face are apart, px: mean over the landmarks. */
export function landmarksApart({ landmarksPx: one }: FaceReading, { landmarksPx: other }: FaceReading): number {
  let sum = 0;
  for (let k = 0; k < one.length; k += 3) sum += Math.hypot(one[k] - other[k], one[k + 1] - other[k + 1]);
  return sum / (one.length / 3);
}
