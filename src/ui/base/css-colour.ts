import { linearToSrgb } from '~/model/colour/linear-rgb';
import type { LinearRgb } from '~/model/colour/linear-rgb';

/** A linear colour as a style sheet takes it. */
export const cssColour = (rgb: LinearRgb): string =>
  `rgb(${rgb.map((band) => linearToSrgb(band).toFixed(0)).join(' ')})`;
