import { luminance } from '~/model/colour/linear-rgb';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { FITTED_ITA_DEGREES, skinOfTone } from '~/model/colour/skin-tone';
import type { SkinReading } from './skin-reading';

/** Individual typology angle of the skin in a photo, and the standard deviation of that guess, degrees. */
export interface ToneEstimate {
  readonly itaDegrees: number;
  readonly sdDegrees: number;
}

/** All lightness and colour that tone is told by: ln Y, ln R/G, ln G/B. */
type Evidence = readonly [brightness: number, redness: number, yellowness: number];

/**
 * What a photo does to skin. All assumed, and set so that photos of known skin come out right: a photo has no scale of
 * its own for light, so this is where the width of the estimate comes from.
 */
const PHOTO = {
  /** ln of how much brighter faces are shown than they are; more for dark ones, as cameras meter on the face. */
  brighter: 0.15,
  brighterPerLnDark: 0.15,
  brightnessSd: 0.3,
  /** Contrast of tone curves makes ratios of bands greater: factor, and its relative spread. */
  contrast: 1.25,
  contrastSd: 0.2,
  /** What is left of the light's colour, ln R/B; lamps and daylight move R/G by 0.41 of it. */
  warmthSd: 0.12,
  warmthInRed: 0.41,
  /** People of one tone differ in blood and pigment: ln R/G, ln G/B. */
  rednessSd: 0.12,
  yellownessSd: 0.08,
} as const;

/** Sheen that is left on the skin, as a share of the light, with how likely it is. It bleaches dark skin most. */
const SHEENS: readonly (readonly [share: number, likely: number])[] = [
  [0, 0.7],
  [0.02, 0.2],
  [0.04, 0.1],
];

/** Step of the tones that are weighed, ITA: far below the spread of the estimate. */
const STEP_DEGREES = 2;
/** Brightness that counts as neither light nor dark: the average forehead's ln Y. */
const MIDDLE_LN_Y = -1.3;

const evidenceOf = (rgb: LinearRgb): Evidence => {
  const [red, green, blue] = rgb.map((band) => Math.max(1e-4, band)) as [number, number, number];
  return [Math.log(luminance([red, green, blue])), Math.log(red / green), Math.log(green / blue)];
};

/** How well a tone under so much sheen explains what is seen: a normal density, not scaled. */
function likelihood(seen: Evidence, skin: LinearRgb, sheen: number): number {
  const [lnY] = evidenceOf(skin);
  const [brightness, redness, yellowness] = evidenceOf([skin[0] + sheen, skin[1] + sheen, skin[2] + sheen]);
  const { contrast, contrastSd, warmthSd, warmthInRed } = PHOTO;
  const shown = brightness + PHOTO.brighter + PHOTO.brighterPerLnDark * (MIDDLE_LN_Y - lnY);
  const off = [seen[0] - shown, seen[1] - contrast * redness, seen[2] - contrast * yellowness] as const;
  // Contrast and the light's colour move both ratios together: a covariance of two by two.
  const stretch = (contrast * contrastSd) ** 2;
  const tint = warmthSd ** 2;
  const rr = stretch * redness ** 2 + tint * warmthInRed ** 2 + PHOTO.rednessSd ** 2;
  const yy = stretch * yellowness ** 2 + tint * (1 - warmthInRed) ** 2 + PHOTO.yellownessSd ** 2;
  const ry = stretch * redness * yellowness + tint * warmthInRed * (1 - warmthInRed);
  const determinant = rr * yy - ry ** 2;
  const colours = (yy * off[1] ** 2 - 2 * ry * off[1] * off[2] + rr * off[2] ** 2) / determinant;
  return Math.exp(-0.5 * (colours + (off[0] / PHOTO.brightnessSd) ** 2)) / Math.sqrt(determinant);
}

/**
 * The tone that best explains skin of this colour, as light it is and as coloured, under the photo's unknown exposure,
 * contrast, white balance and sheen: mean and spread over all tones, each taken for equally likely beforehand. Colour
 * does not depend on exposure, brightness little on the white balance, so they hold each other in check. An estimate:
 * in a photo with unusual light it is wrong, and the person is asked.
 */
export function estimateTone({ skin, light }: Pick<SkinReading, 'skin' | 'light'>): ToneEstimate {
  const seen = evidenceOf([skin[0] / light[0], skin[1] / light[1], skin[2] / light[2]]);
  let [sum, first, second] = [0, 0, 0];
  for (let ita: number = FITTED_ITA_DEGREES[0]; ita <= FITTED_ITA_DEGREES[1]; ita += STEP_DEGREES) {
    const tone = skinOfTone(ita);
    // Added so that a colour which no skin explains ends in a wide guess, not in 0 / 0.
    const weight = SHEENS.reduce((all, [sheen, likely]) => all + likely * likelihood(seen, tone, sheen), 1e-9);
    sum += weight;
    first += weight * ita;
    second += weight * ita ** 2;
  }
  const itaDegrees = first / sum;
  return { itaDegrees, sdDegrees: Math.sqrt(Math.max(0, second / sum - itaDegrees ** 2)) };
}

/** The tone that pigment is chosen for, ITA in degrees: as corrected, or else as estimated. */
export const itaInForce = (reading: Pick<SkinReading, 'skin' | 'light'>, corrected: number | null): number =>
  corrected ?? estimateTone(reading).itaDegrees;

/** Absolute reflectance of the skin that dots lie in: of that tone. */
export const skinInForce = (reading: Pick<SkinReading, 'skin' | 'light'>, corrected: number | null): LinearRgb =>
  skinOfTone(itaInForce(reading, corrected));
