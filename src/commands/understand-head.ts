import type { Photo } from '~/io/photo';
import type { Design } from '~/model/design';
import { headOf } from '~/model/head-of';
import type { FaceReading, HeadFit, HeadReading, OutlineMask } from '~/model/head';
import type { HeadArea } from '~/model/head-area';
import { headArea } from '~/model/head-area';
import { measureBlur } from '~/model/measure-blur';
import type { PhotoPixels } from '~/model/photo-pixels';
import { READING_SIDE_PX } from '~/model/photo-pixels';
import { readHair } from '~/model/read-hair';
import { readSkin } from '~/model/read-skin';
import { silhouetteLine } from '~/model/silhouette-line';
import type { Subject } from '~/store/app-state';
import type { Outside } from './outside';

/** Sharpness is measured on so much of the head, px a side: more takes longer and says the same. */
const SHARPNESS_SIDE_PX = 1024;

/** What is read of a photo before anybody placed or corrected anything. */
export const readingOf = (photo: Photo, face: FaceReading | null, outline: OutlineMask | null): HeadReading => ({
  photo: photo.size,
  face,
  outline,
  focalPx: photo.focalPx,
});

/** Box of the skull as placed, for the outline to be read around where there is no face. */
export function boxOf(fit: HeadFit): FaceReading['box'] {
  const rim = silhouetteLine(fit);
  const xs = rim.map(({ xPx }) => xPx);
  const ys = rim.map(({ yPx }) => yPx);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** Reads skin, light, sharpness and hair where the head is. */
export async function understandHead(
  photo: Photo,
  reading: HeadReading,
  design: Design,
  { readPixels, readPatch }: Pick<Outside, 'readPixels' | 'readPatch'>,
): Promise<Subject> {
  const area = headArea(headOf(reading, design), reading.face);
  const pixels = await readPixels(photo, READING_SIDE_PX);
  const blurPx = measureBlur(middlePatch(photo, area, readPatch));
  const skin = readSkin(pixels, area, reading.outline, blurPx);
  return { photo, reading, skin, hair: readHair(pixels, area, reading.outline, skin) };
}

function middlePatch(photo: Photo, { box }: HeadArea, readPatch: Outside['readPatch']): PhotoPixels {
  const widthPx = Math.min(SHARPNESS_SIDE_PX, box.right - box.left);
  const heightPx = Math.min(SHARPNESS_SIDE_PX, box.bottom - box.top);
  return readPatch(photo, (box.left + box.right - widthPx) / 2, (box.top + box.bottom - heightPx) / 2, {
    widthPx,
    heightPx,
  });
}
