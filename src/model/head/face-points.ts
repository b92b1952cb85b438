import canonicalFace from './canonical-face.json';
import { projectPinhole } from '~/model/view/camera';
import { directionTo, GLABELLA_Y_MM, GLABELLA_Z_MM, surfacePoint } from './cranium';
import type { Cranium, FacePoints, Pose } from './head';
import type { PointMm } from '~/model/base/units';

/** 3 × 468: the canonical face mesh in the head frame, mm (MediaPipe, Apache-2.0). */
export const CANONICAL_MM: Float64Array = Float64Array.from(canonicalFace.verticesMm);

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
const ofVertices = (point: (vertex: number) => PointMm): Record<Measured, PointMm> =>
  Object.fromEntries(MEASURED.map((name) => [name, point(VERTEX[name])])) as Record<Measured, PointMm>;

/** Y of the ear canal (domain notes 6) and Z of the skin in front of it, some 8 mm before the canal, head frame, mm. */
const TRAGION_Y_MM = 8.9;
const TRAGION_Z_MM = -38;

export function canonicalPoint(vertex: number): PointMm {
  return {
    xMm: CANONICAL_MM[3 * vertex] ?? 0,
    yMm: CANONICAL_MM[3 * vertex + 1] ?? 0,
    zMm: CANONICAL_MM[3 * vertex + 2] ?? 0,
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

/**
 * The points of this face: each stands off the average one by as much as its landmark stands off, in the picture, the
 * place where the landmarker reads it on the average face (`templateMm`, 3 × 468), at the average depth.
 */
export function measuredFacePoints(
  cranium: Cranium,
  pose: Pose,
  landmarksPx: Float32Array,
  templateMm: Float64Array,
): FacePoints {
  const { rotation: r } = pose;
  const measured = (vertex: number): PointMm => {
    const average = canonicalPoint(vertex);
    const expected = projectPinhole(pose, {
      xMm: templateMm[3 * vertex] ?? 0,
      yMm: templateMm[3 * vertex + 1] ?? 0,
      zMm: templateMm[3 * vertex + 2] ?? 0,
    });
    const mmPerPx = expected.depthMm / pose.focalPx;
    const right = ((landmarksPx[3 * vertex] ?? 0) - expected.xPx) * mmPerPx;
    const up = (expected.yPx - (landmarksPx[3 * vertex + 1] ?? 0)) * mmPerPx;
    return {
      xMm: average.xMm + right * (r[0] ?? 0) + up * (r[3] ?? 0),
      yMm: average.yMm + right * (r[1] ?? 0) + up * (r[4] ?? 0),
      zMm: average.zMm + right * (r[2] ?? 0) + up * (r[5] ?? 0),
    };
  };
  return { ...averageFacePoints(cranium), ...ofVertices(measured) };
}
