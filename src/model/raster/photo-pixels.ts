/**
 * A photo as plain numbers: 4 × width × height bytes of sRGB RGBA in rows, top row first. Where it was downsized for
 * reading, `photoPxPerPixel` (≥ 1) says how many working-photo pixels one of its pixels stands for: the centre of pixel
 * (i, j) lies at working-photo px ((i + 0.5) · photoPxPerPixel, (j + 0.5) · photoPxPerPixel).
 */
export interface PhotoPixels {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Uint8ClampedArray;
  readonly photoPxPerPixel: number;
}

/** Longest side that a photo is worked on at: what every WebGL2 device takes as a texture, with room to spare. */
export const WORKING_SIDE_PX = 4096;

/** The longer side that is enough for reading skin and hair. Sharpness alone is measured at full resolution. */
export const READING_SIDE_PX = 1024;

/** Shorter side below which a photo is refused, px: no head can be found in it, nor a dot be seen. Said in the refusal. */
export const LEAST_SIDE_PX = 64;

/** Largest photo that is opened, in megapixels of 1024² px: decoded, at four bytes a pixel, 256 MiB. Said in the refusal. */
export const MOST_MEGAPIXELS = 64;

/** Largest photo file, in MiB: one of 64 megapixels has no reason to be larger. Said in the refusal. */
export const MOST_PHOTO_MEGABYTES = 256;
