import type { SizePx } from '~/model/base/units';
import { loadChunk } from '~/load/load-part';
import { joinBytes } from '~/bytes/join-bytes';
import { jpegSegments, pngChunks, pngOf } from '~/bytes/picture-structure';
import type { PictureType } from '~/bytes/picture-type';

/** A decoded picture, and bytes that decode to it again. */
export interface Decoded {
  readonly bitmap: ImageBitmap;
  readonly file: Blob;
  /** The file ends too early, so the bottom of it may be missing. */
  readonly mayLack: boolean;
}

/** Chunks that make a PNG move; without them it is its first picture. */
const MOVING_CHUNKS = ['acTL', 'fcTL', 'fdAT'];
/** Kinds of which a page shows what there is, where decoding them whole fails. */
const SHOWN_IN_PART: readonly PictureType['kind'][] = ['jpeg', 'png', 'gif', 'webp', 'bmp'];
const EOI = [0xff, 0xd9];
/** Columns that a picture is narrowed to, to find its empty rows; and how far apart codes of an empty row may lie. */
const COLUMNS = 64;
const EMPTY_CODES = 2;

/**
 * Decodes what the browser decodes, and what it would if the file ended as it should; at last what a page shows of it. Not
 * the file's structure decides but the decoder. null: it is no picture to this browser. `allowed`: whether a picture of this
 * size may be drawn.
 */
export async function decodePicture(
  file: Blob,
  bytes: Uint8Array,
  kind: PictureType['kind'] | null,
  allowed: (size: SizePx) => boolean,
): Promise<Decoded | null> {
  const whole = await bitmapOf(file);
  if (whole !== null || kind === null) return whole;
  if (kind === 'heic') return decodedHere(bytes, allowed);
  const mended = mendedBytes(bytes, kind);
  const then = mended === null ? null : await bitmapOf(new Blob([mended], { type: file.type }));
  if (then !== null) return { ...then, mayLack: kind === 'jpeg' };
  return SHOWN_IN_PART.includes(kind) ? shownInPart(file, allowed) : null;
}

async function bitmapOf(file: Blob): Promise<Decoded | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  return bitmap === null ? null : { bitmap, file, mayLack: false };
}

/** A HEIC that the browser does not know, though its platform has the decoder; kept as a PNG. */
async function decodedHere(bytes: Uint8Array, allowed: (size: SizePx) => boolean): Promise<Decoded | null> {
  const { decodeHeic } = await loadChunk(() => import('~/heic/decode-heic'));
  const canvas = await decodeHeic(bytes, allowed);
  if (canvas === null) return null;
  const kept = await canvas.convertToBlob({ type: 'image/png' });
  return { bitmap: await createImageBitmap(canvas), file: kept, mayLack: false };
}

/** The file as its writer meant it; null: it is so already, or nothing can be done. */
function mendedBytes(bytes: Uint8Array, kind: PictureType['kind']): Uint8Array<ArrayBuffer> | null {
  if (kind === 'jpeg') {
    const last = [...jpegSegments(bytes)].at(-1);
    return last?.marker === EOI[1] ? null : joinBytes([bytes, Uint8Array.from(EOI)]);
  }
  if (kind !== 'png') return null;
  const chunks = [...pngChunks(bytes)];
  const still = chunks.filter(({ type }) => !MOVING_CHUNKS.includes(type));
  if (still.length === chunks.length) return null;
  return pngOf(bytes, still);
}

/** What a page shows of a file that ends too early, kept as a PNG: such a file cannot be decoded a second time. */
async function shownInPart(file: Blob, allowed: (size: SizePx) => boolean): Promise<Decoded | null> {
  // A worker has no pictures.
  if (!('Image' in globalThis)) return null;
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    if (width === 0 || height === 0 || !allowed({ widthPx: width, heightPx: height })) return null;
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    const kept = await canvas.convertToBlob({ type: 'image/png' });
    return { bitmap: await createImageBitmap(canvas), file: kept, mayLack: true };
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** How much of a picture is there, from the top: 0..1. Rows of one colour at its bottom are taken for missing. */
export function shareShown(bitmap: ImageBitmap): number {
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(COLUMNS, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser has no 2D canvas.');
  context.drawImage(bitmap, 0, 0, width, height, 0, 0, COLUMNS, height);
  const { data } = context.getImageData(0, 0, COLUMNS, height);
  const isEmpty = (row: number): boolean => {
    const from = 4 * COLUMNS * row;
    for (let i = 0; i < 4 * COLUMNS; i += 1)
      if (Math.abs(data[from + i] - data[from + (i % 4)]) > EMPTY_CODES) return false;
    return true;
  };
  let shown = height;
  while (shown > 0 && isEmpty(shown - 1)) shown -= 1;
  return shown / height;
}
