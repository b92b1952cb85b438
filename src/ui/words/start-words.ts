import type { SampleId } from '~/intake/samples';
import type { AppState } from '~/store/app-state';

export const START = {
  name: 'Stipple',
  claim: 'See scalp micropigmentation on your own photo, dot by dot, before you decide.',
  choosePhoto: 'Choose a photo',
  dropHint: 'or drop it here, or paste it',
  useCamera: 'Use the camera',
  privacy: 'Your photo never leaves this device.',
  samplesTitle: 'Or try one of these',
  projectsTitle: 'Kept on this device',
  projectsNote: 'Work is kept in this browser only. A saved project file is the safe copy.',
  goodPhotoTitle: 'What makes a good photo',
  goodPhoto: [
    'Hair cut short or shaved',
    'The whole head, with some room above it',
    'Even light, no hard shadows',
    'Camera at eye level, an arm’s length away or more',
  ],
  honesty: 'An illustration of a likely result, not a promise and not medical advice.',
} as const;

export const SAMPLE_NAMES: Readonly<Record<SampleId, string>> = {
  'front-light': 'from the front',
  'turned-stubble': 'turned, with stubble',
  'turned-dark': 'turned, dark skin',
  'from-behind': 'from behind',
};

export const JOB_NAMES: Readonly<Record<NonNullable<AppState['job']>['name'], string>> = {
  openingPhoto: 'Opening the photo…',
  detecting: 'Looking for the head…',
  savingPicture: 'Saving the picture…',
  savingProject: 'Saving the project…',
};

export const KEYS: readonly (readonly [keys: string, what: string])[] = [
  ['Ctrl or ⌘ + Z', 'undo'],
  ['Shift + Ctrl or ⌘ + Z', 'redo'],
  ['B, held down', 'show the bare photo'],
  ['+  −', 'zoom in and out'],
  ['0', 'show the whole picture'],
  ['Space + drag', 'move the picture'],
  ['Tab, then arrow keys', 'move a hairline point or an end of the ruler by 1 mm, with Shift by 5 mm'],
  ['Delete, on an added hairline point', 'take it away'],
  ['Tab to the brush, then arrow keys', 'move it by 1 mm, with Shift by 5 mm; Space or Enter draws'],
  ['Escape', 'take back what is being dragged'],
  ['?', 'this list'],
];
