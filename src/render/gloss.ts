import type { SkinReading } from '~/model/head';
import type { LinearRgb } from '~/model/units';

/** Weights of the gloss share and the light's colour, as the composite shader takes them. */
export function glossOf(skin: SkinReading | null): { readonly gloss: LinearRgb; readonly light: LinearRgb } {
  if (skin === null) return { gloss: [0, 0, 0], light: [1, 1, 1] };
  return { gloss: [0, 0, 0], light: skin.light };
}
