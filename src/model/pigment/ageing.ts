import { DAYS_PER_YEAR } from '~/model/base/units';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { clamp, smoothstep } from '~/model/maths/numbers';
import type { DotPigment } from './dot-optics';

/** A dot counts as healed from here on (docs/model.md, Healing (M2)). */
export const HEALED_YEARS = 1 / 12;

/** One colourant of an ink (M4): its share, how strongly it absorbs by band, and its fade time against carbon's. */
export interface InkPart {
  readonly share: number;
  readonly absorbs: LinearRgb;
  readonly fadeTimes: number;
}

/** What carbon absorbs by band (M4); the optics' fits hold it already. */
const CARBON: LinearRgb = [0.89, 1, 1.18];

/** What decides how pigment heals and fades. Sources: docs/model.md, Healing (M2) and Fading (M3). */
export interface AgeingSettings {
  /** Healed pigment over fresh. */
  readonly healedShare: number;
  /** Share of the loss that goes with the scabs, when, and how sharply. */
  readonly fastShare: number;
  readonly fastDay: number;
  readonly fastWidthDays: number;
  /** Time constant of the rest of the loss. */
  readonly slowDays: number;
  /** The pale spell around the tenth day. */
  readonly paleDepth: number;
  readonly paleDay: number;
  readonly paleWidthDays: number;
  /** Redness of light skin right after the session, ΔCIELAB a*, and how fast it goes. */
  readonly redness: number;
  readonly rednessDays: number;
  /** Fade time of the amount, what never fades, and what speeds it up. */
  readonly tauYears: number;
  readonly floor: number;
  readonly kUv: number;
  readonly kSkin: number;
  readonly kScar: number;
  /** How much larger a fresh dot is than the healed one. */
  readonly freshRadii: number;
  /** Depth of the pigment's top: fresh, healed, and how much deeper it drifts in how long. */
  readonly freshDepthMm: number;
  readonly healedDepthMm: number;
  readonly driftMm: number;
  readonly driftYears: number;
  /** Diffusion coefficient, mm² a year. */
  readonly spreadMm2PerYear: number;
  readonly ink: readonly InkPart[];
}

/** The settings that the worked tables of the tests stand for: from theory and trade, as it was before photographs. */
export const TABLE_AGEING: AgeingSettings = {
  healedShare: 0.65,
  fastShare: 0.7,
  fastDay: 6,
  fastWidthDays: 1.5,
  slowDays: 9,
  paleDepth: 0.1,
  paleDay: 10,
  paleWidthDays: 4,
  redness: 8,
  rednessDays: 1.5,
  tauYears: 7,
  floor: 0.15,
  kUv: 1,
  kSkin: 1,
  kScar: 1,
  freshRadii: 5 / 3,
  freshDepthMm: 0.07,
  healedDepthMm: 0.12,
  driftMm: 0.1,
  driftYears: 12,
  spreadMm2PerYear: 0.5e-4,
  ink: [{ share: 1, absorbs: CARBON, fadeTimes: 1 }],
};

/**
 * What the app starts with: dots reach the touch-up window after three to five years; right after a session they are darker
 * rather than wider (photographs: docs/model.md, What photographs say).
 */
export const APP_AGEING: AgeingSettings = {
  ...TABLE_AGEING,
  // Of the skin alone; what pigment hides of it is left out where it is drawn (photographed.ts: rednessVeiled).
  redness: 10,
  tauYears: 4.5,
  freshRadii: 1.4,
  freshDepthMm: 0.08,
  healedDepthMm: 0.18,
};

/** Dots are not followed beyond this radius (M5). */
const GREATEST_RADIUS_MM = 0.3;
/** When scabs are thickest, and for how long. Days (docs/model.md, Healing (M2)). */
const SCAB_DAY = 3.5;
const SCAB_WIDTH_DAYS = 2;
/** From this day on the healing law is blended into the healed state (docs/model.md, Healing (M2)). */
const HAND_OVER_DAY = 20;
const HEALED_DAYS = HEALED_YEARS * DAYS_PER_YEAR;

/** A healed dot: what time then changes. */
export interface HealedDot {
  readonly muPerMm: number;
  readonly radiusMm: number;
}

/** H of M2: how much of the healing is still to come, 1 on the day of the session, 0 when healed. */
function healingToCome(days: number, { fastDay, fastWidthDays }: AgeingSettings): number {
  const logistic = (day: number): number => 1 / (1 + Math.exp((day - fastDay) / fastWidthDays));
  return logistic(days) / logistic(0);
}

