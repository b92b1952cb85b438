import { surfacePoint } from '~/model/head/cranium';
import type { HeadInView } from '~/model/view/view';
import { fromChart } from '~/model/head/scalp-chart';
import { maskAt } from '~/model/raster/photo-map';
import type { OutlineMask } from '~/model/raster/photo-map';
import { facing, projectPoint } from '~/model/view/camera';

/**
 * Places are looked at on a square of the scalp chart this far to each side of the crown, and so far apart. In units of the chart
 * (head/scalp-chart.ts).
 */
const REACH = 1.1;
const STEP = 0.08;
/** Only scalp seen well inside the head's edge says whether the outline knows what a head is. */
const INSIDE_COSINE = 0.35;
/** Confidence from which a place counts as the person's (0..255). */
const PERSON = 128;
/**
 * The segmenter knows people by their faces; of the back of a head it may take parts for background. Share of such places; ours
 * (docs/model.md, Reading a photo).
 */
const TRUSTED_SHARE = 0.985;

/** Whether an outline takes (nearly) all of the scalp in sight for the person: else it is no guide to this head's edge. */
export function isOutlineTrusted(fit: HeadInView, outline: OutlineMask): boolean {
  let seen = 0;
  let person = 0;
  for (let u = -REACH; u <= REACH; u += STEP) {
    for (let v = -REACH; v <= REACH; v += STEP) {
      const direction = fromChart(u, v);
      if (facing(fit, direction) < INSIDE_COSINE) continue;
      const { xPx, yPx } = projectPoint({ ...fit, warp: null }, surfacePoint(fit.cranium, direction));
      const share = maskAt(outline, xPx, yPx);
      if (share === null) continue;
      seen += 1;
      if (255 * share >= PERSON) person += 1;
    }
  }
  return seen > 0 && person >= TRUSTED_SHARE * seen;
}
