import { focalFromExif } from '~/bytes/focal-length';
import { exifBlock, readExif } from '~/bytes/exif';
import { isOfFrontCamera } from '~/bytes/front-camera';
import { statedSize } from '~/bytes/picture-size';
import { pictureStructure } from '~/bytes/picture-structure';
import { HEAD_BYTES, pictureType } from '~/bytes/picture-type';
import type { PictureType } from '~/bytes/picture-type';
import { isStripped } from '~/bytes/strip-metadata';
import { LEAST_SIDE_PX, MOST_MEGAPIXELS, MOST_PHOTO_MEGABYTES, WORKING_SIDE_PX } from '~/model/raster/photo-pixels';
import { fail, ok, type Result } from '~/model/base/result';
import type { SizePx } from '~/model/base/units';
import { decodePicture, shareShown } from './decode-picture';
import type { Photo, PhotoProblem } from './photo';
import { cutOpaque, shrinkBitmap, sizeWithin } from './shrink-bitmap';

const MOST_PIXELS = MOST_MEGAPIXELS * 1024 * 1024;
const MOST_SIDE_PX = 30_000;
/** A photo of 64 megapixels has no reason to be larger, and everything is read into memory. */
const MOST_FILE_BYTES = MOST_PHOTO_MEGABYTES * 1024 * 1024;
/** Of a photo that ends too early, the least part that is worth opening. */
const LEAST_SHOWN = 0.5;

/**
 * Reads a photo: judged by its bytes, not by its name; its size is known before anything is decoded; turned by the
 * browser as EXIF says; worked on at no more than 4096 px a side. Whether it is a picture the browser's decoder decides, not
 * we. Whatever is wrong with the file is a value. The bytes are read once, here: what a picker or a cloud folder does to the
 * user's file afterwards no longer matters.
 */
export async function openPhoto(given: Blob & { readonly name?: string }): Promise<Result<Photo, PhotoProblem>> {
  // Otherwise the photo would be called damaged, which it is not (Safari before 16.4).
  if (!('OffscreenCanvas' in globalThis)) return fail({ kind: 'browserTooOld' });
  if (given.size === 0) return fail({ kind: 'empty' });
  if (given.size > MOST_FILE_BYTES) return fail({ kind: 'fileTooLarge', megabytes: Math.ceil(given.size / 2 ** 20) });
  const bytes = await readWhole(given);
  if (bytes === null) return fail({ kind: 'unreadable' });
  const file = new Blob([bytes], { type: given.type });
  const type = pictureType(bytes.subarray(0, HEAD_BYTES));
  const kind = type === null || type.kind === 'unsupported' ? null : type.kind;
  const structure = kind === null ? null : pictureStructure(bytes, kind);
  if (structure?.animated === true) return fail({ kind: 'animated' });
  const stated = kind === null ? null : statedSize(bytes, kind);
  const early = stated === null ? null : sizeProblem(stated);
  if (early !== null) return fail(early);

  const decoded = await decodePicture(file, bytes, kind, (size) => sizeProblem(size) === null);
  if (decoded === null) return fail(notDecoded(type, structure?.complete === true));
  const { bitmap } = decoded;
  try {
    const full = { widthPx: bitmap.width, heightPx: bitmap.height };
    const problem = sizeProblem(full);
    if (problem !== null) return fail(problem);
    const shown = decoded.mayLack ? shareShown(bitmap) : 1;
    if (shown < LEAST_SHOWN) return fail({ kind: 'damaged' });
    const size = sizeWithin(full, WORKING_SIDE_PX);
    const small = await shrinkBitmap(bitmap, size);
    const working = cutOpaque(small);
    small.close();
    const exif = kind === null ? null : exifBlock(bytes, kind);
    const focalPx = focalFromExif(readExif(exif), size, stated);
    const photo = { working, size, full, file: decoded.file, name: given.name ?? '', focalPx };
    return ok({
      ...photo,
      ...(shown < 1 && { cut: true as const }),
      ...(isOfFrontCamera(exif) && { frontCamera: true as const }),
    });
  } catch {
    return fail({ kind: 'damaged' });
  } finally {
    bitmap.close();
  }
}

/** Why a file was not decoded: it is none of what browsers know, unknown to this one, or broken. */
function notDecoded(type: PictureType | null, complete: boolean): PhotoProblem {
  if (type === null) return { kind: 'notAPicture' };
  switch (type.kind) {
    case 'unsupported':
      return { kind: 'formatUnsupported', format: type.format };
    case 'heic':
      return { kind: 'heicUnsupported' };
    case 'avif':
      return complete ? { kind: 'formatUnsupported', format: 'AVIF' } : { kind: 'damaged' };
    case 'jxl':
      return { kind: 'formatUnsupported', format: 'JPEG XL' };
    case 'jpeg':
    case 'png':
    case 'gif':
    case 'webp':
    case 'bmp':
    case 'ico':
      return { kind: 'damaged' };
  }
}

/**
 * A JPEG or PNG of the form in which this app stores them, as it is: its metadata was taken out, so it is kept byte for byte, and it is decoded once. `size` is
 * that of the working photo it would make. null: it is something else, or cannot be decoded; `openPhoto` says more of it. The
 * caller closes the bitmap.
 */
export async function openAsStored(
  file: Blob,
): Promise<{ readonly bitmap: ImageBitmap; readonly size: SizePx } | null> {
  const bytes = file.size > MOST_FILE_BYTES ? null : await readWhole(file);
  const type = bytes === null ? null : pictureType(bytes.subarray(0, HEAD_BYTES));
  if (bytes === null || (type?.kind !== 'jpeg' && type?.kind !== 'png') || !isStripped(bytes)) return null;
  const stated = statedSize(bytes, type.kind);
  if (stated === null || sizeProblem(stated) !== null) return null;
  const bitmap = await createImageBitmap(new Blob([bytes])).catch(() => null);
  if (bitmap === null) return null;
  return { bitmap, size: sizeWithin({ widthPx: bitmap.width, heightPx: bitmap.height }, WORKING_SIDE_PX) };
}

function sizeProblem({ widthPx, heightPx }: SizePx): PhotoProblem | null {
  const tooLarge = Math.max(widthPx, heightPx) >= MOST_SIDE_PX || widthPx * heightPx > MOST_PIXELS;
  if (tooLarge) return { kind: 'tooLarge', widthPx, heightPx };
  return Math.min(widthPx, heightPx) < LEAST_SIDE_PX ? { kind: 'tooSmall', widthPx, heightPx } : null;
}

/** null: a folder, a file that was moved or changed since it was chosen, or one that is not on this device yet. */
async function readWhole(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}
