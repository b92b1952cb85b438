import type { LinearRgb } from '~/model/colour/linear-rgb';
import { REFERENCE_SKIN } from '~/model/colour/skin-tone';
import { median, quantile } from '~/model/maths/quantile';
import type { HeadArea } from '~/model/photo/head-area';
import { headGrid, personPlane } from '~/model/photo/head-grid';
import type { PhotoCharacter } from '~/model/photo/photo-character';
import { skinSamples } from '~/model/photo/skin-samples';
import type { SkinSample } from '~/model/photo/skin-samples';
import type { OutlineMask } from '~/model/raster/photo-map';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import { readSpecular } from './read-specular';
import type { SkinReading } from './skin-reading';

/**
 * Colour of the skin and of the light in the photo, both linear and relative to the photo's own exposure.
 * `character` is passed on: it is measured on full-resolution pixels.
 */
export function readSkin(
  pixels: PhotoPixels,
  area: HeadArea,
  outline: OutlineMask | null,
  character: PhotoCharacter,
): SkinReading {
  const skin = diffuseSkin(skinSamples(pixels, area));
  const grid = headGrid(pixels, area);
  return { skin, ...readSpecular(grid, personPlane(grid, outline), skin), character };
}

const colourfulness = ({ rgb: [red, , blue], luminance: y }: SkinSample): number => (red - blue) / (y + 0.005);

const medianColour = (colours: readonly LinearRgb[]): LinearRgb => [
  median(colours.map((rgb) => rgb[0])),
  median(colours.map((rgb) => rgb[1])),
  median(colours.map((rgb) => rgb[2])),
];

/**
 * The reference skin where the photo shows none. Shadow and hair are dark, gloss is pale: of what is at least a third as bright as the brightest skin and not clipped,
 * the more colourful part is the skin itself. Medians, so that a strand or a mole does not matter.
 */
function diffuseSkin(samples: readonly SkinSample[]): LinearRgb {
  if (samples.length === 0) return REFERENCE_SKIN;
  const bright = quantile(
    samples.map((sample) => sample.luminance),
    0.9,
  );
  const lit = samples.filter((sample) => sample.luminance > 0.35 * bright);
  const whole = lit.filter((sample) => !sample.clipped);
  const usable = whole.length > 0.05 * samples.length ? whole : lit;
  const paleness = quantile(usable.map(colourfulness), 0.4);
  return medianColour(usable.filter((sample) => colourfulness(sample) >= paleness).map((sample) => sample.rgb));
}
