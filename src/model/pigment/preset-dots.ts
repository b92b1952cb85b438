import { MM2_PER_CM2 } from '~/model/base/units';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { skinColour } from '~/model/colour/skin-colour';
import type { Pigment } from '~/model/design/choices';
import { PIGMENT_PRESETS } from '~/model/design/pigment-presets';
import { APP_AGEING } from './ageing';
import { coreAreaMm2, coreContrast, effectiveAreaMm2 } from './dot-optics';
import { darkAreaTimes, dotOn, transmissionOf } from './photographed';

/** Healed dots of a preset as they look on some skin. Colours linear, in the light that the skin was given in. */
export interface PresetDots {
  readonly perMm2: number;
  readonly radiusMm: number;
  /** The skin between the dots, under their halos. */
  readonly between: LinearRgb;
  /** The middle of a dot of mean size and strength. */
  readonly dot: LinearRgb;
}

/** `shown`: the bare skin as a picture shows it. */
export function presetDots(pigment: Pigment, shown: LinearRgb): PresetDots {
  const { densityPerCm2, meanMuPerMm, healedRadiusMm: radiusMm } = PIGMENT_PRESETS[pigment];
  const perMm2 = densityPerCm2 / MM2_PER_CM2;
  const mean = { muPerMm: meanMuPerMm, radiusMm, depthMm: APP_AGEING.healedDepthMm };
  const contrast = coreContrast(mean)[1];
  const darkMm2 = darkAreaTimes(0) * effectiveAreaMm2(mean)[1];
  const left = transmissionOf(Math.exp(-perMm2 * darkMm2), skinColour(shown));
  // What the cores take is not missing between them.
  const back = Math.exp(perMm2 * coreAreaMm2(contrast, radiusMm));
  const between: LinearRgb = [shown[0] * left[0] * back, shown[1] * left[1] * back, shown[2] * left[2] * back];
  return { perMm2, radiusMm, between, dot: dotOn(between, contrast) };
}
