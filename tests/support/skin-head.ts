import type { HeadArea } from '~/model/photo/head-area';
import type { OutlineMask } from '~/model/raster/photo-map';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import places from '../fixtures/skin/places.json';

export type SkinFixtureName = keyof typeof places;

/** A rendered head at 1.1 px per mm, what is head in it, and which pixels are scalp (bytes, 255 all of it). */
export interface SkinFixture {
  readonly pixels: PhotoPixels;
  readonly area: HeadArea;
  readonly outline: OutlineMask;
  readonly scalp: Uint8Array;
}

/** RGBA of a picture, in rows. */
export interface RgbaPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** The first band of a picture of masks. */
export const greyOf = ({ width, height, data }: RgbaPicture): Uint8Array =>
  Uint8Array.from({ length: width * height }, (_, i) => data[4 * i] ?? 0);

/** Puts a fixture together from its pictures (tests/fixtures/skin). */
export function skinHead(
  name: SkinFixtureName,
  photo: RgbaPicture,
  mask: RgbaPicture,
  scalp: RgbaPicture,
): SkinFixture {
  const { width, height, data } = photo;
  return {
    pixels: { widthPx: width, heightPx: height, data, photoPxPerPixel: 1 },
    area: {
      box: { left: 0, top: 0, right: width, bottom: height },
      pxPerMm: 1.1,
      skinPx: places[name].map(([xPx = NaN, yPx = NaN]) => ({ xPx, yPx })),
    },
    outline: { columns: width, rows: height, leftPx: 0, topPx: 0, pxPerSample: 1, confidence: greyOf(mask) },
    scalp: greyOf(scalp),
  };
}
