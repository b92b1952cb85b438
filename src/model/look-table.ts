import { dotAt, rednessAt } from './ageing';
import { itaDegrees } from './colour';
import { LOOK_ROWS, SIZE_CLASSES, SKIN_ROWS } from './coverage';
import type { Design } from './design';
import { coreAreaMm2, coreContrast, effectiveAreaMm2, HALO_LENGTH_MM, inFittedRange, skinFactor } from './dot-optics';
import type { Look } from './look';
import { ageingOf } from './fading-choices';
import { dotAgeYears, leftAfterLaser, yearsSinceNeedle } from './pigment-age';
import { healedRadiusMm, meanMuPerMm } from './pigment-presets';
import { sessionsOf } from './sessions';
import { DAYS_PER_YEAR, HEALED_YEARS, MM2_PER_CM2, type LinearRgb } from './units';

/**
 * Mean of exp(0.20·Z), Z normal, in each sixteenth of its values: what a dot's size class makes of the healed radius
 * (M1: lognormal, sigma 0.20).
 */
export const SIZE_FACTORS = [
  0.6766, 0.7673, 0.8167, 0.856, 0.8905, 0.9227, 0.9537, 0.9845, 1.0159, 1.0487, 1.0839, 1.1231, 1.1684, 1.2247, 1.304,
  1.4868,
] as const;

/** What redness of ΔCIELAB a* 8 makes of the skin's light, by band (domain notes, section 2). */
const REDDENED: LinearRgb = [1.11, 0.86, 0.94];
const REDDENED_BY = 8;

/** Scars lose pigment this many times as fast (domain notes, 3: scores after half a year, of few people). */
const SCAR_FADE_RATE = 1.78;

/** Redness shows fully where the skin is not known. */
const LIGHT_SKIN_ITA_DEGREES = 55;

/** What one dot of the plan takes away on the mean, by band, mm²; dots of sessions still to come take nothing. */
interface DarkAreas {
  readonly whole: LinearRgb;
  readonly core: LinearRgb;
}

const NO_CHANGE: LinearRgb = [1, 1, 1];

/**
 * The table of the look, and what its dots take away together; scars are left out of that: they are little of a head, and
 * their dots show nearly the same ratios.
 */
function tableOf(design: Design, skin: LinearRgb | null): DarkAreas & Pick<Look, 'table'> {
  const table = new Float32Array(2 * LOOK_ROWS);
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
    SIZE_FACTORS.forEach((size, sizeClass) => {
      const healed = { muPerMm: muPerMm * left, radiusMm: radiusMm * size };
      const dot = inFittedRange(dotAt(years, healed, ageing));
      const contrast = coreContrast(dot);
      const areaMm2 = effectiveAreaMm2(dot);
      const row = 2 * (session * SIZE_CLASSES + sizeClass);
      table[row] = dot.radiusMm;
      table[row + 1] = contrast[1];
      const inScar = inFittedRange(dotAt(years, healed, scarAgeing));
      table[2 * SKIN_ROWS + row] = inScar.radiusMm;
      table[2 * SKIN_ROWS + row + 1] = coreContrast(inScar)[1];
      for (const band of [0, 1, 2] as const) {
        whole[band] += (share / SIZE_CLASSES) * areaMm2[band] * factor[band];
        core[band] += (share / SIZE_CLASSES) * coreAreaMm2(contrast[band], dot.radiusMm);
      }
    });
  });
  return { table, whole, core };
}

/** Multipliers of the skin's light by healing redness; 1 when it is gone. */
function rednessOf(design: Design, skin: LinearRgb | null): LinearRgb {
  const years = yearsSinceNeedle(design);
  if (years >= HEALED_YEARS || design.sessionsDone === 0) return NO_CHANGE;
  const ita = skin === null ? LIGHT_SKIN_ITA_DEGREES : itaDegrees(skin);
  const share = rednessAt(years * DAYS_PER_YEAR, ita, ageingOf(design)) / REDDENED_BY;
  return [1 + share * (REDDENED[0] - 1), 1 + share * (REDDENED[1] - 1), 1 + share * (REDDENED[2] - 1)];
}

/**
 * How the design's dots look now. `timeYears` counts from the last session done; each earlier one is older by the interval
 * between sessions. `skin`: the skin's linear colour without gloss, null where it is not known (reference skin).
 */
export function lookOf(design: Design, skin: LinearRgb | null): Look {
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
