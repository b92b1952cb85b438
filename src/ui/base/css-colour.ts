import type { LinearRgb } from '~/model/base/units';
import { linearToSrgb } from '~/model/base/units';

/** A linear colour as a style sheet takes it. */
export const cssColour = (rgb: LinearRgb): string =>
  `rgb(${rgb.map((band) => linearToSrgb(band).toFixed(0)).join(' ')})`;
