import { clearOfEars, clearOfFace } from '~/model/head/bare-skin';
import { cameraPlace, facing, projectPoint } from '~/model/view/camera';
import { surfacePoint } from '~/model/head/cranium';
import type { Direction } from '~/model/base/units';
import type { HeadInView } from '~/model/view/view';
import type { HeadGrid } from './head-grid';
import { fromChart } from '~/model/head/scalp-chart';

/**
 * Places of the chart looked at: this far from the crown each way (below the nape), and so far apart (about 3 mm). In units of the chart
 * (head/scalp-chart.ts).
 */
const REACH = 1.7;
const STEP = 0.035;
/** Each fills this much of the picture, mm; seen flatter than this it is not judged. */
const HALF_MM = 2;
const LEAST_COSINE = 0.12;

/**
 * 1 at the samples of a head's grid where hair-bearing scalp faces the camera, clear of face and ears, else 0; of what `holds`
 * alone, if that is given.
 */
export function scalpZone(
  grid: HeadGrid,
  fit: HeadInView,
  holds: (direction: Direction) => boolean = () => true,
): Uint8Array {
  const zone = new Uint8Array(grid.columns * grid.rows);
  const camera = cameraPlace(fit.pose);
  const half = Math.ceil(HALF_MM * grid.samplesPerMm);
  for (let u = -REACH; u <= REACH; u += STEP) {
    for (let v = -REACH; v <= REACH; v += STEP) {
      const direction = fromChart(u, v);
      if (!holds(direction)) continue;
      const { xMm, yMm, zMm } = surfacePoint(fit.cranium, direction);
      if (clearOfFace(yMm, zMm) < 0.5 || facing(fit, direction) < LEAST_COSINE) continue;
      if (clearOfEars(fit.cranium, camera, xMm, yMm, zMm) < 0.5) continue;
      const { xPx, yPx } = projectPoint(fit, { xMm, yMm, zMm });
      const i = Math.floor((xPx - grid.leftPx) / grid.pxPerSample);
      const j = Math.floor((yPx - grid.topPx) / grid.pxPerSample);
      for (let y = Math.max(0, j - half); y <= Math.min(grid.rows - 1, j + half); y++)
        zone.fill(1, y * grid.columns + Math.max(0, i - half), y * grid.columns + Math.min(grid.columns, i + half + 1));
    }
  }
  return zone;
}
