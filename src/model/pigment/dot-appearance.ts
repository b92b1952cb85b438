import { DAYS_PER_YEAR, MM2_PER_CM2 } from '~/model/base/units';
import { itaDegrees, labToLinear, linearToLab } from '~/model/colour/lab';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import type { SkinColour } from '~/model/colour/skin-colour';
import { REFERENCE_SKIN } from '~/model/colour/skin-tone';
import type { Design } from '~/model/design/design';
import { healedRadiusMm, meanMuPerMm, PIGMENT_PRESETS } from '~/model/design/pigment-presets';
import { MOST_SESSIONS } from '~/model/design/settings';
import { APP_AGEING, dotAt, HEALED_YEARS, healingLeft, rednessAt, scabAt } from './ageing';
import { coreAreaMm2, coreContrast, effectiveAreaMm2, inFittedRange } from './dot-optics';
import type { DotPigment } from './dot-optics';
import { ageingOf } from './fading-choices';
import {
  colourLost,
  darkAreaTimes,
  hueSpread,
  keptOfDilution,
  lumaOfDot,
  PHOTOGRAPHED,
  seenContrast,
  transmissionOf,
  unevenness,
} from './photographed';
import { dotAgeYears, leftAfterLaser, yearsSinceNeedle } from './pigment-age';
import { sessionsOf } from './sessions';

/** Classes of equal number that the sizes of dots are dealt in (docs/model.md, Sessions (M1)). */
export const SIZE_CLASSES = 16;
/** Rows of the table of what dots look like, for one kind of skin, and for both: healthy, then scarred. */
export const SKIN_ROWS = MOST_SESSIONS * SIZE_CLASSES;
export const APPEARANCE_ROWS = 2 * SKIN_ROWS;

/** How dots look at one moment: computed from design and time, looked up by the shader. */
export interface DotAppearance {
  /**
   * APPEARANCE_ROWS rows of (radius mm, core contrast in green): MOST_SESSIONS × SIZE_CLASSES for healthy skin, as many
   * for scars; contrast 0 for a session still to come.
   */
  readonly table: Float32Array;
  /**
   * 0..1: share of the dots that have a companion, as all have when healed: pigment frays as it heals, fresh dots are clean and of one size.
   * From photographs (docs/model.md, What photographs say); how much is missing on the day of the session: CLEAN_WHEN_FRESH.
   */
  readonly frayed: number;
  /** How many times as long, and as narrow, as planned (dot-stroke.ts) a dot is, 1 or more. */
  readonly drawnOut: number;
  /** 0: dots differ by all of their own tone (dot-coverage.ts), 1: not at all. */
  readonly evened: number;
  /** How unevenly pigment lies between dots: standard deviation of −ln of the light per share of it that is lost. */
  readonly uneven: number;
  /** How much of a core's step goes equally to all bands (photographed.ts). */
  readonly lumaOfDot: LinearRgb;
  /** By how much that differs from dot to dot: standard deviation. */
  readonly hueSpread: number;
  /** ΣA / ΣA_core, green: all the light that dots take, per light lost in their cores. */
  readonly wholeRatio: number;
  /** What red and blue lose beyond green by ink, depth and crusts, per light lost in cores. */
  readonly tintRatio: LinearRgb;
  /** What colour there is to lose. */
  readonly skinColour: SkinColour;
  /** Share of it, by band, that goes with the light (photographed.ts). */
  readonly colourLost: LinearRgb;
  /** Decay length of the halo, mm: of the light and the colour that are lost about a dot. */
  readonly haloLengthMm: number;
  /** Multiplies the skin's light (healing redness), 1 when healed. */
  readonly redness: LinearRgb;
}

/**
 * Mean of exp(0.10·Z), Z normal, in each sixteenth of its values: what a dot's size class makes of the healed radius
 * (lognormal, sigma 0.10: docs/model.md, Sessions (M1)).
 */
export const SIZE_FACTORS = [
  0.822, 0.8759, 0.9037, 0.9252, 0.9437, 0.9605, 0.9765, 0.9922, 1.0079, 1.024, 1.0411, 1.0597, 1.0809, 1.1066, 1.1419,
  1.2184,
] as const;

/** Redness below this ΔCIELAB a* is not drawn: nobody sees it (docs/model.md, Healing (M2)). */
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

/** What one dot of the plan takes away on the mean; dots of sessions still to come take nothing. */
interface DarkArea {
  /** All of it, green, mm². */
  readonly wholeMm2: number;
  /** Its core, green, mm². */
  readonly coreMm2: number;
  /** What the bands lose beyond green, other than the skin's own colour, mm²: ink, depth, crusts. */
  readonly tintMm2: LinearRgb;
}

/** How many times as long, and as narrow, as planned dots are. By looking at photographs: ours were told by being rounder, then by dashes. */
const DRAWN_OUT = 1.3;

/** Of the dots so many have no companion right after a session. By looking at fresh photographs: pale copies beside bold dots told ours. Share. */
const CLEAN_WHEN_FRESH = 0.8;

/** How much of the last session's healing is still to come, 1 on its day, 0 when healed. */
const healingNow = (design: Design): number => healingLeft(yearsSinceNeedle(design) * DAYS_PER_YEAR, ageingOf(design));

const NO_CHANGE: LinearRgb = [1, 1, 1];

/** Dark area by band over that in green: what a dot's depth and ink make of it. */
function tintOf(dot: DotPigment): LinearRgb {
  const [red, green, blue] = effectiveAreaMm2(dot);
  return green > 0 ? [red / green, 1, blue / green] : NO_CHANGE;
}

