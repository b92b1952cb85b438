import type { PointPx } from '~/model/base/units';
import type { Cranium } from '~/model/head/head';
import type { HeadInView, OutlineWarp, Pose } from './view';
import { edgeAlong } from '~/model/raster/photo-map';
import type { OutlineMask } from '~/model/raster/photo-map';
import { markPlace } from '~/model/head/head-marks';
import { projectPinhole } from './camera';
import { silhouette } from './silhouette';
import type { RimPoint } from './silhouette';

/** Rays around the projected centre along which the outline is looked for and the warp is kept. */
export const WARP_RAYS = 180;
/** Width of the smoothing along the outline (standard deviation), in rays of 2°. Ours, as all below (docs/model.md, Reading a photo). */
const SMOOTH_RAYS = 4;
/**
 * How far the smoothed edge wavers by itself, as a share of its distance from the centre (0.25 mm): following that would
 * move places near the rim, which are seen at a slant, by ten times as much along the skin.
 */
const WAVER_SHARE = 0.003;
/** Weight of "no warp" against one edge found; decides how fast the warp dies out beside the outline's known part. */
const TOWARDS_NONE = 0.05;
/** An edge farther than this share from the skull's rim is hair, a cap or a hand, not the head. */
const FARTHEST_SHARE = 0.12;

/**
 * Whether the outline at a rim point is that of the skull: above the ears in front, above the hairline on the forehead,
 * above the neck at the back.
 */
export function rimIsBare({ yMm, zMm }: RimPoint): boolean {
  if (zMm < -85) return yMm > -5;
  if (zMm < 10) return yMm > 50;
  return yMm > 72;
}

/** The head's edge is looked for between these shares of the rim's distance from the middle. */
export const NEAR_RIM = [0.7, 1.3] as const;

/** How far from the middle the outline ends near the skull's rim, along a ray through that rim, px; null: it does not end there. */
export const edgeNearRim = (
  outline: OutlineMask,
  centre: PointPx,
  angle: number,
  { radiusPx }: Pick<RimPoint, 'radiusPx'>,
): number | null => edgeAlong(outline, centre, angle, NEAR_RIM[0] * radiusPx, NEAR_RIM[1] * radiusPx);

/** Where the outline ends on a ray from the skull's middle, near the skull's rim there. */
export interface RimEdge extends PointPx {
  readonly rim: RimPoint;
  /** How far from the middle it ends, px. */
  readonly edgePx: number;
  /** The ray's way in the picture, of length 1. */
  readonly right: number;
  readonly down: number;
}

/** Where the outline ends beside the rim, on each of so many rays that meets it there where the rim is bare. */
export function rimEdges(cranium: Cranium, pose: Pose, outline: OutlineMask, rays = WARP_RAYS): readonly RimEdge[] {
  const { centre, rimAt } = silhouette(cranium, pose);
  const found: RimEdge[] = [];
  for (let ray = 0; ray < rays; ray++) {
    const angle = (ray / rays) * 2 * Math.PI;
    const rim = rimAt(angle);
    if (!rimIsBare(rim)) continue;
    const edgePx = edgeNearRim(outline, centre, angle, rim);
    if (edgePx === null) continue;
    const right = Math.cos(angle);
    const down = -Math.sin(angle);
    found.push({ rim, edgePx, right, down, xPx: centre.xPx + edgePx * right, yPx: centre.yPx + edgePx * down });
  }
  return found;
}

/** What of a departure of the outline is the head's, not the segmenter's: all of a large one, hardly any of a small one. */
const trusted = (off: number): number => off ** 3 / (off ** 2 + WAVER_SHARE ** 2);

/** The warp that takes the skull's rim to these places of the outline; smooth, and none far from them. */
export const warpTo = (cranium: Cranium, pose: Pose, edge: readonly PointPx[]): OutlineWarp =>
  warpThrough(cranium, pose, Float32Array.from(edge.flatMap(({ xPx, yPx }) => [xPx, yPx])));

/** The same for such places as a warp keeps: 2 × n px. */
function warpThrough(cranium: Cranium, pose: Pose, edgePx: Float32Array): OutlineWarp {
  const { centre, rimAt } = silhouette(cranium, pose);
  const sum = new Float64Array(WARP_RAYS);
  const weight = new Float64Array(WARP_RAYS).fill(TOWARDS_NONE);
  for (let k = 0; k + 1 < edgePx.length; k += 2) {
    const dx = edgePx[k] - centre.xPx;
    const dy = edgePx[k + 1] - centre.yPx;
    const angle = Math.atan2(-dy, dx);
    const off = Math.hypot(dx, dy) / rimAt(angle).radiusPx - 1;
    const trust = 1 - (off / FARTHEST_SHARE) ** 2;
    if (!(trust > 0)) continue;
    const place = ((angle / (2 * Math.PI) + 1) % 1) * WARP_RAYS;
    for (let near = Math.ceil(place - 3 * SMOOTH_RAYS); near <= place + 3 * SMOOTH_RAYS; near++) {
      const ray = (near + WARP_RAYS) % WARP_RAYS;
      const share = trust * Math.exp(-(((near - place) / SMOOTH_RAYS) ** 2) / 2);
      sum[ray] += share * off;
      weight[ray] += share;
    }
  }
  return { centre, ratio: Float32Array.from(sum, (s, ray) => 1 + trusted(s / weight[ray])), edgePx };
}

/** The same warp for a head that was moved or reshaped by hand: the outline stays where it is in the picture. */
export const rewarp = (cranium: Cranium, pose: Pose, warp: OutlineWarp): OutlineWarp =>
  warpThrough(cranium, pose, warp.edgePx);

/** Nearer to the middle of an ear than this the edge of the person is the ear's, mm. */
const EAR_REACH_MM = 38;

/** Tells whether a place of the photo is too far from both ears to be an ear's edge: without a face, ears may stand out anywhere beside the skull. */
function besideNoEar(cranium: Cranium, pose: Pose): (at: PointPx) => boolean {
  const reachPx = (EAR_REACH_MM * pose.focalPx) / -pose.translationMm[2];
  const ears = (['leftEar', 'rightEar'] as const).map((ear) => projectPinhole(pose, markPlace(cranium, ear)));
  return (at) => ears.every(({ xPx, yPx }) => Math.hypot(at.xPx - xPx, at.yPx - yPx) > reachPx);
}

/** The places of an outline's edge that are not an ear's. */
export const withoutEars = (cranium: Cranium, pose: Pose, edges: readonly RimEdge[]): readonly RimEdge[] =>
  edges.filter(besideNoEar(cranium, pose));

/** A head placed by hand whose edge follows the outline found around it. */
export function followOutline(fit: HeadInView, outline: OutlineMask): HeadInView {
  const { cranium, pose } = fit;
  return { ...fit, warp: warpTo(cranium, pose, withoutEars(cranium, pose, rimEdges(cranium, pose, outline))) };
}
