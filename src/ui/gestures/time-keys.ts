import { DAYS_PER_YEAR } from '~/model/base/units';
import type { Design } from '~/model/design/design';
import { momentAt, positionOf, timeStops } from '~/model/design/time-scale';
import type { Moment } from '~/model/design/time-scale';
import { HEALED_YEARS } from '~/model/pigment/ageing';

/** What arrow keys move by: a day while it heals, then a hundredth of the strip. */
const FINE_POSITION = 0.01;
const DAY_YEARS = 1 / DAYS_PER_YEAR;

/** A fine step from a moment: a day until healed or until the next session, which it goes on with. */
function step(now: Moment, design: Design, direction: 1 | -1): Moment {
  if (now.sessionsDone === 0) return { sessionsDone: direction > 0 ? 1 : 0, timeYears: 0 };
  const timeYears = now.timeYears + direction * DAY_YEARS;
  const here = positionOf(now, design);
  const there = positionOf({ ...now, timeYears }, design);
  const stop = timeStops(design).find((each) => each.sessionsDone === now.sessionsDone + 1);
  if (timeYears < 0 || timeYears >= HEALED_YEARS) return momentAt(here + direction * FINE_POSITION, design);
  const passes = stop !== undefined && here < positionOf(stop, design) && there >= positionOf(stop, design) - 1e-9;
  return passes ? stop : { ...now, timeYears };
}

/** A key's new moment; null where the key is not ours. */
export function momentAfterKey(key: string, design: Design): Moment | null {
  const now: Moment = { sessionsDone: design.sessionsDone, timeYears: design.timeYears };
  const at = positionOf(now, design);
  const stops = timeStops(design);
  const isLater = (stop: Moment): boolean => positionOf(stop, design) > at + 1e-6;
  const isEarlier = (stop: Moment): boolean => positionOf(stop, design) < at - 1e-6;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return step(now, design, 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return step(now, design, -1);
    case 'PageUp':
      return stops.find(isLater) ?? stops.at(-1) ?? null;
    case 'PageDown':
      return stops.findLast(isEarlier) ?? stops[0];
    case 'Home': // of the years first, then of the whole treatment
      return design.sessionsDone === design.sessionsPlanned && design.timeYears > 0
        ? { ...now, timeYears: 0 }
        : stops[0];
    case 'End':
      return stops.at(-1) ?? null;
    default:
      return null;
  }
}
