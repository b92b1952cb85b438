import type { SampleId } from '~/intake/samples';
import type { AppState } from '~/store/app-state';

export const START = {
  name: 'Stipple',
  claim:
    'Scalp micropigmentation is a tattoo of tiny dots that looks like shaved hair. See it on your own photo first.',
  bare: 'Before',
  treated: 'After',
  wipe: 'Before and after on a sample',
  useMine: 'Use my photo',
  yourPhoto: 'Your photo',
  choosePhoto: 'Choose a photo',
  dropHint: 'or drop it here, or paste it',
  useCamera: 'Use the camera',
  privacy: 'Your photo never leaves this device.',
  samplesTitle: 'Or try it on one of these',
  undo: 'Undo: back to the work before',
  backToWork: 'Back to the work before',
  projectsTitle: 'Kept on this device',
  projectsNote: 'Work is kept in this browser only. A saved project file is the safe copy.',
  goodPhotoTitle: 'What makes a good photo',
  goodPhoto: [
    'Hair cut short or shaved',
    'The whole head, with some room above it',
    'Even light, no hard shadows',
    'Camera at eye level, an arm’s length away or more',
  ],
  know: 'What everyone should know',
  honesty: 'An illustration of a likely result, not a promise and not medical advice.',
} as const;

/** How much of the sample is seen bare. */
export const wipedInWords = (percent: number): string => `${percent} % of the picture shows bare skin`;

export const SAMPLE_NAMES: Readonly<Record<SampleId, string>> = {
  'front-light': 'from the front',
  'turned-stubble': 'turned, with stubble',
  'turned-dark': 'turned, dark skin',
  'from-behind': 'from behind',
};

export const sampleName = (id: SampleId): string => `Try a sample: ${SAMPLE_NAMES[id]}`;

/** Work kept in this browser. */
export const SAVED = {
  open: 'Open ',
  delete: 'Delete',
  keep: 'Keep',
  pictures: 'Show pictures',
  names: 'Show names and pictures',
} as const;

/** Work whose name is not to be read by everybody. */
export const unnamedWork = (ms: number): string => `Work of ${savedAt(ms)}`;

export const savedAt = (ms: number): string =>
  new Date(ms).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
export const deleteName = (project: string): string => `Delete ${project}`;
export const deleteForGoodName = (project: string): string => `Delete ${project} for good`;
export const deleteForGoodQuestion = (project: string): string => `Delete ${project} for good?`;

export const CAMERA = {
  title: 'Take a photo',
  how: 'Look straight ahead, the whole head in the picture with some room above it.',
  other: 'Other camera',
  take: 'Take picture',
} as const;

export const JOB_NAMES: Readonly<Record<NonNullable<AppState['job'] | AppState['saving']>['name'], string>> = {
  openingPhoto: 'Opening the photo…',
  detecting: 'Looking for the head…',
  savingPicture: 'Saving the picture…',
  savingProject: 'Saving the project…',
};
