import { clamp } from '~/model/maths/numbers';
import { labToLinear } from './lab';
import type { Lab } from './lab';
import type { LinearRgb } from './linear-rgb';

/** Linear reflectance of the skin that the areas are fitted on (Y_ref of docs/model.md, Dot optics (M6); melanin 2 %). */
export const REFERENCE_SKIN: LinearRgb = [0.4186, 0.2651, 0.2303];

/** Classes of the individual typology angle, from light to dark (docs/model.md, Skin tone). */
export const SKIN_TONES = ['veryLight', 'light', 'intermediate', 'tan', 'brown', 'dark'] as const;
export type SkinTone = (typeof SKIN_TONES)[number];

/** Each class begins above this ITA, degrees. */
const ABOVE_DEGREES: Readonly<Record<SkinTone, number>> = {
  veryLight: 55,
  light: 41,
  intermediate: 28,
  tan: 10,
  brown: -30,
  dark: -Infinity,
};

/** What stands for a class where somebody chooses it: its middle, degrees. */
export const TONE_ITA_DEGREES: Readonly<Record<SkinTone, number>> = {
  veryLight: 58,
  light: 48,
  intermediate: 35,
  tan: 19,
  brown: -10,
  dark: -45,
};

export const skinToneOf = (itaDegrees: number): SkinTone =>
  SKIN_TONES.find((tone) => itaDegrees > ABOVE_DEGREES[tone]) ?? 'dark';

/**
 * A curve through the skins that were measured (docs/model.md, Skin tone: foreheads and arms of seven groups lie within
 * ΔE 3.5 of it), light to dark. Both ends are assumed.
 */
const SKINS: readonly Lab[] = [
  { l: 70.5, a: 8, b: 11.6 },
  { l: 68, a: 9, b: 13 },
  { l: 64, a: 10.5, b: 15.5 },
  { l: 59, a: 11.5, b: 17.5 },
  { l: 52, a: 12.5, b: 19 },
  { l: 42, a: 12.5, b: 17 },
  { l: 31, a: 9.5, b: 11 },
];

/** Darkest and lightest tone that are told apart, ITA in degrees: the ends of the curve. */
export const FITTED_ITA_DEGREES = [-59.9, 60.4] as const;

/** Reflectance of skin of this tone, linear and absolute: what a photo shows is that times its own exposure. */
export function skinOfTone(itaDegrees: number): LinearRgb {
  const slope = Math.tan((clamp(itaDegrees, ...FITTED_ITA_DEGREES) * Math.PI) / 180);
  // ITA is where (L − 50) = slope · b, which a straight piece of the curve meets once.
  const over = ({ l, b }: Lab): number => l - 50 - slope * b;
  const next = Math.max(
    1,
    SKINS.findIndex((skin) => over(skin) <= 0),
  );
  const [lighter, darker] = [SKINS[next - 1], SKINS[next]];
  const t = over(lighter) / (over(lighter) - over(darker));
  return labToLinear({
    l: lighter.l + t * (darker.l - lighter.l),
    a: lighter.a + t * (darker.a - lighter.a),
    b: lighter.b + t * (darker.b - lighter.b),
  });
}
