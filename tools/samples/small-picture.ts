import { encode } from 'jpeg-js';
import { linearToSrgb } from '~/model/colour/linear-rgb';
import { reduced } from '../look/patch';
import type { Pixels } from '../look/picture';
import type { CropPx } from './sources';

/** JPEG quality of smaller copies. */
export const SMALL_QUALITY = 80;
export const WEB_WIDTH_PX = 600;
/** Twice what a button is wide, for screens of two px to one. */
export const THUMBNAIL_WIDTH_PX = 300;

export const jpeg = ({ widthPx, heightPx, data }: Pixels, quality: number): Buffer =>
  encode({ width: widthPx, height: heightPx, data }, quality).data;

/** A part of the picture at so many px of width, by area, in linear light. */
export function smaller(pixels: Pixels, { leftPx, topPx, widthPx }: CropPx, toWidthPx: number): Pixels {
  const box = { leftPx, topPx, rightPx: leftPx + widthPx, bottomPx: topPx + (widthPx * 4) / 3 };
  const whole = new Float32Array(pixels.widthPx * pixels.heightPx).fill(1);
  const { bands, ...size } = reduced(pixels, whole, box, [widthPx, toWidthPx]);
  const data = new Uint8Array(4 * size.widthPx * size.heightPx).fill(255);
  bands.forEach((band, k) =>
    band.forEach((light, i) => {
      data[4 * i + k] = Math.round(linearToSrgb(light));
    }),
  );
  return { widthPx: size.widthPx, heightPx: size.heightPx, data };
}
