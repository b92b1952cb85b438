import type { Design } from '~/model/design/design';
import { HEALED_YEARS } from '~/model/base/units';
import type { Moment } from '~/model/design/time-scale';
import { timeInWords } from './notice-words';

const isHealed = (years: number): boolean => Math.abs(years - HEALED_YEARS) < 0.001;

/** A moment in words: bare skin, right after a session, days after it, healed, or the time since. */
export function momentInWords({ sessionsDone, timeYears }: Moment, planned: number): string {
  if (sessionsDone === 0) return 'Bare skin, before the first session';
  if (timeYears < 0.5 / 365.25) return `Right after session ${sessionsDone}`;
  if (sessionsDone < planned) return `${timeInWords(timeYears)} after session ${sessionsDone}`;
  return timeInWords(timeYears);
}

/** What stands under a stop of the strip: in full, and as short as a phone needs it. */
export function stopWords({ sessionsDone, timeYears }: Moment): readonly [full: string, short: string] {
  if (sessionsDone === 0) return ['Bare', 'Bare'];
  if (timeYears === 0) return [`Session ${sessionsDone}`, `S${sessionsDone}`];
  if (isHealed(timeYears)) return ['Healed', '1m'];
  const words = timeInWords(timeYears);
  const [number = '', unit = ''] = words.split(' ');
  return [words, `${number}${unit.slice(0, 1)}`];
}

/** Whether the picture shows this very stop. */
export const isAt = (stop: Moment, { sessionsDone, timeYears }: Design): boolean =>
  stop.sessionsDone === sessionsDone && Math.abs(timeYears - stop.timeYears) < 0.001;
