import type { HeadGrid } from '~/model/photo/head-grid';
import { gaussianBlur } from '~/model/raster/gaussian-blur';
import type { OutlineMask } from '~/model/raster/photo-map';

/** What a Gaussian has fallen to one of its sigmas outside a straight edge. */
const ONE_SIGMA_OUT = 0.16;

/**
 * Samples found to be covered (1, else 0) as a mask over the grid, 0..255: taken to reach `growMm` farther, because dots
 * do not straddle an edge, with a rim `softMm` soft.
 */
export function coverMask(grid: HeadGrid, covered: Float32Array, growMm: number, softMm: number): OutlineMask {
  const { columns, rows, leftPx, topPx, pxPerSample, samplesPerMm } = grid;
  const blurred = (values: Float32Array, mm: number): Float32Array =>
    gaussianBlur({ columns, rows, values }, mm * samplesPerMm).values;
  const grown = blurred(covered, growMm).map((share) => (share > ONE_SIGMA_OUT ? 1 : 0));
  const confidence = Uint8Array.from(blurred(grown, softMm), (share) => Math.round(255 * share));
  return { columns, rows, leftPx, topPx, pxPerSample, confidence };
}
