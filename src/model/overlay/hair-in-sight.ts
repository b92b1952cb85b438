import { dotPlaces } from '~/model/dots/dot-places';
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
  const { placeOf, ...place } = dotPlaces(view, pxPerSample);
  const sums = new Float32Array(place.columns * place.rows);
  const counts = new Float32Array(place.columns * place.rows);
  for (let dot = 0; dot < view.count; dot++) {
    sums[placeOf(dot)] += hair[dot] * view.visible[dot];
    counts[placeOf(dot)]++;
  }
  return {
    ...place,
    confidence: Uint8Array.from(sums, (sum, at) => (sum === 0 ? 0 : Math.round((255 * sum) / counts[at]))),
  };
}
