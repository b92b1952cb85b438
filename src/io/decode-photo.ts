import { imageDimensionsFromData } from 'image-dimensions';
import { LEAST_SIDE_PX, MOST_MEGAPIXELS, MOST_PHOTO_MEGABYTES, WORKING_SIDE_PX } from '~/model/raster/photo-pixels';
import { fail, ok, type Result } from '~/model/base/result';
import { readFocalPx } from './focal-length';
import type { Photo, PhotoProblem } from './photo';
import { pictureStructure } from '~/bytes/picture-structure';
import { HEAD_BYTES, pictureType } from '~/bytes/picture-type';
import { cutOpaque, shrinkBitmap, sizeWithin } from './shrink-bitmap';

const MOST_PIXELS = MOST_MEGAPIXELS * 1024 * 1024;
const MOST_SIDE_PX = 30_000;
/** A photo of 64 megapixels has no reason to be larger, and everything is read into memory. */
const MOST_FILE_BYTES = MOST_PHOTO_MEGABYTES * 1024 * 1024;

/**
 * Reads a photo: judged by its bytes, not by its name; its size is known before anything is decoded; turned by the
 * browser as EXIF says; worked on at no more than 4096 px a side. Whatever is wrong with the file is a value. The bytes
 * are read once, here: what a picker or a cloud folder does to the user's file afterwards no longer matters.
 */
export async function openPhoto(given: Blob & { readonly name?: string }): Promise<Result<Photo, PhotoProblem>> {
  if (given.size === 0) return fail({ kind: 'empty' });
  if (given.size > MOST_FILE_BYTES) return fail({ kind: 'fileTooLarge', megabytes: Math.ceil(given.size / 2 ** 20) });
  const bytes = await readWhole(given);
  if (bytes === null) return fail({ kind: 'unreadable' });
  const file = new Blob([bytes], { type: given.type });
  const type = pictureType(bytes.subarray(0, HEAD_BYTES));
  if (type === null) return fail({ kind: 'notAPicture' });
  if (type.kind === 'unsupported') return fail({ kind: 'formatUnsupported', format: type.format });

  const { complete, animated } = pictureStructure(bytes, type.kind);
  if (animated) return fail({ kind: 'animated' });
  const stored = imageDimensionsFromData(bytes);
  if (stored === undefined) return fail({ kind: 'damaged' });
  const problem = sizeProblem(stored.width, stored.height);
  if (problem !== null) return fail(problem);
  if (!complete) return fail({ kind: 'damaged' });

  try {
    const decoded = await createImageBitmap(file);
    const full = { widthPx: decoded.width, heightPx: decoded.height };
    const size = sizeWithin(full, WORKING_SIDE_PX);
    const small = await shrinkBitmap(decoded, size);
    const working = cutOpaque(small);
    small.close();
    decoded.close();
    const focalPx = await readFocalPx(file, size);
    return ok({ working, size, full, file, name: given.name ?? '', focalPx });
  } catch {
    // All of the file is there, so these two are more likely unknown to this browser than broken.
    if (type.kind === 'heic') return fail({ kind: 'heicUnsupported' });
    if (type.kind === 'avif') return fail({ kind: 'formatUnsupported', format: 'AVIF' });
    return fail({ kind: 'damaged' });
  }
}

function sizeProblem(widthPx: number, heightPx: number): PhotoProblem | null {
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
