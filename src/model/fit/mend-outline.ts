import type { PointPx } from '~/model/base/units';
import type { HeadInView } from '~/model/view/view';
import { clamp } from '~/model/maths/numbers';
import { quantile } from '~/model/maths/quantile';
import type { OutlineMask } from '~/model/raster/photo-map';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import { edgeNearRim, NEAR_RIM, rimIsBare, WARP_RAYS } from '~/model/view/outline-warp';
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

/** All bands from here on: the camera could show no more light, and whatever stands before it looks the same. sRGB code. */
const WHITE_CODE = 250;
/** So far to each side of where the edge may be there has to be nothing but white, mm. */
const BESIDE_MM = 4;
/** Fewer rays in a row are a highlight at the rim, which the edge beside it tells. */
const LEAST_RAYS = 4;
/** The skull's rim is the edge of the person as far down as the ears' lobes, mm of the head frame; our choice. */
const LOWEST_MM = -20;

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
    const edgePx = edgeNearRim(outline, centre, angle, rim);
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
  return changed(outline, centre, (share, place, awayPx) => {
    const edgePx = mendedPx(place);
    if (edgePx === 0 || awayPx < NEAR_RIM[0] * edgePx) return share;
    return Math.max(share, ramp(edgePx - awayPx, outline));
  });
}

/** The mask with each sample as told by what it was, the ray it lies on (fractions included) and its distance from the middle. */
function changed(
  outline: OutlineMask,
  centre: PointPx,
  shareOf: (share: number, place: number, awayPx: number) => number,
): OutlineMask {
  const confidence = outline.confidence.map((share, k) => {
    const dx = outline.leftPx + ((k % outline.columns) + 0.5) * outline.pxPerSample - centre.xPx;
    const dy = outline.topPx + (Math.floor(k / outline.columns) + 0.5) * outline.pxPerSample - centre.yPx;
    return shareOf(share, ((Math.atan2(-dy, dx) / (2 * Math.PI) + 1) % 1) * WARP_RAYS, Math.hypot(dx, dy));
  });
  return { ...outline, confidence };
}

/** Confidence so far inside an edge, as a refined outline has it. */
const ramp = (insidePx: number, { pxPerSample }: OutlineMask): number =>
  Math.round(255 * clamp(0.5 + insidePx / pxPerSample / (2 * RAMP_SAMPLES), 0, 1));

/** Whether a picture is burnt to white all along a ray; what lies beyond the picture is not. */
function isWhite(
  { widthPx, heightPx, data, photoPxPerPixel }: PhotoPixels,
  from: PointPx,
  angle: number,
  [fromPx, toPx]: readonly [number, number],
): boolean {
  for (let away = fromPx; away <= toPx; away += photoPxPerPixel) {
    const x = Math.floor((from.xPx + away * Math.cos(angle)) / photoPxPerPixel);
    const y = Math.floor((from.yPx - away * Math.sin(angle)) / photoPxPerPixel);
    if (!(x >= 0 && y >= 0 && x < widthPx && y < heightPx)) return false;
    const k = 4 * (y * widthPx + x);
    if (Math.min(data[k], data[k + 1], data[k + 2]) < WHITE_CODE) return false;
  }
  return true;
}

/** The rays along which a head and what is behind it are both burnt to white, so that its edge cannot be seen. */
function burntRays(fit: HeadInView, outline: OutlineMask, pixels: PhotoPixels): readonly boolean[] {
  const { centre, rimAt } = silhouette(fit.cranium, fit.pose);
  const room = (BESIDE_MM * fit.pose.focalPx) / -fit.pose.translationMm[2];
  const white = Array.from({ length: WARP_RAYS }, (_, ray) => {
    const angle = (2 * Math.PI * ray) / WARP_RAYS;
    const rim = rimAt(angle);
    const { radiusPx, yMm } = rim;
    if (yMm < LOWEST_MM) return false;
    const edgePx = edgeNearRim(outline, centre, angle, rim) ?? NEAR_RIM[0] * radiusPx;
    const span = [Math.min(edgePx, radiusPx) - room, Math.max(edgePx, radiusPx) + room] as const;
    return isWhite(pixels, centre, angle, span);
  });
  const runs = (ray: number, step: 1 | -1): number => {
    let count = 0;
    while (count < LEAST_RAYS && white[(ray + step * count + WARP_RAYS) % WARP_RAYS]) count++;
    return count;
  };
  return white.map((is, ray) => is && runs(ray, 1) + runs(ray, -1) > LEAST_RAYS);
}

/**
 * The outline of a head whose edge is burnt to white together with what is behind it; null where there is none. What the segmenter made up
 * there says nothing of the head: it is understood without (`fitOf`), and its own rim is the edge.
 */
export function mendBurntEdge(
  first: HeadInView,
  outline: OutlineMask,
  pixels: PhotoPixels,
  fitOf: (outline: OutlineMask) => HeadInView,
): OutlineMask | null {
  const unseen = burntRays(first, outline, pixels);
  if (!unseen.includes(true)) return null;
  const { centre: middle, rimAt: firstRim } = silhouette(first.cranium, first.pose);
  const nearPx = unseen.map((_, ray) => NEAR_RIM[0] * firstRim((2 * Math.PI * ray) / WARP_RAYS).radiusPx);
  // An outline that goes on for ever has no edge to be found.
  const open = changed(outline, middle, (share, place, awayPx) => {
    const ray = Math.round(place) % WARP_RAYS;
    return unseen[ray] && awayPx > 0.9 * nearPx[ray] ? 255 : share;
  });

  const fit = fitOf(open);
  const { centre, rimAt } = silhouette(fit.cranium, fit.pose);
  const burnt = burntRays(fit, outline, pixels);
  const rims = burnt.map((_, ray) => rimAt((2 * Math.PI * ray) / WARP_RAYS));
  // The warp comes from the edge that is seen beside it.
  const edgesPx = rims.map(({ radiusPx }, ray) => radiusPx * (fit.warp?.ratio[ray] ?? 1));
  return changed(outline, centre, (share, place, awayPx) => {
    const ray = Math.round(place) % WARP_RAYS;
    if (!burnt[ray]) return share;
    const low = Math.floor(place) % WARP_RAYS;
    const edgePx = edgesPx[low] + (place % 1) * (edgesPx[(low + 1) % WARP_RAYS] - edgesPx[low]);
    const mended = ramp(edgePx - awayPx, outline);
    // Beside the ears more of the person than the skull is seen.
    return rimIsBare(rims[ray]) ? mended : Math.max(share, mended);
  });
}
