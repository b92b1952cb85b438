import type { LinearRgb } from '~/model/units';
import { linearToSrgb } from '~/model/units';

/** A linear colour as a style sheet takes it. */
export const cssColour = (rgb: LinearRgb): string =>
  `rgb(${rgb.map((band) => linearToSrgb(band).toFixed(0)).join(' ')})`;
