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

export const MM2_PER_CM2 = 100;
export const DAYS_PER_YEAR = 365.25;
