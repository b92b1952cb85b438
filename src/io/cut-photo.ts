import type { SizePx } from '~/model/base/units';
import type { Picture } from '~/model/healed/lay-over';
import { bitmapPixels } from './read-pixels';

/** A rectangle of a picture, px. */
export interface PhotoBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A part of a working photo at another size. */
export const cutPhoto = (photo: ImageBitmap, box: PhotoBox, size: SizePx<'still'>): Promise<ImageBitmap> =>
  createImageBitmap(photo, box.left, box.top, box.width, box.height, {
    resizeWidth: size.widthPx,
    resizeHeight: size.heightPx,
    resizeQuality: 'high',
    premultiplyAlpha: 'none',
  });

/** The same as pixels. */
export async function photoPiece(photo: ImageBitmap, box: PhotoBox, size: SizePx<'still'>): Promise<Picture> {
  const piece = await cutPhoto(photo, box, size);
  try {
    return { ...size, data: bitmapPixels(piece, 0, 0, size).data };
  } finally {
    piece.close();
  }
}
