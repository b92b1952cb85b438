import type { SideProfile } from '~/model/design/choices';
import { SIDE_ROWS } from '~/model/design/line-style';
import type { Hairline } from '~/model/hairline/hairline';
import { smoothstep } from '~/model/maths/numbers';

/** Way behind the ear over which the edge is again as in front, mm. Our choice. */
const BEHIND_EAR_MM = 30;

/**
 * What the side profile multiplies the depth of the transition zone by at a way along the line: 1 over the forehead, the
 * profile's own from halfway to the temple point on to the ear, 1 again at the nape.
 */
export function sideSoftness(
  profile: SideProfile,
  { pointArcLengthMm: at }: Pick<Hairline, 'pointArcLengthMm'>,
): (arcLengthMm: number) => number {
  const { softness } = SIDE_ROWS[profile];
  if (softness === 1) return () => 1;
  const onSide = (besideMm: number, cornerMm: number, templeMm: number, earMm: number): number =>
    smoothstep(cornerMm, (cornerMm + templeMm) / 2, besideMm) *
    (1 - smoothstep(earMm, earMm + BEHIND_EAR_MM, besideMm));
  return (arcLengthMm) =>
    1 +
    (softness - 1) *
      (arcLengthMm > 0
        ? onSide(arcLengthMm, at.leftCorner, at.leftTemple, at.leftEar)
        : onSide(-arcLengthMm, -at.rightCorner, -at.rightTemple, -at.rightEar));
}
