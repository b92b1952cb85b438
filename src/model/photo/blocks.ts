import { memoLast } from '~/model/base/memo';
import type { PhotoPixels } from '~/model/raster/photo-pixels';

/** A JPEG is made of squares of so many pixels (ITU-T T.81, A.1.1). */
const BLOCK_PX = 8;
/**
 * How much greater steps between squares are than steps inside them, from which a picture is nothing but squares. Photos have
 * 0.9 to 1.7, sent through a messenger 2.4; JPEG of quality 15 has 4, of quality 6 has 7, of quality 3 has 12.
 */
const NOTHING_ELSE = 5;
/** Steps inside count as so much at least, codes: a drawing has none. */
const LEAST_STEP = 0.1;
/** Rows (or columns) that are looked at, one in so many. */
const EVERY = 3;

/**
 * Whether compression has left so little of the picture that its squares are all the texture there is: then neither
 * texture nor small differences of colour say anything. Only of pixels that are the photo's own.
 */
export const isBlocky = memoLast((pixels: PhotoPixels): boolean => {
  const { widthPx, heightPx, photoPxPerPixel } = pixels;
  if (photoPxPerPixel !== 1 || Math.min(widthPx, heightPx) < 4 * BLOCK_PX) return false;
  return (
    stepsBetween(pixels, widthPx, heightPx, 1, widthPx) > NOTHING_ELSE &&
    stepsBetween(pixels, heightPx, widthPx, widthPx, 1) > NOTHING_ELSE
  );
});

/** Mean step of green from square to square over that inside them, along lines of `count` pixels that lie `stride` apart. */
function stepsBetween({ data }: PhotoPixels, count: number, lines: number, stride: number, lineStride: number): number {
  let [border, borders, inner, inners] = [0, 0, 0, 0];
  for (let line = 0; line < lines; line += EVERY) {
    for (let i = 0; i + 1 < count; i += 1) {
      const at = 4 * (line * lineStride + i * stride) + 1;
      const step = Math.abs(data[at + 4 * stride] - data[at]);
      if (i % BLOCK_PX === BLOCK_PX - 1) {
        border += step;
        borders += 1;
      } else {
        inner += step;
        inners += 1;
      }
    }
  }
  return border / borders / Math.max(LEAST_STEP, inner / inners);
}
