import { linearToLab } from '~/model/colour/lab';
import type { Lab } from '~/model/colour/lab';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { forEachWhole } from './patch';
import type { Patch } from './patch';

/** The field's colour against that of the bare skin beside it, on the whole. T is linear light of the one over the other. */
export interface ColourMeasures {
  /** −ln T: red, green, blue. */
  readonly minusLnT: readonly [number, number, number];
  /** T_R/T_G: how much more (or less) of red is kept than of green. */
  readonly redToGreen: number;
  /** T_B/T_G. */
  readonly blueToGreen: number;
  /** CIELAB of the field less that of the bare skin, of mean linear light. */
  readonly delta: Lab;
  /** CIELAB of the bare skin. */
  readonly skin: Lab;
}

/** Mean linear light of a region, by area. */
export function meanLight(patches: readonly Patch[]): LinearRgb {
  let [red, green, blue, weight] = [0, 0, 0, 0];
  for (const patch of patches)
    forEachWhole(patch, (i) => {
      const mm2 = 1 / patch.pxPerMm ** 2;
      red += mm2 * patch.bands[0][i];
      green += mm2 * patch.bands[1][i];
      blue += mm2 * patch.bands[2][i];
      weight += mm2;
    });
  return [red / weight, green / weight, blue / weight];
}

export function colourBetween(field: LinearRgb, bare: LinearRgb): ColourMeasures {
  const [red, green, blue] = field.map((value, band) => value / bare[band]);
  const [dark, skin] = [linearToLab(field), linearToLab(bare)];
  return {
    minusLnT: [-Math.log(red), -Math.log(green), -Math.log(blue)],
    redToGreen: red / green,
    blueToGreen: blue / green,
    delta: { l: dark.l - skin.l, a: dark.a - skin.a, b: dark.b - skin.b },
    skin,
  };
}
