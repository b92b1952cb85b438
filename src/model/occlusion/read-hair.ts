import { luminance } from '~/model/colour/linear-rgb';
import { COVERED_MINUS_LN_T } from '~/model/density/coverage-zones';
import { smoothstep } from '~/model/maths/numbers';
import { median, quantile } from '~/model/maths/quantile';
import type { HeadArea } from '~/model/photo/head-area';
import { isBlocky } from '~/model/photo/blocks';
import { cellMeans, fineHeadGrid, personPlane } from '~/model/photo/head-grid';
import type { HeadGrid } from '~/model/photo/head-grid';
import { skinSamples } from '~/model/photo/skin-samples';
import { blurWeighted, gaussianBlur } from '~/model/raster/gaussian-blur';
import { erodeEvenly } from '~/model/raster/morphology';
import type { HairMap, OutlineMask } from '~/model/raster/photo-map';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import type { Plane } from '~/model/raster/plane';
import { skinCurve } from '~/model/skin/skin-curve';
import type { SkinReading } from '~/model/skin/skin-reading';
import { findSpots, molesOf, spareMoles, withoutSpots } from './find-moles';
import { ownHue, readStubble } from './read-stubble';
import type { StubbleReading } from './read-stubble';
import { evenTexture, stubbleAmount } from './stubble-texture';

/** Size of a place of the map. */
const CELL_MM = 1.5;
/**
 * Shaved hairs differ from surroundings of this size, or of so many samples where the photo is coarser. Ours, as all below: set on
 * rendered heads and painted skin (docs/model.md, Reading a photo).
 */
const HAIR_DETAIL_MM = 0.6;
const HAIR_DETAIL_SAMPLES = 1.3;
/** Dots go between hairs, so stubble is read over so much skin that no hair makes a hole. */
const HAIR_EVEN_MM = 3;
/** Strands from larger ones, seen as coarsely as a web-sized photo shows them. */
const STRAND_DETAIL_MM = 1.2;
const STRAND_SEEN_MM = 0.22;
const STRAND_EVEN_MM = 2;
const COARSE_PER_MM = 1.6;
/** The outline is a pixel or two off: colour is read from here inwards, texture from farther in. */
const COLOUR_RIM_MM = 2;
const TEXTURE_RIM_MM = 1.6;
const TEXTURE_RIM_SAMPLES = 3.4;
/** A smooth lock in the middle of hair is hair: as wide as a lock. */
const LOCK_MM = 4;

/** Texture, rms of ln(luminance): bare skin has up to this or twice what forehead and cheeks have, and strands so much more. */
const SKIN_TEXTURE = 0.03;
const SMOOTH_PART = 0.25;
const ROUGH_PLACES = 0.8;
const STRAND_TEXTURE = [0.08, 0.2] as const;
/** A sharpened photo shows stubble as rough as strands: so much more is allowed, per amount of sharpening. */
const ROUGHER_SHARPENED = 0.5;
/** However dense, stubble hides no skin: less than grown hair has (first-coverage.ts). */
const MOST_STUBBLE = 0.72;
/** How much of the warmth, ln(R/B), of skin of that brightness covering hair has lost, and how dark against the skin it is. */
const PALER = [0.35, 0.65] as const;
/** Skin of any tone is at least this warm in white light, ln(R/B). */
const LEAST_WARMTH = 0.5;
const DARKER = [Math.log(0.25), Math.log(0.08)] as const;

/** What of a grid may bear hair, 1 or 0 for every sample: all of the scalp in sight, and what of it lies behind a hairline. */
export interface ScalpOf {
  zone(grid: HeadGrid): Uint8Array;
  behindLine(grid: HeadGrid): Uint8Array;
}

/** The hair of a photo: where and how much, and what its stubble looks like, null where there is too little to tell. */
export interface HairReading {
  readonly map: HairMap;
  readonly stubble: StubbleReading | null;
}

