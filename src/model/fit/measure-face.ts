import type { PointMm } from '~/model/base/units';
import { averageFacePoints, canonicalPoint, ofVertices } from '~/model/head/face-points';
import type { Cranium, FacePoints } from '~/model/head/head';
import type { Pose } from '~/model/view/view';
import { projectPinhole } from '~/model/view/camera';

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
      xMm: templateMm[3 * vertex],
      yMm: templateMm[3 * vertex + 1],
      zMm: templateMm[3 * vertex + 2],
    });
    const mmPerPx = expected.depthMm / pose.focalPx;
    const right = (landmarksPx[3 * vertex] - expected.xPx) * mmPerPx;
    const up = (expected.yPx - landmarksPx[3 * vertex + 1]) * mmPerPx;
    return {
      xMm: average.xMm + right * r[0] + up * r[3],
      yMm: average.yMm + right * r[1] + up * r[4],
      zMm: average.zMm + right * r[2] + up * r[5],
    };
  };
  return { ...averageFacePoints(cranium), ...ofVertices(measured) };
}
