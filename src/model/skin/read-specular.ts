import { luminance } from '~/model/colour/linear-rgb';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { clamp, smoothstep } from '~/model/maths/numbers';
import { median, quantile } from '~/model/maths/quantile';
import { cellMeans } from '~/model/photo/head-grid';
import type { HeadGrid } from '~/model/photo/head-grid';
import { blurWeighted } from '~/model/raster/gaussian-blur';
import { dilate, erode } from '~/model/raster/morphology';
import type { SpecularMap } from '~/model/raster/photo-map';
import type { Plane } from '~/model/raster/plane';
import { palenessFrom } from './paleness';
import type { SkinReading } from './skin-reading';

/** Size of a place of the map: a highlight's edge on skin is softer. Ours, as all below (docs/model.md, Reading a photo). */
const CELL_MM = 2.5;
/** Highlights are narrower than twice this, and what is pale over a wider place is lit by another colour. */
const REACH_MM = 18;
/** The outline is a pixel or two off, and the rim shows the background's light: nothing is read so near to it. */
const RIM_MM = 2;
/** Skin varies in colour: paler than around it by the first is no gloss, by the second it is as much as it seems. */
const UNEVEN = [0.02, 0.16] as const;

/** Linear light from which a cell's band may be clipped. */
const CLIPPED = 0.97;

/** The head in cells of about 2.5 mm. */
interface Cells {
  readonly columns: number;
  readonly rows: number;
  readonly perMm: number;
  readonly colours: readonly LinearRgb[];
  readonly light: Float32Array;
  /** 1 where the cell is well inside the head. */
  readonly inside: Plane;
}

function cellsOf(grid: HeadGrid, person: Plane, cell: number, skin: LinearRgb): Cells {
  const perMm = grid.samplesPerMm / cell;
  const [red, green, blue] = [grid.red, grid.green, grid.blue].map(
    (values) => cellMeans({ columns: grid.columns, rows: grid.rows, values }, person, cell).mean,
  );
  const { weight } = cellMeans(person, person, cell);
  const whole = { ...weight, values: weight.values.map((share) => (share === 1 ? 1 : 0)) };
  const colours = Array.from(red.values, (value, i) => withRed([value, green.values[i], blue.values[i]], skin));
  return {
    columns: weight.columns,
    rows: weight.rows,
    perMm,
    colours,
    light: Float32Array.from(colours, luminance),
    inside: erode(whole, Math.max(1, Math.round(RIM_MM * perMm))),
  };
}

/** `values` on the head, `nothing` off it. */
const onHead = ({ inside }: Cells, values: Float32Array, nothing: number): Plane => ({
  ...inside,
  values: values.map((value, i) => (inside.values[i] === 1 ? value : nothing)),
});

const soften = ({ inside, perMm }: Cells, values: Float32Array, sigmaMm: number): Float32Array =>
  blurWeighted({ ...inside, values }, inside, sigmaMm * perMm).values;

const beyondUneven = (share: number): number => share * smoothstep(...UNEVEN, share);

/**
 * Gloss per cell, as a share of its luminance.
 *
 * One pixel cannot tell gloss from skin under a light of another colour: blue light on warm skin is as grey as a white
 * highlight. Two things about surroundings can. Gloss comes in spots, so paleness that is as wide as a forehead is the
 * light's colour (top-hat of paleness). And gloss is added: the light that the skin itself returns has no hole beneath a
 * highlight (closing), so that only what is brighter than the skin around it is gloss.
 */
function glossOf(cells: Cells, seen: Pick<SkinReading, 'skin' | 'light'>): Float32Array {
  const { light, colours, perMm } = cells;
  const reach = Math.max(1, Math.round(REACH_MM * perMm));
  const paleness = palenessFrom(seen);
  const pale = soften(cells, Float32Array.from(colours, paleness), CELL_MM / 2);
  // outside the head counts for neither: the most for the smallest of a place, the least for the largest
  const lowest = onHead(cells, erode(onHead(cells, pale, 1), reach).values, -1);
  const wide = soften(cells, dilate(lowest, reach).values, CELL_MM);
  const skinLight = light.map(
    (y, i) => y * (1 - beyondUneven(Math.min(1, (pale[i] - wide[i]) / Math.max(0.3, 1 - wide[i])))),
  );
  const highest = onHead(cells, dilate(onHead(cells, skinLight, 0), reach).values, 1);
  const filled = soften(cells, erode(highest, reach).values, REACH_MM / 3);
  const gloss = light.map((y, i) => (y > 0 ? clamp(1 - Math.max(skinLight[i], filled[i]) / y, 0, 1) : 0));
  return soften(cells, gloss, CELL_MM / 2);
}

/**
 * Bright skin is clipped in red first, which makes it look pale: red as green and blue, which are whole, say of a mixture
 * of skin and white light.
 */
function withRed([red, green, blue]: LinearRgb, skin: LinearRgb): LinearRgb {
  if (red < CLIPPED) return [red, green, blue];
  const ofSkin = (green - blue) / Math.max(1e-3, skin[1] - skin[2]);
  return [clamp(ofSkin * (skin[0] - skin[1]) + green, red, Math.max(red, (green * skin[0]) / skin[1])), green, blue];
}

/** How far to believe a highlight's colour: cameras bleach what is bright. */
const BELIEF = 0.8;
/** Skin that shines through a highlight, as a share of that around it: rather too little, lest the light turn out too blue. */
const UNDER_HIGHLIGHT = 0.8;
/** A highlight shows the light's colour where at least this share of it is gloss. */
const CLEAR_GLOSS = 0.2;
const FEWEST_CELLS = 6;
const WHITE: LinearRgb = [1, 1, 1];
/** Largest ln(R/B) of a light that is believed: about an incandescent lamp that the camera half corrected. */
const MOST_WARMTH = 0.5;

