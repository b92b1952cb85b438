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
  /** The skin across the line, where its shape is known, as it is of what is drawn; without it the skin is taken as flat. */
  readonly places?: StripPlaces;
}

/** A strip of skin along a line laid flat: a place of the picture for each millimetre of it. */
export interface StripPlaces {
  /** Millimetres along the line, and across it from bare skin into the field. */
  readonly columns: number;
  readonly rows: number;
  /** Distance of the first row from the line, mm; below 0 is bare skin. */
  readonly fromMm: number;
  /** 2 × columns × rows, row by row: px of the picture; NaN where the skin is not seen. */
  readonly placesPx: Float32Array;
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

/** A scale that is known px by px, px/mm, and 0 where no skin is seen: there it is that of the nearest skin beside, above or below. */
export function scaleOfPlane(
  widthPx: number,
  heightPx: number,
  pxPerMm: ArrayLike<number>,
): (xPx: number, yPx: number) => number {
  return (xPx, yPx) => {
    const x = Math.min(widthPx - 1, Math.max(0, Math.floor(xPx)));
    const y = Math.min(heightPx - 1, Math.max(0, Math.floor(yPx)));
    for (let away = 0; away < Math.max(widthPx, heightPx); away++) {
      const beside = [
        x + away < widthPx ? pxPerMm[y * widthPx + x + away] : 0,
        x - away >= 0 ? pxPerMm[y * widthPx + x - away] : 0,
        y + away < heightPx ? pxPerMm[(y + away) * widthPx + x] : 0,
        y - away >= 0 ? pxPerMm[(y - away) * widthPx + x] : 0,
      ];
      const scale = Math.max(...beside);
      if (scale > 0) return scale;
    }
    return 1;
  };
}
