/**
 * THE table of settings. A slider, the project file, the store and the renderer all read the same row.
 * `stage` says what a change makes stale: `layout` (what the dots are) or `look` (how they are drawn) or `view`.
 */
export interface SettingRow {
  readonly label: string;
  readonly unit: 'dots/cm²' | 'mm' | 'per cm' | '%' | '×' | 'years';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value at first; null where it follows the shape or the edge style until the user moves it. */
  readonly initial: number | null;
  readonly stage: 'layout' | 'look' | 'view';
}

const row = <Initial extends number | null>(
  label: string,
  unit: SettingRow['unit'],
  [min, max, step]: readonly [number, number, number],
  initial: Initial,
  stage: SettingRow['stage'],
): SettingRow & { readonly initial: Initial } => ({ label, unit, min, max, step, initial, stage });

export const SETTINGS = {
  densityPerCm2: row('Density', 'dots/cm²', [60, 320, 5], 280, 'layout'),
  dotSizeMm: row('Dot size', 'mm', [0.11, 0.27, 0.01], 0.19, 'look'),
  strengthPercent: row('Pigment strength', '%', [25, 150, 1], 100, 'look'),
  hairlineHeightMm: row('Hairline height', 'mm', [55, 105, 1], 75, 'layout'),
  templeRecessionMm: row('Temple recession', 'mm', [0, 40, 1], null, 'layout'),
  edgeSoftnessMm: row('Edge softness', 'mm', [3, 20, 1], null, 'layout'),
  moundsMm: row('Mounds', 'mm', [0, 10, 0.5], null, 'layout'),
  moundSpacingMm: row('Mound spacing', 'mm', [15, 35, 1], null, 'layout'),
  smallIrregularityMm: row('Small irregularity', 'mm', [0, 4, 0.5], null, 'layout'),
  smallSpacingMm: row('Small spacing', 'mm', [3, 8, 0.5], null, 'layout'),
  strayDotsPerCm: row('Stray dots', 'per cm', [0, 5, 0.5], null, 'layout'),
  frontalTuftPercent: row('Frontal tuft', '%', [0, 100, 5], null, 'layout'),
  partingWidthMm: row('Parting width', 'mm', [5, 40, 1], 15, 'layout'),
  balancePercent: row('Balance', '%', [0, 100, 5], 30, 'layout'),
  sunExposure: row('Sun exposure', '×', [0.5, 2.5, 0.1], 1, 'look'),
  timeYears: row('Time', 'years', [0, 15, 0.001], 1 / 12, 'look'),
  beforeAfterPercent: row('Before and after', '%', [0, 100, 1], 0, 'view'),
} as const satisfies Record<string, SettingRow>;

export type SettingKey = keyof typeof SETTINGS;
/** The settings kept in the design (the divider is a matter of the view). */
export type DesignSettingKey = Exclude<SettingKey, 'beforeAfterPercent'>;
/** The settings that follow the shape or edge style while null. */
export type FollowingKey =
  | 'templeRecessionMm'
  | 'edgeSoftnessMm'
  | 'moundsMm'
  | 'moundSpacingMm'
  | 'smallIrregularityMm'
  | 'smallSpacingMm'
  | 'strayDotsPerCm'
  | 'frontalTuftPercent';

/** What hairline height starts from for the two average heads of the domain notes, section 5. */
export const HAIRLINE_HEIGHT_MM = { men: 75, women: 62 } as const;

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

/** What a zone's dots may be, % of the design's own density and strength. */
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

/** Days between two sessions, and sessions of laser. */
export const SESSION_GAP_DAYS = { min: 7, max: 30, initial: 12 } as const;
export const MOST_LASER_SESSIONS = 8;
export const MOST_TOUCH_UPS = 6;

/** Whose averages the head is fitted with where the photo cannot tell. */
export const BUILDS = ['men', 'women'] as const;
export type Build = (typeof BUILDS)[number];

/** Numbers of a shape: recession of the corners over the middle, and what the line does between. */
export interface ShapeRow {
  readonly recessionMm: number;
  /** Raises the whole middle (the receded shape). */
  readonly middleRaiseMm: number;
  /** Share of the rise to the corners, mm, that the line takes as one gentle bow; it takes the rest steeply, at the corners. */
  readonly convexMm: number;
  /** Radius with which the corner is rounded. */
  readonly cornerRadiusMm: number;
  /** How far the corner stands outside the outer corner of the eye. */
  readonly cornerOutMm: number;
  /** Depth and width of a peak in the middle. */
  readonly peakDepthMm: number;
  readonly peakWidthMm: number;
  /** The temple line upright instead of running back. */
  readonly templeUpright: boolean;
}

