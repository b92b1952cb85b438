/**
 * Units and frames.
 *
 * Head frame (the only one for points on the head): millimetres, +X to the subject's left (right in an unmirrored
 * picture), +Y up, +Z out of the face; glabella at (0, 48.9, 53.9).
 * Picture frame: working-photo pixels, u right, v down, origin at the top-left corner of the top-left pixel.
 */

/**
 * Whose pixels are meant: those of the working photo; of the photo as large as it was taken; of the place on the screen that shows
 * it, in CSS px; of that screen itself, as fine as it is; of a picture that is made to be kept or shown small.
 */
export type Frame = 'photo' | 'full' | 'view' | 'screen' | 'still';

/** A point in pixels of a frame, to the right and down from its top left corner. */
export interface PointPx<In extends Frame = 'photo'> {
  readonly xPx: number;
  readonly yPx: number;
  /** Never set: with it the compiler tells points of one frame from those of another. */
  readonly frame?: In;
}

export interface SizePx<In extends Frame = 'photo'> {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Never set, as that of a point. */
  readonly frame?: In;
}

/** A rectangle of the working photo by its edges, px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
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
