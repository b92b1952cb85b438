/** Eight-bit sRGB pixels as a canvas or a decoder gives them: four bytes each (alpha is not read), rows from the top. */
export interface Pixels {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** A corner of an outline or of a line, px of the picture from its upper left corner. */
export type PointPx = readonly [xPx: number, yPx: number];

/**
 * A part of the picture: outlines whose insides count (even-odd), or how much of every px belongs to it, 0..1, where a mask is
 * known exactly.
 */
export type Region = { readonly outlines: readonly (readonly PointPx[])[] } | { readonly mask: ArrayLike<number> };

/** Which stretch of the treatment's border a line follows; the look must be as calm at the sides as in the middle. */
export type LinePart = 'middle' | 'side';

/**
 * A smooth line along the border of the field, drawn in few points: where the pigment ends, on the whole. The pigment lies to the
 * left of the way from the first point to the last (on the screen, where y goes down: walking to the right, it lies above).
 */
export interface TracedLine {
  readonly part: LinePart;
  readonly points: readonly PointPx[];
}

/** Px of the picture to a millimetre of skin, at a place or everywhere. */
export type Scale = number | ((xPx: number, yPx: number) => number);

/** A picture of treated skin, and what is known of it: all that the ruler needs. */
export interface LookPicture {
  readonly pixels: Pixels;
  readonly pxPerMm: Scale;
  /** Skin that is fully treated. */
  readonly field: Region;
  /** Untreated skin beside it, in like light. */
  readonly bare: Region;
  /**
   * The same picture before the treatment, px for px, where it is known, as it is of what is drawn: then the field is compared with
   * itself, and neither shading nor the place of `bare` matters.
   */
  readonly untreated?: Pixels;
  readonly lines?: readonly TracedLine[];
  /** How much of every px is skin that may be measured along the lines, 0..1; without it all of the picture. */
  readonly skin?: ArrayLike<number>;
}

/** The scale at a place, px/mm. */
export const scaleAt = (scale: Scale, xPx: number, yPx: number): number =>
  typeof scale === 'number' ? scale : scale(xPx, yPx);