/**
 * The shapes as first laid down for the screen, then tuned by looking at them on photos. Departures from the first table:
 * how far a line is convex had no number there; the peak was 8 mm deep and 18 wide, and vanished in a soft edge.
 * In women the corners recede a third as far (design.ts) and are rounder (hairline-side.ts).
 */
export const SHAPE_ROWS: Readonly<Record<HairlineShape, ShapeRow>> = {
  natural: {
    recessionMm: 12,
    middleRaiseMm: 0,
    convexMm: 4,
    cornerRadiusMm: 12,
    cornerOutMm: 0,
    peakDepthMm: 0,
    peakWidthMm: 0,
    templeUpright: false,
  },
  straight: {
    recessionMm: 3,
    middleRaiseMm: 0,
    convexMm: 0,
    cornerRadiusMm: 6,
    cornerOutMm: 0,
    peakDepthMm: 0,
    peakWidthMm: 0,
    templeUpright: false,
  },
  boxed: {
    recessionMm: 0,
    middleRaiseMm: 0,
    convexMm: 0,
    cornerRadiusMm: 2,
    cornerOutMm: 6,
    peakDepthMm: 0,
    peakWidthMm: 0,
    templeUpright: true,
  },
  rounded: {
    recessionMm: 4,
    middleRaiseMm: 0,
    convexMm: 1.5,
    cornerRadiusMm: 35,
    cornerOutMm: 0,
    peakDepthMm: 0,
    peakWidthMm: 0,
    templeUpright: false,
  },
  peaked: {
    recessionMm: 12,
    middleRaiseMm: 0,
    convexMm: 4,
    cornerRadiusMm: 12,
    cornerOutMm: 0,
    peakDepthMm: 10,
    peakWidthMm: 28,
    templeUpright: false,
  },
  receded: {
    recessionMm: 25,
    middleRaiseMm: 8,
    convexMm: 6,
    cornerRadiusMm: 15,
    cornerOutMm: 0,
    peakDepthMm: 0,
    peakWidthMm: 0,
    templeUpright: false,
  },
};

/** Numbers of an edge style; irregularities are the amplitudes of two waves (edge-irregularity.ts). */
export interface EdgeRow {
  readonly depthMm: number;
  /** Density weight at the line, 0..1; rises to 1 over the depth. Size and tone follow at half its strength. */
  readonly weight: number;
  readonly microMm: number;
  readonly macroMm: number;
  /** Their periods: single hairs, and a few mounds (domain notes, 5). */
  readonly microPeriodMm: number;
  readonly macroPeriodMm: number;
  /** Single dots in front of the edge, per cm of line. */
  readonly straysPerCm: number;
  /** How much denser the small oval in the middle behind the line is (trade notes, 5), % of what is missing there. */
  readonly tuftPercent: number;
}

const PERIODS = { microPeriodMm: 5, macroPeriodMm: 22 } as const;

export const EDGE_ROWS: Readonly<Record<EdgeStyle, EdgeRow>> = {
  faded: { depthMm: 16, weight: 0.15, microMm: 1.5, macroMm: 4, ...PERIODS, straysPerCm: 1, tuftPercent: 0 },
  softAndBroken: { depthMm: 10, weight: 0.3, microMm: 2.5, macroMm: 4, ...PERIODS, straysPerCm: 2, tuftPercent: 0 },
  medium: { depthMm: 6, weight: 0.5, microMm: 1.5, macroMm: 3, ...PERIODS, straysPerCm: 0.5, tuftPercent: 0 },
  defined: { depthMm: 3, weight: 0.8, microMm: 0.5, macroMm: 1, ...PERIODS, straysPerCm: 0, tuftPercent: 0 },
};

/** Numbers of a side profile. */
export interface SideProfileRow {
  /** How far the temple point is set back from where the shape has it, along the skin. */
  readonly templeBackMm: number;
  /** How far the line bends back from corner to temple point, and from there to the sideburn; an upright temple line is straight. */
  readonly templeBowMm: number;
  readonly sideburnBowMm: number;
  /** With which the temple point is rounded. */
  readonly templeRadiusMm: number;
  /** Multiplies the depth of the transition zone from the temple points backwards. */
  readonly softness: number;
}

/** Our numbers for the trade's three words (trade notes, 4), chosen by looking. Medium is what the shapes were tuned with. */
export const SIDE_ROWS: Readonly<Record<SideProfile, SideProfileRow>> = {
  soft: { templeBackMm: 5, templeBowMm: 5, sideburnBowMm: 8, templeRadiusMm: 30, softness: 1.8 },
  medium: { templeBackMm: 0, templeBowMm: 2.5, sideburnBowMm: 5, templeRadiusMm: 20, softness: 1 },
  defined: { templeBackMm: 0, templeBowMm: 0, sideburnBowMm: 1, templeRadiusMm: 6, softness: 0.5 },
};
