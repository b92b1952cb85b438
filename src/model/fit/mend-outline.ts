import type { HeadInView } from '~/model/view/view';
import { clamp } from '~/model/maths/numbers';
import { quantile } from '~/model/maths/quantile';
import { edgeAlong } from '~/model/raster/photo-map';
import type { OutlineMask } from '~/model/raster/photo-map';
import { rimIsBare, WARP_RAYS } from '~/model/view/outline-warp';
import { silhouette } from '~/model/view/silhouette';
import { RAMP_SAMPLES } from './refine-outline';

/**
 * A dent is no wider than this many rays to each side of any place in it. Rays of 2°; set on the rendered heads (docs/model.md, Reading a
 * photo).
 */
const WIDEST_RAYS = 14;
/** A skull's rim has no dent so deep; its sides begin this deep. */
const DEEP_MM = 4;
const SIDE_MM = 1;
/**
 * Where so much of the rest is uneven, by this much, hair makes the outline. Set on the rendered heads (docs/model.md, Reading a photo).
 */
const UNEVEN_MM = 0.5;
const UNEVEN_SHARE = 0.25;

/** Rays from one end to the other of a dent, both just outside it. */
type Dent = readonly [from: number, to: number];

/** How much deeper each ray's edge lies than places on both sides of it, mm; NaN where no edge was found. */
function depths(offMm: Float64Array): Float64Array {
  const at = (ray: number): number => offMm[(ray + WARP_RAYS) % WARP_RAYS];
  return offMm.map((off, ray) => {
    let depth = 0;
    for (let span = 1; span <= WIDEST_RAYS; span++) {
      const beside = Math.min(at(ray - span), at(ray + span)) - off;
      if (beside > depth) depth = beside;
    }
    return Number.isNaN(off) ? NaN : depth;
  });
}

function dentsOf(depthMm: Float64Array): Dent[] {
  const at = (ray: number): number => depthMm[(ray + WARP_RAYS) % WARP_RAYS];
  const dents: Dent[] = [];
  for (let ray = 0; ray < WARP_RAYS; ray++) {
    if (!(at(ray) > SIDE_MM) || at(ray - 1) > SIDE_MM) continue;
    let [deepest, to] = [0, ray];
    for (; at(to) > SIDE_MM; to++) deepest = Math.max(deepest, at(to));
    if (deepest > DEEP_MM && to - ray <= 2 * WIDEST_RAYS) dents.push([ray - 1, to]);
  }
  return dents;
}

/**
 * The outline of a bald head without the dent that a segmenter makes where the ground looks like skin; null where there is
 * none. The dent is bridged by the skull's own rim between its ends; the photo's edge is to be looked for from there anew.
 */
export function mendOutline(fit: HeadInView, outline: OutlineMask): OutlineMask | null {
  const { centre, rimAt } = silhouette(fit.cranium, fit.pose);
  const mmPerPx = -fit.pose.translationMm[2] / fit.pose.focalPx;
  const radiusPx = new Float64Array(WARP_RAYS);
  const offMm = new Float64Array(WARP_RAYS).map((_, ray) => {
    const angle = (2 * Math.PI * ray) / WARP_RAYS;
    const rim = rimAt(angle);
    radiusPx[ray] = rim.radiusPx;
    if (!rimIsBare(rim)) return NaN;
    const edgePx = edgeAlong(outline, centre, angle, 0.7 * rim.radiusPx, 1.3 * rim.radiusPx);
    return edgePx === null ? NaN : (edgePx - rim.radiusPx) * mmPerPx;
  });
  const depthMm = depths(offMm);
  const dents = dentsOf(depthMm);
  const [dent] = dents;
  // Locks of hair leave several.
  if (dents.length !== 1) return null;
  const [from, to] = dent;
  const inDent = (ray: number): boolean => (ray > from && ray < to) || ray + WARP_RAYS < to;
  const rest = [...depthMm].filter((depth, ray) => !Number.isNaN(depth) && !inDent(ray));
  if (rest.length === 0 || quantile(rest, 1 - UNEVEN_SHARE) > UNEVEN_MM) return null;

  const [a, b] = [offMm[(from + WARP_RAYS) % WARP_RAYS], offMm[to % WARP_RAYS]];
  /** Radius of the mended edge at a ray, fractions included, px; 0 outside the dent. */
  const mendedPx = (place: number): number => {
    const t = ((((place - from) % WARP_RAYS) + WARP_RAYS) % WARP_RAYS) / (to - from);
    if (t > 1) return 0;
    const ray = Math.floor(place);
    const [here, next] = [radiusPx[ray % WARP_RAYS], radiusPx[(ray + 1) % WARP_RAYS]];
    return here + (place - ray) * (next - here) + (a + t * (b - a)) / mmPerPx;
  };
  const confidence = outline.confidence.map((share, k) => {
    const dx = outline.leftPx + ((k % outline.columns) + 0.5) * outline.pxPerSample - centre.xPx;
    const dy = outline.topPx + (Math.floor(k / outline.columns) + 0.5) * outline.pxPerSample - centre.yPx;
    const edgePx = mendedPx(((Math.atan2(-dy, dx) / (2 * Math.PI) + 1) % 1) * WARP_RAYS);
    if (edgePx === 0 || Math.hypot(dx, dy) < 0.7 * edgePx) return share;
    const inside = (edgePx - Math.hypot(dx, dy)) / outline.pxPerSample;
    return Math.max(share, Math.round(255 * clamp(0.5 + inside / (2 * RAMP_SAMPLES), 0, 1)));
  });
  return { ...outline, confidence };
}
