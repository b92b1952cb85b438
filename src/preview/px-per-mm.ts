import type { PointPlace } from '~/model/hairline/point-moves';
import { facing, projectPoint, pxPerMmAtMiddle } from '~/model/view/camera';
import type { HeadInView } from '~/model/view/view';

/** How large a mm is in the working photo, px, held flat to the camera at a place of the scalp; where that is turned away, at the middle of the head. */
export function pxPerMmAt(fit: HeadInView, { direction, pointMm }: Pick<PointPlace, 'direction' | 'pointMm'>): number {
  if (facing(fit, direction) <= 0) return pxPerMmAtMiddle(fit);
  return fit.pose.focalPx / projectPoint(fit, pointMm).depthMm;
}
