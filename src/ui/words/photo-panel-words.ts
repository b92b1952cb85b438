import type { ViewKind, ViewRecord } from '~/model/design/consultation';
import type { SizePx } from '~/model/base/units';
import { VIEW_KIND_NAMES } from './notice-words';

export const PHOTO = {
  measurements: 'Measurements',
  measurementsHint: 'Guides on the face, distances in millimetres, and a ruler.',
  changed: 'Show what changed',
  changedHint: 'All that differs from where you started.',
  head: 'Show the head as understood',
  headHint: 'The skull and the outline that the dots follow. Correct them here when they do not fit.',
} as const;

export const TURN_PHOTO = {
  name: 'How the photo lies',
  turn: 'Turn photo',
  mirror: 'Mirror photo',
  hint: 'A photo that lies on its side, or that a front camera has mirrored, is set right here. What you drew goes along.',
} as const;

/** Name and size of the photo. */
export const photoInWords = (name: string, { widthPx, heightPx }: SizePx<'full'>): string =>
  `${name}, ${widthPx} × ${heightPx} pixels.`;

export const CORRECT_HEAD = {
  name: 'Correct the head',
  outline: 'Follow the outline of the photo',
  outlineHint: 'Bends the edge of the skull onto the edge of the head in the picture.',
  reset: 'Reset head',
  byHand: 'Place the head by hand',
} as const;

interface SettingText {
  readonly label: string;
  readonly hint?: string;
}

/** Numbers of the head's correction. */
export const HEAD_SETTINGS = {
  rightMm: { label: 'Head position left–right' },
  upMm: { label: 'Head position up–down' },
  scale: { label: 'Head size' },
  turnDegrees: { label: 'Head turn', hint: 'Turned to the side; 180° is seen from behind.' },
  tiltDegrees: { label: 'Head tilt', hint: 'Bowed or lifted; 90° is seen from above.' },
  rollDegrees: { label: 'Head roll', hint: 'Leaning towards a shoulder.' },
  breadthMm: { label: 'Cranium breadth' },
  lengthMm: { label: 'Cranium length' },
  heightMm: { label: 'Cranium height' },
} as const satisfies Record<string, SettingText>;

/** Photos of one head, taken from several sides. */
export const VIEWS = {
  name: 'Views',
  add: 'Add a view',
  addTip: 'Add another photo of the same head: the design lies on it too',
  hint: 'One head, several photos: what you change in one view changes in all of them. The photos are fitted together, so that the line is the same on each.',
  most: 'Eight views are as many as there can be: remove one to add another.',
  kind: 'What it shows',
} as const;

/** What views are called, one after the other; those from the same side are counted. */
export const viewTitles = (kinds: readonly ViewKind[]): readonly string[] =>
  kinds.map((kind, at) => {
    const number = kinds.slice(0, at + 1).filter((other) => other === kind).length;
    return number === 1 ? VIEW_KIND_NAMES[kind] : `${VIEW_KIND_NAMES[kind]} ${number}`;
  });

/** What the views are called that show a spot of the skin; without `but`, where one is left out. */
export function titlesShowing(
  views: readonly ViewRecord[],
  mark: number,
  but: ViewRecord | null = null,
): readonly string[] {
  const titles = viewTitles(views.map(({ kind }) => kind));
  return titles.filter((_, at) => views[at] !== but && views[at].taps.some((tap) => tap.mark === mark));
}

export const viewName = (title: string): string => `View: ${title}`;
export const removeViewName = (title: string): string => `Remove view: ${title}`;
export const kindOfViewName = (title: string): string => `${VIEWS.kind}: ${title}`;

/** Millimetres with one place. */
const oneMm = (mm: number): string => `${mm.toFixed(1)} mm`;

/** Spots of the skin that several photos show. */
export const MARKS = {
  name: 'Mark the same spot',
  hint: 'A mole, the end of a scar, the corner of the hair: tap it in one photo, then in another. It ties the photos together, and two such spots place the head in a photo without a face.',
  next: 'Tap a spot that another photo shows too.',
  full: 'Nine marks are as many as there can be. Drag one to set it right.',
  beside: 'Tap the same spot in each photo.',
  elsewhere: 'Now tap the same spot in another photo, or tap one more here.',
  here: 'Tap it here',
} as const;

export const markName = (mark: number): string => `Mark ${mark}`;
export const markPinName = (mark: number): string =>
  `${markName(mark)}, with arrow keys or by dragging; Delete takes it off this photo`;
export const removeMarkName = (mark: number): string => `Remove mark ${mark} from all photos`;
export const tapMarkName = (mark: number): string => `Tap mark ${mark} in this photo`;

/** What the next tap does with a mark that other photos show. */
export const markToFind = (mark: number, shownIn: readonly string[]): string =>
  `Tap mark ${mark} here: the same spot as in ${inWords(shownIn)}.`;

/** Which photos show a mark; one photo alone tells nothing. */
export const markShownIn = (shownIn: readonly string[]): string =>
  shownIn.length === 1 ? `Only in ${shownIn[0]}: tap it in another photo` : `In ${inWords(shownIn)}`;

const FITS = ['fits well', 'fits roughly', 'does not fit: is it the same spot?'] as const;

/** How far the taps of a mark lie from its place on the head. `how`: 0 well, 1 roughly, 2 not. */
export const markOff = (mm: number, how: 0 | 1 | 2): string => `${oneMm(mm)} off, ${FITS[how]}`;

const inWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** How the photos of one head agree. */
export const AGREEMENT = {
  differs:
    'This photo does not agree with the others, and counts less for the head. If it shows another head, or is stretched, leave it out; if spots are marked in it, look at those first.',
  unlike:
    'The face in this photo looks unlike that in the others. If it shows another person or is stretched, leave it out: your design stays as it is. A photo taken from close by can look so too.',
  mirrored:
    'Left and right look swapped between this photo and the others. One of them is mirrored, as selfies often are: mirror that one, which need not be this.',
  look: 'Look at it',
  leaveOut: 'Leave it out of the fit',
  apart: 'Fitted by itself: the others do not go by this photo.',
  takeIn: 'Fit it with the others',
  show: 'Show where the photos disagree',
  showHint: 'Short lines from what this photo shows to where the head of all photos has it.',
} as const;

/** Half of the places are no farther off. */
export const medianOff = (mm: number): string => `Half of the places lie within ${oneMm(mm)}.`;

/** What each colour of the lines means, with how many there are; `limits`: mm. */
export const offLegend = (counts: readonly number[], limits: readonly number[]): readonly string[] => [
  `Green: up to ${limits[0]} mm, ${counts[0]} places`,
  `Yellow: ${limits[0]} to ${limits[1]} mm, ${counts[1]} places`,
  `Red, thick: more than ${limits[1]} mm, ${counts[2]} places`,
];

export const ERROR_BAND = {
  name: 'Show how sure the line is',
  hint: 'On the true head the line lies within this band in 95 of 100 places, as far as the photos tell. The size of the head is not in it: a known length tells that.',
} as const;
