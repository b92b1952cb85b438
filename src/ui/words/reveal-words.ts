import type { Goal } from '~/model/advice/goals';
import type { PhotoFault } from '~/model/advice/photo-check';
import type { Build } from '~/model/design/choices';

/** What comes first after a photo. */
export const REVEAL = {
  question: 'What is it for?',
  whose: 'Whose line',
  skip: 'Skip the question',
  later: 'See it in 5 years',
  /** Where letters are large. */
  laterInShort: '5 years',
  next: 'What to do next',
  putAway: 'Put this away',
} as const;

export const PHOTO_CHECK = {
  title: 'About this photo',
  retake: 'Retake',
  useAnyway: 'Use it anyway',
} as const;

/** What is wrong with a photo, and what to do. */
export const FAULT_TEXTS: Readonly<Record<PhotoFault, { readonly wrong: string; readonly better: string }>> = {
  noPerson: {
    wrong: 'Nobody is to be seen in this picture.',
    better: 'Take one of a head, from the front or from where the treatment will be.',
  },
  cutOff: {
    wrong: 'The top of the head is cut off.',
    better: 'Step back until the whole head is in the picture, with some room above it.',
  },
  tooSmall: {
    wrong: 'The head is very small.',
    better: 'Come nearer, or choose the original instead of a small copy: single dots cannot be seen here.',
  },
  tooDark: { wrong: 'The photo is too dark.', better: 'Face a window, or switch on more light.' },
  burntOut: {
    wrong:
      'Much of the scalp is burnt out to white: pigment looks too faint there, and an edge that is white too is guessed.',
    better: 'Turn away from the lamp or the sun: even light, no flash.',
  },
  longHair: {
    wrong: 'The hair is too long to look through.',
    better: 'With hair cut short or shaved, the picture shows what it would be like.',
  },
  covered: { wrong: 'Something covers part of the head.', better: 'Take off caps and glasses, and keep hands away.' },
  turnedAway: {
    wrong: 'The face is turned far away.',
    better: 'For the hairline, look straight into the camera.',
  },
};

export const GOAL_NAMES: Readonly<Record<Goal, string>> = {
  shaved: 'Shaved look',
  thinning: 'Fill thinning hair',
  scar: 'Cover a scar',
  parting: 'Parting',
};

export const PERSON_NAMES: Readonly<Record<Build, string>> = { men: 'Man', women: 'Woman' };

/** The button to all that is taken along. */
export const FINISH_BUTTON = 'Finish';
