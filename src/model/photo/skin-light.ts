import { LINEAR_OF_CODE, linearToSrgb, luminance } from '~/model/colour/linear-rgb';
import type { SkinLight } from '~/model/raster/photo-map';
import type { HeadGrid } from './head-grid';

/** Skin is known again by what is seen of it at this sampling: freckles and spots, not the camera's noise. Ours; mm a sample. */
const MM_PER_SAMPLE = 0.8;

const LARGEST = LINEAR_OF_CODE.length - 1;

/** How bright the head is in its photo; null where the photo shows hardly any of it. */
export function skinLight(grid: HeadGrid): SkinLight | null {
  const step = Math.max(MM_PER_SAMPLE * grid.samplesPerMm, 1);
  const columns = Math.floor(grid.columns / step);
  const rows = Math.floor(grid.rows / step);
  if (!(columns >= 2 && rows >= 2)) return null;
  const light = new Uint8Array(columns * rows);
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const sum = [0, 0, 0];
      let count = 0;
      for (let y = Math.floor(j * step); y < (j + 1) * step && y < grid.rows; y++)
        for (let x = Math.floor(i * step); x < (i + 1) * step && x < grid.columns; x++, count++) {
          const k = y * grid.columns + x;
          sum[0] += grid.red[k];
          sum[1] += grid.green[k];
          sum[2] += grid.blue[k];
        }
      const bright = luminance([sum[0] / count, sum[1] / count, sum[2] / count]);
      light[j * columns + i] = Math.min(Math.round(linearToSrgb(bright)), LARGEST);
    }
  const { leftPx, topPx, pxPerSample } = grid;
  return { columns, rows, leftPx, topPx, pxPerSample: pxPerSample * step, light };
}
