import { cameraPlace, facing, projectPoint } from '~/model/view/camera';
import { directionTo } from '~/model/head/cranium';
import type { Guide, GuideName } from '~/model/measure/guides';
import type { HeadInView } from '~/model/view/view';
import type { PointMm, PointPx } from '~/model/base/units';

/** A guide as it lies in the picture, working-photo px: only what faces the camera. */
export interface SeenGuide {
  readonly name: GuideName;
  readonly lines: readonly (readonly PointPx[])[];
  readonly marks: readonly { readonly letter: string; readonly at: PointPx }[];
}

/** Faces are round about an upright axis so far behind the head frame's origin, mm. Our choice. */
const FACE_AXIS_Z_MM = -20;

/** Whether a place faces the camera: the skull's own skin above the brows, below them that of a face round its axis. */
function inSight(fit: HeadInView, point: PointMm): boolean {
  if (point.yMm >= fit.face.glabella.yMm - 1) return facing(fit, directionTo(fit.cranium, point)) > 0;
  const camera = cameraPlace(fit.pose);
  const [nx, nz] = [point.xMm, point.zMm - FACE_AXIS_Z_MM];
  return nx * (camera.xMm - point.xMm) + nz * (camera.zMm - point.zMm) > 0;
}

/** The guides in the picture. */
export const guidesInSight = (guides: readonly Guide[], fit: HeadInView): readonly SeenGuide[] =>
  guides.map(({ name, lines, marks }) => ({
    name,
    lines: lines.flatMap((line) => {
      const pieces: PointPx[][] = [[]];
      for (const point of line) {
        if (inSight(fit, point)) pieces.at(-1)?.push(projectPoint(fit, point));
        else pieces.push([]);
      }
      return pieces.filter((piece) => piece.length > 1);
    }),
    marks: marks
      .filter(({ pointMm }) => inSight(fit, pointMm))
      .map(({ letter, pointMm }) => ({ letter, at: projectPoint(fit, pointMm) })),
  }));
