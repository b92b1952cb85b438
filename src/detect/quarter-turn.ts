import type { QuarterTurns } from '~/model/view/quarter-turn';

/** A picture turned clockwise, and then mirrored left to right where asked. */
export function turnPicture(picture: OffscreenCanvas, turn: QuarterTurns, isMirrored = false): OffscreenCanvas {
  const { width, height } = picture;
  const canvas = turn % 2 === 0 ? new OffscreenCanvas(width, height) : new OffscreenCanvas(height, width);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('No 2D canvas in the worker');
  context.translate(canvas.width / 2, canvas.height / 2);
  if (isMirrored) context.scale(-1, 1);
  context.rotate((turn * Math.PI) / 2);
  context.drawImage(picture, -width / 2, -height / 2);
  return canvas;
}

/** Where a place of the turned picture was before, both as shares 0..1 of width and height. */
export function turnedBack(x: number, y: number, turn: QuarterTurns): readonly [x: number, y: number] {
  switch (turn) {
    case 0:
      return [x, y];
    case 1:
      return [y, 1 - x];
    case 2:
      return [1 - x, 1 - y];
    case 3:
      return [1 - y, x];
  }
}
