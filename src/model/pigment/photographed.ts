import { linearToSrgb, srgbToLinear } from '~/model/colour/linear-rgb';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import type { SkinColour } from '~/model/colour/skin-colour';

/**
 * Where photographs of real treated scalps say something else than the Monte-Carlo (docs/model.md, What photographs say):
 * we draw into photographs, whose tone curves are steeper than the light of a scene, so what pictures show is the truth here.
 */
export const PHOTOGRAPHED = {
  /**
   * Dark area of a dot as pictures show it, per that of the Monte-Carlo: healed, on all skins alike, brown skin included; and
   * fresh, when it is dark in itself and the skin about it hardly is.
   */
  darkAreaTimes: 1.27,
  darkAreaTimesFresh: 1.12,
  /** And −ln of the light that its core leaves, healed and fresh: what the mesh about it takes is no part of a healed core. Fitted to photographs. */
  coreTimes: 1.03,
  coreTimesFresh: 1.65,
  /**
   * Dots of one head differ in strength far less than what was in the bottle at their sessions (M1): as this power of it. A tenth of healed
   * dots are 1.9 to 2.4 times as deep as their median, a hundredth of them 2.8 to 3.5 times; in proportion to the bottle ours were 2.1 and 3.8 times.
   */
  keptOfDilution: 0.2,
  /**
   * Share of the skin's own colour (ln of its bands over green) that goes where all of it would that can (`shareOfColour`). Seven crops of
   * real work and seven people before and after lost .15 to .38 in red (median .25) and .07 to .23 in blue (.14), whether their skin
   * showed .25 or 1.05 over green: in proportion to it, as was thought, orange skin turned olive. Blue: between what these crops keep
   * (T_B/T_G 1.16) and the target (1.09), within which ours is on 34 of 37 pictures; with .9 on 27.
   */
  colourLost: [1, 0, 0.77] as LinearRgb,
  /** Right after a session so much of that is not lost yet: blood fills the skin between the dots. */
  colourKeptFresh: 0.58,
  /**
   * Decay length of what a dot takes about it, light and colour, mm: between dots the field is evenly grey. The Monte-Carlo has .45 for
   * light (docs/model.md, Dot optics (M6)): with it dots lie in dark clouds, of which real work has hardly any.
   */
  haloLengthMm: 1.2,
  /**
   * Pigment lies unevenly in skin, between dots too: standard deviation of −ln of the light, per share of it that is lost. With dots alone
   * a field varies less over .2 to .8 mm than real ones, and all of that in few strong places; with much more, dots drown in it.
   */
  uneven: 0.2,
  /** Right after a session a little less. By looking at fresh photographs. */
  unevenFresh: 0.18,
  /**
   * A dot's core is a step of luma: cameras keep colour coarser than light. So many times of the step goes equally to all bands,
   * the rest back to each in proportion; with 1.2 red, green and blue lose 1 : 1.21 : 1.36 in a dot, as measured (1 : 1.2 : 1.35).
   */
  lumaOfDot: 1.2,
  /**
   * Right after a session; blue loses less, so dots are red and purple rather than brown. Fitted: the darkest of 33 places are 1.1
   * redder (a*) and .5 yellower (b*) than the skin about them in fresh photographs, 1.0 and .3 in ours.
   */
  lumaOfDotFresh: [1.05, 1.05, 0.92] as LinearRgb,
  /**
   * No two fresh dots have one hue: blood, swelling and fresh ink mix. By so much (standard deviation) `lumaOfDotFresh` differs from one
   * to the next; healed ones do not. Fitted: a* and b* of fresh dots' darkest middles vary by 1.3 and 1.2 in photographs, 1.2 and 1.1 in ours.
   */
  hueSpreadFresh: 0.19,
  /**
   * Skin is half as red as needles make it where they marked it so many times per mm²: a first session's field and the outermost dots of the
   * line alike are redder than that. Together with `rednessVeiled` and the redness of its first day (ageing.ts) fitted to three fresh
   * photographs: their a* is 1.2, 2.3 and 3.0 above bare skin at the line, and −1 to 1.2
   * ten mm behind it (docs/model.md, Healing (M2)).
   */
  halfReddenedPerMm2: 0.2,
  /** Pigment hides redness: as far as it takes the light, by this share of it. */
  rednessVeiled: 1,
} as const;

const whileHealing = (healed: number, fresh: number, healing: number): number => healed + (fresh - healed) * healing;

/** Dark area in pictures per the Monte-Carlo's, while `healing` (1 fresh, 0 healed) is still to come. */
export const darkAreaTimes = (healing: number): number =>
  whileHealing(PHOTOGRAPHED.darkAreaTimes, PHOTOGRAPHED.darkAreaTimesFresh, healing);

