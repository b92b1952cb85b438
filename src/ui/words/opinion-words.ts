import type { Opinion, OpinionKind } from '~/model/advice/second-opinion';

const mm = (value: number): string => `${Math.round(value)} mm`;
const tenths = (value: number): string => `${value.toFixed(1)} mm`;
const percent = (share: number): string => `${Math.round(100 * share)} %`;

interface OpinionText {
  readonly title: string;
  /** Why, with the number and the limit. */
  readonly why: (opinion: Opinion) => string;
}

/** Kind and plain: what practitioners see go wrong, and how far off this is. */
export const OPINION_TEXTS: Readonly<Record<OpinionKind, OpinionText>> = {
  tooLow: {
    title: 'Low for the face',
    why: ({ value, limit }) =>
      `The middle stands ${mm(value)} above the point between the brows; under ${mm(limit)} a line looks drawn on as the face ages.`,
  },
  cornerBelow: {
    title: 'A corner hangs below the middle',
    why: ({ value, limit }) =>
      `One corner stands ${tenths(value)} below the middle of the line; grown hair has its corners level or higher (within ${mm(limit)}).`,
  },
  tooStraight: {
    title: 'Very straight',
    why: ({ value, limit }) =>
      `The corners stand ${tenths(Math.max(0, value))} above the middle; with less than ${tenths(limit)} a line looks ruled.`,
  },
  tooSharp: {
    title: 'Sharp edge',
    why: ({ value, limit }) =>
      `The edge fades in over ${mm(value)}; natural hairlines take ${mm(limit)} or more, and a sharp one shows in daylight.`,
  },
  tooDark: {
    title: 'Dark for this skin',
    why: ({ value, limit }) =>
      `The treatment darkens this skin by ${value.toFixed(0)} steps of lightness, of 100; above ${limit} it tends to look like one solid cap.`,
  },
  tooDense: {
    title: 'Dots close together',
    why: ({ value, limit }) =>
      `Neighbouring dots leave ${value.toFixed(2)} mm of skin between them; with less than ${limit} mm they merge as they widen with the years.`,
  },
  templesFilled: {
    title: 'Temples filled in',
    why: ({ value, limit }) =>
      `The temple stands ${mm(value)} farther forward than usual (limit ${mm(limit)}); filled temples are what most often looks like a helmet from the side.`,
  },
  shortThird: {
    title: 'Short upper third',
    why: ({ value, limit }) =>
      `The upper third of the face is ${percent(value)} of the other two; under ${percent(limit)} the forehead looks too short.`,
  },
  beforeHair: {
    title: 'Far in front of the hair that remains',
    why: ({ value, limit }) =>
      `The line stands ${mm(value)} in front of the hair that the photo shows; beyond ${mm(limit)} the two part ways as hair goes on thinning.`,
  },
  behindHair: {
    title: 'Behind the hair that remains',
    why: ({ value, limit }) =>
      `Hair in the photo begins ${mm(value)} in front of the line (limit ${mm(limit)}), so the line would lie hidden in it.`,
  },
  tooEven: {
    title: 'Very even edge',
    why: ({ value, limit }) =>
      `The edge wanders by ${tenths(value)}; hairlines wander by ${tenths(limit)} or more every few millimetres.`,
  },
  tooAlike: {
    title: 'Both sides exactly alike',
    why: ({ value, limit }) =>
      `Balance is ${Math.round(value)} %; under ${limit} % both sides mirror each other, which no head does. Sisters, not twins.`,
  },
};

/** The gravest note, and how many more there are. */
export const opinionsInShort = (gravest: string, more: number): string =>
  more === 0 ? gravest : `${gravest}, and ${more} more`;
