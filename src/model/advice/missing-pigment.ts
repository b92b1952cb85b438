import { BYTES_PER_DOT, SIZE_BYTE_ONE, STRENGTH_BYTE_ONE } from '~/model/dots/dot-coverage';
import type { DotCoverage } from '~/model/dots/dot-coverage';
import type { VisibleDots } from '~/model/dots/visible-dots';
import { glossAt } from '~/model/raster/photo-map';
import type { SpecularMap } from '~/model/raster/photo-map';

/** What keeps most of the pigment that a design wants from being seen in a photo: hair that was read on the skin, or light that lies on it. */
export type MissingPigment = 'hair' | 'light';

/** Less than this share of what is wanted is not most of it. On skin that is burnt out far and wide half is seen (read-specular.ts). Our choice. */
const MOST = 0.6;

/** How much pigment a dot is, in dots of strength and size 1. */
const amountOf = ({ bytes }: DotCoverage, dot: number): number =>
  (bytes[BYTES_PER_DOT * dot] / STRENGTH_BYTE_ONE) * (bytes[BYTES_PER_DOT * dot + 1] / SIZE_BYTE_ONE) ** 2;

/**
 * Why most of the pigment that is wanted where the camera looks is not seen; null where it is. `onBareSkin`: the same dots, were there no hair
 * in the photo; `gloss`: null where the photo was not read. Of two reasons the one that takes more.
 */
export function missingPigment(
  { pointsPx }: Pick<VisibleDots, 'pointsPx'>,
  onBareSkin: DotCoverage,
  drawn: DotCoverage,
  gloss: SpecularMap | null,
): MissingPigment | null {
  let [wanted, among, seen] = [0, 0, 0];
  for (let dot = 0; dot < onBareSkin.drawCount; dot++) {
    wanted += amountOf(onBareSkin, dot);
    if (dot >= drawn.drawCount) continue;
    const amount = amountOf(drawn, dot);
    if (amount === 0) continue;
    among += amount;
    seen += amount * (1 - (gloss === null ? 0 : glossAt(gloss, pointsPx[2 * dot], pointsPx[2 * dot + 1])));
  }
  if (seen >= MOST * wanted) return null;
  return wanted - among >= among - seen ? 'hair' : 'light';
}
