import type { VisibleDots } from '~/model/dots/visible-dots';
import type { HeadInView } from '~/model/view/view';
import type { HairMap } from '~/model/raster/photo-map';
import { projectPoint } from '~/model/view/camera';

/** Size of a place of the picture: several dots wide, so that none is left without one. */
const PLACE_MM = 2;

/**
 * Existing hair where dots could stand, as a picture to lay over the photo: 0 bare (or no scalp in sight), 255 covered.
 * `hair`: 0..1 for every dot of the view.
 */
export function hairInSight(view: VisibleDots, hair: Float32Array, fit: HeadInView): HairMap {
  const { depthMm } = projectPoint(fit, fit.cranium.centre);
  const pxPerSample = (PLACE_MM * fit.pose.focalPx) / depthMm;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let dot = 0; dot < view.count; dot++) {
    const x = view.pointsPx[2 * dot];
    const y = view.pointsPx[2 * dot + 1];
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  const columns = view.count === 0 ? 0 : Math.floor((right - left) / pxPerSample) + 1;
  const rows = view.count === 0 ? 0 : Math.floor((bottom - top) / pxPerSample) + 1;
  const sums = new Float32Array(columns * rows);
  const counts = new Float32Array(columns * rows);
  for (let dot = 0; dot < view.count; dot++) {
    const i = Math.floor((view.pointsPx[2 * dot] - left) / pxPerSample);
    const j = Math.floor((view.pointsPx[2 * dot + 1] - top) / pxPerSample);
    sums[j * columns + i] += hair[dot] * view.visible[dot];
    counts[j * columns + i]++;
  }
  return {
    columns,
    rows,
    leftPx: view.count === 0 ? 0 : left,
    topPx: view.count === 0 ? 0 : top,
    pxPerSample,
    confidence: Uint8Array.from(sums, (sum, place) => (sum === 0 ? 0 : Math.round((255 * sum) / counts[place]))),
  };
}
