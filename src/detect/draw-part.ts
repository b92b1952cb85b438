import type { Box } from '~/model/base/units';
import type { PhotoCopy } from './photo-copy';

/**
 * Draws a part of a photo `widthPx` wide. Where the part sticks out of the photo, the photo's last pixels are drawn on:
 * a black margin looks like an edge to the segmenter, and a mirror image brings in a second head. `isMirrored` turns all
 * of it left to right.
 */
export function drawPart(photo: PhotoCopy, part: Box, widthPx: number, isMirrored = false): OffscreenCanvas {
  const scale = widthPx / (part.right - part.left);
  const heightPx = Math.max(1, Math.round((part.bottom - part.top) * scale));
  const canvas = new OffscreenCanvas(Math.round(widthPx), heightPx);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('No 2D canvas in the worker');
  context.imageSmoothingQuality = 'medium';
  const across = isMirrored ? -scale : scale;
  context.setTransform(across, 0, 0, scale, -across * (isMirrored ? part.right : part.left), -scale * part.top);
  const { pixels, size } = photo;
  const columns = spans(part.left, part.right, size.widthPx, pixels.width);
  const rows = spans(part.top, part.bottom, size.heightPx, pixels.height);
  for (const row of rows) {
    for (const column of columns) {
      context.drawImage(
        pixels,
        column.source,
        row.source,
        column.sourceLength,
        row.sourceLength,
        column.start,
        row.start,
        column.length,
        row.length,
      );
    }
  }
  return canvas;
}

interface Span {
  /** In the bitmap's pixels. */
  readonly source: number;
  readonly sourceLength: number;
  /** In photo px. */
  readonly start: number;
  readonly length: number;
}

/**
 * What to draw along one axis: the first and the last pixel stretched to the ends of the part, then the photo over them
 * (they reach a pixel under it, so that no seam shows).
 */
function spans(from: number, to: number, length: number, pixels: number): Span[] {
  const found: Span[] = [];
  if (from < 0) found.push({ source: 0, sourceLength: 1, start: from, length: 1 - from });
  if (to > length) found.push({ source: pixels - 1, sourceLength: 1, start: length - 1, length: to - length + 1 });
  found.push({ source: 0, sourceLength: pixels, start: 0, length });
  return found;
}
