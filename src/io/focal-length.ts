import type { SizePx } from '~/model/base/units';

/** Diagonal of a 36 × 24 mm frame, to which 35-mm equivalent focal lengths refer (CIPA DCG-001). */
const FRAME_DIAGONAL_MM = 43.27;
/** FocalPlaneResolutionUnit of EXIF 2.32: 2 inch, 3 cm, 4 mm, 5 µm. */
const UNIT_MM: Readonly<Record<number, number>> = { 2: 25.4, 3: 10, 4: 1, 5: 0.001 };
const TAGS = [
  'FocalLengthIn35mmFormat',
  'FocalLength',
  'FocalPlaneXResolution',
  'FocalPlaneResolutionUnit',
  'ExifImageWidth',
  'ExifImageHeight',
];

/** Lenses of heads lie between a fisheye and a long telephoto; anything else is a wrong entry. In longest sides. */
const PLAUSIBLE = { least: 0.4, most: 12 };

/**
 * Focal length in px of a picture at `size` (turned and shrunk as it may be), from EXIF values by name; null where they
 * do not tell. 35-mm equivalents are compared by the diagonal; otherwise by the sensor's own pixels per length.
 */
export function focalFromExif(exif: Readonly<Record<string, unknown>>, size: SizePx): number | null {
  const value = (tag: string): number => {
    const read = exif[tag];
    return typeof read === 'number' && Number.isFinite(read) && read > 0 ? read : 0;
  };
  const longest = Math.max(size.widthPx, size.heightPx);
  const byFrame = (value('FocalLengthIn35mmFormat') / FRAME_DIAGONAL_MM) * Math.hypot(size.widthPx, size.heightPx);
  const pxPerMm = value('FocalPlaneXResolution') / (UNIT_MM[value('FocalPlaneResolutionUnit') || 2] ?? 25.4);
  const taken = Math.max(value('ExifImageWidth'), value('ExifImageHeight'));
  const bySensor = taken === 0 ? 0 : value('FocalLength') * pxPerMm * (longest / taken);
  const focalPx = byFrame > 0 ? byFrame : bySensor;
  return focalPx >= PLAUSIBLE.least * longest && focalPx <= PLAUSIBLE.most * longest ? focalPx : null;
}

/** The same, read from the file. The reader is loaded when the first photo comes. */
export async function readFocalPx(file: Blob, size: SizePx): Promise<number | null> {
  try {
    const { parse } = await import('exifr');
    const exif: unknown = await parse(file, { pick: TAGS, translateValues: false });
    return typeof exif === 'object' && exif !== null ? focalFromExif(exif as Record<string, unknown>, size) : null;
  } catch {
    return null; // broken EXIF in a good picture: go on as without
  }
}
