import type { PointPlace } from '~/model/hairline/point-moves';
import { facing, projectPoint } from '~/model/view/camera';
import type { HeadInView } from '~/model/view/view';

/** How large a mm is in the working photo, px, held flat to the camera at a place of the scalp; where that is turned away, at the middle of the head. */
export function pxPerMmAt(fit: HeadInView, { direction, pointMm }: Pick<PointPlace, 'direction' | 'pointMm'>): number {
  const place = facing(fit, direction) > 0 ? pointMm : fit.cranium.centre;
  return fit.pose.focalPx / projectPoint(fit, place).depthMm;
}
