import { memoLast } from '~/model/base/memo';
import { topWeight } from '~/model/density/coverage-zones';
import { clearOfEars } from '~/model/head/bare-skin';
import { chartGridOf, GRID } from '~/model/head/chart-grid';
import { directionTo } from '~/model/head/cranium';
import type { HeadInView } from '~/model/view/view';
import { maskAt } from '~/model/raster/photo-map';
import type { HairMap } from '~/model/raster/photo-map';
import { cameraPlace, facing, projectPoint } from '~/model/view/camera';

/** Less of the sides in sight than this says nothing, mm². Our choice. */
const LEAST_SIDE_MM2 = 400;
/** Skin seen flatter than this (cosine) tells nothing: what the photo shows there is as much what lies behind. */
const LEAST_COSINE = 0.15;

/** 1 where a node of the chart grid is in sight in the photo, 0 where it is turned away or behind an ear. */
export const sightOnChart = memoLast((fit: HeadInView): Uint8Array => {
  const { cranium, pose } = fit;
  const { pointsMm, areaMm2 } = chartGridOf(cranium);
  const camera = cameraPlace(pose);
  return Uint8Array.from(areaMm2, (area, node) => {
    if (area === 0) return 0;
    const point = { xMm: pointsMm[3 * node], yMm: pointsMm[3 * node + 1], zMm: pointsMm[3 * node + 2] };
    if (facing(fit, directionTo(cranium, point)) < LEAST_COSINE) return 0;
    return clearOfEars(cranium, camera, point.xMm, point.yMm, point.zMm) < 1 ? 0 : 1;
  });
});

/**
 * 0..1: existing hair at every node of the chart grid, as far as a photo of one side can tell. What is out of sight is
 * taken to be like the same place on the other side; where that is out of sight too, sides and back are taken to be as the
 * sides that are seen, and the top as bare.
 */
export const hairOnChart = memoLast((fit: HeadInView, hair: HairMap): Float32Array => {
  const { cranium } = fit;
  const { pointsMm, areaMm2 } = chartGridOf(cranium);
  const inSight = sightOnChart(fit);
  const seen = Float32Array.from(areaMm2, (_, node) => {
    if (inSight[node] === 0) return NaN;
    const point = { xMm: pointsMm[3 * node], yMm: pointsMm[3 * node + 1], zMm: pointsMm[3 * node + 2] };
    const { xPx, yPx } = projectPoint(fit, point);
    return maskAt(hair, xPx, yPx) ?? NaN;
  });
  // The chart's u is the head's own left and right, so the other side is the same row read backwards.
  const otherSide = (node: number): number => node + GRID - 1 - 2 * (node % GRID);
  const beside = (node: number): number => 1 - topWeight(cranium, pointsMm[3 * node + 1]);
  // Behind the ears grows what grows before them: hair is read where it can be, and taken on from there.
  let [sum, weight] = [0, 0];
  seen.forEach((own, node) => {
    if (Number.isNaN(own) || pointsMm[3 * node + 2] > 0) return;
    sum += own * areaMm2[node] * beside(node);
    weight += areaMm2[node] * beside(node);
  });
  const usual = weight > LEAST_SIDE_MM2 ? sum / weight : 0;
  return seen.map((own, node) => {
    if (!Number.isNaN(own)) return own;
    const mirrored = seen[otherSide(node)];
    return Number.isNaN(mirrored) ? usual * beside(node) : mirrored;
  });
});
