import { luminance } from '~/model/colour/linear-rgb';
import { clamp, smoothstep } from '~/model/maths/numbers';
import { median } from '~/model/maths/quantile';
import type { HeadArea } from '~/model/photo/head-area';
import { cellMeans, headGrid, personPlane } from '~/model/photo/head-grid';
import { skinSamples } from '~/model/photo/skin-samples';
import { blurWeighted } from '~/model/raster/gaussian-blur';
import { erodeEvenly } from '~/model/raster/morphology';
import type { HairMap, OutlineMask } from '~/model/raster/photo-map';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import type { Plane } from '~/model/raster/plane';
import { skinCurve } from '~/model/skin/skin-curve';
import type { SkinReading } from '~/model/skin/skin-reading';

/** Size of a place of the map; a brush stroke and a patch of stubble are larger. */
const CELL_MM = 1.5;
/** Texture is what differs from its surroundings of this size; it is averaged over places a little larger. */
const DETAIL_MM = 1.2;
const AVERAGE_MM = 2.5;
/** The outline is a pixel or two off: colour is read from here inwards, texture from farther in. */
const COLOUR_RIM_MM = 2;
const TEXTURE_RIM_MM = 3;
/** A smooth lock in the middle of hair is hair: as wide as a lock. */
const LOCK_MM = 4;

/**
 * Texture, rms of ln(luminance): bare skin has up to this or twice what forehead and cheeks have, and strands so much more.
 * Its square grows with the number of hairs, and so does their darkness: on the rendered heads by 0.0105 for stubble of
 * 160 hairs/cm².
 */
const SKIN_TEXTURE = 0.03;
const STUBBLE_VARIANCE = 0.0105;
const STRAND_TEXTURE = [0.08, 0.24] as const;
/** Stubble alone counts up to this; more needs the texture of strands, or darkness without the skin's colour. */
const STUBBLE_MOST = 0.75;
/** How much of the warmth, ln(R/B), of skin of that brightness covering hair has lost, and how dark against the skin it is. */
const PALER = [0.35, 0.65] as const;
/** Skin of any tone is at least this warm in white light, ln(R/B). */
const LEAST_WARMTH = 0.5;
const DARKER = [Math.log(0.25), Math.log(0.08)] as const;

/**
 * Existing hair and stubble of the head: 0 bare skin .. 255 covered, one value for about 1.5 mm of it.
 *
 * Shadow changes brightness smoothly and leaves skin its colour (skinCurve); hair does not. Two signs are joined:
 * texture beyond that of this photo's own bare skin, in ln(luminance), so that it means the same in light and shade
 * (stubble, strands); and darkness that has lost the skin's warmth (close-cropped or dense hair). Where something
 * bright lies on dark skin without its colour it is gloss, which shows up the skin's relief, so more texture is allowed.
 */
export function readHair(
  pixels: PhotoPixels,
  area: HeadArea,
  outline: OutlineMask | null,
  skin: Pick<SkinReading, 'skin'>,
): HairMap {
  const grid = headGrid(pixels, area);
  const { columns, rows, samplesPerMm } = grid;
  const cell = Math.max(1, Math.round(CELL_MM * samplesPerMm));
  const cellsPerMm = samplesPerMm / cell;
  const person = personPlane(grid, outline);
  const inside = erodeEvenly(person, COLOUR_RIM_MM * samplesPerMm);
  const deepInside = erodeEvenly(person, TEXTURE_RIM_MM * samplesPerMm);

  const skinLight = luminance(skin.skin);
  // keeps sensor noise and JPEG blocks in the dark from counting as texture or colour
  const noise = 0.02 * skinLight + 0.002;
  const plane = (values: Float32Array): Plane => ({ columns, rows, values });
  const light = plane(grid.green.map((green, i) => luminance([grid.red[i], green, grid.blue[i]])));
  const logLight = plane(light.values.map((y) => Math.log(y + noise)));
  const smooth = blurWeighted(logLight, inside, DETAIL_MM * samplesPerMm).values;
  const detail = plane(logLight.values.map((value, i) => value - smooth[i]));
  const around = (values: Plane): Float32Array => {
    const cells = cellMeans(values, deepInside, cell);
    return blurWeighted(cells.mean, cells.weight, AVERAGE_MM * cellsPerMm).values;
  };
  // the variance, not the square: a shadow's edge bends the light but does not make it grain
  const meanDetail = around(detail);
  const texture = around(plane(detail.values.map((d) => d * d))).map((square, i) =>
    Math.sqrt(Math.max(0, square - meanDetail[i] ** 2)),
  );

  const { mean: lightCells, weight: insideCells } = cellMeans(light, inside, cell);
  const red = cellMeans(plane(grid.red), inside, cell).mean.values;
  const blue = cellMeans(plane(grid.blue), inside, cell).mean.values;
  const map = { columns: lightCells.columns, rows: lightCells.rows };
  const skinTextures = area.skinPx.flatMap((place) => {
    const i = Math.floor((place.xPx - grid.leftPx) / grid.pxPerSample / cell);
    const j = Math.floor((place.yPx - grid.topPx) / grid.pxPerSample / cell);
    const found = i >= 0 && i < map.columns ? texture[j * map.columns + i] : undefined;
    return found === undefined ? [] : [found];
  });
  const usual = Math.max(SKIN_TEXTURE, skinTextures.length > 0 ? 2 * median(skinTextures) : 0);
  const warmthOfSkin = skinCurve(skinSamples(pixels, area), skinLight);

  const hair = texture.map((textured, i) => {
    const level = Math.log((lightCells.values[i] + noise) / (skinLight + noise));
    const warmth = Math.log((red[i] + noise / 4) / (blue[i] + noise / 4));
    const expected = warmthOfSkin(level);
    const paler = (expected - warmth) / Math.max(LEAST_WARMTH, expected);
    const bare = usual * (1 + 0.8 * smoothstep(0.3, 0.8, paler));
    const stubble =
      clamp((textured ** 2 - bare ** 2) / STUBBLE_VARIANCE, 0, STUBBLE_MOST) +
      (1 - STUBBLE_MOST) * smoothstep(bare + STRAND_TEXTURE[0], bare + STRAND_TEXTURE[1], textured);
    const covered = smoothstep(...PALER, paler) * (1 - smoothstep(DARKER[1], DARKER[0], level));
    return 1 - (1 - stubble) * (1 - covered);
  });

  const near = blurWeighted({ ...map, values: hair }, insideCells, LOCK_MM * cellsPerMm).values;
  const filled = { ...map, values: hair.map((value, i) => Math.max(value, smoothstep(0.55, 0.9, near[i]))) };
  // carries the values on to the rim, where nothing was read
  const spread = blurWeighted(filled, insideCells, 0.8 * cellsPerMm).values;
  const personCells = cellMeans(person, person, cell).weight.values;
  return {
    ...map,
    leftPx: grid.leftPx,
    topPx: grid.topPx,
    pxPerSample: cell * grid.pxPerSample,
    confidence: Uint8Array.from(spread, (value, i) => (personCells[i] > 0 ? Math.round(255 * value) : 0)),
  };
}
