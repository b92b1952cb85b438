import type { SizePx } from '~/model/base/units';
import type { Photo } from './photo';
import { cutOpaque, shrinkBitmap } from './shrink-bitmap';

/** A rectangle of the photo for a picture that is put together piece by piece. */
export interface PhotoTile {
  readonly photo: ImageBitmap;
  readonly leftPx: number;
  readonly topPx: number;
}

/**
 * The photo's own pixels at `size` (its full size, or a smaller one of the same shape), row by row of tiles of at most
 * `longestPx` a side. The original is decoded once; a tile is closed when the next one is asked for.
 */
export async function* photoTiles(photo: Photo, size: SizePx<'still'>, longestPx: number): AsyncGenerator<PhotoTile> {
  const decoded = await createImageBitmap(photo.file);
  const whole = await shrinkBitmap(decoded, size);
  if (whole !== decoded) decoded.close();
  try {
    for (let topPx = 0; topPx < size.heightPx; topPx += longestPx) {
      for (let leftPx = 0; leftPx < size.widthPx; leftPx += longestPx) {
        const widthPx = Math.min(longestPx, size.widthPx - leftPx);
        const heightPx = Math.min(longestPx, size.heightPx - topPx);
        const tile = cutOpaque(whole, leftPx, topPx, { widthPx, heightPx });
        try {
          yield { photo: tile, leftPx, topPx };
        } finally {
          tile.close();
        }
      }
    }
  } finally {
    whole.close();
  }
}
