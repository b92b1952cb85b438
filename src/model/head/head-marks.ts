import type { PointMm } from '~/model/base/units';
import type { HeadMark } from '~/model/design/consultation';
import { directionTo, surfacePoint } from './cranium';
import type { Cranium } from './head';

/**
 * The middle of an ear as it is seen, from whichever side: so far out from the widest place of the skull, and its Y and Z
 * in the head frame, mm. From where one head's ears are seen in three rendered pictures, from the side, from behind and from
 * above, which agree to 1 mm.
 */
const EAR_OUT_MM = 7;
const EAR_Y_MM = 8;
const EAR_Z_MM = -47;
/** The crown, where hair whorls: so far above and behind the middle of the skull, mm (as in dots/dot-stroke.ts). */
const CROWN_UP_MM = 77;
const CROWN_BEHIND_MM = 50;

/** Standard deviation of a mark about where the model has it, mm: the finger's, and that of ears and whorls themselves. */
export const HEAD_MARK_MM: Readonly<Record<HeadMark, number>> = { crown: 9, leftEar: 4, rightEar: 4 };

/** Where a mark lies on a head of these measures, head frame. */
export function markPlace(cranium: Cranium, mark: HeadMark): PointMm {
  const { centre, halfBreadthMm } = cranium;
  if (mark === 'crown') {
    const place = { xMm: 0, yMm: centre.yMm + CROWN_UP_MM, zMm: centre.zMm - CROWN_BEHIND_MM };
    return surfacePoint(cranium, directionTo(cranium, place));
  }
  const side = mark === 'leftEar' ? 1 : -1;
  return { xMm: side * (halfBreadthMm + EAR_OUT_MM), yMm: EAR_Y_MM, zMm: EAR_Z_MM };
}
