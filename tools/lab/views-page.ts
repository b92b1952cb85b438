import { createDetector } from '~/detect/create-detector';
import { readingAround } from '~/intake/reading-around';
import { openPhoto } from '~/io/decode-photo';
import { readPixels } from '~/io/read-pixels';
import { initialDesign } from '~/model/design/design';
import { NO_CORRECTION } from '~/model/design/head-correction';
import { headOf } from '~/model/fit/head-of';
import { headArea } from '~/model/photo/head-area';
import { fineHeadGrid } from '~/model/photo/head-grid';
import { skinLight } from '~/model/photo/skin-light';
import { READING_SIDE_PX } from '~/model/raster/photo-pixels';
import type { OutlineMask, SkinLight } from '~/model/raster/photo-map';
import type { HeadReading } from '~/model/view/head-reading';
import { placementOfTruth } from './truth';

/** A reading as text, which a page can hand over and a file can keep. */
export interface KeptReading extends Omit<HeadReading, 'face' | 'outline' | 'light'> {
  /** 3 × 468; null where no face was seen. */
  readonly landmarksPx: readonly number[] | null;
  readonly outline: (Omit<OutlineMask, 'confidence'> & { readonly confidence: readonly number[] }) | null;
  readonly light: (Omit<SkinLight, 'light'> & { readonly light: readonly number[] }) | null;
}

/** A rendered head's picture and the JSON beside it, as served. */
export interface ServedView {
  readonly photo: string;
  readonly truth: string;
}

/**
 * What the app reads of each picture, without EXIF: its largest face and the outline around it; without a face the outline
 * around the mean head as laid on where the head truly is.
 */
export async function readViews(views: readonly ServedView[]): Promise<readonly (KeptReading | null)[]> {
  const detector = createDetector();
  const never = new AbortController().signal;
  const kept: (KeptReading | null)[] = [];
  for (const { photo: address, truth } of views) {
    const photo = await openPhoto(await (await fetch(address)).blob());
    const json = await (await fetch(truth)).text();
    if (!photo.ok) {
      kept.push(null);
      continue;
    }
    const faces = await detector.findFaces(photo.value.working, never);
    const face = faces.ok ? (faces.value.at(0) ?? null) : null;
    const design = { ...initialDesign(1), head: placementOfTruth(json) ?? NO_CORRECTION };
    const reading = await readingAround(photo.value, face, design, { detector, readPixels }, never);
    const { outline } = reading;
    const area = headArea(headOf(reading, design), reading.face);
    const light = skinLight(fineHeadGrid(await readPixels(photo.value, READING_SIDE_PX), area));
    kept.push({
      photo: reading.photo,
      focalPx: null,
      landmarksPx:
        reading.face === null ? null : Array.from(reading.face.landmarksPx, (v) => Math.round(v * 100) / 100),
      outline: outline === null ? null : { ...outline, confidence: [...outline.confidence] },
      light: light && { ...light, light: [...light.light] },
    });
  }
  detector.dispose();
  return kept;
}
