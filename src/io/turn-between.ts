import type { SizePx } from '~/model/base/units';

/** So many rows of a picture stand for the whole when two are compared. */
const ROWS = 24;
/** Mean difference of two rows that are the same, codes: none, or one where a browser adds noise to what is read. */
const SAME_CODES = 1.5;

/** Rows of a decoded picture, to know it again by when it is closed. */
export interface PictureRows {
  readonly size: SizePx;
  readonly rows: readonly { readonly yPx: number; readonly codes: Uint8ClampedArray }[];
}

/** RGBA of a row or a column of a bitmap, as it is drawn: what a browser remembers of a turn is then done. */
function lineOf(bitmap: ImageBitmap, leftPx: number, topPx: number, { widthPx, heightPx }: SizePx): Uint8ClampedArray {
  const context = new OffscreenCanvas(widthPx, heightPx).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser has no 2D canvas.');
  context.drawImage(bitmap, -leftPx, -topPx);
  return context.getImageData(0, 0, widthPx, heightPx).data;
}

export function rowsOf(bitmap: ImageBitmap): PictureRows {
  const { width, height } = bitmap;
  const count = Math.min(ROWS, height);
  const rows = Array.from({ length: count }, (_, i) => {
    const yPx = count === 1 ? 0 : Math.round((i * (height - 1)) / (count - 1));
    return { yPx, codes: lineOf(bitmap, 0, yPx, { widthPx: width, heightPx: 1 }) };
  });
  return { size: { widthPx: width, heightPx: height }, rows };
}

/** EXIF orientations in which width and height change places, and those in which a row lies backwards or counts from the end. */
const swaps = (orientation: number): boolean => orientation >= 5;
const backwards = (orientation: number): boolean => [2, 3, 6, 7].includes(orientation);
const fromEnd = (orientation: number): boolean => [3, 4, 7, 8].includes(orientation);

function differenceOf(a: Uint8ClampedArray, b: Uint8ClampedArray, reversed: boolean): number {
  const pixels = a.length / 4;
  let sum = 0;
  for (let i = 0; i < pixels; i += 1) {
    const j = reversed ? pixels - 1 - i : i;
    for (let channel = 0; channel < 4; channel += 1) sum += Math.abs(a[4 * i + channel] - b[4 * j + channel]);
  }
  return sum / a.length;
}

/**
 * How the picture `plain` has to be turned (EXIF orientation, 1..8) to be the one that `wanted` was read from; null: it is
 * another picture. The browser that decoded both is the only reader that is asked.
 */
export function turnBetween(plain: ImageBitmap, { size, rows }: PictureRows): number | null {
  let found: { readonly orientation: number; readonly difference: number } | null = null;
  for (let orientation = 1; orientation <= 8; orientation += 1) {
    const [widthPx, heightPx] = swaps(orientation) ? [plain.height, plain.width] : [plain.width, plain.height];
    if (widthPx !== size.widthPx || heightPx !== size.heightPx) continue;
    let difference = 0;
    for (const { yPx, codes } of rows) {
      const at = fromEnd(orientation) ? heightPx - 1 - yPx : yPx;
      const line = swaps(orientation)
        ? lineOf(plain, at, 0, { widthPx: 1, heightPx: plain.height })
        : lineOf(plain, 0, at, { widthPx: plain.width, heightPx: 1 });
      difference = Math.max(difference, differenceOf(codes, line, backwards(orientation)));
      if (difference > SAME_CODES) break;
    }
    if (difference <= SAME_CODES && difference < (found?.difference ?? Infinity)) found = { orientation, difference };
  }
  return found?.orientation ?? null;
}
