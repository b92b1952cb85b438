import type { LinearRgb } from '~/model/colour/linear-rgb';
import type { PhotoCharacter } from '~/model/photo/photo-character';
import type { SpecularMap } from '~/model/raster/photo-map';

/** What was measured of the skin in the photo. Colours are relative to the photo's own exposure. */
export interface SkinReading {
  /** Diffuse colour of forehead and cheeks without gloss, linear. */
  readonly skin: LinearRgb;
  /** Colour of the light as the brightest highlights show it, linear, largest band 1. */
  readonly light: LinearRgb;
  readonly character: PhotoCharacter;
  /** Where gloss lies on the head; null where that was not read. */
  readonly gloss: SpecularMap | null;
}
