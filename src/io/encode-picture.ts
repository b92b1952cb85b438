import { plainPicture } from '~/bytes/plain-picture';
import { fail, ok, type Result } from '~/model/base/result';
import type { SizePx } from '~/model/base/units';
import { photoTiles } from './full-size';
import type { Photo } from './photo';
import { sizeWithin } from './shrink-bitmap';

/** A part of the picture to be made: the photo's own pixels there, and where it lies at `scale` px per working px. */
export interface PartToPaint {
  readonly photo: ImageBitmap;
  readonly leftPx: number;
  readonly topPx: number;
  readonly scale: number;
}

/** Rows of RGBA bytes, top first, of the part's size; null: the graphics card that paints is lost. */
export type PaintPart = (part: PartToPaint) => Painted | Promise<Painted>;
type Painted = Uint8ClampedArray | null;

export interface EncodedPicture {
  readonly blob: Blob;
  readonly size: SizePx<'still'>;
  /** Smaller than the photo, because no canvas of this browser holds it. */
  readonly reduced: boolean;
}

export type EncodeProblem = 'aborted' | 'cardLost' | 'failed';

export interface EncodeOptions {
  readonly format: 'png' | 'jpeg';
  /** Longest side of a part: what the painter can draw at once. */
  readonly partPx: number;
  readonly signal?: AbortSignal;
  /** Whether this browser can hold a picture of a size; a test says no. */
  readonly holds?: (size: SizePx<'still'>) => boolean;
}

const JPEG_QUALITY = 0.95;
/** Sizes to fall back to: longest side, and pixels in all (iOS: 16 777 216). */
const FALLBACK: readonly (readonly [longestPx: number, pixels: number])[] = [
  [16384, 64 * 1024 * 1024],
  [8192, 32 * 1024 * 1024],
  [8192, 16_777_216],
  [4096, 16_777_216],
  [2048, 4_194_304],
];

/** Why a picture was not drawn to its end. */
export type DrawProblem = Exclude<EncodeProblem, 'failed'>;

/** A size that a picture can have, and how it is drawn then. */
export interface Attempt {
  readonly size: SizePx<'still'>;
  readonly draw: (context: OffscreenCanvasRenderingContext2D) => Promise<DrawProblem | null>;
}

/**
 * Makes the picture file, painted part by part over the photo at its full size, or at the largest size this browser's
 * canvas holds. What the painter leaves alone keeps the photo's bytes (PNG). No metadata, nor what a browser adds of its own.
 */
export const encodePicture = (
  photo: Photo,
  paint: PaintPart,
  options: EncodeOptions,
): Promise<Result<EncodedPicture, EncodeProblem>> =>
  encodeLargest(
    sizesToTry(photo.full).map((size) => ({
      size,
      draw: (context) => paintPhoto(context, photo, size, paint, options),
    })),
    options,
  );

/** The file of the first attempt whose size this browser's canvas holds; the first of all is the one that is wanted. */
export async function encodeLargest(
  attempts: readonly Attempt[],
  { format, signal, holds = canvasHolds }: EncodeOptions,
): Promise<Result<EncodedPicture, EncodeProblem>> {
  for (const [tried, { size, draw }] of attempts.entries()) {
    if (!holds(size)) continue;
    try {
      const context = contextOf(size);
      const problem = await draw(context);
      if (problem !== null) return fail(problem);
      const made = await context.canvas.convertToBlob({ type: `image/${format}`, quality: JPEG_QUALITY });
      if (signal?.aborted === true) return fail('aborted');
      return ok({ blob: await plainPicture(made), size, reduced: tried > 0 });
    } catch {
      continue; // out of memory shows only while drawing or encoding: a smaller one may do
    }
  }
  return fail('failed');
}

/** The painted photo at `size`, tile by tile from the top left corner. */
export async function paintPhoto(
  context: OffscreenCanvasRenderingContext2D,
  photo: Photo,
  size: SizePx<'still'>,
  paint: PaintPart,
  { partPx, signal }: Pick<EncodeOptions, 'partPx' | 'signal'>,
): Promise<DrawProblem | null> {
  const scale = size.widthPx / photo.size.widthPx;
  for await (const tile of photoTiles(photo, size, partPx)) {
    if (signal?.aborted === true) return 'aborted';
    const painted = await paint({ ...tile, scale });
    if (painted === null) return 'cardLost';
    await putPainted(context, painted, tile.photo, tile.leftPx, tile.topPx);
  }
  return null;
}

/** Puts what was painted over a part where it belongs, and lets the page answer. */
export async function putPainted(
  context: OffscreenCanvasRenderingContext2D,
  painted: Uint8ClampedArray,
  { width, height }: Pick<ImageBitmap, 'width' | 'height'>,
  leftPx: number,
  topPx: number,
): Promise<void> {
  // A copy: the painter may use its buffer again.
  context.putImageData(new ImageData(new Uint8ClampedArray(painted), width, height), leftPx, topPx);
  await new Promise((done) => setTimeout(done));
}

/** The painter that changes nothing: the photo itself, encoded anew. */
export function paintNothing({ photo }: PartToPaint): Uint8ClampedArray {
  const context = contextOf({ widthPx: photo.width, heightPx: photo.height });
  context.drawImage(photo, 0, 0);
  return context.getImageData(0, 0, photo.width, photo.height).data;
}

/** The full size, then smaller ones of the same shape, each once. */
export function sizesToTry({ widthPx, heightPx }: SizePx<'full'>): readonly SizePx<'still'>[] {
  const full: SizePx<'still'> = { widthPx, heightPx };
  const smaller = FALLBACK.map(([longestPx, pixels]) => {
    const byArea = Math.sqrt(pixels / (full.widthPx * full.heightPx)) * Math.max(full.widthPx, full.heightPx);
    return sizeWithin<'still'>(full, Math.min(longestPx, Math.floor(byArea)));
  });
  return [full, ...smaller].filter((size, at, all) => at === 0 || size.widthPx < all[at - 1].widthPx);
}

/** In memory, not on the GPU: pixels are only put in and read out. Throws where the browser has none of this size. */
function contextOf(size: SizePx<'still'>): OffscreenCanvasRenderingContext2D {
  const canvas = new OffscreenCanvas(size.widthPx, size.heightPx);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('This browser has no 2D canvas of this size.');
  return context;
}

/**
 * A canvas beyond a browser's limits is not refused, but stays empty, black: write its far corner and read it back. Some browsers
 * read with a little noise, so that nobody is known by how they draw: white is told from black, not from nearly white.
 */
function canvasHolds(size: SizePx<'still'>): boolean {
  try {
    const context = contextOf(size);
    context.fillStyle = '#fff';
    context.fillRect(size.widthPx - 1, size.heightPx - 1, 1, 1);
    return context.getImageData(size.widthPx - 1, size.heightPx - 1, 1, 1).data[0] > 127;
  } catch {
    return false;
  }
}