/**
 * The tint of healed carbon: photographs tell its colour (photographed.ts), and of the Monte-Carlo only the difference to it
 * is used, where pigment is deeper, older or no carbon.
 */
const HEALED_TINT = tintOf({
  muPerMm: PIGMENT_PRESETS.medium.meanMuPerMm,
  radiusMm: PIGMENT_PRESETS.medium.healedRadiusMm,
  depthMm: APP_AGEING.healedDepthMm,
});

/**
 * The table of what dots look like, and what its dots take away together; scars are left out of that: they are little
 * of a head, and their dots show nearly the same ratios.
 */
function tableOf(design: Design): DarkArea & Pick<DotAppearance, 'table' | 'frayed'> {
  const table = new Float32Array(2 * APPEARANCE_ROWS);
  const ageing = ageingOf(design);
  const scarAgeing = { ...ageing, kScar: SCAR_FADE_RATE };
  const left = leftAfterLaser(design);
  const radiusMm = healedRadiusMm(design.dotSizeMm);
  const frayed = 1 - CLEAN_WHEN_FRESH * healingNow(design);
  const tintMm2: [number, number, number] = [0, 0, 0];
  let wholeMm2 = 0;
  let coreMm2 = 0;

  const meanMu = meanMuPerMm(design.strengthPercent);
  const sessions = sessionsOf(design.sessionsPlanned, meanMu);
  sessions.slice(0, design.sessionsDone).forEach(({ muPerMm, share }, session) => {
    const years = dotAgeYears(design, session);
    const scab = scabAt(years * DAYS_PER_YEAR);
    const healing = healingLeft(years * DAYS_PER_YEAR, ageing);
    const seenTimes = darkAreaTimes(healing);
    const mu = keptOfDilution(muPerMm, meanMu) * left;
    SIZE_FACTORS.forEach((size, sizeClass) => {
      const healed = { muPerMm: mu, radiusMm: radiusMm * size };
      const dot = inFittedRange(dotAt(years, healed, ageing));
      const pigment = seenContrast(coreContrast(dot), healing);
      const contrast = crusted(pigment, scab);
      const row = 2 * (session * SIZE_CLASSES + sizeClass);
      table[row] = dot.radiusMm;
      table[row + 1] = contrast[1];
      const inScar = inFittedRange(dotAt(years, healed, scarAgeing));
      table[2 * SKIN_ROWS + row] = inScar.radiusMm;
      table[2 * SKIN_ROWS + row + 1] = crusted(seenContrast(coreContrast(inScar), healing), scab)[1];

      const part = share / SIZE_CLASSES;
      const crustMm2 = (band: 0 | 1 | 2): number =>
        coreAreaMm2(contrast[band], dot.radiusMm, frayed) - coreAreaMm2(pigment[band], dot.radiusMm, frayed);
      const darkMm2 = seenTimes * effectiveAreaMm2(dot)[1];
      const tint = tintOf(dot);
      wholeMm2 += part * (darkMm2 + crustMm2(1));
      coreMm2 += part * coreAreaMm2(contrast[1], dot.radiusMm, frayed);
      for (const band of [0, 2] as const)
        tintMm2[band] += part * (darkMm2 * (tint[band] - HEALED_TINT[band]) + crustMm2(band) - crustMm2(1));
    });
  });
  return { table, frayed, wholeMm2, coreMm2, tintMm2 };
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
 * between sessions. `skin`: the skin's linear colour without gloss, null where it is not known (reference skin): redness
 * depends on how light it is. `colour`: what colour it has of its own in the photo, which pigment takes with the light.
 */
export function dotAppearance(design: Design, skin: LinearRgb | null, colour: SkinColour): DotAppearance {
  const { table, frayed, wholeMm2, coreMm2, tintMm2 } = tableOf(design);
  const fresh = healingNow(design);
  // Without a dot there are no ratios to tell, and nothing that they would be applied to.
  const core = coreMm2 > 0 ? coreMm2 : 1;
  return {
    table,
    frayed,
    drawnOut: DRAWN_OUT,
    // Skin takes up pigment unevenly as it heals; at first dots are as dark as their neighbours, and differ in size (dots.vert). By photographs.
    evened: fresh,
    uneven: unevenness(fresh),
    lumaOfDot: lumaOfDot(fresh),
    hueSpread: hueSpread(fresh),
    wholeRatio: coreMm2 > 0 ? wholeMm2 / core : 1,
    tintRatio: [tintMm2[0] / core, 0, tintMm2[2] / core],
    skinColour: colour,
    colourLost: colourLost(fresh),
    haloLengthMm: PHOTOGRAPHED.haloLengthMm,
    redness: rednessOf(design, skin),
  };
}

/**
 * Mean transmission, by band, of skin treated with `densityPerCm2` dots once all sessions are done (fewer are there
 * before): exp(−Σ n·A) over sessions and sizes. What the mean of a patch of the picture must be.
 */
export function fieldTransmission(design: Design, colour: SkinColour, densityPerCm2: number): LinearRgb {
  const { wholeMm2, tintMm2 } = tableOf(design);
  const perMm2 = densityPerCm2 / MM2_PER_CM2;
  const left = transmissionOf(Math.exp(-perMm2 * wholeMm2), colour, colourLost(healingNow(design)));
  return [left[0] * Math.exp(-perMm2 * tintMm2[0]), left[1], left[2] * Math.exp(-perMm2 * tintMm2[2])];
}
