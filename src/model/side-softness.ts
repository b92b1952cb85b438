import type { Hairline } from './hairline';
import { SIDE_ROWS } from './params';
import type { SideProfile } from './params';
import { smoothstep } from './units';

/** Way behind the ear over which the edge is again as in front, mm. */
const BEHIND_EAR_MM = 30;

/**
 * What the side profile multiplies the depth of the transition zone by at a way along the line: 1 over the forehead, the
 * profile's own from the temple point to the ear, 1 again at the nape.
 */
export function sideSoftness(
  alongMm: number,
  profile: SideProfile,
  { handleAlongMm: at }: Pick<Hairline, 'handleAlongMm'>,
): number {
  const { softness } = SIDE_ROWS[profile];
  if (softness === 1) return 1;
  const [corner, temple, ear] =
    alongMm > 0 ? [at.leftCorner, at.leftTemple, at.leftEar] : [-at.rightCorner, -at.rightTemple, -at.rightEar];
  const beside = Math.abs(alongMm);
  const onSide = smoothstep(corner, temple, beside) * (1 - smoothstep(ear, ear + BEHIND_EAR_MM, beside));
  return 1 + (softness - 1) * onSide;
}
