import { REFERENCE_SKIN } from './dot-optics';
import type { OutlineMask, SkinReading } from './head';
import type { HeadArea } from './head-area';
import type { Plane } from './gaussian-blur';
import type { HeadGrid } from './head-grid';
import { headGrid, personPlane } from './head-grid';
import type { PhotoCharacter } from './photo-character';
import type { PhotoPixels } from './photo-pixels';
import { median, quantile } from './quantile';
import { readGloss } from './read-gloss';
import type { SkinSample } from './skin-samples';
import { skinSamples } from './skin-samples';
import { specularPart, splitLight } from './split-light';
import type { LinearRgb } from './units';
import { clamp, luminance } from './units';

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
  const person = personPlane(grid, outline);
  const light = lightColour(grid, person, area, skin);
  return { skin, light, character, gloss: readGloss(grid, person, { skin, light }) };
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

/** Skin that still shows through a highlight, as a share of the lit skin, and how far to believe a highlight's colour. */
const SKIN_UNDER_HIGHLIGHT = 0.3;
const BELIEF = 0.7;
/** A place is a highlight where at least this share of its light would be gloss of a neutral light. */
const GLOSSY_SHARE = 0.45;
const FEWEST_HIGHLIGHT_SAMPLES = 12;
/** Largest ln(R/B) of a light that is believed: about an incandescent lamp that the camera half corrected. */
const MOST_WARMTH = 0.5;

/**
 * Gloss mirrors the light and shows its colour. The brightest places of forehead and scalp, less the skin that shines
 * through, pulled towards neutral because cameras bleach what is bright; [1, 1, 1] where nothing is glossy.
 */
function lightColour(grid: HeadGrid, person: Plane, area: HeadArea, skin: LinearRgb): LinearRgb {
  const neutral = splitLight({ skin, light: [1, 1, 1] });
  const lowest = median(area.skinPx.map((place) => place.yPx));
  const rows = Math.min(grid.rows, Math.max(0, Math.floor((lowest - grid.topPx) / grid.pxPerSample)));
  const least = luminance(skin);
  const glossy: LinearRgb[] = [];
  for (let i = 0; i < rows * grid.columns; i++) {
    const rgb: LinearRgb = [grid.red[i] ?? 0, grid.green[i] ?? 0, grid.blue[i] ?? 0];
    const y = luminance(rgb);
    if (person.values[i] !== 1 || y < least || Math.max(...rgb) > 0.97) continue;
    if (specularPart(rgb, neutral)[1] > GLOSSY_SHARE * y) glossy.push(rgb);
  }
  if (glossy.length < FEWEST_HIGHLIGHT_SAMPLES) return [1, 1, 1];
  const brightest = quantile(glossy.map(luminance), 0.7);
  const gloss = medianColour(glossy.filter((rgb) => luminance(rgb) >= brightest));
  const [red, , blue] = gloss.map((band, c) => Math.max(1e-3, band - SKIN_UNDER_HIGHLIGHT * (skin[c] ?? 0))) as [
    number,
    number,
    number,
  ];
  return lampColour(clamp(BELIEF * Math.log(red / blue), -MOST_WARMTH, MOST_WARMTH));
}

/** A lamp's colour from its ln(R/B). Lamps, flash and daylight differ along one line only, where ln(R/G) = 0.41 ln(R/B). */
function lampColour(warmth: number): LinearRgb {
  const rgb: LinearRgb = [1, Math.exp(-0.41 * warmth), Math.exp(-warmth)];
  const largest = Math.max(...rgb);
  return [rgb[0] / largest, rgb[1] / largest, rgb[2] / largest];
}
