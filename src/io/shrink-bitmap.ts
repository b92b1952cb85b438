import type { SizePx } from '~/model/units';

/** The largest size of the same shape with no side longer than `longestPx`; the size itself where it fits. */
export function sizeWithin(size: SizePx, longestPx: number): SizePx {
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
export async function shrinkBitmap(bitmap: ImageBitmap, to: SizePx): Promise<ImageBitmap> {
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

/** The bitmap without transparency, over white; the one given is closed. Opaque pixels keep their values. */
export function flattenOverWhite(bitmap: ImageBitmap): ImageBitmap {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('A 2D canvas of this size cannot be had.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, bitmap.width, bitmap.height);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.transferToImageBitmap();
}
