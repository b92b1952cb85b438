import type { Design } from '~/model/design/design';
import { leftByLaser } from './fading-choices';
import { DAYS_PER_YEAR } from '~/model/base/units';

/** When the needle was last in the skin, years ago: the last session done, or a touch-up since. */
export function yearsSinceNeedle({ timeYears, touchUpsYears }: Design): number {
  const last = touchUpsYears.findLast((at) => at <= timeYears);
  return last === undefined ? timeYears : timeYears - last;
}

/**
 * Age in years of the dots of a session, each from its own birth date. A touch-up goes over all dots, and they age anew
 * from it: what was left of the old pigment then counts as part of the new.
 */
export function dotAgeYears(design: Design, session: number): number {
  const { timeYears, touchUpsYears, sessionsDone, sessionGapsDays } = design;
  if (touchUpsYears.some((at) => at <= timeYears)) return yearsSinceNeedle(design);
  const days = sessionGapsDays.slice(session, Math.max(session, sessionsDone - 1)).reduce((sum, gap) => sum + gap, 0);
  return timeYears + days / DAYS_PER_YEAR;
}

/**
 * Share of the pigment that laser has left in the dots, 0..1; a touch-up after it puts new pigment in (docs/model.md,
 * Laser (M8)).
 */
export function leftAfterLaser({ timeYears, touchUpsYears, laser }: Design): number {
  if (laser.sessions === 0 || timeYears < laser.atYears) return 1;
  if (touchUpsYears.some((at) => at > laser.atYears && at <= timeYears)) return 1;
  return leftByLaser(laser.kind, laser.sessions);
}
