/**
 * Units and frames.
 *
 * Head frame (the only one for points on the head): millimetres, +X to the subject's left (right in an unmirrored
 * picture), +Y up, +Z out of the face; glabella at (0, 48.9, 53.9).
 * Picture frame: working-photo pixels, u right, v down, origin at the top-left corner of the top-left pixel.
 */
export interface PointPx {
  readonly xPx: number;
  readonly yPx: number;
}

export interface SizePx {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A point or an offset in the head frame, mm. */
export interface PointMm {
  readonly xMm: number;
  readonly yMm: number;
  readonly zMm: number;
}

/** A unit vector from the cranium's centre in the axes of the head frame. It names a place on the scalp of any head. */
export interface Direction {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Linear-light RGB, 0..1 (bands 610, 545, 460 nm where the model needs wavelengths). */
export type LinearRgb = readonly [red: number, green: number, blue: number];

/** Each band times a factor. */
export const scaleBands = ([red, green, blue]: LinearRgb, factor: number): LinearRgb => [
  red * factor,
  green * factor,
  blue * factor,
];

export const MM2_PER_CM2 = 100;
export const DAYS_PER_YEAR = 365.25;
/** A dot counts as healed from here on (domain M2). */
export const HEALED_YEARS = 1 / 12;

/** x limited to [low, high]. */
export const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));

/** Cubic step: 0 below `from`, 1 above `to`, smooth between. */
export function smoothstep(from: number, to: number, x: number): number {
  const t = clamp((x - from) / (to - from), 0, 1);
  return t * t * (3 - 2 * t);
}

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
