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
 * Least texture beyond bare skin's that full stubble has, rms of ln(luminance): so much per sample in a mm, since samples wider than a
 * hair average it with the skin (rendered heads of 150 hairs/cm² at 1 sample per mm have just about it), up to samples as fine as
 * hairs. Sharpened pictures have four times that, so what is full is read off the photo itself.
 */
const LEAST_FULL_PER_SAMPLE = 0.025;
const FINE_PER_MM = 2.5;
/** Where the photo's densest stubble is denser than most of it. Ours. */
const MOST = 1.3;
/** Dots thin out into stubble no faster than over about this. */
const SOFT_MM = 1.5;

/**
 * How much stubble stands at every cell, as a share of that where most of this photo's stubble stands: 0 bare, up to 1.3. In
 * proportion to the texture, so that a thin front beside dense sides is read as thin. `bare`: the most variance that bare skin has,
 * by cell; `scalp`: how much of each cell is scalp that was read, beyond which values are carried on.
 */
export function stubbleAmount(
  texture: Plane,
  scalp: Plane,
  bare: Float32Array,
  { cell, samplesPerMm }: Pick<ReadPart, 'cell' | 'samplesPerMm'>,
): Plane {
  const beyond = texture.values.map((value, i) => Math.max(0, Math.sqrt(value) - Math.sqrt(bare[i])));
  const least = LEAST_FULL_PER_SAMPLE * Math.min(samplesPerMm, FINE_PER_MM);
  const full = Math.max(least, usualOf(beyond, scalp.values));
  const amount = beyond.map((value) => Math.min(MOST, value / full));
  return blurWeighted({ ...texture, values: amount }, scalp, (SOFT_MM * samplesPerMm) / cell);
}

/** The median as hairs meet it: half of all the texture stands where it is up to this. Scalp that has few weighs little. */
function usualOf(beyond: Float32Array, weights: Float32Array): number {
  const places = [...beyond.keys()].filter((i) => beyond[i] * weights[i] > 0).sort((a, b) => beyond[a] - beyond[b]);
  const all = places.reduce((sum, i) => sum + beyond[i] * weights[i], 0);
  let below = 0;
  const at = places.find((i) => (below += beyond[i] * weights[i]) >= all / 2);
  return at === undefined ? 0 : beyond[at];
}
