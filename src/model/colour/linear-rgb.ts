import { clamp } from '~/model/maths/numbers';

/** Linear-light RGB, 0..1 (bands 610, 545, 460 nm where the model needs wavelengths). */
export type LinearRgb = readonly [red: number, green: number, blue: number];

/** sRGB code value 0..255 to linear light 0..1 (IEC 61966-2-1). */
export function srgbToLinear(code: number): number {
  const v = code / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
}

/** Linear light of every code value, so that a million pixels need no power. */
export const LINEAR_OF_CODE = Float32Array.from({ length: 256 }, (_, code) => srgbToLinear(code));

/** What each band of linear sRGB adds to the luminance Y (IEC 61966-2-1). */
export const LUMINANCE_WEIGHTS: LinearRgb = [0.2126, 0.7152, 0.0722];

/** Relative luminance of linear sRGB, 0..1. */
export const luminance = ([red, green, blue]: LinearRgb): number =>
  LUMINANCE_WEIGHTS[0] * red + LUMINANCE_WEIGHTS[1] * green + LUMINANCE_WEIGHTS[2] * blue;

/** Linear light 0..1 to an sRGB code value 0..255, not rounded. */
export function linearToSrgb(linear: number): number {
  const v = clamp(linear, 0, 1);
  return 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);
}
