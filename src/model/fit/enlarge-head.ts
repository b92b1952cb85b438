import { GLABELLA_Y_MM, GLABELLA_Z_MM } from '~/model/head/cranium';
import type { FacePoints } from '~/model/head/head';
import { rotate } from '~/model/maths/rotation';
import type { HeadInView } from '~/model/view/view';
import type { PointMm } from '~/model/base/units';

/**
 * The same head in the same picture, with every mm of it (skull, face, way to the camera) times a factor. The glabella
 * stays where it is in the head frame: heights are measured from there.
 */
export function enlargeHead(fit: HeadInView, factor: number): HeadInView {
  if (factor === 1) return fit;
  const grown = ({ xMm, yMm, zMm }: PointMm): PointMm => ({
    xMm: factor * xMm,
    yMm: GLABELLA_Y_MM + factor * (yMm - GLABELLA_Y_MM),
    zMm: GLABELLA_Z_MM + factor * (zMm - GLABELLA_Z_MM),
  });
  const { cranium, face, pose } = fit;
  const names = Object.keys(face) as (keyof FacePoints)[];
  // R·(g + f·(p − g)) + t' = f·(R·p + t), so that every point is seen where it was.
  const glabella = rotate(pose.rotation, 0, GLABELLA_Y_MM, GLABELLA_Z_MM);
  const shifted = (axis: 0 | 1 | 2): number => factor * pose.translationMm[axis] + (factor - 1) * glabella[axis];
  return {
    ...fit,
    pose: { ...pose, translationMm: [shifted(0), shifted(1), shifted(2)] },
    cranium: {
      ...cranium,
      centre: grown(cranium.centre),
      halfBreadthMm: factor * cranium.halfBreadthMm,
      halfLengthMm: factor * cranium.halfLengthMm,
      heightMm: factor * cranium.heightMm,
      lowerMm: factor * cranium.lowerMm,
    },
    face: Object.fromEntries(names.map((name) => [name, grown(face[name])])) as Record<keyof FacePoints, PointMm>,
  };
}
