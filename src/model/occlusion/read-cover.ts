import type { LinearRgb } from '~/model/colour/linear-rgb';
import { floodFill } from '~/model/raster/flood-fill';
import type { HeadInView } from '~/model/view/view';
import { clamp } from '~/model/maths/numbers';
import { median } from '~/model/maths/quantile';
import { isBlocky } from '~/model/photo/blocks';
import { cheeksPx } from '~/model/photo/head-area';
import type { HeadArea } from '~/model/photo/head-area';
import { headGrid, personPlane } from '~/model/photo/head-grid';
import { scalpZone } from '~/model/photo/scalp-zone';
import { skinSamples } from '~/model/photo/skin-samples';
import { maskAt } from '~/model/raster/photo-map';
import type { HairMap, OutlineMask } from '~/model/raster/photo-map';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import { skinChroma } from '~/model/skin/skin-chroma';
import type { SkinReading } from '~/model/skin/skin-reading';
import type { FaceReading, HeadReading } from '~/model/view/head-reading';
import { coverMask } from './cover-mask';

/**
 * Warmth below this is none of bare skin's, unless it shines. ln(R/B). Ours, as all below: set on rendered heads with things over them
 * (docs/model.md, Reading a photo).
 */
const COLD = 0.2;
/** So far beside the way from light to skin, or this much of the warmth besides, no skin is. */
const STRANGE = 0.3;
const STRANGE_BY_WARMTH = 0.2;
/** A thing has an edge: across this distance warmth or strangeness jump so far along this share of where it meets the person. */
const EDGE_MM = 3;
const JUMP = 0.35;
const EDGED_SHARE = 0.4;
const LEAST_EDGE_MM = 15;
/** What lies beyond an edge is looked at so far from it: past the blur and the thing's own shadow. */
const BESIDE_MM = 3;
/** Least size on the scalp of something coloured, and of something grey or white, which gloss is too, cm². */
const COLOURED_CM2 = 1;
const GREY_CM2 = 20;
/** In a picture of fewer samples a thing's edge is no sharper than a shadow's. */
const LEAST_SAMPLES_PER_MM = 0.6;
/** Linear light (code 243) from which a band of a sample may be clipped: its colour is not its own then. */
const CLIPPED = 0.9;
/** What covers the head is taken to reach this much farther: its edge is soft, and dots do not straddle it. */
const GROW_MM = 1.5;
const SOFT_MM = 0.6;

/**
 * What lies over the scalp and is neither skin nor hair (a cap, a band): 0 nothing .. 255 covered, in the layout of
 * OutlineMask; null where nothing does. Skin changes colour gradually, by shade, gloss and blood; a thing has a sharp edge
 * and a colour that skin under this light does not have. What is dark (frames of glasses too) the hair map keeps dots off.
 * Rather too little than too much: the brush takes away what is missed.
 */
