import type { Moment } from '~/model/design/time-scale';
import { HEALED_YEARS } from '~/model/pigment/ageing';

export const OUTLOOK_PICTURES = {
  sooner: 'The picture shows the end of that range that fades sooner.',
  likely: 'The picture shows the middle of that range.',
  later: 'The picture shows the end of that range that fades later.',
} as const;

export const MODEL_NOTE =
  'How it fades is a model, not a measurement of you. Skin, sun and aftercare differ: most people go for a touch-up after 3 to 5 years.';

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** A time since the last session in words: days in the first weeks, then months, then years. */
export function timeInWords(years: number): string {
  const days = Math.round(years * 365.25);
  if (days === 0) return 'just treated';
  if (days < 28) return plural(days, 'day');
  const months = Math.round(years * 12);
  if (months < 12) return plural(Math.max(1, months), 'month');
  const halves = Math.round(years * 2) / 2;
  if (years < 3 && Math.abs(years - halves) > 0.04) {
    const rest = months % 12;
    return rest === 0
      ? plural(months / 12, 'year')
      : `${plural(Math.floor(months / 12), 'year')} and ${plural(rest, 'month')}`;
  }
  const rounded = years < 5 ? halves : Math.round(years * 10) / 10;
  return plural(rounded, 'year');
}

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
