import type { Box } from '~/model/base/units';
import type { Photo } from '~/io/photo';
import { firstChoice } from '~/model/advice/first-choice';
import { startedFrom, USUAL_CHOICE } from '~/model/advice/started-from';
import { checkPhoto } from '~/model/advice/photo-check';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { headOf } from '~/model/fit/head-of';
import { mendBurntEdge, mendOutline } from '~/model/fit/mend-outline';
import { refineOutline } from '~/model/fit/refine-outline';
import { densityField } from '~/model/density/density-field';
import { grownHair } from '~/model/hair/first-coverage';
import { nodeAt } from '~/model/head/chart-grid';
import { coverHair, readCover } from '~/model/occlusion/read-cover';
import { readHair } from '~/model/occlusion/read-hair';
import { readHand } from '~/model/occlusion/read-hand';
import { headArea } from '~/model/photo/head-area';
import { fineHeadGrid, headGrid } from '~/model/photo/head-grid';
import { skinLight } from '~/model/photo/skin-light';
import { scalpZone } from '~/model/photo/scalp-zone';
import { measureCharacter } from '~/model/photo/photo-character';
import type { PhotoCharacter } from '~/model/photo/photo-character';
import type { OutlineMask } from '~/model/raster/photo-map';
import { READING_SIDE_PX } from '~/model/raster/photo-pixels';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import { readSkin } from '~/model/skin/read-skin';
import type { FaceReading, HeadReading } from '~/model/view/head-reading';
import type { HeadInView } from '~/model/view/view';
import type { Subject } from '~/store/app-state';
import { FIRST_SEED } from '~/store/create-store';
import type { Ports } from './ports';

/**
 * Noise is measured on so much of the face, sharpness on so much of the head, px a side: more takes longer and says the same. Ours
 * (docs/model.md, Reading a photo).
 */
const NOISE_SIDE_PX = 640;
const SHARPNESS_SIDE_PX = 1200;

/** How far down a face's box its eyes are. Share of its height (docs/model.md, Reading a photo). */
const EYES_SHARE = 0.35;
/**
 * So many of a face's boxes hold the head with its outline, and so much of what is added lies above the face. Shares of its longer side
 * (docs/model.md, Reading a photo).
 */
const HEADS_SHARE = 1.7;
const ABOVE_SHARE = 0.6;

/** What is read of a photo before anybody placed or corrected anything. */
export const readingOf = (photo: Photo, face: FaceReading | null, outline: OutlineMask | null): HeadReading => ({
  photo: photo.size,
  face,
  outline,
  focalPx: photo.focalPx,
});

/**
 * Sharpness of the photo over the whole head, whose outline is its sharpest edge (eyes and lips are softer, and a part of
 * a face may have none); noise around the eyes, or in the middle of a head without a face, away from a background that the
 * camera may have smoothed.
 */
export function characterOf(photo: Photo, where: Box, readPatch: Ports['readPatch']): PhotoCharacter {
  const width = where.right - where.left;
  const height = where.bottom - where.top;
  const middle = (where.left + where.right) / 2;
  const patch = (share: number, mostPx: number): PhotoPixels => {
    const widthPx = Math.min(mostPx, share * width);
    const heightPx = Math.min(mostPx, share * height);
    const top = where.top - ABOVE_SHARE * (share - 1) * height;
    return readPatch(photo, middle - widthPx / 2, top + EYES_SHARE * (share * height - heightPx), {
      widthPx,
      heightPx,
    });
  };
  return measureCharacter(patch(HEADS_SHARE, SHARPNESS_SIDE_PX), patch(1, NOISE_SIDE_PX));
}

/** With the outline mended where it was burnt to white, and its dent, for which the head has to be known first. */
function mended(reading: HeadReading, design: Design, pixels: PhotoPixels): HeadReading {
  const { outline } = reading;
  if (outline === null) return reading;
  const fitOf = (other: OutlineMask): HeadInView => headOf({ ...reading, outline: other }, design);
  const fit = headOf(reading, design);
  const unburnt = mendBurntEdge(fit, outline, pixels, fitOf);
  const bridged = unburnt === null ? mendOutline(fit, outline) : mendOutline(fitOf(unburnt), unburnt);
  if (bridged !== null) return { ...reading, outline: refineOutline(bridged, pixels) };
  return unburnt === null ? reading : { ...reading, outline: unburnt };
}

/**
 * The design as it begins on this head. Hair is read behind its line, whatever line there is by now: a photo that is opened
 * again, from a project or after a reload, is read as it was at first, and gives the same picture.
 */
const asBegun = ({ head, build, knownLength }: Design): Design =>
  startedFrom({ ...initialDesign(FIRST_SEED), head, build, knownLength }, USUAL_CHOICE);

/** What was found out of a photo earlier: its character, and whether its outline was mended then, which is done once. */
export interface ReadBefore {
  readonly character?: PhotoCharacter;
  readonly isMended?: true;
}

/** Reads skin, light and hair where the head is. */
export async function readHead(
  photo: Photo,
  found: HeadReading,
  design: Design,
  { readPixels, readPatch }: Pick<Ports, 'readPixels' | 'readPatch'>,
  before: ReadBefore = {},
): Promise<Subject> {
  const pixels = await readPixels(photo, READING_SIDE_PX);
  const known = before.isMended === true ? found : mended(found, design, pixels);
  const fit = headOf(known, design);
  const area = headArea(fit, known.face);
  // A photo that was read before lies with the others as they were fitted then, whatever was read of it.
  const light = before.isMended === true ? null : skinLight(fineHeadGrid(pixels, area));
  const reading = light === null ? known : { ...known, light };
  const character = before.character ?? characterOf(photo, reading.face?.box ?? area.box, readPatch);
  const skin = readSkin(pixels, area, reading.outline, character);
  const { insideMm } = densityField(asBegun(design), fit).line;
  const hair = readHair(pixels, area, reading.outline, skin, {
    zone: (grid) => scalpZone(grid, fit),
    behindLine: (grid) => scalpZone(grid, fit, (direction) => insideMm[nodeAt(direction)] > 0),
  });
  const things = [readCover(pixels, area, fit, reading, skin), readHand(pixels, area, fit, reading, skin)].filter(
    (thing) => thing !== null,
  );
  const map = things.reduce(coverHair, hair.map);
  return {
    photo,
    reading,
    skin,
    hair: map,
    first: firstChoice(design, fit, skin, map, hair.stubble),
    stubble: hair.stubble,
    grid: headGrid(pixels, area),
    covered: things.length > 0,
    faults: checkPhoto({
      fit,
      photo: photo.size,
      full: photo.full,
      pixels,
      pxPerMm: area.pxPerMm,
      grown: grownHair(design, fit, map).top,
      covered: things.length > 0,
    }),
  };
}
