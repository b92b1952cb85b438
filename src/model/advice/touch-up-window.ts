import type { Design } from '~/model/design/design';
import { healedRadiusMm, meanMuPerMm } from '~/model/design/pigment-presets';
import { SETTINGS } from '~/model/design/settings';
import { bisect } from '~/model/maths/search';
import { dotAt, HEALED_YEARS } from '~/model/pigment/ageing';
import { coreContrast } from '~/model/pigment/dot-optics';
import { ageingOf } from '~/model/pigment/fading-choices';

/**
 * Shares of the healed darkness between which people go for a touch-up: our choice, so that dots of the usual preset come to it about
 * when the trade tells, after three to five years (docs/model.md, Fading (M3)). Darkness is counted as photographs are measured, −ln
 * of the light left, and not as contrast: that hardly falls at first in dots as large and dark as real ones, but soon in pale ones.
 */
const DUE_SHARES = [0.7, 0.6] as const;

/** How dark the middle of a mean dot is in green so long after the needle, −ln of the light left, as a share of healed. */
export function darknessLeft(design: Design, yearsSinceNeedle: number): number {
  const healed = { muPerMm: meanMuPerMm(design.strengthPercent), radiusMm: healedRadiusMm(design.dotSizeMm) };
  const ageing = ageingOf(design);
  const at = (years: number): number => Math.log(1 - coreContrast(dotAt(years, healed, ageing))[1]);
  return at(Math.max(HEALED_YEARS, yearsSinceNeedle)) / at(HEALED_YEARS);
}

/**
 * When the dots want a touch-up after the last needle at `fromYears`: years since the last session at which their middles
 * are 70 and 60 % as dark as healed; null where that lies beyond the end of the scale.
 */
export function touchUpWindow(design: Design, fromYears = 0): readonly [number, number] | null {
  const due = (share: number): number => {
    const lastYears = SETTINGS.timeYears.max - fromYears;
    const isStrong = (years: number): boolean => darknessLeft(design, years) > share;
    if (isStrong(lastYears)) return Infinity;
    const [, years] = bisect(HEALED_YEARS, lastYears, 30, isStrong);
    return fromYears + years;
  };
  const [first, last] = DUE_SHARES.map(due);
  return Number.isFinite(first) ? [first, Math.min(last, SETTINGS.timeYears.max)] : null;
}
