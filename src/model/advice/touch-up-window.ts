import type { Design } from '~/model/design/design';
import { healedRadiusMm, meanMuPerMm } from '~/model/design/pigment-presets';
import { SETTINGS } from '~/model/design/settings';
import { bisect } from '~/model/maths/search';
import { dotAt, HEALED_YEARS } from '~/model/pigment/ageing';
import { coreContrast } from '~/model/pigment/dot-optics';
import { ageingOf } from '~/model/pigment/fading-choices';

/** Shares of the healed contrast between which people go for a touch-up (docs/model.md, Fading (M3)). */
const DUE_SHARES = [0.7, 0.6] as const;

/** Contrast of a mean dot in green so long after the needle, as a share of what it is when healed. */
export function contrastLeft(design: Design, yearsSinceNeedle: number): number {
  const healed = { muPerMm: meanMuPerMm(design.strengthPercent), radiusMm: healedRadiusMm(design.dotSizeMm) };
  const ageing = ageingOf(design);
  const at = (years: number): number => coreContrast(dotAt(years, healed, ageing))[1];
  return at(Math.max(HEALED_YEARS, yearsSinceNeedle)) / at(HEALED_YEARS);
}

/**
 * When the dots want a touch-up after the last needle at `fromYears`: years since the last session at which their contrast
 * comes down to 70 and to 60 % of healed; null where that lies beyond the end of the scale.
 */
export function touchUpWindow(design: Design, fromYears = 0): readonly [number, number] | null {
  const due = (share: number): number => {
    const lastYears = SETTINGS.timeYears.max - fromYears;
    const isStrong = (years: number): boolean => contrastLeft(design, years) > share;
    if (isStrong(lastYears)) return Infinity;
    const [, years] = bisect(HEALED_YEARS, lastYears, 30, isStrong);
    return fromYears + years;
  };
  const [first, last] = DUE_SHARES.map(due);
  return Number.isFinite(first) ? [first, Math.min(last, SETTINGS.timeYears.max)] : null;
}
