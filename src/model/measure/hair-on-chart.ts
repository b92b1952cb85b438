import { memoLast } from '~/model/base/memo';
import { clearOfEars } from '~/model/head/bare-skin';
import { chartGridOf, GRID } from '~/model/head/chart-grid';
import { directionTo } from '~/model/head/cranium';
import type { HeadInView } from '~/model/view/view';
import { maskAt } from '~/model/raster/photo-map';
import type { HairMap } from '~/model/raster/photo-map';
import { cameraPlace, facing, projectPoint } from '~/model/view/camera';

/** Skin seen flatter than this (cosine) tells nothing: what the photo shows there is as much what lies behind. */
const LEAST_COSINE = 0.15;

/**
 * 0..1: existing hair at every node of the chart grid, as far as a photo of one side can tell. What is out of sight is
 * taken to be like the same place on the other side, and bare where that is out of sight too.
 */
export const hairOnChart = memoLast((fit: HeadInView, hair: HairMap): Float32Array => {
  const { cranium, pose } = fit;
  const { pointsMm, areaMm2 } = chartGridOf(cranium);
  const camera = cameraPlace(pose);
  const seen = Float32Array.from(areaMm2, (area, node) => {
    if (area === 0) return NaN;
    const point = { xMm: pointsMm[3 * node], yMm: pointsMm[3 * node + 1], zMm: pointsMm[3 * node + 2] };
    if (facing(fit, directionTo(cranium, point)) < LEAST_COSINE) return NaN;
    if (clearOfEars(cranium, camera, point.xMm, point.yMm, point.zMm) < 1) return NaN;
    const { xPx, yPx } = projectPoint(fit, point);
    return maskAt(hair, xPx, yPx) ?? NaN;
  });
  // The chart's u is the head's own left and right, so the other side is the same row read backwards.
  const otherSide = (node: number): number => node + GRID - 1 - 2 * (node % GRID);
  return seen.map((own, node) => (Number.isNaN(own) ? seen[otherSide(node)] || 0 : own));
});