/** Mean colour of what has weight within about REACH_MM of a cell, made on few places. */
function skinAround({ colours, columns, inside, perMm }: Cells, bare: Float32Array): (cell: number) => LinearRgb {
  const step = Math.max(1, Math.round((REACH_MM * perMm) / 3));
  const weights = { ...inside, values: bare };
  const [red, green, blue] = ([0, 1, 2] as const).map((c) => {
    const values = Float32Array.from(colours, (rgb) => rgb[c]);
    const { mean, weight } = cellMeans({ ...inside, values }, weights, step);
    return blurWeighted(mean, weight, 3);
  });
  return (cell) => {
    const i = Math.min(red.columns - 1, Math.floor((cell % columns) / step));
    const j = Math.min(red.rows - 1, Math.floor(Math.floor(cell / columns) / step));
    const at = j * red.columns + i;
    return [red.values[at], green.values[at], blue.values[at]];
  };
}

/** Gloss mirrors the light and shows its colour: what highlights have more than the skin around them; white where none is clear. */
function lampOf(cells: Cells, gloss: Float32Array): LinearRgb {
  const { colours } = cells;
  const bare = gloss.map((share, i) => (cells.inside.values[i] === 1 ? Math.max(1e-3, 1 - 4 * share) : 0));
  const around = skinAround(cells, bare);
  const found: { amount: number; warmth: number }[] = [];
  gloss.forEach((share, i) => {
    const rgb = colours[i];
    if (share < CLEAR_GLOSS || cells.inside.values[i] !== 1 || Math.max(...rgb) > CLIPPED) return;
    const skin = around(i);
    const most = (1 - share) * cells.light[i];
    const under = UNDER_HIGHLIGHT * Math.min(1, most / Math.max(1e-4, luminance(skin)));
    const [red, , blue] = rgb.map((band, c) => Math.max(1e-3, band - under * skin[c])) as [number, number, number];
    found.push({ amount: share * cells.light[i], warmth: Math.log(red / blue) });
  });
  if (found.length < FEWEST_CELLS) return WHITE;
  const brightest = quantile(
    found.map(({ amount }) => amount),
    0.7,
  );
  const warmth = median(found.filter(({ amount }) => amount >= brightest).map((cell) => cell.warmth));
  return lampColour(clamp(BELIEF * warmth, -MOST_WARMTH, MOST_WARMTH));
}

/** A lamp's colour from its ln(R/B). Lamps, flash and daylight differ along one line only, where ln(R/G) = 0.41 ln(R/B). */
function lampColour(warmth: number): LinearRgb {
  const rgb: LinearRgb = [1, Math.exp(-0.41 * warmth), Math.exp(-warmth)];
  const largest = Math.max(...rgb);
  return [rgb[0] / largest, rgb[1] / largest, rgb[2] / largest];
}

/**
 * Gloss read as all of the light is three quarters of it: skin that faces a lamp is brighter too, and no skin is so
 * smooth that its sheen hides all that lies below. Small shares are believed as they are read.
 */
const believed = (share: number): number => share - 0.25 * share ** 2;

/** Linear green (codes 219 to 247) from which the camera has no room left to show how bright a place is. */
const BURNT = [0.71, 0.93] as const;

/** Where much more is burnt than a highlight covers, so much of the light lies on top of the pigment: too bright, but skin. */
const OVEREXPOSED = 0.5;

/**
 * What is burnt to white hides the pigment below. That is gloss where it is as small as a highlight; what is wider is skin in too
 * much light, and shows half of it.
 */
function burntOf(cells: Cells): Float32Array {
  const white = Float32Array.from(cells.colours, ([, green]) => smoothstep(...BURNT, green));
  const burnt = soften(cells, white, CELL_MM / 2);
  const reach = Math.max(1, Math.round(REACH_MM * cells.perMm));
  const narrowed = erode(onHead(cells, burnt, 1), reach).values;
  const wide = soften(cells, dilate(onHead(cells, narrowed, 0), reach).values, CELL_MM);
  return burnt.map((share, i) => share - (1 - OVEREXPOSED) * Math.min(share, wide[i]));
}

/**
 * The light's colour, and where on the head it is mirrored: that part of the light lies on top of the pigment.
 *
 * The share is the same in all bands. By light alone there is more gloss in the blue of warm skin than in its red; but
 * cameras bend the brightest band down first, so a highlight looks paler than it was, and what is taken from its skin
 * by band would leave a green fringe.
 */
export function readSpecular(
  grid: HeadGrid,
  person: Plane,
  skin: LinearRgb,
): Pick<SkinReading, 'light'> & { readonly gloss: SpecularMap } {
  const cell = Math.max(1, Math.round(CELL_MM * grid.samplesPerMm));
  const cells = cellsOf(grid, person, cell, skin);
  const inWhite = glossOf(cells, { skin, light: WHITE });
  const light = lampOf(cells, inWhite);
  const gloss = light === WHITE ? inWhite : glossOf(cells, { skin, light });
  const burnt = burntOf(cells);
  const shares = Uint8Array.from(gloss, (share, i) => 255 * Math.max(believed(share), burnt[i]));
  const { columns, rows } = cells;
  const { leftPx, topPx, pxPerSample } = grid;
  return { light, gloss: { columns, rows, leftPx, topPx, pxPerSample: cell * pxPerSample, shares } };
}