/**
 * Existing hair and stubble of the head: 0 bare skin .. 255 covered, one value for about 1.5 mm of it; stubble by the light
 * that it takes (read-stubble.ts), even over several mm, because dots go between its hairs. Moles on bare skin are in it too.
 *
 * Shadow changes brightness smoothly and leaves skin its colour (skinCurve); hair does not. Two signs are joined:
 * texture beyond that of this photo's own bare skin, in ln(luminance), so that it means the same in light and shade
 * (stubble, strands); and darkness that has lost the skin's warmth (close-cropped or dense hair). Where something
 * bright lies on dark skin without its colour it is gloss, which shows up the skin's relief, so more texture is allowed.
 * `scalp`: where it may be, and where a hairline would have it; null: anywhere.
 */
export function readHair(
  pixels: PhotoPixels,
  area: HeadArea,
  outline: OutlineMask | null,
  skin: Pick<SkinReading, 'skin' | 'light' | 'character'>,
  scalp: ScalpOf | null = null,
): HairReading {
  const grid = fineHeadGrid(pixels, area);
  const { columns, rows, samplesPerMm } = grid;
  const cell = Math.max(1, Math.round(CELL_MM * samplesPerMm));
  const cellsPerMm = samplesPerMm / cell;
  const person = personPlane(grid, outline);
  const inside = erodeEvenly(person, COLOUR_RIM_MM * samplesPerMm);
  const deepInside = erodeEvenly(person, Math.max(TEXTURE_RIM_MM * samplesPerMm, TEXTURE_RIM_SAMPLES));

  const skinLight = luminance(skin.skin);
  // keeps sensor noise and JPEG blocks in the dark from counting as texture or colour
  const noise = 0.02 * skinLight + 0.002;
  const plane = (values: Float32Array): Plane => ({ columns, rows, values });
  const light = plane(grid.green.map((green, i) => luminance([grid.red[i], green, grid.blue[i]])));
  // squares of compression are no hair: where there is nothing else, texture is left out
  const logLight = plane(
    isBlocky(pixels) ? new Float32Array(columns * rows) : light.values.map((y) => Math.log(y + noise)),
  );
  const zone = scalp === null ? null : scalp.zone(grid);
  const spots = zone === null ? [] : findSpots(grid, logLight, inside, zone);
  const read = { inside, deepInside: withoutSpots(deepInside, grid, spots), cell, samplesPerMm };
  const texture = evenTexture(
    logLight,
    Math.max(HAIR_DETAIL_MM * samplesPerMm, HAIR_DETAIL_SAMPLES),
    HAIR_EVEN_MM,
    read,
  );

  const { mean: lightCells, weight: insideCells } = cellMeans(light, inside, cell);
  const map = { columns: lightCells.columns, rows: lightCells.rows };
  const cells = (values: Float32Array): Float32Array => cellMeans(plane(values), inside, cell).mean.values;
  const [red, green, blue] = [cells(grid.red), cells(grid.green), cells(grid.blue)];
  const onSkin = (values: Float32Array): readonly number[] =>
    area.skinPx.flatMap((place) => {
      const i = Math.floor((place.xPx - grid.leftPx) / grid.pxPerSample / cell);
      const j = Math.floor((place.yPx - grid.topPx) / grid.pxPerSample / cell);
      const value = i >= 0 && i < map.columns ? (values[j * map.columns + i] as number | undefined) : undefined;
      return value === undefined ? [] : [Math.sqrt(value)];
    });
  const everywhere = plane(new Float32Array(columns * rows).fill(1));
  const shareOf = (where: Uint8Array | null): Plane => {
    const { values } = read.deepInside;
    return cellMeans(plane(where === null ? values : values.map((w, i) => w * where[i])), everywhere, cell).mean;
  };
  const onScalp = shareOf(zone);
  const coarse = gaussianBlur(logLight, samplesPerMm > COARSE_PER_MM ? STRAND_SEEN_MM * samplesPerMm : 0);
  const strands = evenTexture(coarse, STRAND_DETAIL_MM * samplesPerMm, STRAND_EVEN_MM, read).values;
  const usualStrands = Math.max(SKIN_TEXTURE, 2 * (median(onSkin(strands)) || 0));
  const usual = bareTexture(onSkin(texture.values), texture, onScalp);
  // A forehead has pores, creases and gloss of its own; skin that bore hair is judged by itself.
  const behind = scalp === null ? null : blurWeighted(shareOf(scalp.behindLine(grid)), onScalp, LOCK_MM * cellsPerMm);
  const warmthOfSkin = skinCurve(skinSamples(pixels, area), skinLight);

  const level = lightCells.values.map((y) => Math.log((y + noise) / (skinLight + noise)));
  const paler = level.map((at, i) => {
    const warmth = Math.log((red[i] + noise / 4) / (blue[i] + noise / 4));
    const expected = warmthOfSkin(at);
    return (expected - warmth) / Math.max(LEAST_WARMTH, expected);
  });
  const gloss = paler.map((lost) => 1 + 0.8 * smoothstep(0.3, 0.8, lost));

  const covered = paler.map((lost, i) => smoothstep(...PALER, lost) * (1 - smoothstep(DARKER[1], DARKER[0], level[i])));
  // hair that hides the skin says nothing of stubble
  const seen = { ...map, values: onScalp.values.map((weight, i) => weight * (1 - covered[i])) };

  const amount = stubbleAmount(
    texture,
    seen,
    gloss.map((more, i) => {
      const share = behind === null ? 0 : behind.values[i];
      return ((usual.forehead + share * (usual.scalp - usual.forehead)) * more) ** 2;
    }),
    read,
  );
  const stubble = readStubble(amount, { red, green }, seen, cellsPerMm, ownHue(skin));

  const rougher = 1 + ROUGHER_SHARPENED * skin.character.amount;
  const hair = amount.values.map((stubbled, i) => {
    const bare = usualStrands * gloss[i];
    const least = Math.min(MOST_STUBBLE, (stubble.darkness / COVERED_MINUS_LN_T) * stubbled);
    const strand = smoothstep(
      bare + rougher * STRAND_TEXTURE[0],
      bare + rougher * STRAND_TEXTURE[1],
      Math.sqrt(strands[i]),
    );
    return 1 - (1 - least) * (1 - strand) * (1 - covered[i]);
  });

  const near = blurWeighted({ ...map, values: hair }, insideCells, LOCK_MM * cellsPerMm).values;
  const filled = { ...map, values: hair.map((value, i) => Math.max(value, smoothstep(0.55, 0.9, near[i]))) };
  // carries the values on to the rim, where nothing was read
  const spread = blurWeighted(filled, insideCells, 0.8 * cellsPerMm).values;
  const personCells = cellMeans(person, person, cell).weight.values;
  const found: HairMap = {
    ...map,
    leftPx: grid.leftPx,
    topPx: grid.topPx,
    pxPerSample: cell * grid.pxPerSample,
    confidence: Uint8Array.from(spread, (value, i) => (personCells[i] > 0 ? Math.round(255 * value) : 0)),
  };
  return { map: spareMoles(found, molesOf(spots, found), area.pxPerMm), stubble: stubble.reading };
}

/**
 * Most texture, rms, that bare skin of this photo has: by places of forehead and cheeks, some of them rough; and of the scalp,
 * whose smoother part tells more, unless all of it is stubble.
 */
function bareTexture(
  ofFace: readonly number[],
  texture: Plane,
  scalp: Plane,
): { readonly forehead: number; readonly scalp: number } {
  if (ofFace.length === 0) return { forehead: SKIN_TEXTURE, scalp: SKIN_TEXTURE };
  const onScalp = [...texture.values].filter((_, i) => scalp.values[i] > 0.5).map(Math.sqrt);
  const smooth = onScalp.length === 0 ? Infinity : quantile(onScalp, SMOOTH_PART);
  const usual = median(ofFace);
  const least = Math.max(1.3 * usual, 2.2 * smooth);
  const rough = Math.max(least, 1.15 * quantile(ofFace, ROUGH_PLACES));
  return {
    forehead: Math.max(SKIN_TEXTURE, Math.min(2 * usual, rough)),
    scalp: Math.max(SKIN_TEXTURE, Math.min(2 * usual, least)),
  };
}
