import { measureGrain } from './measure-grain';
import type { Grain } from './measure-grain';
import { measureSharpness } from './measure-sharpness';
import type { Sharpness } from './measure-sharpness';
import type { PhotoPixels } from './photo-pixels';

/** What camera, sharpening, noise and compression made of everything in the photo, and so would have made of dots. */
export interface PhotoCharacter extends Sharpness {
  readonly grain: Grain;
}

/** Reads it in full-resolution pixels of the head (photoPxPerPixel 1). */
export const measureCharacter = (pixels: PhotoPixels): PhotoCharacter => ({
  ...measureSharpness(pixels),
  grain: measureGrain(pixels),
});
