import { APP_AGEING } from './ageing';
import type { AgeingSettings, InkPart } from './ageing';
import type { Design } from '~/model/design/design';
import type { Ink, LaserKind, Outlook, Placing, SkinType } from '~/model/design/choices';

/**
 * What is in the bottle (docs/model.md, Ink and depth (M4)). Shares of the mixtures and the absorption of azo dyes are
 * assumptions: they give the residues that are reported, red of iron oxides and green-blue of organic mixtures.
 */
const INK_PARTS: Readonly<Record<Ink, readonly InkPart[]>> = {
  carbon: [{ share: 1, absorbs: [0.89, 1, 1.18], fadeTimes: 1 }],
  ironOxide: [
    { share: 0.6, absorbs: [0.95, 1, 1.05], fadeTimes: 0.55 },
    { share: 0.2, absorbs: [0.25, 0.9, 1], fadeTimes: 1.3 },
    { share: 0.2, absorbs: [0.05, 0.25, 1], fadeTimes: 0.6 },
  ],
  organic: [
    { share: 0.55, absorbs: [1, 0.6, 0.25], fadeTimes: 1 },
    { share: 0.45, absorbs: [0.2, 0.9, 1.3], fadeTimes: 0.4 },
  ],
  temporary: [{ share: 1, absorbs: [0.89, 1, 1.18], fadeTimes: 1 }],
};

/** Pigment that the body takes away: fade time and floor, in place of the usual ones. */
const TEMPORARY = { tauYears: 1, floor: 0.02 };

/** Fade time of the amount, years (docs/model.md, Fading (M3): 4.5 in a band of 3 to 7). */
const FADE_YEARS: Readonly<Record<Outlook, number>> = { sooner: 3, likely: 4.5, later: 7 };

/** Depth of the healed pigment's top, mm, and its spread, mm² a year (docs/model.md, Spread (M5)). */
const PLACINGS: Readonly<Record<Placing, Pick<AgeingSettings, 'healedDepthMm' | 'spreadMm2PerYear'>>> = {
  well: { healedDepthMm: APP_AGEING.healedDepthMm, spreadMm2PerYear: 0.5e-4 },
  average: { healedDepthMm: APP_AGEING.healedDepthMm, spreadMm2PerYear: 2e-4 },
  deep: { healedDepthMm: 0.32, spreadMm2PerYear: 1.5e-3 },
};

/** Multiplier of the fade rate; that oily and dry skin lose it faster is found, how much is assumed. */
const SKIN_RATES: Readonly<Record<SkinType, number>> = { dry: 1.1, normal: 1, oily: 1.25 };

/** Rate and exponent of removal by laser (docs/model.md, Laser (M8)). */
const LASER_RATES: Readonly<Record<LaserKind, readonly [kappa: number, u: number]>> = {
  qSwitched: [0.69, 0.8],
  picosecond: [1.2, 0.8],
};

/** How this design's pigment heals and fades. `outlook` in place of the design's own, where a range is to be told. */
export function ageingOf(design: Design, outlook: Outlook = design.outlook): AgeingSettings {
  const share = FADE_YEARS[outlook] / FADE_YEARS.likely;
  const temporary = design.ink === 'temporary';
  return {
    ...APP_AGEING,
    ...PLACINGS[design.placing],
    tauYears: temporary ? TEMPORARY.tauYears * share : FADE_YEARS[outlook],
    floor: temporary ? TEMPORARY.floor : APP_AGEING.floor,
    kUv: design.sunExposure,
    kSkin: SKIN_RATES[design.skinType],
    ink: INK_PARTS[design.ink],
  };
}

/** Share of the pigment that is left after `sessions` of laser, 0..1 (M8). */
export function leftByLaser(kind: LaserKind, sessions: number): number {
  const [kappa, u] = LASER_RATES[kind];
  return Math.exp(-kappa * sessions ** u);
}
