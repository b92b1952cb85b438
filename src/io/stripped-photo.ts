import { encodePicture, paintNothing } from './encode-picture';
import type { Photo } from './photo';
import { stripMetadata } from './strip-metadata';

const PART_PX = 2048;
/** Stripping happens once per photo, however often its project is saved. */
const stripped = new WeakMap<Blob, Promise<Blob | null>>();

/**
 * The photo at full size without its metadata, as JPEG or PNG. JPEG and most PNG keep their bytes of picture; every
 * other format is decoded and written as PNG, so that the same pixels come back. null: this browser cannot.
 */
export function strippedPhoto(photo: Photo): Promise<Blob | null> {
  const known = stripped.get(photo.file);
  if (known !== undefined) return known;
  // Nothing is kept of a failure: the next one who asks tries again.
  const made = strip(photo).catch(() => {
    stripped.delete(photo.file);
    return null;
  });
  stripped.set(photo.file, made);
  return made;
}

async function strip(photo: Photo): Promise<Blob | null> {
  const bytes = new Uint8Array(await photo.file.arrayBuffer());
  const rest = stripMetadata(bytes, await orientationOf(bytes));
  if (rest !== null) return new Blob([rest], { type: rest[0] === 0xff ? 'image/jpeg' : 'image/png' });
  const encoded = await encodePicture(photo, paintNothing, { format: 'png', partPx: PART_PX });
  return encoded.ok ? encoded.value.blob : null;
}

/** EXIF orientation 1..8; 1 where there is none. */
async function orientationOf(bytes: Uint8Array): Promise<number> {
  try {
    const { orientation } = await import('exifr');
    const read: unknown = await orientation(bytes);
    return typeof read === 'number' && read >= 1 && read <= 8 ? read : 1;
  } catch {
    return 1;
  }
}
