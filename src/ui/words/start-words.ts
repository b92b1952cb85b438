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

/** To the list of all works, with their names, to find one, and to take them away. */
export const allWorks = (count: number): string => `All works on this device (${count})`;

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
  makingFilm: 'Making the film…',
};

const MEGABYTE = 1e6;

export const OFFLINE = {
  title: 'Without a network',
  make: 'Make it work offline',
  why: 'Then Stipple opens and works without a network, on a plane or in a cellar.',
  fetching: 'Bringing Stipple onto this device',
  cancel: 'Cancel',
  ready: 'Stipple works offline on this device.',
  failed: 'Not all of it came, so nothing was changed. Try again where the network is better.',
  again: 'Try again',
  remove: 'Remove it from this device',
  removeWhat: 'Work that is kept here stays.',
  persisted: 'This browser has agreed to keep it, and your work, until you delete them.',
  mayGo:
    'Your browser may clear it, and your work, when space runs short or after weeks without a visit; on an iPhone after seven days, unless Stipple is on the home screen. A saved project file is the safe copy.',
  update: 'A new version of Stipple is here.',
  updateNow: 'Update now',
  later: 'Later',
} as const;

const inMegabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / MEGABYTE))}\u00a0MB`;

/** What making it work offline costs. */
export const offlineSize = (bytes: number | null): string =>
  bytes === null ? 'It is kept on this device.' : `${inMegabytes(bytes)} are fetched once and kept on this device.`;

export const offlineProgress = (doneBytes: number, allBytes: number): string =>
  `${inMegabytes(doneBytes)} of ${inMegabytes(allBytes)}`;
