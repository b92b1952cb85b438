import type { Goal } from '~/model/advice/goals';
import type { Build } from '~/model/design/choices';

/** What comes first after a photo. */
export const REVEAL = {
  question: 'What is it for?',
  whose: 'Whose line',
  skip: 'Skip the question',
  later: 'See it in 5 years',
  next: 'What to do next',
  putAway: 'Put this away',
} as const;

export const GOAL_NAMES: Readonly<Record<Goal, string>> = {
  shaved: 'Shaved look',
  thinning: 'Fill thinning hair',
  scar: 'Cover a scar',
  parting: 'Parting',
};

export const PERSON_NAMES: Readonly<Record<Build, string>> = { men: 'Man', women: 'Woman' };

/** Where all ends that is to be taken along. */
export const FINISH = {
  finish: 'Finish',
  title: 'Take it with you',
  picture: 'The picture',
  pictureHint: 'The treated head at the photo’s own size. It carries no place, no date and no device.',
  project: 'The project',
  projectHint:
    'Photo and design in one file, to go on with later or to bring to a practitioner. It holds the photo too.',
  open: 'Another one',
  openHint: 'Go on with a project that was saved as a file.',
} as const;
