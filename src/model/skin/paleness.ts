import { luminance, LUMINANCE_WEIGHTS } from '~/model/colour/linear-rgb';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { clamp, smoothstep } from '~/model/maths/numbers';
import type { SkinReading } from './skin-reading';

/**
 * sin² of the angle between skin and light: below the first their colours can't be told apart (grey photos). Ours, as is the next
 * (docs/model.md, Reading a photo).
 */
const ALIKE = 0.008;
const DISTINCT = 0.03;
/** Then only what is this much brighter than the skin is gloss. */
const GLOSS_FROM = 1.4;

const dot = (a: LinearRgb, b: LinearRgb): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/**
 * How far a linear colour lies on the way from the skin to the light: rgb ≈ a·skin + b·light by least squares, of which
 * the share of b·light in the luminance. 0 for skin of any brightness, 1 for the light; less than 0 for what is more
 * colourful than the skin, never below −1. Of mixtures it is linear: skin of paleness p with a share s of gloss has
 * p + s·(1 − p).
 */
export function palenessFrom({ skin, light }: Pick<SkinReading, 'skin' | 'light'>): (rgb: LinearRgb) => number {
  const ss = dot(skin, skin);
  const ll = dot(light, light);
  const sl = dot(skin, light);
  const sine2 = 1 - (sl * sl) / Math.max(1e-9, ss * ll);
  const byColour = smoothstep(ALIKE, DISTINCT, sine2);
  const determinant = Math.max(1e-9, ss * ll * sine2);
  const lamp = luminance(light);
  const from = Math.min(0.9, (GLOSS_FROM * luminance(skin)) / lamp);
  const band = (c: 0 | 1 | 2): number =>
    (byColour * lamp * (ss * light[c] - sl * skin[c])) / determinant +
    ((1 - byColour) * LUMINANCE_WEIGHTS[c]) / (1 - from);
  const weights: LinearRgb = [band(0), band(1), band(2)];
  const offset = ((1 - byColour) * from * lamp) / (1 - from);
  return (rgb) => clamp((dot(weights, rgb) - offset) / Math.max(1e-4, luminance(rgb)), -1, 1);
}
