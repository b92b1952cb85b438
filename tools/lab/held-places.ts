import type { PointMm, PointPx } from '~/model/base/units';
import { placeErrorMm, placeWithinMm } from '~/model/fit/head-error';
import type { HeadError } from '~/model/fit/view-to-fit';
import { surfacePoint } from '~/model/head/cranium';
import { DEVIATIONS, upAlong } from '~/model/overlay/error-in-sight';
import { pickScalp } from '~/model/view/camera';
import type { HeadInView } from '~/model/view/view';

/**
 * Shares, 0..1, of the places in sight whose truth lies, about where they are taken to be, within the ball that is to hold 95 %, and up
 * along the skin within the band that is to. `scalp`: where each place truly is, mm of the head frame, and where it is seen, px.
 */
export function heldPlaces(
  fit: HeadInView,
  error: HeadError,
  scalp: readonly { readonly place: PointMm; readonly seen: PointPx }[],
): readonly [ball: number, band: number] {
  const held = [0, 0] as [number, number];
  let places = 0;
  for (const { place, seen } of scalp) {
    const direction = pickScalp(fit, seen);
    if (direction === null) continue;
    const { xMm, yMm, zMm } = surfacePoint(fit.cranium, direction);
    const off = [place.xMm - xMm, place.yMm - yMm, place.zMm - zMm];
    const up = upAlong(fit, direction).reduce((sum, way, axis) => sum + way * off[axis], 0);
    places++;
    if (Math.hypot(...off) < placeWithinMm(error, direction)) held[0]++;
    if (Math.abs(up) < DEVIATIONS * placeErrorMm(error, direction)) held[1]++;
  }
  return [held[0] / places, held[1] / places];
}
