import { encodePicture, paintNothing } from './encode-picture';
import type { Photo } from './photo';
import { stripMetadata } from '~/bytes/strip-metadata';
import { rowsOf, turnBetween } from './turn-between';
import type { PictureRows } from './turn-between';

const PART_PX = 2048;
/** Stripping happens once per photo, however often its project is saved. */
const stripped = new WeakMap<Blob, Promise<Blob | null>>();

/**
 * The photo at full size without its metadata, as JPEG or PNG. JPEG and most PNG keep their bytes of picture, where the copy
 * decodes to the same picture; every other file is decoded and written as PNG, so that the same pixels come back. null: this
 * browser cannot.
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
  const copy = await sameCopy(photo.file, bytes);
  if (copy !== null) return copy;
  const encoded = await encodePicture(photo, paintNothing, { format: 'png', partPx: PART_PX });
  return encoded.ok ? encoded.value.blob : null;
}

/**
 * The bytes without metadata, marked with the turn that the browser sees in the original; null: they do not decode to the
 * very same picture. No other reader is asked how the photo is turned, for two may disagree.
 */
async function sameCopy(original: Blob, bytes: Uint8Array): Promise<Blob | null> {
  const plain = stripMetadata(bytes, 1);
  if (plain === null) return null;
  const wanted = await decoded(original, rowsOf);
  if (wanted === null) return null;
  const turn = await turnOf(plain, wanted);
  if (turn === 1) return blobOf(plain);
  const marked = turn === null ? null : stripMetadata(bytes, turn);
  return marked !== null && (await turnOf(marked, wanted)) === 1 ? blobOf(marked) : null;
}

const blobOf = (bytes: Uint8Array<ArrayBuffer>): Blob =>
  new Blob([bytes], { type: bytes[0] === 0xff ? 'image/jpeg' : 'image/png' });

const turnOf = (bytes: Uint8Array<ArrayBuffer>, wanted: PictureRows): Promise<number | null> =>
  decoded(blobOf(bytes), (bitmap) => turnBetween(bitmap, wanted));

/** What is read of a decoded picture; one at a time is held, for a large one takes much memory. null: it cannot be decoded. */
async function decoded<Value>(file: Blob, read: (bitmap: ImageBitmap) => Value): Promise<Value | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return null;
  try {
    return read(bitmap);
  } finally {
    bitmap.close();
  }
}
