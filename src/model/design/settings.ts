import {
  BUILDS,
  COVERAGES,
  EDGE_STYLES,
  HAIRLINE_SHAPES,
  INKS,
  OUTLOOKS,
  PIGMENTS,
  PLACINGS,
  SIDE_PROFILES,
  SKIN_TYPES,
} from './choices';

/**
 * THE table of settings. A slider, the project file, the store and the renderer all read the same row.
 * What a setting and its unit are called stands in ui/words.
 * `stage` says what a change makes stale: `layout` (what the dots are) or `look` (how they are drawn) or `view`.
 */
export interface SettingRow {
  readonly unit: 'dotsPerCm2' | 'mm' | 'perCm' | 'percent' | 'times' | 'years';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value at first; null where it follows the shape or the edge style until the user moves it. */
  readonly initial: number | null;
  readonly stage: 'layout' | 'look' | 'view';
}

const row = <Initial extends number | null>(
  unit: SettingRow['unit'],
  [min, max, step]: readonly [number, number, number],
  initial: Initial,
  stage: SettingRow['stage'],
): SettingRow & { readonly initial: Initial } => ({ unit, min, max, step, initial, stage });

/**
 * Unit; least, most and step of the slider; value at first; stage. Where they come from: docs/model.md, Density and edge, and what
 * follows.
 */
export const SETTINGS = {
  densityPerCm2: row('dotsPerCm2', [50, 320, 5], 130, 'layout'),
  dotSizeMm: row('mm', [0.11, 0.45, 0.01], 0.35, 'look'),
  strengthPercent: row('percent', [25, 150, 1], 100, 'look'),
  hairlineHeightMm: row('mm', [45, 105, 1], 66, 'layout'),
  templeRecessionMm: row('mm', [0, 40, 1], null, 'layout'),
  edgeSoftnessMm: row('mm', [3, 20, 1], null, 'layout'),
  macroIrregularityMm: row('mm', [0, 10, 0.1], null, 'layout'),
  macroPeriodMm: row('mm', [15, 35, 1], null, 'layout'),
  microIrregularityMm: row('mm', [0, 4, 0.1], null, 'layout'),
  microPeriodMm: row('mm', [3, 8, 0.5], null, 'layout'),
  strayDotsPerCm: row('perCm', [0, 5, 0.5], null, 'layout'),
  frontalTuftPercent: row('percent', [0, 100, 5], null, 'layout'),
  partingWidthMm: row('mm', [5, 40, 1], 15, 'layout'),
  balancePercent: row('percent', [0, 100, 5], 30, 'layout'),
  sunExposure: row('times', [0.5, 2.5, 0.1], 1, 'look'),
  timeYears: row('years', [0, 15, 0.001], 1 / 12, 'look'),
  beforeAfterPercent: row('percent', [0, 100, 1], 0, 'view'),
} as const satisfies Record<string, SettingRow>;

export type SettingKey = keyof typeof SETTINGS;
/** The settings kept in the design (the divider is a matter of the view). */
export type DesignSettingKey = Exclude<SettingKey, 'beforeAfterPercent'>;
export const DESIGN_SETTINGS = Object.keys(SETTINGS).filter(
  (key): key is DesignSettingKey => key !== 'beforeAfterPercent',
);
/** The settings that follow the shape or edge style while null: the rows without a value at first. */
export type FollowingKey = {
  [Key in DesignSettingKey]: (typeof SETTINGS)[Key]['initial'] extends null ? Key : never;
}[DesignSettingKey];
/** A value of each setting of a design; null: what the shape or the edge style says. */
export type SettingValues = Readonly<
  Record<Exclude<DesignSettingKey, FollowingKey>, number> & Record<FollowingKey, number | null>
>;

const choice = <Member extends string>(
  members: readonly Member[],
  initial: NoInfer<Member>,
  stage: 'layout' | 'look',
): { readonly members: readonly Member[]; readonly initial: Member; readonly stage: 'layout' | 'look' } => ({
  members,
  initial,
  stage,
});

/** THE table of choices: what there is to choose from, what is chosen at first, and what a change makes stale. */
export const CHOICES = {
  build: choice(BUILDS, 'men', 'layout'),
  shape: choice(HAIRLINE_SHAPES, 'natural', 'layout'),
  edge: choice(EDGE_STYLES, 'softAndBroken', 'layout'),
  sideProfile: choice(SIDE_PROFILES, 'medium', 'layout'),
  coverage: choice(COVERAGES, 'fullHead', 'layout'),
  pigment: choice(PIGMENTS, 'medium', 'look'),
  ink: choice(INKS, 'carbon', 'look'),
  placing: choice(PLACINGS, 'well', 'look'),
  skinType: choice(SKIN_TYPES, 'normal', 'look'),
  outlook: choice(OUTLOOKS, 'likely', 'look'),
} as const;

export type ChoiceKey = keyof typeof CHOICES;
/** A member of each choice of a design. */
export type ChosenValues = { readonly [Key in ChoiceKey]: (typeof CHOICES)[Key]['members'][number] };

const initialOf = (table: Readonly<Record<string, { readonly initial: unknown }>>, keys: readonly string[]): unknown =>
  Object.fromEntries(keys.map((key) => [key, table[key].initial]));
/** All settings and choices as they are at first. */
export const INITIAL_SETTINGS = initialOf(SETTINGS, DESIGN_SETTINGS) as SettingValues;
export const INITIAL_CHOICES = initialOf(CHOICES, Object.keys(CHOICES)) as ChosenValues;

/** What hairline height starts from for the two average heads (docs/model.md, Head and hairline). */
export const HAIRLINE_HEIGHT_MM = { men: 66, women: 62 } as const;
export const MOST_SESSIONS = 5;
