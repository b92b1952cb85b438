import type { Ink, LaserKind, Outlook, Placing, SkinType } from '~/model/design/choices';
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
  if (planned === 1) return 'Everything in one visit; unusual, and hard to adjust.';
  if (session === 1) return 'A light first layer and a careful line: adding is easy, taking away is not.';
  if (session === planned) return 'The darkest shade: blend, balance and edge.';
  return 'Most of the density, the shade adjusted.';
}
