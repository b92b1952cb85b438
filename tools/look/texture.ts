import { forEachWhole, luminancePlane } from './patch';
import type { Patch } from './patch';
import { blurred } from './plane';

/** Texture is measured on the picture reduced to this, px/mm: what a photograph of a whole head shows. */
export const TEXTURE_PX_PER_MM = 5;
/**
 * Structures of .24 to 1.2 mm: standard deviations of the two Gaussians whose difference is kept, half of the structures' sizes.
 * Sizes taken as whole standard deviations (.24 and 1.2) or as a quarter (.06 and .3) give .087 and .10 on the healed crops
 * and .16 and .18 right after, against .10 and .20 told; these .11 and .23.
 */
const STRUCTURES_MM: Structures = { fine: 0.24 / 2, coarse: 1.2 / 2 };
/**
 * Structures of 2 to 5 mm, measured in the same way: clouds of several dots, which the eye sees before it sees a dot. Real fields have
 * hardly any beyond what light and shade of the skin make.
 */
const CLOUDS_MM: Structures = { fine: 2 / 2, coarse: 5 / 2 };

interface Structures {
  readonly fine: number;
  readonly coarse: number;
}

/** Variance of log luminance of the structures, over all px that lie wholly in the region. */
function variance(patches: readonly Patch[], structuresMm: Structures): number {
  let [sum, squares, weight] = [0, 0, 0];
  for (const patch of patches) {
    const luminance = luminancePlane(patch);
    const log = { ...luminance, values: luminance.values.map((value) => Math.log(Math.max(value, 1e-4))) };
    const fine = blurred(log, structuresMm.fine * patch.pxPerMm, patch.inside);
    const coarse = blurred(log, structuresMm.coarse * patch.pxPerMm, patch.inside);
    // By area, not by px: patches may differ in scale.
    const pxMm2 = 1 / patch.pxPerMm ** 2;
    forEachWhole(patch, (i) => {
      const value = fine.values[i] - coarse.values[i];
      sum += pxMm2 * value;
      squares += pxMm2 * value * value;
      weight += pxMm2;
    });
  }
  return weight === 0 ? NaN : squares / weight - (sum / weight) ** 2;
}

/** tex5: standard deviation of log luminance of the structures in the field, the bare skin's own taken off in squares. */
export function texture(field: readonly Patch[], bare: readonly Patch[]): number {
  return beyond(field, bare, STRUCTURES_MM);
}

/** Clouds: the same of structures as wide as several dots. */
export function clouds(field: readonly Patch[], bare: readonly Patch[]): number {
  return beyond(field, bare, CLOUDS_MM);
}

const beyond = (field: readonly Patch[], bare: readonly Patch[], structuresMm: Structures): number =>
  Math.sqrt(Math.max(0, variance(field, structuresMm) - variance(bare, structuresMm)));
