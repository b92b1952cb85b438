import type { ViewKind } from '~/model/design/consultation';
import { cameraPlace } from './camera';
import type { Pose } from './view';

/** Turned to the side by less, a head is seen from the front; by this much less than half a turn, from behind. Degrees. */
const FRONT_DEGREES = 25;
const BACK_DEGREES = 135;
/** A camera higher than this over the head (or a head bowed as far) shows its top, degrees. */
const TOP_DEGREES = 45;

const degrees = (radians: number): number => (radians * 180) / Math.PI;

/** From where a photo shows the head, by where its camera stands: half profiles are of the side that they show. Left and right are the person's. */
export function viewKindOf(pose: Pose): ViewKind {
  const { xMm, yMm, zMm } = cameraPlace(pose);
  if (degrees(Math.atan2(yMm, Math.hypot(xMm, zMm))) > TOP_DEGREES) return 'top';
  const aside = degrees(Math.atan2(xMm, zMm));
  if (Math.abs(aside) <= FRONT_DEGREES) return 'front';
  if (Math.abs(aside) >= BACK_DEGREES) return 'back';
  return aside > 0 ? 'left' : 'right';
}
