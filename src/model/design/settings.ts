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
  macroIrregularityMm: row('Mounds', 'mm', [0, 10, 0.5], null, 'layout'),
  macroPeriodMm: row('Mound spacing', 'mm', [15, 35, 1], null, 'layout'),
  microIrregularityMm: row('Small irregularity', 'mm', [0, 4, 0.5], null, 'layout'),
  microPeriodMm: row('Small spacing', 'mm', [3, 8, 0.5], null, 'layout'),
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
  | 'macroIrregularityMm'
  | 'macroPeriodMm'
  | 'microIrregularityMm'
  | 'microPeriodMm'
  | 'strayDotsPerCm'
  | 'frontalTuftPercent';

/** What hairline height starts from for the two average heads of the domain notes, section 5. */
export const HAIRLINE_HEIGHT_MM = { men: 75, women: 62 } as const;
export const MOST_SESSIONS = 5;
