import { plainPicture } from '~/bytes/plain-picture';
import type { Squares } from './draw-code';

/** Each square of a code, and letters below it, px. */
const SQUARE_PX = 8;
const LETTERS_PX = 22;
const LINE_PX = 34;
const MARGIN_PX = 24;

/** A picture of codes, one below the other, each with its caption line by line; null where none can be made. It carries nothing but its pixels. */
export async function codePicture(
  codes: readonly Squares[],
  captions: readonly (readonly string[])[],
): Promise<{ readonly blob: Blob; readonly widthPx: number; readonly heightPx: number } | null> {
  const widthPx = Math.max(...codes.map(({ side }) => side * SQUARE_PX), 60 * LETTERS_PX * 0.5) + 2 * MARGIN_PX;
  const heights = codes.map(({ side }, i) => side * SQUARE_PX + captions[i].length * LINE_PX);
  const heightPx = heights.reduce((sum, height) => sum + height, 0) + MARGIN_PX * (codes.length + 1);
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, widthPx, heightPx);
  context.fillStyle = '#000';
  context.font = `${LETTERS_PX}px system-ui, sans-serif`;
  context.textAlign = 'center';
  let top = MARGIN_PX;
  for (const [i, { side, path }] of codes.entries()) {
    context.setTransform(SQUARE_PX, 0, 0, SQUARE_PX, (widthPx - side * SQUARE_PX) / 2, top);
    context.fill(new Path2D(path));
    context.setTransform(1, 0, 0, 1, 0, 0);
    for (const [line, text] of captions[i].entries())
      context.fillText(
        text,
        widthPx / 2,
        top + side * SQUARE_PX + LINE_PX * line + LETTERS_PX,
        widthPx - 2 * MARGIN_PX,
      );
    top += heights[i] + MARGIN_PX;
  }
  try {
    return { blob: await plainPicture(await canvas.convertToBlob({ type: 'image/png' })), widthPx, heightPx };
  } catch {
    return null;
  }
}
