import { clamp } from '~/model/maths/numbers';
import { blurWeighted } from '~/model/raster/gaussian-blur';
import type { Plane } from '~/model/raster/plane';

/** What a head's stubble does to the light of the skin it stands on. */
export interface StubbleReading {
  /** −ln of the green light that is left where it is full, against bare skin beside it. */
  readonly minusLnT: number;
  /** Standard deviation of that. */
  readonly spread: number;
  /** Of red light so many times as much is left as of green; below 1: it takes the skin's colour too. */
  readonly redToGreen: number;
  /** Stubble in sight, cm² of the picture's plane. */
  readonly areaCm2: number;
}

/**
 * Real shaved stubble takes .30 (dense .54) in −ln of green light, and leaves .86 times as much red as green; with what a photo
 * says of its own stubble. Darkness with its standard deviation: shading follows the head's shape, and so does where hair grows.
 */
const USUAL = { minusLnT: 0.34, sd: 0.12, minusLnRedToGreen: 0.15 };
const MOST_GREYED = 0.35;
const BY_LIGHT_SD = 0.15;
const BY_HUE_SD = 0.3;
/** ln(T_R/T_G) of stubble is about this share of ln(T_G) (from the same two numbers). */
const HUE_SHARE = 0.5;
const PLAUSIBLE = [0, 0.8] as const;
const DARKNESS = [0.15, 0.6] as const;
/** What changes over more than this is the light, not the stubble. */
const LIGHT_MM = 14;
/** Least stubble and bare skin for a reading, cm², and least difference in the share of stubble. */
const LEAST_CM2 = 6;
const LEAST_VARIANCE = 0.005;
const DARK = 0.003;

/** Mean light of every cell, linear. */
interface Light {
  readonly red: Float32Array;
  readonly green: Float32Array;
}

/**
 * Reads how dark and how grey full stubble is: by how light and hue change where the share of stubble changes, with what
 * changes over more than a few cm left out. `darkness` is always there, at worst that of usual stubble; `reading` where there
 * is enough stubble beside enough bare skin.
 */
export function readStubble(
  share: Plane,
  { red, green }: Light,
  scalp: Plane,
  cellsPerMm: number,
): { readonly darkness: number; readonly reading: StubbleReading | null } {
  const high = (values: Float32Array): Float32Array => {
    const wide = blurWeighted({ ...share, values }, scalp, LIGHT_MM * cellsPerMm).values;
    return values.map((value, i) => value - wide[i]);
  };
  const stubble = high(share.values);
  const light = high(green.map((value) => Math.log(value + DARK)));
  const hue = high(red.map((value, i) => Math.log((value + DARK) / (green[i] + DARK))));
  let [square, byLight, byHue, stubbled, bare, count] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < stubble.length; i++) {
    const weight = scalp.values[i];
    if (weight === 0) continue;
    count += weight;
    square += weight * stubble[i] ** 2;
    byLight -= weight * stubble[i] * light[i];
    byHue -= weight * stubble[i] * hue[i];
    stubbled += weight * share.values[i];
    bare += share.values[i] < 0.1 ? weight : 0;
  }
  const toCm2 = 0.01 / cellsPerMm ** 2;
  const isEnough =
    stubbled * toCm2 > LEAST_CM2 && bare * toCm2 > LEAST_CM2 && square > LEAST_VARIANCE * count && square > 0;
  if (!isEnough) return { darkness: USUAL.minusLnT, reading: null };
  const ofLight = clamp(byLight / square, ...PLAUSIBLE);
  const ofHue = clamp(byHue / square / HUE_SHARE, ...PLAUSIBLE);
  const weights = { usual: USUAL.sd ** -2, light: BY_LIGHT_SD ** -2, hue: BY_HUE_SD ** -2 };
  const all = weights.usual + weights.light + weights.hue;
  const mean = (weights.usual * USUAL.minusLnT + weights.light * ofLight + weights.hue * ofHue) / all;
  const minusLnT = clamp(mean, ...DARKNESS);
  return {
    darkness: minusLnT,
    reading: {
      minusLnT,
      spread: all ** -0.5,
      redToGreen: Math.exp(-clamp((HUE_SHARE * ofHue + USUAL.minusLnRedToGreen) / 2, 0, MOST_GREYED)),
      areaCm2: stubbled * toCm2,
    },
  };
}
