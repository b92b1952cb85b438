import { DAYS_PER_YEAR } from '~/model/base/units';
import type { Moment } from '~/model/design/time-scale';
import { HEALED_YEARS } from '~/model/pigment/ageing';

export const OUTLOOK_PICTURES = {
  sooner: 'The picture shows the end of that range that fades sooner.',
  likely: 'The picture shows the middle of that range.',
  later: 'The picture shows the end of that range that fades later.',
} as const;

export const MODEL_NOTE =
  'How it fades is a model, not a measurement of you. Skin, sun and aftercare differ: most people go for a touch-up after 3 to 5 years.';

const JUST_TREATED = 'just treated';
const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** Moments closer than this have one name, years: a third of a day. */
const SAME_YEARS = 0.001;

/** A time since the last session in words: days until healed, then months, then years. */
export function timeInWords(years: number): string {
  const days = Math.round(years * DAYS_PER_YEAR);
  if (days === 0) return JUST_TREATED;
  if (years < HEALED_YEARS - SAME_YEARS) return plural(days, 'day');
  const months = Math.round(years * 12);
  if (months < 12) return plural(months, 'month');
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

const A_MONTH = timeInWords(HEALED_YEARS);

/** What each kind of moment is called; the years are called by their number alone. */
const BARE = 'Bare skin';
const HEALED = 'Healed';

const session = (number: number): string => `Session ${number}`;

/**
 * The one name of a moment, wherever it is said: bare skin, right after a session, days after it, healed, or the time since.
 * What stands under a stop of the strip is how this name begins.
 */
export function momentInWords({ sessionsDone, timeYears }: Moment, planned: number): string {
  if (sessionsDone === 0) return BARE;
  const since = timeInWords(timeYears);
  if (since === JUST_TREATED) return `${session(sessionsDone)}, ${JUST_TREATED}`;
  if (sessionsDone < planned) return `${since} after session ${sessionsDone}`;
  return since === A_MONTH ? `${HEALED}, ${A_MONTH}` : since;
}

/** What stands under a stop of the strip: in full, and as short as a phone needs it. */
export function stopWords({ sessionsDone, timeYears }: Moment): readonly [full: string, short: string] {
  if (sessionsDone === 0) return ['Bare', 'Bare'];
  if (timeYears === 0) return [session(sessionsDone), `S${sessionsDone}`];
  const words = timeInWords(timeYears);
  const [number = '', unit = ''] = words.split(' ');
  return [words === A_MONTH ? HEALED : words, `${number}${unit.slice(0, 1)}`];
}

const UNIT_YEARS: readonly (readonly [written: RegExp, years: number])[] = [
  [/^d(ays?)?$/, 1 / DAYS_PER_YEAR],
  [/^w((ee)?ks?)?$/, 7 / DAYS_PER_YEAR],
  [/^m(o|os|onths?)?$/, 1 / 12],
  [/^y((ea)?rs?)?$|^$/, 1],
];
const NUMBERS = ['zero', 'an?|one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** What somebody typed, with numbers as digits and without words that only go between. */
const tidied = (typed: string): string =>
  NUMBERS.reduce(
    (text, word, number) => text.replace(new RegExp(`\\b(${word})\\b`, 'g'), String(number)),
    typed
      .toLowerCase()
      .replace(/(\d+) and a half\b/g, '$1.5')
      .replace(/\bhalf an?\b|\bhalf\b/g, '0.5')
      .replace(/(\d)\s*½/g, '$1.5')
      .replace(/½/g, '0.5')
      .replace(/(\d),(\d)/g, '$1.$2')
      .replace(/\b(and|after|about|in|later|since)\b|[,;+~]/g, ' '),
  ).trim();

/** Years that are written out, such as `1 year 3 months`, `6 mo` or `5`; null where it says no time. */
function yearsWritten(text: string): number | null {
  if (!/^(\d+(\.\d+)?\s*[a-z]*\.?\s*)+$/.test(text)) return null;
  let years = 0;
  for (const [, number, unit] of text.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]*)/g)) {
    const known = UNIT_YEARS.find(([written]) => written.test(unit));
    if (known === undefined) return null;
    years += Number(number) * known[1];
  }
  return years;
}

/**
 * The moment that somebody typed, the other way round of `momentInWords`, and kinder: numbers alone are years; null where it
 * names none. A time without a session is since the one that `now` shows, or since the last of the plan where none is done.
 */
export function momentFromWords(typed: string, now: Moment, planned: number): Moment | null {
  let text = tidied(typed);
  if (/^bare\b|^before/.test(text)) return { sessionsDone: 0, timeYears: 0 };
  const named = /\b(?:session|s)\s*(\d+)\b/.exec(text);
  const sessionsDone = named === null ? now.sessionsDone || planned : Number(named[1]);
  if (sessionsDone < 1 || sessionsDone > planned) return null;
  text = text.replace(named?.[0] ?? '', ' ').trim();
  if (/^healed\b/.test(text)) return { sessionsDone: planned, timeYears: HEALED_YEARS };
  if (/^(just|fresh|right|now|today)\b/.test(text) || (text === '' && named !== null))
    return { sessionsDone, timeYears: 0 };
  const timeYears = yearsWritten(text);
  return timeYears === null ? null : { sessionsDone, timeYears };
}
