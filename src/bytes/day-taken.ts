import { exifBlock, exifText } from './exif';
import { HEAD_BYTES, pictureType } from './picture-type';

/** As EXIF 2.32 writes a moment (DateTimeOriginal, DateTimeDigitized, DateTime). */
const MOMENT = /\b((?:19|20)\d\d):(0[1-9]|1[0-2]):(0[1-9]|[12]\d|3[01]) \d\d:\d\d:\d\d/g;

/**
 * The day on which a photo was taken, as year-month-day: the earliest of the moments in its EXIF, for what was edited later says when;
 * null where it says none.
 */
export function dayTakenIn(bytes: Uint8Array): string | null {
  const type = pictureType(bytes.subarray(0, HEAD_BYTES));
  if (type === null || type.kind === 'unsupported') return null;
  const text = exifText(exifBlock(bytes, type.kind));
  const days = Array.from(text.matchAll(MOMENT), ([, year, month, day]) => `${year}-${month}-${day}`);
  return days.sort().at(0) ?? null;
}
