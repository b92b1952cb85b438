import type { SkinReading } from './head';
import type { LinearRgb } from './units';
import { clamp, luminance, LUMINANCE_WEIGHTS, smoothstep } from './units';

/**
 * How a pixel divides into skin and gloss: gloss = light · clamp(weights · rgb − offset, 0, min over bands of rgb/light).
 * Few numbers, so that the shader needs one dot product. All linear light.
 */
export interface LightSplit {
  readonly weights: LinearRgb;
  readonly offset: number;
  readonly light: LinearRgb;
}

/** Skin varies in colour: this share of a pixel's brightness is never taken for gloss, and full gloss stays full. */
const TOLERANCE = 0.25;
/** sin² of the angle between skin and light: below the first their colours can't be told apart (grey photos). */
const ALIKE = 0.02;
const DISTINCT = 0.09;
/** Then only what is this much brighter than the skin is gloss. */
const GLOSS_FROM = 1.4;

const dot = (a: LinearRgb, b: LinearRgb): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/**
 * Weights that solve rgb ≈ a·skin + b·light for b by least squares (0 for skin of any brightness, 1 for the light),
 * less the tolerance. Linear in rgb, so it grows no noise beyond its weights, which the blend towards plain brightness
 * keeps small where skin and light are alike.
 */
export function splitLight({ skin, light }: Pick<SkinReading, 'skin' | 'light'>): LightSplit {
  const ss = dot(skin, skin);
  const ll = dot(light, light);
  const sl = dot(skin, light);
  const sine2 = 1 - (sl * sl) / Math.max(1e-9, ss * ll);
  const byColour = smoothstep(ALIKE, DISTINCT, sine2);
  const determinant = Math.max(1e-9, ss * ll * sine2);
  const lightLuminance = luminance(light);
  const [y0, y1, y2] = LUMINANCE_WEIGHTS;
  const luma: LinearRgb = [y0 / lightLuminance, y1 / lightLuminance, y2 / lightLuminance];
  const from = Math.min(0.9, GLOSS_FROM * dot(luma, skin));
  const band = (c: 0 | 1 | 2): number => {
    const least = (ss * light[c] - sl * skin[c]) / determinant;
    return (byColour * (least - TOLERANCE * luma[c])) / (1 - TOLERANCE) + ((1 - byColour) * luma[c]) / (1 - from);
  };
  return { weights: [band(0), band(1), band(2)], offset: ((1 - byColour) * from) / (1 - from), light };
}

/** The gloss in a pixel: reference for the shader. Never more than the pixel itself. */
export function specularPart(rgb: LinearRgb, { weights, offset, light }: LightSplit): LinearRgb {
  const most = Math.min(rgb[0] / light[0], rgb[1] / light[1], rgb[2] / light[2]);
  const amount = clamp(dot(weights, rgb) - offset, 0, Math.max(0, most));
  return [amount * light[0], amount * light[1], amount * light[2]];
}
