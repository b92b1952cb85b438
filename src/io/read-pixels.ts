import type { PhotoPixels } from '~/model/raster/photo-pixels';
import type { SizePx } from '~/model/base/units';
import type { Photo } from './photo';
import { shrinkBitmap, sizeWithin } from './shrink-bitmap';

/** The working photo as numbers, shrunk so that no side is longer than `longestPx`. */
export async function readPixels(photo: Photo, longestPx: number): Promise<PhotoPixels> {
  const small = await shrinkBitmap(photo.working, sizeWithin(photo.size, longestPx));
  const pixels = bitmapPixels(small, 0, 0, { widthPx: small.width, heightPx: small.height });
  if (small !== photo.working) small.close();
  return { ...pixels, photoPxPerPixel: photo.size.widthPx / pixels.widthPx };
}

/** A rectangle of the working photo at its own resolution, cut off at the photo's edges. All in working px. */
export function readPatch(photo: Photo, leftPx: number, topPx: number, size: SizePx): PhotoPixels & PatchPlace {
  const left = Math.min(Math.max(0, Math.floor(leftPx)), photo.size.widthPx - 1);
  const top = Math.min(Math.max(0, Math.floor(topPx)), photo.size.heightPx - 1);
  const widthPx = Math.max(1, Math.min(Math.ceil(size.widthPx), photo.size.widthPx - left));
  const heightPx = Math.max(1, Math.min(Math.ceil(size.heightPx), photo.size.heightPx - top));
  const pixels = bitmapPixels(photo.working, left, top, { widthPx, heightPx });
  return { ...pixels, photoPxPerPixel: 1, leftPx: left, topPx: top };
}

/** Where a patch really starts, working px. */
export interface PatchPlace {
  readonly leftPx: number;
  readonly topPx: number;
}

/** A rectangle of an opaque picture, px of it: rows of RGBA. */
export function bitmapPixels(
  bitmap: ImageBitmap,
  left: number,
  top: number,
  size: Pick<SizePx, 'widthPx' | 'heightPx'>,
): Omit<PhotoPixels, 'photoPxPerPixel' | 'data'> & Pick<ImageData, 'data'> {
  const canvas = new OffscreenCanvas(size.widthPx, size.heightPx);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('This browser has no 2D canvas.');
  context.drawImage(bitmap, -left, -top);
  return { ...size, data: context.getImageData(0, 0, size.widthPx, size.heightPx).data };
}
