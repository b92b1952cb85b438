import type { Ink, LaserKind, Outlook, Placing, SkinType } from '~/model/design/choices';
import type { VisitLength } from '~/model/measure/visit-hours';
import type { ChoiceText } from './choice-words';

export const OUTLOOK_TEXTS: Readonly<Record<Outlook, ChoiceText>> = {
  sooner: {
    name: 'Fades sooner',
    hint: 'The quick end of what is usual: half of what can fade is gone in about 2 years.',
  },
  likely: { name: 'Likely', hint: 'The middle of what is usual: half of what can fade is gone in about 3 years.' },
  later: {
    name: 'Fades later',
    hint: 'The slow end of what is usual: half of what can fade is gone in about 5 years.',
  },
};

export const INK_TEXTS: Readonly<Record<Ink, ChoiceText>> = {
  carbon: { name: 'Carbon', hint: 'Carbon black, thinned: stays grey. It looks cooler only where it lies deeper.' },
  ironOxide: {
    name: 'Iron-oxide mix',
    hint: 'Warm at first. Its black fades before its red, so a reddish tint can be left. The mixture here is our guess.',
  },
  organic: {
    name: 'Organic mix',
    hint: 'Its warm dyes fade first, so a greenish blue can be left. The mixture here is our guess.',
  },
  temporary: {
    name: 'Temporary',
    hint: 'Made to be taken up by the body: mostly gone in 1 to 3 years, rarely all of it.',
  },
};

export const PLACING_TEXTS: Readonly<Record<Placing, ChoiceText>> = {
  well: { name: 'Well placed', hint: 'Right under the surface, where dots stay small and crisp.' },
  average: {
    name: 'Average',
    hint: 'Some spreading: dots soften sooner, and the field looks a little darker for some years.',
  },
  deep: {
    name: 'Too deep',
    hint: 'Pigment put too deep looks blue-grey and spreads: dots run into one another. A sign of poor work.',
  },
};

export const SKIN_TYPE_TEXTS: Readonly<Record<SkinType, ChoiceText>> = {
  dry: { name: 'Dry', hint: 'Flaky skin is said to lose pigment a little faster. How much is our guess.' },
  normal: { name: 'Normal', hint: 'The usual rate of fading.' },
  oily: { name: 'Oily', hint: 'Practitioners agree that oily skin fades faster. How much is our guess.' },
};

export const LASER_TEXTS: Readonly<Record<LaserKind, ChoiceText>> = {
  qSwitched: {
    name: 'Q-switched',
    hint: 'Grey tattoos: half gone after 1 session, 70 % after 2, about 90 % after 5 (41 tattoos).',
  },
  picosecond: { name: 'Picosecond', hint: 'Reported as cleared in 1 to 3 sessions, in 4 people only.' },
};

/** What each session is for, first to last of a plan. */
export function sessionPurpose(session: number, planned: number): string {
  if (planned === 1) return 'Everything in one session; unusual, and hard to adjust.';
  if (session === 1) return 'A light first layer and a careful line: adding is easy, taking away is not.';
  if (session === planned) return 'The darkest shade: blend, balance and edge.';
  return 'Most of the density, the shade adjusted.';
}

export const TIME = {
  note: 'Time itself is the strip under the picture. Dots look larger and darker at first, heal in about a month, and then fade and soften over the years.',
  outlook: 'How fast it fades',
  skinType: 'Skin type',
  depth: 'Depth',
  ink: 'Ink',
  suns: 'Usual sun exposures',
} as const;

/** The marks of the sun slider. */
export const SUN_NAMES = { covered: 'Covered', usual: 'Usual', outdoors: 'Outdoors' } as const;

export const SESSION_PLAN = {
  name: 'Session plan',
  after: 'after',
  pace: 'Dots per hour',
  expert: 'Expert: dilution',
} as const;

export const sessionName = (number: number): string => `Session ${number}`;
export const gapName = (number: number): string => `Days before session ${number}`;

/** How thin the pigment of a session is. */
export const dilutionInWords = (parts: number): string => `${parts.toFixed(0)} parts water to 1 of pigment`;

/** How long a visit takes, or what to do where none can be that long. */
export function visitInWords(length: VisitLength): string {
  switch (length.kind) {
    case 'hours':
      return length.least === length.most ? `About ${length.most} h.` : `${length.least} to ${length.most} h.`;
    case 'short':
      return 'Less than 2 h.';
    case 'tooMuch':
      return 'That is more than one session holds: more sessions or fewer dots. Practitioners place about 14,000 in 2 to 4 h.';
  }
}

const roundDots = (dots: number): string => (Math.round(dots / 100) * 100).toLocaleString('en');

/** How much of the treatment a session is. */
export const sessionShare = (inSight: number, all: number): string =>
  `About ${roundDots(inSight)} dots in sight, ${roundDots(all)} on the whole head (estimated).`;

/** What only somebody who mixes pigment wants to know of a session. */
export const expertSession = (session: string, dilution: string): string => `${session}: ${dilution}`;

export const gapsHint = (least: number, most: number, densityPerCm2: number): string =>
  `Usual gaps are 10 to 14 days (${least} to ${most} are possible). Hours are what practitioners report; density at the end is ${densityPerCm2} dots/cm².`;

/** What is likely to be left so long after the last needle. */
export const pigmentLeft = (time: string, leastPercent: number, mostPercent: number): string =>
  `${time} after the last needle, ${leastPercent === mostPercent ? `about ${mostPercent}` : `${leastPercent} to ${mostPercent}`} % of the healed pigment is likely to be left.`;

const oneDigit = (years: number): string => String(Math.round(years * 10) / 10);

export const TOUCH_UPS = {
  name: 'Touch-ups',
  remove: 'Remove',
  addAtStrip: 'Add one where the strip stands',
  compare: 'Ten years with and without',
  hint: 'The model takes a touch-up to bring all dots back to healed strength. What was left before counts as part of it.',
  tenWith: '10 years, with your touch-ups',
  tenWithout: '10 years without',
} as const;

/** When the next is due; null where none is before the strip ends. */
export const touchUpDue = (due: readonly [number, number] | null, mostYears: number): string =>
  due === null
    ? `No further touch-up is due before ${mostYears} years.`
    : `A touch-up is due about ${oneDigit(due[0])} to ${oneDigit(due[1])} years after the last session: then the dots are 70 to 60 % as dark as when healed.`;

export const touchUpAfter = (time: string): string => `Touch-up after ${time}`;
export const removeTouchUpName = (time: string): string => `Remove the touch-up after ${time}`;
export const addDueName = (years: number): string => `Add the one due (${oneDigit(years)} years)`;
export const addNowName = (time: string): string => `Add one now (${time})`;
export const tenWithOne = (years: number): string => `10 years, with one after ${oneDigit(years)} years`;

export const LASER = {
  name: 'Laser removal',
  sessions: 'Laser sessions',
  noneHint: 'Pigment can be taken off again by laser, in several sessions weeks apart.',
  after: 'Laser after',
  afterHint: 'Years since the last session when the laser sessions are over.',
  kind: 'Laser',
} as const;

export const laserLeft = (percent: number): string =>
  `About ${percent} % of the pigment that was left is still there afterwards. A model of few reports; skin can scar or change colour.`;
export const laserNotYet = (time: string): string => `Move the time to ${time} or later to see it.`;