export function readCover(
  pixels: PhotoPixels,
  area: HeadArea,
  fit: HeadInView,
  { face, outline }: Pick<HeadReading, 'face' | 'outline'>,
  skin: Pick<SkinReading, 'skin' | 'light'>,
): OutlineMask | null {
  const grid = headGrid(pixels, area);
  const { columns, rows, samplesPerMm } = grid;
  // Without a face there is no skin that is surely bare to compare with.
  if (face === null || samplesPerMm < LEAST_SAMPLES_PER_MM || isBlocky(pixels)) return null;
  const person = personPlane(grid, outline);
  const { warmth, strange } = skinChroma(grid, person, cheekColour(pixels, area, face, skin), skin.light);
  // What is burnt out is light, not cover: it has lost its colour, and its edge is as sharp as that of a thing.
  const burnt = grid.red.map((red, k) => (Math.max(red, grid.green[k], grid.blue[k]) > CLIPPED ? 1 : 0));
  const alien = warmth.map((warm, k) =>
    person.values[k] === 1 &&
    burnt[k] === 0 &&
    (warm < COLD || strange[k] > STRANGE + STRANGE_BY_WARMTH * Math.max(0, warm))
      ? 1
      : 0,
  );
  const reach = Math.max(1, Math.round((EDGE_MM / 2) * samplesPerMm));
  /** The sample so many columns and rows away, or the last one before the picture's edge. */
  const away = (k: number, dx: number, dy: number): number =>
    clamp(Math.floor(k / columns) + dy, 0, rows - 1) * columns + clamp((k % columns) + dx, 0, columns - 1);
  const isEdged = (k: number, dx: number, dy: number): boolean => {
    const inner = away(k, (1 - reach) * dx, (1 - reach) * dy);
    const outer = away(k, reach * dx, reach * dy);
    if (burnt[inner] + burnt[outer] > 0) return false;
    return Math.hypot(warmth[inner] - warmth[outer], strange[inner] - strange[outer]) > JUMP;
  };
  const beyondBy = Math.max(1, Math.round(BESIDE_MM * samplesPerMm));
  const seen = new Uint8Array(alien.length);
  /** Connected samples whose colour is no skin's, with sharp edges where they meet the rest of the person. */
  const things: (readonly number[])[] = [];
  for (let start = 0; start < alien.length; start++) {
    if (alien[start] === 0 || seen[start] === 1) continue;
    let [edge, sharp] = [0, 0];
    seen[start] = 1;
    const samples = floodFill(columns, rows, [start], (to, from, dx, dy) => {
      if (alien[to] === 1) {
        const isNew = seen[to] === 0;
        seen[to] = 1;
        return isNew;
      }
      // Along the person's own edge colours mix with the background's: that says nothing.
      if (person.values[away(to, beyondBy * dx, beyondBy * dy)] === 0) return false;
      edge += 1;
      if (isEdged(from, dx, dy)) sharp += 1;
      return false;
    });
    if (edge >= LEAST_EDGE_MM * samplesPerMm && sharp >= EDGED_SHARE * edge) things.push(samples);
  }
  if (things.length === 0) return null;

  const zone = scalpZone(grid, fit);
  const perCm2 = (10 * samplesPerMm) ** 2;
  const covered = new Float32Array(alien.length);
  let found = false;
  for (const samples of things) {
    const sum = samples.reduce((so, k) => so + (strange[k] + Math.max(0, -warmth[k])), 0);
    const least = sum > STRANGE * samples.length ? COLOURED_CM2 : GREY_CM2;
    if (samples.reduce((on, k) => on + zone[k], 0) < least * perCm2) continue;
    found = true;
    for (const k of samples) covered[k] = 1;
  }
  if (!found) return null;
  return coverMask(grid, covered, GROW_MM, SOFT_MM);
}

/** The hair map with what covers the head in it: dots keep off both, and the same brush corrects both. */
export function coverHair(hair: HairMap, cover: OutlineMask): HairMap {
  const confidence = hair.confidence.map((value, k) => {
    const xPx = hair.leftPx + ((k % hair.columns) + 0.5) * hair.pxPerSample;
    const yPx = hair.topPx + (Math.floor(k / hair.columns) + 0.5) * hair.pxPerSample;
    return Math.max(value, Math.round(255 * (maskAt(cover, xPx, yPx) ?? 0)));
  });
  return { ...hair, confidence };
}

/** The skin's colour where no cap is worn; the reading's own where the cheeks are not in the picture. */
function cheekColour(
  pixels: PhotoPixels,
  area: HeadArea,
  face: FaceReading,
  { skin }: Pick<SkinReading, 'skin'>,
): LinearRgb {
  const samples = skinSamples(pixels, { ...area, skinPx: cheeksPx(face) }).filter(({ clipped }) => !clipped);
  if (samples.length === 0) return skin;
  const bandOf = (band: 0 | 1 | 2): number => median(samples.map(({ rgb }) => rgb[band]));
  return [bandOf(0), bandOf(1), bandOf(2)];
}
