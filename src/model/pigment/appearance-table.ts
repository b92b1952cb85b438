import { DAYS_PER_YEAR, MM2_PER_CM2 } from '~/model/base/units';
import { itaDegrees, labToLinear, linearToLab } from '~/model/colour/lab';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { REFERENCE_SKIN } from '~/model/colour/skin-tone';
import type { Design } from '~/model/design/design';
import { healedRadiusMm, meanMuPerMm } from '~/model/design/pigment-presets';
import { dotAt, HEALED_YEARS, rednessAt, scabAt } from './ageing';
import { APPEARANCE_ROWS, SIZE_CLASSES, SKIN_ROWS } from './dot-appearance';
import type { DotAppearance } from './dot-appearance';
import { coreAreaMm2, coreContrast, effectiveAreaMm2, HALO_LENGTH_MM, inFittedRange, skinFactor } from './dot-optics';
import { ageingOf } from './fading-choices';
import { dotAgeYears, leftAfterLaser, yearsSinceNeedle } from './pigment-age';
import { sessionsOf } from './sessions';

/**
 * Mean of exp(0.20·Z), Z normal, in each sixteenth of its values: what a dot's size class makes of the healed radius
 * (lognormal, sigma 0.20: docs/model.md, Sessions (M1)).
 */
export const SIZE_FACTORS = [
  0.6766, 0.7673, 0.8167, 0.856, 0.8905, 0.9227, 0.9537, 0.9845, 1.0159, 1.0487, 1.0839, 1.1231, 1.1684, 1.2247, 1.304,
  1.4868,
] as const;

/** Redness below this ΔCIELAB a* is not drawn: nobody sees it. */
const LEAST_REDNESS = 0.1;

/**
 * Scars lose pigment this many times as fast (k_scar of docs/model.md, Fading (M3): scores after half a year, of few
 * people).
 */
const SCAR_FADE_RATE = 1.78;

/** Redness shows fully where the skin is not known. */
const LIGHT_SKIN_ITA_DEGREES = 55;

/**
 * Light that a crust lets back, by band: dried blood and serum are brown. Assumed: no measurement of scabs after
 * micropigmentation was found.
 */
const CRUST: LinearRgb = [0.45, 0.28, 0.2];

/** Core contrast under a crust of this opacity, as wide as the dot is then: what pigment leaves goes through it. */
const crusted = (contrast: LinearRgb, opacity: number): LinearRgb => {
  const band = (c: 0 | 1 | 2): number => 1 - (1 - contrast[c]) * (1 - opacity * (1 - CRUST[c]));
  return [band(0), band(1), band(2)];
};

/** What one dot of the plan takes away on the mean, by band, mm²; dots of sessions still to come take nothing. */
interface DarkAreas {
  readonly whole: LinearRgb;
  readonly core: LinearRgb;
}

const NO_CHANGE: LinearRgb = [1, 1, 1];

/**
 * The table of what dots look like, and what its dots take away together; scars are left out of that: they are little
 * of a head, and their dots show nearly the same ratios.
 */
function tableOf(design: Design, skin: LinearRgb | null): DarkAreas & Pick<DotAppearance, 'table'> {
  const table = new Float32Array(2 * APPEARANCE_ROWS);
  const ageing = ageingOf(design);
  const scarAgeing = { ...ageing, kScar: SCAR_FADE_RATE };
  const left = leftAfterLaser(design);
  const radiusMm = healedRadiusMm(design.dotSizeMm);
  const factor = skin === null ? NO_CHANGE : skinFactor(skin);
  const whole: [number, number, number] = [0, 0, 0];
  const core: [number, number, number] = [0, 0, 0];

  const sessions = sessionsOf(design.sessionsPlanned, meanMuPerMm(design.strengthPercent));
  sessions.slice(0, design.sessionsDone).forEach(({ muPerMm, share }, session) => {
    const years = dotAgeYears(design, session);
    const scab = scabAt(years * DAYS_PER_YEAR);
    SIZE_FACTORS.forEach((size, sizeClass) => {
      const healed = { muPerMm: muPerMm * left, radiusMm: radiusMm * size };
      const dot = inFittedRange(dotAt(years, healed, ageing));
      const pigment = coreContrast(dot);
      const contrast = crusted(pigment, scab);
      const areaMm2 = effectiveAreaMm2(dot);
      const row = 2 * (session * SIZE_CLASSES + sizeClass);
      table[row] = dot.radiusMm;
      table[row + 1] = contrast[1];
      const inScar = inFittedRange(dotAt(years, healed, scarAgeing));
      table[2 * SKIN_ROWS + row] = inScar.radiusMm;
      table[2 * SKIN_ROWS + row + 1] = crusted(coreContrast(inScar), scab)[1];
      for (const band of [0, 1, 2] as const) {
        const coreMm2 = coreAreaMm2(contrast[band], dot.radiusMm);
        const crustMm2 = coreMm2 - coreAreaMm2(pigment[band], dot.radiusMm);
        whole[band] += (share / SIZE_CLASSES) * (areaMm2[band] * factor[band] + crustMm2);
        core[band] += (share / SIZE_CLASSES) * coreMm2;
      }
    });
  });
  return { table, whole, core };
}

/** Multipliers of the skin's light by healing redness, which raises its a* and leaves L* and b*; 1 when it is gone. */
function rednessOf(design: Design, skin: LinearRgb | null): LinearRgb {
  const years = yearsSinceNeedle(design);
  if (years >= HEALED_YEARS || design.sessionsDone === 0) return NO_CHANGE;
  const ita = skin === null ? LIGHT_SKIN_ITA_DEGREES : itaDegrees(skin);
  const redness = rednessAt(years * DAYS_PER_YEAR, ita, ageingOf(design));
  if (redness < LEAST_REDNESS) return NO_CHANGE;
  const before = skin ?? REFERENCE_SKIN;
  const lab = linearToLab(before);
  const after = labToLinear({ ...lab, a: lab.a + redness });
  return [after[0] / before[0], after[1] / before[1], after[2] / before[2]];
}

/**
 * How the design's dots look now. `timeYears` counts from the last session done; each earlier one is older by the interval
 * between sessions. `skin`: the skin's linear colour without gloss, null where it is not known (reference skin).
 */
export function dotAppearance(design: Design, skin: LinearRgb | null): DotAppearance {
  const { table, whole, core } = tableOf(design, skin);
  // Without a dot there are no ratios to tell, and nothing that they would be applied to.
  const inGreen = core[1] > 0 ? core[1] : 1;
  return {
    table,
    coreRatio: [core[0] / inGreen, 1, core[2] / inGreen],
    haloRatio: [(whole[0] - core[0]) / inGreen, (whole[1] - core[1]) / inGreen, (whole[2] - core[2]) / inGreen],
    haloLengthMm: HALO_LENGTH_MM,
    redness: rednessOf(design, skin),
  };
}

/**
 * Mean transmission, by band, of skin treated with `densityPerCm2` dots once all sessions are done (fewer are there
 * before): exp(−Σ n·A) over sessions and sizes. What the mean of a patch of the picture must be.
 */
export function fieldTransmission(design: Design, skin: LinearRgb | null, densityPerCm2: number): LinearRgb {
  const { whole } = tableOf(design, skin);
  const perMm2 = densityPerCm2 / MM2_PER_CM2;
  return [Math.exp(-perMm2 * whole[0]), Math.exp(-perMm2 * whole[1]), Math.exp(-perMm2 * whole[2])];
}
