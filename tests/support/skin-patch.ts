import { linearToSrgb } from '~/model/colour/linear-rgb';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { hashUnit } from '~/model/maths/hash';
import type { HeadArea } from '~/model/photo/head-area';
import type { PhotoPixels } from '~/model/raster/photo-pixels';

export const LIGHT_SKIN: LinearRgb = [0.42, 0.265, 0.2];
export const DARK_SKIN: LinearRgb = [0.1, 0.045, 0.02];

/** A square picture of linear colours (exposure times 1), with a camera's noise of about one code value. */
export function paintPatch(sidePx: number, colour: (x: number, y: number) => LinearRgb, exposure = 1): PhotoPixels {
  const data = new Uint8ClampedArray(4 * sidePx * sidePx);
  for (let i = 0; i < sidePx * sidePx; i++) {
    const rgb = colour(i % sidePx, Math.floor(i / sidePx));
    const noise = 2 * (hashUnit(i, 7) + hashUnit(i, 8) - 1);
    for (const c of [0, 1, 2] as const) data[4 * i + c] = linearToSrgb(exposure * rgb[c]) + noise;
    data[4 * i + 3] = 255;
  }
  return { widthPx: sidePx, heightPx: sidePx, data, photoPxPerPixel: 1 };
}

/** The whole patch as a head of 1.2 px per mm, with bare skin known along its lower edge. */
export const patchArea = (sidePx: number): HeadArea => ({
  box: { left: 0, top: 0, right: sidePx, bottom: sidePx },
  pxPerMm: 1.2,
  skinPx: [0.2, 0.35, 0.5, 0.65, 0.8].map((share) => ({ xPx: share * sidePx, yPx: 0.9 * sidePx })),
});

export const scaled = (rgb: LinearRgb, by: number): LinearRgb => [rgb[0] * by, rgb[1] * by, rgb[2] * by];

/** Fine dark hairs: about 40 % of the pixels darkened to a third. */
export const stubbled = (rgb: LinearRgb, x: number, y: number): LinearRgb =>
  hashUnit(x + 4096 * y, 3) < 0.4 ? scaled(rgb, 0.35) : rgb;
