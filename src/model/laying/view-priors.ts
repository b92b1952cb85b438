import type { HeadMark, ViewKind } from '~/model/design/consultation';
import { multiply, turnBy } from '~/model/maths/rotation';
import type { Matrix3 } from '~/model/maths/rotation';

/** From where a photo shows a head, when it has been said or guessed; left and right are the subject's sides. */
export type HeadView = Exclude<ViewKind, 'other'>;
export const HEAD_VIEWS = ['front', 'left', 'right', 'top', 'back'] as const satisfies readonly HeadView[];

interface ViewPrior {
  /** How heads are turned in such photos, as corrections have it (design/head-correction.ts). */
  readonly turnDegrees: number;
  readonly tiltDegrees: number;
  /** Standard deviations of what is left, as turns about the camera's axes: to the right, up, towards the viewer. */
  readonly deviationsDegrees: readonly [number, number, number];
  /** What is asked for, the most telling first: of a head from behind only the crown shows how far it is bowed. */
  readonly marks: readonly [HeadMark, HeadMark, ...HeadMark[]];
}

/** Our own guess, by looking at photos in which no face is found: a head seen from the front is bowed then. */
export const VIEW_PRIORS: Readonly<Record<HeadView, ViewPrior>> = {
  front: { turnDegrees: 0, tiltDegrees: 25, deviationsDegrees: [18, 15, 8], marks: ['leftEar', 'rightEar', 'crown'] },
  left: { turnDegrees: -90, tiltDegrees: 0, deviationsDegrees: [6, 12, 12], marks: ['leftEar', 'crown'] },
  right: { turnDegrees: 90, tiltDegrees: 0, deviationsDegrees: [6, 12, 12], marks: ['rightEar', 'crown'] },
  top: { turnDegrees: 0, tiltDegrees: 75, deviationsDegrees: [12, 8, 12], marks: ['leftEar', 'rightEar', 'crown'] },
  back: { turnDegrees: 180, tiltDegrees: 15, deviationsDegrees: [22, 12, 8], marks: ['crown', 'leftEar', 'rightEar'] },
};

const RADIANS = Math.PI / 180;

/** How the head of a view is turned before anything of this photo is known. */
export function usualRotation(view: HeadView): Matrix3 {
  const { turnDegrees, tiltDegrees } = VIEW_PRIORS[view];
  return multiply(turnBy(tiltDegrees * RADIANS, 0, 0), turnBy(0, turnDegrees * RADIANS, 0));
}
