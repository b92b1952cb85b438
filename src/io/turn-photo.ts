import { stripMetadata } from '~/bytes/strip-metadata';
import { AS_IT_IS, drawnTurned, ORIENTATIONS, turnedBack, turnedSize, turnedThen } from '~/model/base/orientation';
import type { Orientation } from '~/model/base/orientation';
import { openPhoto } from './decode-photo';
import type { Photo } from './photo';
import { strippedPhoto } from './stripped-photo';
import { rowsOf, turnBetween } from './turn-between';

/**
 * The photo turned or mirrored, as if the file had been made so: all its pixels, none lost. A JPEG keeps its bytes of picture and
 * is marked; others are written anew as PNG. null: this browser cannot.
 */
export async function turnPhoto(photo: Photo, by: Orientation): Promise<Photo | null> {
  const plain = await strippedPhoto(photo);
  const file = plain === null ? null : await turnedFile(plain, by).catch(() => null);
  const opened = file === null ? null : await openPhoto(file);
  if (opened?.ok !== true) return null;
  // The longest side is as long as it was, so the focal length in px is.
  return { ...photo, ...opened.value, ...keptOf(photo), turned: turnedThen(photo.turned ?? AS_IT_IS, by) };
}

const keptOf = ({ name, focalPx }: Photo): Pick<Photo, 'name' | 'focalPx'> => ({ name, focalPx });

async function turnedFile(file: Blob, by: Orientation): Promise<Blob | null> {
  const bitmap = await createImageBitmap(file);
  try {
    if (file.type === 'image/jpeg') {
      const marked = await markedFile(new Uint8Array(await file.arrayBuffer()), bitmap, by);
      if (marked !== null) return marked;
    }
    return await drawnFile(bitmap, by);
  } finally {
    bitmap.close();
  }
}

/** The same bytes with another mark; null: this browser does not decode them to the picture that is meant. */
async function markedFile(bytes: Uint8Array, bitmap: ImageBitmap, by: Orientation): Promise<Blob | null> {
  const wanted = rowsOf(bitmap);
  const plain = stripMetadata(bytes, AS_IT_IS);
  if (plain === null) return null;
  const now = await turnOf(new Blob([plain], { type: 'image/jpeg' }), wanted);
  if (now === null) return null;
  const bytesTurned = stripMetadata(bytes, turnedThen(now, by));
  if (bytesTurned === null) return null;
  const marked = new Blob([bytesTurned], { type: 'image/jpeg' });
  return (await turnOf(marked, wanted)) === turnedBack(by) ? marked : null;
}

async function turnOf(file: Blob, wanted: ReturnType<typeof rowsOf>): Promise<Orientation | null> {
  const bitmap = await createImageBitmap(file);
  const turn = turnBetween(bitmap, wanted);
  bitmap.close();
  return ORIENTATIONS.find((each) => each === turn) ?? null;
}

async function drawnFile(bitmap: ImageBitmap, by: Orientation): Promise<Blob | null> {
  const size = { widthPx: bitmap.width, heightPx: bitmap.height };
  const { widthPx, heightPx } = turnedSize(size, by);
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.setTransform(...drawnTurned(size, by));
  context.drawImage(bitmap, 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}