/** How much of the healing is still to come, 1 on the day of the session, 0 when healed (M2). */
export const healingLeft = (days: number, settings: AgeingSettings): number =>
  days >= HEALED_DAYS ? 0 : handOver(days) * healingToCome(days, settings);

const handOver = (days: number): number => 1 - smoothstep(HAND_OVER_DAY, HEALED_DAYS, days);

/** P of M3: what is left of a healed colourant that fades `fadeTimes` as slowly as carbon. */
function faded(years: number, fadeTimes: number, settings: AgeingSettings): number {
  const tauYears = (settings.tauYears * fadeTimes) / (settings.kUv * settings.kSkin * settings.kScar);
  return settings.floor + (1 - settings.floor) * Math.exp(-Math.max(0, years - HEALED_YEARS) / tauYears);
}

/**
 * Absorption of an ink by band against what carbon of the healed dot's strength absorbs: mu_c(t) of M4 over mu_h and
 * carbon's own K, so that it can be entered into the optics' fits. [1, 1, 1] for carbon when healed.
 */
function inkLeft(years: number, settings: AgeingSettings): LinearRgb {
  const inGreen = settings.ink.reduce((sum, { share, absorbs }) => sum + share * absorbs[1], 0);
  const band = (c: 0 | 1 | 2): number =>
    settings.ink.reduce(
      (sum, { share, absorbs, fadeTimes }) => sum + share * absorbs[c] * faded(years, fadeTimes, settings),
      0,
    ) /
    (inGreen * CARBON[c]);
  return [band(0), band(1), band(2)];
}

/**
 * Pigment in the skin `years` after the session as a share of the healed amount (V of M2, then P of M3): of a mixture,
 * what it absorbs in green.
 */
export function pigmentAmount(years: number, settings: AgeingSettings): number {
  if (years >= HEALED_YEARS) return inkLeft(years, settings)[1];
  const days = years * DAYS_PER_YEAR;
  const { healedShare, fastShare, slowDays, paleDepth, paleDay, paleWidthDays } = settings;
  const excess = fastShare * healingToCome(days, settings) + (1 - fastShare) * Math.exp(-days / slowDays);
  const pale = paleDepth * Math.exp(-(((days - paleDay) / paleWidthDays) ** 2));
  return 1 + handOver(days) * ((1 + (1 / healedShare - 1) * excess) * (1 - pale) - 1);
}

/** Depth of the pigment's top, mm (M2, M4). */
export function pigmentDepthMm(years: number, settings: AgeingSettings): number {
  const { freshDepthMm, healedDepthMm, driftMm, driftYears } = settings;
  if (years >= HEALED_YEARS) return healedDepthMm + driftMm * (1 - Math.exp(-(years - HEALED_YEARS) / driftYears));
  const days = years * DAYS_PER_YEAR;
  return healedDepthMm - (healedDepthMm - freshDepthMm) * healingLeft(days, settings);
}

/** Radius of the pigment, mm, of a dot that heals to `healedRadiusMm` (M2, M5). */
export function pigmentRadiusMm(years: number, healedRadiusMm: number, settings: AgeingSettings): number {
  if (years >= HEALED_YEARS) {
    const grown = Math.sqrt(healedRadiusMm ** 2 + 8 * settings.spreadMm2PerYear * (years - HEALED_YEARS));
    return Math.min(GREATEST_RADIUS_MM, grown);
  }
  const days = years * DAYS_PER_YEAR;
  return healedRadiusMm * (1 + (settings.freshRadii - 1) * healingLeft(days, settings));
}

/** One dot `years` after its session; the pigment is thinned by what it has spread. */
export function dotAt(years: number, healed: HealedDot, settings: AgeingSettings): DotPigment {
  const radiusMm = pigmentRadiusMm(years, healed.radiusMm, settings);
  const left = inkLeft(years, settings);
  return {
    muPerMm: healed.muPerMm * pigmentAmount(years, settings) * (healed.radiusMm / radiusMm) ** 2,
    bands: [left[0] / left[1], 1, left[2] / left[1]],
    radiusMm,
    depthMm: pigmentDepthMm(years, settings),
  };
}

/** Opacity of the pinpoint scab on a dot, 0..1: they form on days 1 to 3 and flake off on days 3 to 10 (M2). */
export const scabAt = (days: number): number => Math.exp(-(((days - SCAB_DAY) / SCAB_WIDTH_DAYS) ** 2));

/** Redness of the treated skin, ΔCIELAB a*; less of it shows on dark skin (M2). ITA in degrees. */
export function rednessAt(days: number, itaDegrees: number, settings: AgeingSettings): number {
  return settings.redness * Math.exp(-days / settings.rednessDays) * clamp((itaDegrees + 60) / 115, 0.25, 1);
}
