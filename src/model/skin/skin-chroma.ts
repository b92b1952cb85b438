import { luminance } from '~/model/colour/linear-rgb';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import type { HeadGrid } from '~/model/photo/head-grid';
import { blurWeighted } from '~/model/raster/gaussian-blur';
import type { Plane } from '~/model/raster/plane';

/** Noise and compression are averaged over this much, mm. Our choice. */
const SMOOTH_MM = 0.6;

/** How each sample of a head's grid compares with this person's skin. */
export interface SkinChroma {
  /** 1: as warm as the skin, 0: the light's own colour (gloss, grey, black), more than 1: warmer (blood, shadow), below 0: colder. */
  readonly warmth: Float32Array;
  /** How far the colour lies beside the way from the light's to the skin's, in ln of band ratios: 0 for skin and gloss. */
  readonly strange: Float32Array;
}

/**
 * Chroma against the line that shading and gloss move skin along: from the light's colour to the skin's in the plane of
 * ln(R/G) and ln(G/B). In the dark, noise counts as grey.
 */
export function skinChroma(grid: HeadGrid, person: Plane, skin: LinearRgb, light: LinearRgb): SkinChroma {
  const { columns, rows } = grid;
  const [red, green, blue] = [grid.red, grid.green, grid.blue].map(
    (values) => blurWeighted({ columns, rows, values }, person, SMOOTH_MM * grid.samplesPerMm).values,
  ) as [Float32Array, Float32Array, Float32Array];
  const noise = 0.02 * luminance(skin) + 0.002;
  const ratio = (a: number, b: number): number => Math.log((a + noise / 2) / (b + noise / 2));
  const lightX = Math.log(light[0] / light[1]);
  const lightY = Math.log(light[1] / light[2]);
  const skinX = ratio(skin[0], skin[1]) - lightX;
  const skinY = ratio(skin[1], skin[2]) - lightY;
  const square = Math.max(skinX * skinX + skinY * skinY, 0.01);
  const warmth = new Float32Array(columns * rows);
  const strange = new Float32Array(columns * rows);
  for (let k = 0; k < warmth.length; k++) {
    const x = ratio(red[k], green[k]) - lightX;
    const y = ratio(green[k], blue[k]) - lightY;
    const along = (x * skinX + y * skinY) / square;
    warmth[k] = along;
    strange[k] = Math.hypot(x - along * skinX, y - along * skinY);
  }
  return { warmth, strange };
}
