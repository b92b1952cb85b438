import { cellMeans } from '~/model/photo/head-grid';
import { blurWeighted } from '~/model/raster/gaussian-blur';
import type { Plane } from '~/model/raster/plane';

/** The part of the picture that is read: the person, the same less its rim, and how its samples are put together to cells. */
export interface ReadPart {
  readonly inside: Plane;
  readonly deepInside: Plane;
  /** Samples along a cell's side. */
  readonly cell: number;
  readonly samplesPerMm: number;
}

/** Texture is first averaged over so many cells, which single hairs and sensor noise fill evenly. */
const GATHER_CELLS = 0.8;

/**
 * How much the skin differs from place to place in detail, variance of ln(luminance) within about `detailSamples`, one value
 * for each cell. It is even over about `evenMm`, as stubble is: there a standard deviation is averaged, so that a mole or a
 * wrinkle, strong but small, weighs little.
 */
export function evenTexture(
  logLight: Plane,
  detailSamples: number,
  evenMm: number,
  { inside, deepInside, cell, samplesPerMm }: ReadPart,
): Plane {
  const smooth = blurWeighted(logLight, inside, detailSamples).values;
  const detail = { ...logLight, values: logLight.values.map((value, i) => value - smooth[i]) };
  const squared = { ...detail, values: detail.values.map((d) => d * d) };
  const cells = cellMeans(detail, deepInside, cell);
  const squareCells = cellMeans(squared, deepInside, cell);
  const { weight } = cells;
  // the variance, not the square: a shadow's edge bends the light but does not make it grain
  const meanDetail = blurWeighted(cells.mean, weight, GATHER_CELLS).values;
  const squares = blurWeighted(squareCells.mean, weight, GATHER_CELLS);
  const rms = squares.values.map((square, i) => Math.sqrt(Math.max(0, square - meanDetail[i] ** 2)));
  const even = blurWeighted({ ...squares, values: rms }, weight, (evenMm * samplesPerMm) / cell);
  return { ...even, values: even.values.map((value) => value * value) };
}

/**
 * Variance beyond bare skin's at which stubble is nearly two thirds of what it can be. Strongly sharpened pictures have ten times
 * that, and rendered heads of 150 hairs/cm² at 1 sample per mm just about it: beyond, texture says how the camera drew the hairs
 * rather than how many there are.
 */
const EXCESS = 0.004;
/** Dots thin out into stubble no faster than over about this. */
const SOFT_MM = 1.5;

/**
 * 0 bare .. 1 full stubble, for every cell. `bare`: the most variance that bare skin has, by cell; `scalp`: how much of each
 * cell is scalp that was read, beyond which values are carried on.
 */
export function stubbleShare(texture: Plane, scalp: Plane, bare: Float32Array, cellsPerMm: number): Plane {
  const share = texture.values.map((value, i) => 1 - Math.exp(-Math.max(0, value - bare[i]) / EXCESS));
  return blurWeighted({ ...texture, values: share }, scalp, SOFT_MM * cellsPerMm);
}