/** Contrast of a core by band in pictures, from the Monte-Carlo's, while `healing` (1 fresh, 0 healed) is still to come. */
export function seenContrast(contrast: LinearRgb, healing = 0): LinearRgb {
  const times = whileHealing(PHOTOGRAPHED.coreTimes, PHOTOGRAPHED.coreTimesFresh, healing);
  const band = (c: 0 | 1 | 2): number => 1 - (1 - contrast[c]) ** times;
  return [band(0), band(1), band(2)];
}

/** Absorption of the dots of a session in pictures, from the one that its dilution gives (M1) and the mean of all sessions; in 1/mm. */
export const keptOfDilution = (muPerMm: number, meanMuPerMm: number): number =>
  meanMuPerMm * (muPerMm / meanMuPerMm) ** PHOTOGRAPHED.keptOfDilution;

/** Share of full redness that is seen in a field of so many needle marks per mm² that leaves `green` of the light (0..1). */
export const shareOfRedness = (marksPerMm2: number, green: number): number =>
  (1 - PHOTOGRAPHED.rednessVeiled * (1 - green)) / (1 + PHOTOGRAPHED.halfReddenedPerMm2 / marksPerMm2);

/** How unevenly pigment lies (`uneven`), while `healing` (1 fresh, 0 healed) is still to come. */
export const unevenness = (healing: number): number =>
  whileHealing(PHOTOGRAPHED.uneven, PHOTOGRAPHED.unevenFresh, healing);

/** By how much hues of dots differ (`hueSpreadFresh`), while `healing` (1 fresh, 0 healed) is still to come. */
export const hueSpread = (healing: number): number => PHOTOGRAPHED.hueSpreadFresh * healing;

/** How much of a core's step is luma (`lumaOfDot`), while `healing` (1 fresh, 0 healed) is still to come. */
export function lumaOfDot(healing: number): LinearRgb {
  const band = (c: 0 | 1 | 2): number => whileHealing(PHOTOGRAPHED.lumaOfDot, PHOTOGRAPHED.lumaOfDotFresh[c], healing);
  return [band(0), band(1), band(2)];
}

/** Share of the colour that can go that does (`colourLost`), while `healing` (1 fresh, 0 healed) is still to come. */
export function colourLost(healing: number): LinearRgb {
  const [red, green, blue] = PHOTOGRAPHED.colourLost;
  const left = 1 - PHOTOGRAPHED.colourKeptFresh * healing;
  return [red * left, green * left, blue * left];
}

/** A place so many times less coloured than its skin stands in another light than it (a blue window): it has less to lose. Our choice. */
const PALER = 1.3;
const chromaOf = ([red, , blue]: LinearRgb): number => red - blue;

/**
 * Share of the colour of a place, `here`, of this `skin` (ln of its bands over green) that goes where pigment takes `greyed` of the light (0..1): as
 * much on all skin with plenty, all of it at most where there is little, and red and blue alike, so that a field turns grey, and no other
 * hue. Places of one skin that differ in colour lose one share of it, so that they differ less.
 */
export function shareOfColour(skin: LinearRgb, greyed: number, here = skin): number {
  return greyed <= 0 ? 0 : greyed / Math.hypot(Math.min(chromaOf(skin), PALER * chromaOf(here)), greyed);
}

/** Light left by band where pigment leaves `green` of the light in green (0..1) on skin of this colour (skin-colour.ts). */
export function transmissionOf(green: number, { skin }: SkinColour, lost = colourLost(0)): LinearRgb {
  const share = shareOfColour(skin, 1 - green);
  const band = (c: 0 | 1 | 2): number => green * Math.exp(-lost[c] * share * skin[c]);
  return [band(0), green, band(2)];
}

/** Rec. 601, of code values: the luma of JPEG. */
export const LUMA_WEIGHTS: LinearRgb = [0.299, 0.587, 0.114];

/** The middle of a dot that takes `contrast` (0..1) of the light from skin of this colour: a step of luma, as cameras see it. */
export function dotOn(around: LinearRgb, contrast: number): LinearRgb {
  const code = around.map(linearToSrgb) as [number, number, number];
  const luma = LUMA_WEIGHTS[0] * code[0] + LUMA_WEIGHTS[1] * code[1] + LUMA_WEIGHTS[2] * code[2];
  const step = (1 - contrast) ** (1 / 2.4) - 1;
  const band = (c: 0 | 1 | 2): number =>
    srgbToLinear(Math.max(0, code[c] + step * (PHOTOGRAPHED.lumaOfDot * (luma - code[c]) + code[c])));
  return [band(0), band(1), band(2)];
}
