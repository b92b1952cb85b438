import { imageDimensionsFromData } from 'image-dimensions';
import { LEAST_SIDE_PX, MOST_MEGAPIXELS, WORKING_SIDE_PX } from '~/model/raster/photo-pixels';
import { fail, ok, type Result } from '~/model/base/result';
import { readFocalPx } from './focal-length';
import type { Photo, PhotoProblem } from './photo';
import { pictureStructure } from './picture-structure';
import { HEAD_BYTES, pictureType } from './picture-type';
import { cutOpaque, shrinkBitmap, sizeWithin } from './shrink-bitmap';

const MOST_PIXELS = MOST_MEGAPIXELS * 1024 * 1024;
const MOST_SIDE_PX = 30_000;
/** A photo of 64 megapixels has no reason to be larger, and everything is read into memory. */
const MOST_FILE_BYTES = 256 * 1024 * 1024;

/**
 * Reads a photo: judged by its bytes, not by its name; its size is known before anything is decoded; turned by the
 * browser as EXIF says; worked on at no more than 4096 px a side. Whatever is wrong with the file is a value.
 */
export async function openPhoto(file: Blob & { readonly name?: string }): Promise<Result<Photo, PhotoProblem>> {
  if (file.size === 0) return fail({ kind: 'empty' });
  const type = pictureType(await readBytes(file.slice(0, HEAD_BYTES)));
  if (type === null) return fail({ kind: 'notAPicture' });
  if (type.kind === 'unsupported') return fail({ kind: 'formatUnsupported', format: type.format });

  const bytes = await readBytes(file.size > MOST_FILE_BYTES ? file.slice(0, MOST_FILE_BYTES) : file);
  const { complete, animated } = pictureStructure(bytes, type.kind);
  if (animated) return fail({ kind: 'animated' });
  const stored = imageDimensionsFromData(bytes);
  if (stored === undefined) return fail({ kind: 'damaged' });
  const problem = sizeProblem(stored.width, stored.height, file.size);
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
    return ok({ working, size, full, file, name: file.name ?? '', focalPx });
  } catch {
    // All of the file is there, so these two are more likely unknown to this browser than broken.
    if (type.kind === 'heic') return fail({ kind: 'heicUnsupported' });
    if (type.kind === 'avif') return fail({ kind: 'formatUnsupported', format: 'AVIF' });
    return fail({ kind: 'damaged' });
  }
}

function sizeProblem(widthPx: number, heightPx: number, fileBytes: number): PhotoProblem | null {
  const tooLarge =
    Math.max(widthPx, heightPx) >= MOST_SIDE_PX || widthPx * heightPx > MOST_PIXELS || fileBytes > MOST_FILE_BYTES;
  if (tooLarge) return { kind: 'tooLarge', widthPx, heightPx };
  return Math.min(widthPx, heightPx) < LEAST_SIDE_PX ? { kind: 'tooSmall', widthPx, heightPx } : null;
}

const readBytes = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await blob.arrayBuffer());
