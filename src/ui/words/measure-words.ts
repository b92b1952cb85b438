import type { LengthKind } from '~/model/design/known-length';
import type { MeasureName } from '~/model/measure/face-measures';
import type { GuideName } from '~/model/measure/guides';
import type { SeenRuler } from '~/model/measure/ruler';
import type { ChoiceText } from './choice-words';

export const GUIDE_NAMES: Readonly<Record<GuideName, string>> = {
  midline: 'Midline',
  thirds: 'Thirds of the face',
  eyeLines: 'Lines through the outer eye corners',
  browLine: 'Brow line',
  levelLine: 'Level line between the corners',
  eightCm: '8-cm construction',
};

/** One sentence on what a guide is for, in the trade's own terms. */
export const GUIDE_HINTS: Readonly<Record<GuideName, string>> = {
  midline: 'The middle of the line stands on it.',
  thirds: 'Hairline to brows, brows to nose, nose to chin: about equal in most faces.',
  eyeLines: 'The corners of a natural line stand on them, or near.',
  browLine: 'The middle of a grown man’s line runs much as the brow does.',
  levelLine: 'Shows whether one corner stands higher.',
  eightCm:
    'A surgeon’s rule with a tape: B is 8 cm above A between the brows, E 8 cm beside A, the corner C 8 cm from both, the temple peak D 5 cm down from C.',
};

export const MEASURE_NAMES: Readonly<Record<MeasureName, string>> = {
  midFrontal: 'Height of the middle',
  leftCorner: 'Height of the left corner',
  rightCorner: 'Height of the right corner',
  cornerDifference: 'Corners against each other',
  cornerToCorner: 'Corner to corner',
  leftCornerOut: 'Left corner to the line through the eye',
  rightCornerOut: 'Right corner to the line through the eye',
  upperThird: 'Upper third: line to brows',
  middleThird: 'Middle third: brows to nose',
  lowerThird: 'Lower third: nose to chin',
  eyeToEye: 'Outer eye corner to outer eye corner',
  headBreadth: 'Breadth of the head',
};

export const LENGTH_TEXTS: Readonly<Record<LengthKind, ChoiceText>> = {
  alongSkin: { name: 'Along the skin', hint: 'As a tape lies on the head, the shortest way from end to end.' },
  straight: { name: 'Straight', hint: 'As a card or a stiff ruler lies, held flat against the head.' },
};

/** Differences below this are within what the eye and the hand can do. */
const LEVEL_MM = 0.5;

/** Left less right, in words. */
export function cornersInWords(mm: number): string {
  if (Math.abs(mm) < LEVEL_MM) return 'level';
  return `${mm > 0 ? 'left' : 'right'} ${Math.abs(mm).toFixed(1)} mm higher`;
}

/** How far a corner stands from the line through the eye, in words. */
export function outInWords(mm: number): string {
  const whole = Math.round(Math.abs(mm));
  return whole === 0 ? 'on it' : `${whole} mm ${mm > 0 ? 'outside' : 'inside'}`;
}

/** What the ruler says. */
export const rulerInWords = ({ mm, errorMm, span }: Pick<SeenRuler, 'mm' | 'errorMm' | 'span'>): string =>
  mm === null
    ? 'An end is not on the head'
    : `${Math.round(mm)} mm ${span.kind === 'alongSkin' ? 'along the skin' : 'straight'}, ± ${Math.max(1, Math.round(errorMm))}`;

export const inMm = (mm: number): string => `${Math.round(mm)} mm`;

/** What the ruler says in the picture. */
export const rulerInShort = (mm: number | null): string => (mm === null ? 'not on the head' : inMm(mm));

/** A third of the face against its middle third. */
export const ofTheMiddle = (share: number): string => `${share.toFixed(2)} of the middle`;

/** Where the scale comes from, and how far it can be relied on. */
export const scaleHint = (known: boolean): string =>
  `${
    known
      ? 'The scale comes from the length you know: good to about 1 %.'
      : 'The scale comes from an average face and may be off by about 6 %: one length that you know corrects it.'
  } Thirds are heights as seen from the front; heights of the line run along the skin, from between the brows.`;

export const MEASURING = {
  guides: 'Guides on the picture',
  ruler: 'Ruler',
  rulerHint: 'From place to place over the curved head. Move its two ends in the picture.',
  rulerKind: 'The ruler lies',
} as const;

export const KNOWN_LENGTH = {
  name: 'I know a length',
  hint: 'Hold a bank card flat against the forehead in the photo, or measure your forehead with a tape. Put the ends of the ruler on it, and say how long it is: it sets the scale of everything.',
  layOnCard: 'Lay the ruler on a card',
  length: 'Known length',
  use: 'Correct the scale',
  back: 'Back to the average face',
} as const;

/** Said where the length would make a head that nobody has. */
export const lengthOff = (leastPercent: number, mostPercent: number): string =>
  `That would make this head less than ${leastPercent} % or more than ${mostPercent} % of an average one. Check both ends of the ruler and the number.`;

export const lengthInForce = (mm: number): string => `The scale follows your length of ${mm} mm.`;
