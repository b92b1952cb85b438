import type { Plane } from './gaussian-blur';
import { blurWeighted } from './gaussian-blur';
import type { GlossMap, SkinReading } from './head';
import type { HeadGrid } from './head-grid';
import { cellMeans } from './head-grid';
import { dilate, erode } from './morphology';
import { specularPart, splitLight } from './split-light';
import type { LinearRgb } from './units';
import { clamp, luminance } from './units';

/** Size of a place of the map: a highlight's edge on skin is softer. */
const CELL_MM = 2;
/** Highlights are narrower than twice this, and what is pale over a wider place is lit by another colour. */
const REACH_MM = 18;
/** The outline is a pixel or two off, and the rim shows the background's light: nothing is read so near to it. */
const RIM_MM = 2;

/**
 * Gloss over the head: per place and band, the share of its light that is mirrored, and so lies on top of the pigment.
 *
 * One pixel cannot tell gloss from skin under a light of another colour: blue light on warm skin is as grey as a white
 * highlight. Two things about surroundings can. Gloss comes in spots, so paleness that is as wide as a forehead is the
 * light's colour (top-hat of the share that colour alone finds). And gloss is added: the light that the skin itself
 * returns has no hole beneath a highlight (closing), so that only what is brighter than the skin around it is gloss.
 */
export function readGloss(grid: HeadGrid, person: Plane, seen: Pick<SkinReading, 'skin' | 'light'>): GlossMap {
  const cell = Math.max(1, Math.round(CELL_MM * grid.samplesPerMm));
  const cellsPerMm = grid.samplesPerMm / cell;
  const { columns, rows } = grid;
  const bands = [grid.red, grid.green, grid.blue].map((values) => cellMeans({ columns, rows, values }, person, cell));
  const [red, green, blue] = bands.map(({ mean }) => mean);
  const [{ weight }] = bands;
  const whole: Plane = { ...weight, values: weight.values.map((share) => (share === 1 ? 1 : 0)) };
  const inside = erode(whole, Math.max(1, Math.round(RIM_MM * cellsPerMm)));
  const reach = Math.max(1, Math.round(REACH_MM * cellsPerMm));
  const onHead = (values: Float32Array, nothing: number): Plane => ({
    ...weight,
    values: values.map((value, i) => (inside.values[i] === 1 ? value : nothing)),
  });
  const soften = (plane: Plane, sigmaMm: number): Float32Array =>
    blurWeighted(plane, inside, sigmaMm * cellsPerMm).values;

  const split = splitLight(seen);
  const colour = (i: number): LinearRgb => [red.values[i], green.values[i], blue.values[i]];
  const light = red.values.map((_, i) => luminance(colour(i)));
  const pale = light.map((y, i) => (y > 0 ? luminance(specularPart(colour(i), split)) / y : 0));
  // outside the head counts for neither: the most for the smallest of a place, the least for the largest
  const lowest = onHead(erode(onHead(pale, 1), reach).values, 0);
  const wide = soften(dilate(lowest, reach), REACH_MM / 3);
  const spots = pale.map((share, i) => clamp((share - wide[i]) / Math.max(1e-3, 1 - wide[i]), 0, 1));

  const skinLight = light.map((y, i) => y * (1 - spots[i]));
  const highest = onHead(dilate(onHead(skinLight, 0), reach).values, Infinity);
  const filled = soften(onHead(erode(highest, reach).values, 0), REACH_MM / 3);
  const share = light.map((y, i) => (y > 0 ? clamp(1 - Math.max(skinLight[i], filled[i]) / y, 0, 1) : 0));
  const spread = soften({ ...weight, values: share }, CELL_MM / 2);

  const lamp = luminance(seen.light);
  const shares = new Uint8Array(3 * spread.length);
  spread.forEach((mirrored, i) => {
    const amount = (mirrored * light[i]) / lamp;
    colour(i).forEach((band, c) => {
      shares[3 * i + c] = 255 * Math.min(1, (amount * seen.light[c]) / Math.max(1e-4, band));
    });
  });
  return {
    columns: weight.columns,
    rows: weight.rows,
    leftPx: grid.leftPx,
    topPx: grid.topPx,
    pxPerSample: cell * grid.pxPerSample,
    shares,
  };
}
