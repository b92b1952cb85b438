export const HAIRLINE_SHAPES = ['natural', 'straight', 'boxed', 'rounded', 'peaked', 'receded'] as const;
export type HairlineShape = (typeof HAIRLINE_SHAPES)[number];

export const EDGE_STYLES = ['faded', 'softAndBroken', 'medium', 'defined'] as const;
export type EdgeStyle = (typeof EDGE_STYLES)[number];

/** How the line runs on the sides: over the temples and in front of the ears. */
export const SIDE_PROFILES = ['soft', 'medium', 'defined'] as const;
export type SideProfile = (typeof SIDE_PROFILES)[number];

export const COVERAGES = ['hairlineOnly', 'hairlineAndTop', 'fullHead', 'betweenHair', 'partLine', 'painted'] as const;
export type Coverage = (typeof COVERAGES)[number];

/** Parts of the scalp, from front to back and then down; every place is shared among them (scalp-zones.ts). */
export const ZONES = ['hairline', 'frontal', 'midScalp', 'crown', 'temples', 'sides'] as const;
export type Zone = (typeof ZONES)[number];

/** What a zone's dots may be, % of the design's own density and strength. Our choice of how far. */
export const ZONE_PERCENTS = {
  density: { min: 0, max: 150, step: 1, initial: 100 },
  strength: { min: 50, max: 150, step: 5, initial: 100 },
} as const;

/** How often the irregularity of the line can be shuffled. */
export const MOST_SHUFFLES = 1_000_000;

export const PIGMENTS = ['light', 'medium', 'dark'] as const;
export type Pigment = (typeof PIGMENTS)[number];

/** What is in the pigment. */
export const INKS = ['carbon', 'ironOxide', 'organic', 'temporary'] as const;
export type Ink = (typeof INKS)[number];

/** How well the needle met its depth. */
export const PLACINGS = ['well', 'average', 'deep'] as const;
export type Placing = (typeof PLACINGS)[number];

export const SKIN_TYPES = ['dry', 'normal', 'oily'] as const;
export type SkinType = (typeof SKIN_TYPES)[number];

/** Which of the possible futures is shown: nobody's own fading is known beforehand. */
export const OUTLOOKS = ['sooner', 'likely', 'later'] as const;
export type Outlook = (typeof OUTLOOKS)[number];

export const LASER_KINDS = ['qSwitched', 'picosecond'] as const;
export type LaserKind = (typeof LASER_KINDS)[number];

/** How far hair loss has gone: Norwood's stages in men, Ludwig's in women. */
export const NORWOOD_STAGES = ['I', 'II', 'IIa', 'III', 'IIIv', 'IV', 'Va', 'V', 'VI', 'VII'] as const;
export const LUDWIG_STAGES = ['ludwigI', 'ludwigII', 'ludwigIII'] as const;
export const HAIR_STAGES = [...NORWOOD_STAGES, ...LUDWIG_STAGES] as const;
export type HairStage = (typeof HAIR_STAGES)[number];

/** How fast it goes on. */
export const HAIR_RATES = ['slow', 'usual', 'fast'] as const;
export type HairRate = (typeof HAIR_RATES)[number];

/** Somebody's age today, years. */
export const AGE_YEARS = { min: 16, max: 90, initial: 30 } as const;

/** Days between two sessions, and sessions of laser. 12 by the trade (docs/model.md, Sessions (M1)). */
export const SESSION_GAP_DAYS = { min: 7, max: 30, initial: 12 } as const;
export const MOST_LASER_SESSIONS = 8;
export const MOST_TOUCH_UPS = 6;

/** Whose averages the head is fitted with where the photo cannot tell. */
export const BUILDS = ['men', 'women'] as const;
export type Build = (typeof BUILDS)[number];
