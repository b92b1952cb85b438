import { LINEAR_OF_CODE, linearToSrgb } from '~/model/colour/linear-rgb';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import type { Picture } from './lay-over';

/** Mean light of a small square of a picture, linear 0..1, and how it varies in it. */
export interface Patch {
  readonly light: LinearRgb;
  /** Standard deviation of the green light in it, as a share of the mean. */
  readonly texture: number;
  /** Share of it that is as bright as the camera can say. */
  readonly clipped: number;
}

/** Code values from here on say no more than "bright". */
const CLIPPED_CODE = 250;

/** The square of so many px each way about a place; null where the picture shows not all of it. */
export function patchAt({ widthPx, heightPx, data }: Picture, xPx: number, yPx: number, halfPx: number): Patch | null {
  const [left, top] = [Math.round(xPx - halfPx), Math.round(yPx - halfPx)];
  const [right, bottom] = [Math.round(xPx + halfPx), Math.round(yPx + halfPx)];
  if (left < 0 || top < 0 || right > widthPx || bottom > heightPx || right <= left || bottom <= top) return null;
  let [red, green, blue, square, clipped] = [0, 0, 0, 0, 0];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const k = 4 * (y * widthPx + x);
      if (data[k + 3] < 255) return null;
      const g = LINEAR_OF_CODE[data[k + 1]];
      red += LINEAR_OF_CODE[data[k]];
      green += g;
      blue += LINEAR_OF_CODE[data[k + 2]];
      square += g * g;
      if (Math.max(data[k], data[k + 1], data[k + 2]) >= CLIPPED_CODE) clipped += 1;
    }
  }
  const count = (right - left) * (bottom - top);
  const mean = green / count;
  return {
    light: [red / count, mean, blue / count],
    texture: Math.sqrt(Math.max(0, square / count - mean * mean)) / Math.max(mean, 1e-6),
    clipped: clipped / count,
  };
}

/** By what the light of one photo differs from that of another on the same bare skin, factors of red, green and blue light. */
export type LightFactors = LinearRgb;

/** The picture as if it had been taken in light that is so much more. */
export function inLight({ widthPx, heightPx, data }: Picture, factors: LightFactors): Picture {
  const table = factors.map((factor) =>
    Uint8ClampedArray.from({ length: 256 }, (_, code) => linearToSrgb(factor * LINEAR_OF_CODE[code])),
  );
  const lit = new Uint8ClampedArray(data.length);
  for (let k = 0; k < data.length; k += 4) {
    lit[k] = table[0][data[k]];
    lit[k + 1] = table[1][data[k + 1]];
    lit[k + 2] = table[2][data[k + 2]];
    lit[k + 3] = data[k + 3];
  }
  return { widthPx, heightPx, data: lit };
}
