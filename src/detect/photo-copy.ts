import type { SizePx } from '~/model/base/units';

/** What the worker has of a photo: perhaps fewer pixels, but places in it are told in the photo's own px. */
export interface PhotoCopy {
  readonly pixels: ImageBitmap;
  readonly size: SizePx;
}

/** The models look at 256 px at most; with this many, a head that fills an eighth of the photo is still seen in full. */
const MOST_PX = 2048;

export async function copyPhoto(photo: ImageBitmap): Promise<PhotoCopy> {
  const size = { widthPx: photo.width, heightPx: photo.height };
  const scale = MOST_PX / Math.max(size.widthPx, size.heightPx);
  if (scale >= 1) return { pixels: await createImageBitmap(photo), size };
  const pixels = await createImageBitmap(photo, {
    resizeWidth: Math.max(1, Math.round(size.widthPx * scale)),
    resizeHeight: Math.max(1, Math.round(size.heightPx * scale)),
    // Good enough for a half, which is the least a working photo comes to, and twice as fast as 'medium'.
    resizeQuality: 'low',
  });
  return { pixels, size };
}
