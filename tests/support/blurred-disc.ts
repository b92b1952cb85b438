import { decode, encode } from 'jpeg-js';
import { linearToSrgb } from '~/model/colour/linear-rgb';
import { hashUnit } from '~/model/maths/hash';
import { gaussianBlur } from '~/model/raster/gaussian-blur';
import type { PhotoPixels } from '~/model/raster/photo-pixels';

/** What a made-up camera does, in this order. */
export interface DiscCamera {
  /** Standard deviation of the blur, px, the pixel's own box included. */
  readonly sigmaPx: number;
  /** Linear light inside and outside of the disc. */
  readonly contrast: readonly [number, number];
  /** Standard deviation, codes. */
  readonly noiseCodes?: number;
  readonly sharpened?: { readonly radiusPx: number; readonly amount: number };
  /** JPEG quality 1..100. */
  readonly quality?: number;
  /** Another seed: other noise. */
  readonly seed?: number;
}

const FINE = 4;

/** Linear light of each pixel of a bright disc, blurred on a four times finer grid, then binned. */
function lightOf(sigmaPx: number, contrast: readonly [number, number], sidePx: number): Float32Array {
  const side = sidePx * FINE;
  const values = new Float32Array(side * side);
  for (let i = 0; i < values.length; i++) {
    const away = Math.hypot((i % side) - side / 2, Math.floor(i / side) - side / 2);
    values[i] = away < side / 3 ? contrast[0] : contrast[1];
  }
  // a pixel is a box: variance 1/12 px²
  const sigma = FINE * Math.sqrt(Math.max(0, sigmaPx ** 2 - 1 / 12));
  const blurred = gaussianBlur({ columns: side, rows: side, values }, sigma).values;
  return Float32Array.from({ length: sidePx * sidePx }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < FINE * FINE; k++) {
      const x = (i % sidePx) * FINE + (k % FINE);
      const y = Math.floor(i / sidePx) * FINE + Math.floor(k / FINE);
      sum += blurred[y * side + x];
    }
    return sum / (FINE * FINE);
  });
}

/** What was blurred before, by disc: the same one is photographed many times, and to blur it takes nearly all of the time. */
const blurredBefore = new Map<string, Float32Array>();

/** A photo of a bright disc that is blurred in linear light. */
export function blurredDisc(camera: DiscCamera, sidePx = 128): PhotoPixels {
  const { sigmaPx, contrast, noiseCodes = 0, sharpened, quality, seed = 0 } = camera;
  const key = [sigmaPx, ...contrast, sidePx].join();
  const light = blurredBefore.get(key) ?? lightOf(sigmaPx, contrast, sidePx);
  blurredBefore.set(key, light);
  const codes = light.map((value, i) => {
    const uniform = [1, 2, 3, 4].reduce((all, key) => all + hashUnit(i, 4 * seed + key), -2);
    return linearToSrgb(value) + noiseCodes * Math.sqrt(3) * uniform;
  });
  const soft = gaussianBlur({ columns: sidePx, rows: sidePx, values: codes }, sharpened?.radiusPx ?? 0).values;
  const data = new Uint8ClampedArray(4 * sidePx * sidePx).fill(255);
  codes.forEach((code, i) => data.fill(code + (sharpened?.amount ?? 0) * (code - soft[i]), 4 * i, 4 * i + 3));
  const pixels = { widthPx: sidePx, heightPx: sidePx, data, photoPxPerPixel: 1 };
  if (quality === undefined) return pixels;
  const file = encode({ width: sidePx, height: sidePx, data }, quality).data;
  return { ...pixels, data: new Uint8ClampedArray(decode(file, { useTArray: true }).data) };
}
