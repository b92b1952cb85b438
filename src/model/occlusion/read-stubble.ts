import { clamp } from '~/model/maths/numbers';
import { blurWeighted } from '~/model/raster/gaussian-blur';
import type { Plane } from '~/model/raster/plane';
import type { SkinReading } from '~/model/skin/skin-reading';

/** What a head's stubble does to the light of the skin it stands on. */
export interface StubbleReading {
  /** −ln of the green light that is left where most of it stands, against bare skin beside it. */
  readonly minusLnT: number;
  /** Standard deviation of that. */
  readonly spread: number;
  /** Of red light so many times as much is left as of green; below 1: it takes the skin's colour too. */
  readonly redToGreen: number;
  /** Stubble in sight, cm² of the picture's plane. */
  readonly areaCm2: number;
}

/**
 * Real shaved stubble takes .30 in −ln of green light, dense .54, and leaves .86 times as much red as green; with what a photo says
 * of its own stubble. Darkness with its standard deviation. More of its own colour no stubble takes, share; our choice.
 */
const USUAL = { minusLnT: 0.4, sd: 0.12, minusLnRedToGreen: 0.15 };
const MOST_GREYED = 0.35;
/**
 * How sure light and hue say it at best, besides what scatters, and how wide what is left as shading and as blushing is. Light says
 * little: shading follows the head's shape, and so does where hair grows. So much scalp scatters by itself.
 */
const BY_LIGHT = { sd: 0.25, wideMm: 14 };
const BY_HUE = { sd: 0.15, wideMm: 25 };
const SCATTERS_CM2 = 6;
/**
 * −ln T_G of stubble per share of the skin's own colour, ln(R/G), that it takes: 1.0 of photographed stubble (.30 and .86), 1.15 of
 * the treated fields of six people against the forehead beside them (.8 to 1.33). That was read against the skin's hue as the photo has
 * it, before half of the light's colour is taken out (`ownHue`), and on the same people that the reading was tuned on.
 */
const LIGHT_PER_HUE = 1.15;
/** Skin has at least so much colour of its own, ln(R/G) in white light. */
const LEAST_HUE = 0.3;
const PLAUSIBLE = [0, 0.8] as const;
const DARKNESS = [0.25, 0.6] as const;
/** Least stubble and bare skin for a reading, cm², and least difference in the amount of stubble. Ours. */
const LEAST_CM2 = 6;
const LEAST_VARIANCE = 0.005;
const DARK = 0.003;

/** Mean light of every cell, linear. */
interface Light {
  readonly red: Float32Array;
  readonly green: Float32Array;
}

/**
 * The skin's own colour, ln(R/G) in white light. The light's colour is read off gloss, and is as unsure as it is strong: half of it
 * is believed.
 */
export const ownHue = ({ skin, light }: Pick<SkinReading, 'skin' | 'light'>): number =>
  Math.max(LEAST_HUE, Math.log(skin[0] / skin[1]) - Math.log(light[0] / light[1]) / 2);

/** How much `values` fall per unit of the amount, and the standard error of that. */
interface Slope {
  readonly fall: number;
  readonly error: number;
}

function slopeOf(amount: Plane, values: Float32Array, scalp: Plane, cellsPerMm: number, wideMm: number): Slope {
  const beyond = (of: Float32Array): Float32Array => {
    const wide = blurWeighted({ ...amount, values: of }, scalp, wideMm * cellsPerMm).values;
    return of.map((value, i) => value - wide[i]);
  };
  const [stubble, other] = [beyond(amount.values), beyond(values)];
  let [square, falls, otherSquare, count] = [0, 0, 0, 0];
  for (let i = 0; i < stubble.length; i++) {
    const weight = scalp.values[i];
    count += weight;
    square += weight * stubble[i] ** 2;
    falls -= weight * stubble[i] * other[i];
    otherSquare += weight * other[i] ** 2;
  }
  if (square === 0) return { fall: 0, error: Infinity };
  const scattered = Math.max(0, otherSquare - falls ** 2 / square) / count;
  const places = (0.01 * count) / cellsPerMm ** 2 / SCATTERS_CM2;
  return { fall: falls / square, error: Math.sqrt(scattered / (square / count) / places) };
}

/**
 * Reads how dark and how grey stubble is where its amount is 1: by how light and hue change where that changes, with what changes
 * over more than a few cm left out. `skinHue`: the skin's own colour, ln(R/G). `darkness` is always there, at worst that of usual
 * stubble; `reading` where there is enough stubble beside enough bare skin.
 */
export function readStubble(
  amount: Plane,
  { red, green }: Light,
  scalp: Plane,
  cellsPerMm: number,
  skinHue: number,
): { readonly darkness: number; readonly reading: StubbleReading | null } {
  let [square, sum, stubbled, bare, count] = [0, 0, 0, 0, 0];
  for (let i = 0; i < amount.values.length; i++) {
    const weight = scalp.values[i];
    count += weight;
    sum += weight * amount.values[i];
    square += weight * amount.values[i] ** 2;
    stubbled += weight * Math.min(1, amount.values[i]);
    bare += amount.values[i] < 0.1 ? weight : 0;
  }
  const toCm2 = 0.01 / cellsPerMm ** 2;
  const isEnough =
    stubbled * toCm2 > LEAST_CM2 && bare * toCm2 > LEAST_CM2 && square / count - (sum / count) ** 2 > LEAST_VARIANCE;
  if (!isEnough) return { darkness: USUAL.minusLnT, reading: null };
  const slope = ({ wideMm }: { readonly wideMm: number }, of: (i: number) => number): Slope =>
    slopeOf(
      amount,
      Float32Array.from(green, (_, i) => Math.log(of(i))),
      scalp,
      cellsPerMm,
      wideMm,
    );
  const light = slope(BY_LIGHT, (i) => green[i] + DARK);
  const hue = slope(BY_HUE, (i) => (red[i] + DARK) / (green[i] + DARK));
  const perHue = LIGHT_PER_HUE / skinHue;
  const weights = {
    usual: USUAL.sd ** -2,
    light: 1 / (BY_LIGHT.sd ** 2 + light.error ** 2),
    hue: 1 / (BY_HUE.sd ** 2 + (perHue * hue.error) ** 2),
  };
  const all = weights.usual + weights.light + weights.hue;
  const ofLight = clamp(light.fall, ...PLAUSIBLE);
  const ofHue = clamp(perHue * hue.fall, ...PLAUSIBLE);
  const mean = (weights.usual * USUAL.minusLnT + weights.light * ofLight + weights.hue * ofHue) / all;
  const minusLnT = clamp(mean, ...DARKNESS);
  return {
    darkness: minusLnT,
    reading: {
      minusLnT,
      spread: all ** -0.5,
      redToGreen: Math.exp(-clamp((Math.max(0, hue.fall) + USUAL.minusLnRedToGreen) / 2, 0, MOST_GREYED)),
      areaCm2: stubbled * toCm2,
    },
  };
}
