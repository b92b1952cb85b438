import { MM2_PER_CM2 } from '~/model/base/units';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import type { Pigment } from '~/model/design/choices';
import { PIGMENT_PRESETS } from '~/model/design/pigment-presets';
import { APP_AGEING } from './ageing';
import { coreAreaMm2, coreContrast, effectiveAreaMm2, skinFactor } from './dot-optics';

/** Healed dots of a preset as they look on some skin. Colours linear, in the light that the skin was given in. */
export interface PresetDots {
  readonly perMm2: number;
  readonly radiusMm: number;
  /** The skin between the dots, under their halos. */
  readonly between: LinearRgb;
  /** The middle of a dot of mean size and strength. */
  readonly dot: LinearRgb;
}

/**
 * `shown`: the bare skin as a picture shows it; `skin`: its absolute reflectance, which the halo depends on
 * (docs/model.md, Dot optics (M6)).
 */
export function presetDots(pigment: Pigment, shown: LinearRgb, skin: LinearRgb): PresetDots {
  const { densityPerCm2, meanMuPerMm, healedRadiusMm: radiusMm } = PIGMENT_PRESETS[pigment];
  const perMm2 = densityPerCm2 / MM2_PER_CM2;
  const mean = { muPerMm: meanMuPerMm, radiusMm, depthMm: APP_AGEING.healedDepthMm };
  const contrast = coreContrast(mean);
  const areaMm2 = effectiveAreaMm2(mean);
  const factor = skinFactor(skin);
  const tinted = (c: 0 | 1 | 2): number =>
    shown[c] * Math.exp(-perMm2 * (areaMm2[c] * factor[c] - coreAreaMm2(contrast[c], radiusMm)));
  const between: LinearRgb = [tinted(0), tinted(1), tinted(2)];
  return {
    perMm2,
    radiusMm,
    between,
    dot: [between[0] * (1 - contrast[0]), between[1] * (1 - contrast[1]), between[2] * (1 - contrast[2])],
  };
}
