import type { Box } from './box';
import type { PhotoCopy } from './photo-copy';

/**
 * Draws a part of a photo `widthPx` wide. Where the part sticks out of the photo, the photo is continued as its mirror
 * image: a black margin would look like an edge to a model.
 */
export function drawPart(photo: PhotoCopy, part: Box, widthPx: number): OffscreenCanvas {
  const scale = widthPx / (part.right - part.left);
  const canvas = new OffscreenCanvas(Math.round(widthPx), Math.max(1, Math.round((part.bottom - part.top) * scale)));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('No 2D canvas in the worker');
  context.imageSmoothingQuality = 'medium';
  const columns = copies(part.left, part.right, photo.size.widthPx);
  const rows = copies(part.top, part.bottom, photo.size.heightPx);
  for (const row of rows) {
    for (const column of columns) {
      context.setTransform(
        scale * column.sign,
        0,
        0,
        scale * row.sign,
        scale * (column.origin - part.left),
        scale * (row.origin - part.top),
      );
      context.drawImage(photo.pixels, 0, 0, photo.size.widthPx, photo.size.heightPx);
    }
  }
  return canvas;
}

/** Which copies of a length, every other one mirrored, reach into a range: where each starts, and in which direction. */
function copies(from: number, to: number, length: number): { readonly origin: number; readonly sign: 1 | -1 }[] {
  const first = Math.floor(from / length);
  const last = Math.ceil(to / length) - 1;
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const index = first + i;
    return index % 2 === 0 ? { origin: index * length, sign: 1 } : { origin: (index + 1) * length, sign: -1 };
  });
}
