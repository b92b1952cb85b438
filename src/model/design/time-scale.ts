import { DAYS_PER_YEAR } from '~/model/base/units';
import { clamp } from '~/model/maths/numbers';
import type { Design } from './design';

/** A moment of the treatment: after so many sessions (0: before the first), so long after the last of them. */
export type Moment = Pick<Design, 'sessionsDone' | 'timeYears'>;

/** The moment at which a design is shown. */
export const momentOf = ({ sessionsDone, timeYears }: Moment): Moment => ({ sessionsDone, timeYears });

/** A design at other moments: before the first visit, and as it is shown. */
export const BARE = (design: Design): Design => ({ ...design, sessionsDone: 0, timeYears: 0 });
export const AS_SHOWN = (design: Design): Design => design;

/** What the scale of time depends on. */
type Plan = Pick<Design, 'sessionsPlanned' | 'sessionGapsDays'>;

/** The years that the strip names once all sessions are done; the first is healed, the last the end of the scale. */
const YEARS: readonly number[] = [1 / 12, 0.5, 1, 2, 3, 5, 8, 10, 15];

/** The year of the stop before; the first has only the last session before it. */
const yearsBefore = (stop: number): number => (stop === 0 ? 0 : YEARS[stop - 1]);

/** The moments that the strip names, in order: bare skin, each session, healed, and the years. Evenly spaced. */
export function timeStops({ sessionsPlanned }: Pick<Plan, 'sessionsPlanned'>): readonly Moment[] {
  const sessions = Array.from({ length: sessionsPlanned + 1 }, (_, done) => ({ sessionsDone: done, timeYears: 0 }));
  return [...sessions, ...YEARS.map((timeYears) => ({ sessionsDone: sessionsPlanned, timeYears }))];
}

const gapYears = ({ sessionGapsDays }: Plan, session: number): number => sessionGapsDays[session - 1] / DAYS_PER_YEAR;

/** The moment at a place 0..1 of the strip: days have room at first, years later on. */
export function momentAt(position: number, plan: Plan): Moment {
  const { sessionsPlanned } = plan;
  const last = sessionsPlanned + YEARS.length;
  const stops = clamp(position, 0, 1) * last;
  // A place worked out from a moment may lie a rounding error before its stop.
  const before = Math.min(last - 1, Math.floor(stops + 1e-9));
  const share = Math.max(0, stops - before);
  if (before === 0) return { sessionsDone: share < 1 ? 0 : 1, timeYears: 0 };
  if (before < sessionsPlanned) return { sessionsDone: before, timeYears: share * gapYears(plan, before) };
  const after = before - sessionsPlanned;
  const [from, to] = [yearsBefore(after), YEARS[after]];
  return { sessionsDone: sessionsPlanned, timeYears: from + (to - from) * share };
}

/**
 * Place 0..1 of a moment; the inverse of `momentAt`. Somebody who stops before the plan is over ages from there: years
 * after an earlier session lie where they lie after the last.
 */
export function positionOf({ sessionsDone, timeYears }: Moment, plan: Plan): number {
  const { sessionsPlanned } = plan;
  const last = sessionsPlanned + YEARS.length;
  if (sessionsDone === 0) return 0;
  if (sessionsDone < sessionsPlanned && timeYears < gapYears(plan, sessionsDone)) {
    return (sessionsDone + timeYears / gapYears(plan, sessionsDone)) / last;
  }
  const found = YEARS.findIndex((stop) => timeYears <= stop);
  const after = found < 0 ? YEARS.length - 1 : found;
  const from = yearsBefore(after);
  return clamp((sessionsPlanned + after + (timeYears - from) / (YEARS[after] - from)) / last, 0, 1);
}
