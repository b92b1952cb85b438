import type { Pigment } from './params';
import type { LinearRgb } from './units';

/** Classes of the individual typology angle (Chardon; domain notes 7), palest first, with the least angle of each. */
export const SKIN_TONES = [
  { name: 'veryLight', fromDegrees: 55 },
  { name: 'light', fromDegrees: 41 },
  { name: 'intermediate', fromDegrees: 28 },
  { name: 'tan', fromDegrees: 10 },
  { name: 'brown', fromDegrees: -30 },
  { name: 'dark', fromDegrees: -90 },
] as const;
export type SkinTone = (typeof SKIN_TONES)[number]['name'];

export interface CieLab {
  readonly lightness: number;
  readonly a: number;
  readonly b: number;
}

/** Linear sRGB to CIE L*a*b* under D65. */
export function linearToLab([red, green, blue]: LinearRgb): CieLab {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116);
  const x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
  const y = f(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
  const z = f((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
  return { lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) };
}

/**
 * Individual typology angle, ITA = atan((L* − 50)/b*), degrees in [−90, 90]: the paler the higher. Out of a photo it is
 * an estimate only: exposure and white balance shift it by tens of degrees, so the user must be able to correct it.
 */
export function estimateIta(skin: LinearRgb): number {
  const { lightness, b } = linearToLab(skin);
  return (Math.atan2(lightness - 50, Math.max(1e-6, b)) * 180) / Math.PI;
}

export const toneOf = (itaDegrees: number): SkinTone =>
  SKIN_TONES.find(({ fromDegrees }) => itaDegrees > fromDegrees)?.name ?? 'dark';

/**
 * Preset to begin with on a skin: a dilute one on pale skin, where a dot stands out most; a strong one on dark skin,
 * which takes a smaller share of darkening from the same dot (M6). A suggestion of ours, never set unasked.
 */
export function suggestPigment(itaDegrees: number): Pigment {
  if (itaDegrees > 41) return 'light';
  return itaDegrees > 10 ? 'medium' : 'dark';
}
