import type { PointMm } from '~/model/base/units';
import canonicalFace from './canonical-face.json';
import { directionTo, GLABELLA_Y_MM, GLABELLA_Z_MM, surfacePoint } from './cranium';
import type { Cranium, FacePoints } from './head';

/** 3 × 468: the canonical face mesh in the head frame, mm (MediaPipe, Apache-2.0). */
export const CANONICAL_MM: Float64Array = Float64Array.from(canonicalFace.verticesMm);

/** Numbers of the mesh’s vertices. */
const VERTEX = {
  glabella: 9,
  leftOuterEye: 263,
  rightOuterEye: 33,
  chin: 152,
  noseBase: 2,
  leftBrowInner: 336,
  leftBrowPeak: 334,
  leftBrowOuter: 300,
  rightBrowInner: 107,
  rightBrowPeak: 105,
  rightBrowOuter: 70,
} as const;
type Measured = keyof typeof VERTEX;
const MEASURED = Object.keys(VERTEX) as Measured[];

/** The points that landmarks show, each made from its vertex. */
export const ofVertices = (point: (vertex: number) => PointMm): Record<Measured, PointMm> =>
  Object.fromEntries(MEASURED.map((name) => [name, point(VERTEX[name])])) as Record<Measured, PointMm>;

/**
 * Y of the ear canal (docs/model.md, Head and hairline) and Z of the skin in front of it, some 8 mm before the canal,
 * head frame, mm.
 */
const TRAGION_Y_MM = 8.9;
const TRAGION_Z_MM = -38;

export function canonicalPoint(vertex: number): PointMm {
  return {
    xMm: CANONICAL_MM[3 * vertex],
    yMm: CANONICAL_MM[3 * vertex + 1],
    zMm: CANONICAL_MM[3 * vertex + 2],
  };
}

const tragion = (cranium: Cranium, side: 1 | -1): PointMm =>
  surfacePoint(
    cranium,
    directionTo(cranium, { xMm: side * (cranium.halfBreadthMm - 2), yMm: TRAGION_Y_MM, zMm: TRAGION_Z_MM }),
  );

/** The points of the average face on a cranium. */
export function averageFacePoints(cranium: Cranium): FacePoints {
  return {
    ...ofVertices(canonicalPoint),
    glabella: { xMm: 0, yMm: GLABELLA_Y_MM, zMm: GLABELLA_Z_MM },
    leftTragion: tragion(cranium, 1),
    rightTragion: tragion(cranium, -1),
  };
}

const keyOf = (at: number, side: 1 | -1): string =>
  [side * CANONICAL_MM[3 * at], CANONICAL_MM[3 * at + 1], CANONICAL_MM[3 * at + 2]].join();
const atKey = new Map(Array.from({ length: CANONICAL_MM.length / 3 }, (_, at) => [keyOf(at, 1), at]));
/** The landmark at the same place of the face's other half; itself where there is none. */
export const oppositeLandmark = (at: number): number => atKey.get(keyOf(at, -1)) ?? at;
