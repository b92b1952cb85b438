import type { SizePx } from '~/model/base/units';

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
