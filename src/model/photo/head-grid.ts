import { memoLast } from '~/model/base/memo';
import { LINEAR_OF_CODE } from '~/model/colour/linear-rgb';
import { clamp } from '~/model/maths/numbers';
import type { OutlineMask } from '~/model/raster/photo-map';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import type { Plane } from '~/model/raster/plane';
import { bilinear } from '~/model/raster/sample-plane';
import type { HeadArea } from './head-area';

/**
 * The head cut out of the photo and binned to some samples per mm, in linear light. Sample (i, j) covers working-
 * photo px left + i · pxPerSample onwards.
 */
export interface HeadGrid {
  readonly columns: number;
  readonly rows: number;
  readonly leftPx: number;
  readonly topPx: number;
  readonly pxPerSample: number;
  readonly samplesPerMm: number;
  readonly red: Float32Array;
  readonly green: Float32Array;
  readonly blue: Float32Array;
}

/** Colour is judged at the sampling that even a web-sized photo has: finer shows more noise. Ours (docs/model.md, Reading a photo). */
const SAMPLES_PER_MM = 1.3;
/** Hairs of a shaved head are a third of a millimetre wide: where the photo has them, they are seen at this sampling. */
const FINE_SAMPLES_PER_MM = 3.5;

/** Kept for the last photo and head: skin, gloss and cover are all read off it. */
export const headGrid = memoLast((pixels: PhotoPixels, area: HeadArea) => cutGrid(pixels, area, SAMPLES_PER_MM));

/** The same as fine as single hairs ask for, as far as the photo goes. */
export const fineHeadGrid = memoLast((pixels: PhotoPixels, area: HeadArea) =>
  cutGrid(pixels, area, FINE_SAMPLES_PER_MM),
);

function cutGrid(pixels: PhotoPixels, area: HeadArea, mostPerMm: number): HeadGrid {
  const scale = pixels.photoPxPerPixel;
  const bin = Math.max(1, Math.round(area.pxPerMm / scale / mostPerMm));
  const left = clamp(Math.floor(area.box.left / scale), 0, pixels.widthPx);
  const top = clamp(Math.floor(area.box.top / scale), 0, pixels.heightPx);
  const columns = Math.floor((clamp(area.box.right / scale, left, pixels.widthPx) - left) / bin);
  const rows = Math.floor((clamp(area.box.bottom / scale, top, pixels.heightPx) - top) / bin);
  const [red, green, blue] = [0, 1, 2].map((band) => {
    const sums = new Float32Array(columns * rows);
    for (let y = 0; y < rows * bin; y++) {
      const row = Math.floor(y / bin) * columns;
      let at = 4 * ((top + y) * pixels.widthPx + left) + band;
      for (let x = 0; x < columns; x++) {
        let sum = 0;
        for (let k = 0; k < bin; k++, at += 4) sum += LINEAR_OF_CODE[pixels.data[at]];
        sums[row + x] = sums[row + x] + sum;
      }
    }
    return sums.map((sum) => sum / (bin * bin));
  }) as [Float32Array, Float32Array, Float32Array];
  const pxPerSample = bin * scale;
  return {
    columns,
    rows,
    leftPx: left * scale,
    topPx: top * scale,
    pxPerSample,
    samplesPerMm: area.pxPerMm / pxPerSample,
    red,
    green,
    blue,
  };
}

/** 1 where the outline is more than half sure of a person, else 0; without an outline 1 everywhere. */
export const personPlane = memoLast(planeOfPerson);

function planeOfPerson(grid: HeadGrid, outline: OutlineMask | null): Plane {
  const { columns, rows } = grid;
  const values = new Float32Array(columns * rows);
  if (outline === null || outline.columns < 2 || outline.rows < 2) return { columns, rows, values: values.fill(1) };
  const { confidence } = outline;
  // bilinear weights of one axis: index of the lower neighbour and how far on from it
  const axis = (count: number, startPx: number, outlinePx: number, most: number): [Int32Array, Float32Array] => {
    const index = new Int32Array(count);
    const part = new Float32Array(count);
    for (let k = 0; k < count; k++) {
      const place = (startPx + (k + 0.5) * grid.pxPerSample - outlinePx) / outline.pxPerSample - 0.5;
      index[k] = clamp(Math.floor(place), 0, most - 2);
      part[k] = clamp(place - index[k], 0, 1);
    }
    return [index, part];
  };
  const [xs, us] = axis(columns, grid.leftPx, outline.leftPx, outline.columns);
  const [ys, vs] = axis(rows, grid.topPx, outline.topPx, outline.rows);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const at = ys[y] * outline.columns + xs[x];
      const below = at + outline.columns;
      const share = bilinear(
        confidence[at],
        confidence[at + 1],
        confidence[below],
        confidence[below + 1],
        us[x],
        vs[y],
      );
      if (share > 127) values[y * columns + x] = 1;
    }
  }
  return { columns, rows, values };
}

/** Mean over square cells of `cell` samples, the weight of each sample given; 0 where a cell has no weight. */
export function cellMeans(plane: Plane, weights: Plane, cell: number): { mean: Plane; weight: Plane } {
  const columns = Math.floor(plane.columns / cell);
  const rows = Math.floor(plane.rows / cell);
  const sums = new Float32Array(columns * rows);
  const counts = new Float32Array(columns * rows);
  for (let y = 0; y < rows * cell; y++) {
    const to = Math.floor(y / cell) * columns;
    for (let x = 0; x < columns * cell; x++) {
      const at = y * plane.columns + x;
      const w = weights.values[at];
      const cellAt = to + Math.floor(x / cell);
      sums[cellAt] = sums[cellAt] + w * plane.values[at];
      counts[cellAt] = counts[cellAt] + w;
    }
  }
  const mean = sums.map((sum, i) => (counts[i] > 0 ? sum / counts[i] : 0));
  return {
    mean: { columns, rows, values: mean },
    weight: { columns, rows, values: counts.map((n) => n / (cell * cell)) },
  };
}
