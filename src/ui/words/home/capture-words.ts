import type { CameraProblem } from '~/io/webcam';
import type { ViewKind } from '~/model/design/consultation';
import type { Distance } from '~/model/photo/camera-level';

/** Pictures of a head, view after view, with the camera. */
export const CAPTURE = {
  open: 'Photograph views',
  view: 'View',
  timer: 'Timer',
  seconds: (seconds: number): string => (seconds === 0 ? 'none' : `${seconds} seconds`),
  stop: 'Stop the timer',
  check: 'Sharp, and the whole head in the picture?',
  none: 'The camera showed nothing. Please take the picture once more.',
  taken: 'The sharpest of ten pictures was taken.',
  takenName: 'The picture that was taken',
  use: 'Use it',
  again: 'Take again',
  done: 'Done',
} as const;

/** Why there is no picture of a camera, and what to do. */
const PROBLEMS: Readonly<Record<CameraProblem, { readonly said: string; readonly next: string }>> = {
  refused: {
    said: 'The camera cannot be used.',
    next: 'Allow it in the browser’s settings, or choose a photo instead.',
  },
  none: { said: 'No camera was found.', next: 'Connect one and try again, or choose a photo instead.' },
  busy: {
    said: 'The camera does not start.',
    next: 'Close what else may be using it and try again, or choose a photo instead.',
  },
  gone: {
    said: 'The camera has stopped.',
    next: 'It may be unplugged, or used by another program. Try again, or choose a photo instead.',
  },
};
export const cameraProblemInWords = (problem: CameraProblem): { readonly said: string; readonly next: string } =>
  PROBLEMS[problem];

/** How to stand for a view. Left and right are the client’s own. */
const HOW: Readonly<Record<ViewKind, string>> = {
  front: 'Look straight ahead, the whole head in the outline with some room above it.',
  left: 'Turn so that the left ear is to the camera, and look straight ahead.',
  right: 'Turn so that the right ear is to the camera, and look straight ahead.',
  top: 'Bow the head until the crown is to the camera; the nose points down in the picture.',
  back: 'Turn the back of the head to the camera. Somebody else, or the timer, takes the picture.',
  other: 'Any other side: half turned, or close to what matters. The whole head in the picture.',
};
export const howInWords = (kind: ViewKind): string => HOW[kind];

/** Seconds until the picture is taken. */
export const countInWords = (left: number): string => (left === 0 ? 'Hold still…' : `${left}`);

const DISTANCES: Readonly<Record<Distance, string>> = {
  nearer: 'Come a little nearer.',
  good: 'The distance is good.',
  farther: 'Move back a little: the whole head is to be in the picture.',
};
export const distanceInWords = (distance: Distance): string => DISTANCES[distance];

/** More than this leans too far to pass for upright, degrees. */
const LEANS = 5;
export const leanInWords = (degrees: number): string =>
  Math.abs(degrees) <= LEANS ? '' : `Hold the camera upright: it leans by ${Math.abs(degrees)}°.`;
