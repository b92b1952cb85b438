import type { Design } from './design';
import { edgeOf, recessionMm } from './line-style';
import { LOOK_ROWS } from './looks';
import type { LookShift } from './looks';
import { applyPigment } from './pigment-presets';
import { HAIRLINE_HEIGHT_MM, SETTINGS } from './settings';
import type { DesignSettingKey, FollowingKey } from './settings';

/** What settings that follow the shape or the edge style come to: a row for each that has no value at first. */
const FOLLOWED: Readonly<Record<FollowingKey, (design: Design) => number>> = {
  templeRecessionMm: recessionMm,
  edgeSoftnessMm: (design) => edgeOf(design).edgeSoftnessMm,
  macroIrregularityMm: (design) => edgeOf(design).macroIrregularityMm,
  macroPeriodMm: (design) => edgeOf(design).macroPeriodMm,
  microIrregularityMm: (design) => edgeOf(design).microIrregularityMm,
  microPeriodMm: (design) => edgeOf(design).microPeriodMm,
  strayDotsPerCm: (design) => edgeOf(design).strayDotsPerCm,
  frontalTuftPercent: (design) => edgeOf(design).frontalTuftPercent,
};
const follows = (key: DesignSettingKey): key is FollowingKey => key in FOLLOWED;

/** The value in force: a setting that follows the shape or the edge style shows theirs. */
export const valueInForce = (design: Design, key: DesignSettingKey): number =>
  follows(key) ? FOLLOWED[key](design) : design[key];

/**
 * What reset leads to: the build's, the pigment's or the table's own value; null follows shape or edge style again. `look`:
 * where the head at hand puts the usual look; null where no photo has been read.
 */
export function valueAtFirst(design: Design, key: DesignSettingKey, look: LookShift | null = null): number | null {
  if (key === 'hairlineHeightMm') return HAIRLINE_HEIGHT_MM[design.build] + (look?.shiftMm ?? 0);
  if (key === 'templeRecessionMm' && look !== null && design.shape === 'natural')
    return LOOK_ROWS[design.build].usual.cornersMm;
  if (key === 'densityPerCm2' || key === 'strengthPercent' || key === 'dotSizeMm')
    return applyPigment(design, design.pigment)[key];
  return SETTINGS[key].initial;
}
