import type { Photo } from './photo';
import type { Frame, SizePx } from '~/model/base/units';

/** The largest size of the same shape with no side longer than `longestPx`; the size itself where it fits. */
export function sizeWithin<Out extends Frame = 'photo'>(size: SizePx<Frame>, longestPx: number): SizePx<Out> {
  const ratio = Math.min(1, longestPx / Math.max(size.widthPx, size.heightPx));
  return {
    widthPx: Math.max(1, Math.round(size.widthPx * ratio)),
    heightPx: Math.max(1, Math.round(size.heightPx * ratio)),
  };
}

/**
 * The bitmap at a smaller size: a new one, or the one given where it has that size. It is halved until less than a
 * factor of two is left, because a browser's `high` is a bicubic filter, and that skips pixels beyond a factor of two.
 */
export async function shrinkBitmap(bitmap: ImageBitmap, to: SizePx<Frame>): Promise<ImageBitmap> {
  let now = bitmap;
  while (now.width !== to.widthPx || now.height !== to.heightPx) {
    const next = await createImageBitmap(now, {
      resizeWidth: Math.max(to.widthPx, Math.ceil(now.width / 2)),
      resizeHeight: Math.max(to.heightPx, Math.ceil(now.height / 2)),
      resizeQuality: 'high',
    });
    if (now !== bitmap) now.close();
    now = next;
  }
  return now;
}

/**
 * A part of the bitmap (all of it by default) as a bitmap of its own: opaque, over white, and really upright. Chromium
 * keeps the turn of a decoded photo aside, and `createImageBitmap` then cuts the wrong part out of it; drawing does not.
 */
export function cutOpaque(bitmap: ImageBitmap, leftPx = 0, topPx = 0, size = sizeOf(bitmap)): ImageBitmap {
  const canvas = new OffscreenCanvas(size.widthPx, size.heightPx);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('This browser has no 2D canvas of this size.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size.widthPx, size.heightPx);
  context.drawImage(bitmap, -leftPx, -topPx);
  return canvas.transferToImageBitmap();
}

const sizeOf = (bitmap: ImageBitmap): SizePx => ({ widthPx: bitmap.width, heightPx: bitmap.height });
/** Longest side; shown at half of it on dense screens. */
const LONGEST_PX = 240;
const JPEG_QUALITY = 0.8;

/** A small JPEG of a photo or a decoded picture of it, to know a kept project by. null: this browser cannot make one. */
export async function makeThumbnail(photo: Pick<Photo, 'size' | 'working'>): Promise<Blob | null> {
  const { widthPx, heightPx } = sizeWithin(photo.size, LONGEST_PX);
  try {
    const canvas = new OffscreenCanvas(widthPx, heightPx);
    const context = canvas.getContext('2d', { alpha: false });
    if (context === null) return null;
    // Over white, and drawn, as `cutOpaque` says why: a bitmap may have holes, and its turn kept aside.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, widthPx, heightPx);
    context.imageSmoothingQuality = 'high';
    context.drawImage(photo.working, 0, 0, widthPx, heightPx);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
  } catch {
    return null;
  }
}
