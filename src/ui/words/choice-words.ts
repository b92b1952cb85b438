import type { ToneEstimate } from '~/model/skin/estimate-tone';
import type { Build, Coverage, EdgeStyle, HairlineShape, Pigment, SideProfile, Zone } from '~/model/design/choices';
import type { Look } from '~/model/design/looks';
import type { Suggestion } from '~/model/advice/pigment-advice';
import { SUGGESTED_DARKENING } from '~/model/advice/pigment-advice';
import type { SkinTone } from '~/model/colour/skin-tone';
import { skinToneOf } from '~/model/colour/skin-tone';

/** Name of a choice and one sentence that explains it. */
export interface ChoiceText {
  readonly name: string;
  readonly hint: string;
}

export const SHAPE_TEXTS: Readonly<Record<HairlineShape, ChoiceText>> = {
  natural: {
    name: 'Natural',
    hint: 'Gently curved from temple to temple, as a grown man’s own line: suits nearly every face, and is the easiest to live with.',
  },
  straight: {
    name: 'Straight',
    hint: 'Level across, with small corners; an edge-up: suits younger men who like a statement, and forgives less with age.',
  },
  boxed: {
    name: 'Boxed',
    hint: 'Level, with square corners and upright temples: suits those whose barber cuts it so, with full sides; the boldest choice.',
  },
  rounded: {
    name: 'Rounded',
    hint: 'One soft curve without corners: the usual shape for women, and for men whose temples never went back.',
  },
  peaked: {
    name: 'Peaked',
    hint: 'Natural, with a widow’s peak: suits those who always had one, and softens a high or broad forehead.',
  },
  receded: {
    name: 'Receded',
    hint: 'A mature M-shape, higher, with the corners set well back: suits older faces and thin sides, and ages the most quietly.',
  },
};

/** Three lines to begin with. */
export const LOOK_TEXTS: Readonly<Record<Look, ChoiceText>> = {
  careful: {
    name: 'Careful',
    hint: 'Higher, with the corners well back: the line that is hardest to regret, and the easiest to lower later.',
  },
  usual: {
    name: 'Usual',
    hint: 'As practitioners draw it for most people, held back by the hair that is there and by the thirds of the face.',
  },
  bold: {
    name: 'Bold',
    hint: 'Lower and straighter: the most youthful, and the least forgiving as the face ages. Lines are hard to raise again.',
  },
};

export const EDGE_TEXTS: Readonly<Record<EdgeStyle, ChoiceText>> = {
  faded: {
    name: 'Faded',
    hint: 'Fades in slowly over 16 mm, with single dots in front: for those who want no line to be seen, and for older faces.',
  },
  softAndBroken: {
    name: 'Soft and broken',
    hint: 'Irregular, with scattered dots in front, as hair grows: suits nearly everybody, and is what most people choose.',
  },
  medium: { name: 'Medium', hint: 'A clear line with a short, soft edge: suits full, dark stubble around it.' },
  defined: {
    name: 'Defined',
    hint: 'A crisp, even line, as fresh from the barber: suits younger men who shave often; it looks drawn up close.',
  },
};

export const SIDE_PROFILE_TEXTS: Readonly<Record<SideProfile, ChoiceText>> = {
  soft: { name: 'Soft', hint: 'The temples are set back a little and fade in slowly. Kind to thinning sides.' },
  medium: {
    name: 'Medium',
    hint: 'The temples fade in twice as slowly as the front, as most healed work does. What most people choose.',
  },
  defined: {
    name: 'Defined',
    hint: 'Straight, crisp temples and sideburns, as a barber cuts them. Asks for frequent shaving.',
  },
};

export const COVERAGE_TEXTS: Readonly<Record<Coverage, ChoiceText>> = {
  hairlineOnly: { name: 'Hairline only', hint: 'A band of about two centimetres along the hairline.' },
  hairlineAndTop: {
    name: 'Hairline and top',
    hint: 'From the hairline over the top to the crown; the sides stay as they are.',
  },
  fullHead: { name: 'Full head', hint: 'All of the scalp where hair grew: the look of a freshly shaved head.' },
  betweenHair: {
    name: 'Density between hair',
    hint: 'Dots only between thinning hair, so that the scalp shines through less.',
  },
  partLine: {
    name: 'Part line',
    hint: 'A strip along the parting, from the front to the crown, fading to both sides: for long hair that has become thin.',
  },
  painted: { name: 'Only where I paint', hint: 'You paint the place, for a scar, a patch or a parting.' },
};

/** Where each zone lies; in the order from front to back. */
export const ZONE_TEXTS: Readonly<Record<Zone, ChoiceText>> = {
  hairline: { name: 'Hairline', hint: 'The first 15 mm behind the line, from corner to corner.' },
  frontal: { name: 'Frontal', hint: 'Behind the hairline, over the forehead.' },
  midScalp: { name: 'Mid-scalp', hint: 'The top, between front and crown.' },
  crown: { name: 'Crown', hint: 'Round the whorl at the back of the top.' },
  temples: { name: 'Temples', hint: 'In front of and above the ears, below the top.' },
  sides: { name: 'Sides and back', hint: 'Above and behind the ears, down to the nape.' },
};

export const PIGMENT_TEXTS: Readonly<Record<Pigment, ChoiceText>> = {
  light: { name: 'Light', hint: 'Fewer, finer, thinner dots: for fair skin, grey or light hair, or a first session.' },
  medium: { name: 'Medium', hint: 'The usual start for brown hair.' },
  dark: { name: 'Dark', hint: 'More and bolder dots: for dark hair and darker skin.' },
};

export const TONE_TEXTS: Readonly<Record<SkinTone | 'asInPhoto', ChoiceText>> = {
  asInPhoto: {
    name: 'As in the photo',
    hint: 'Exposure and white balance of the photo shift it, so choose the tone that fits if this one does not.',
  },
  veryLight: { name: 'Very fair', hint: 'Very light skin: dots stand out the most.' },
  light: { name: 'Fair', hint: 'Light skin: dots stand out clearly.' },
  intermediate: { name: 'Beige', hint: 'Between light and tan.' },
  tan: { name: 'Tan', hint: 'Between beige and brown.' },
  brown: { name: 'Brown', hint: 'Between tan and deep: dots stand out softly.' },
  dark: { name: 'Deep', hint: 'Dark skin: dots stand out the least.' },
};

const toneName = (itaDegrees: number): string => TONE_TEXTS[skinToneOf(itaDegrees)].name.toLowerCase();
const degrees = (value: number): string => `${value < -0.5 ? '−' : ''}${Math.abs(Math.round(value))}°`;

/** What was read of the skin, and what was made of it. */
export const toneSentence = ({ itaDegrees }: ToneEstimate, corrected: number | null): string =>
  corrected === null
    ? `Skin tone (estimate): ${toneName(itaDegrees)}.`
    : `Skin tone: ${toneName(corrected)}, as you chose. The photo alone looks ${toneName(itaDegrees)} (estimate).`;

/** The number behind it, for those who measure skin. */
export const itaSentence = ({ itaDegrees, sdDegrees }: ToneEstimate): string =>
  `ITA about ${degrees(itaDegrees)} (estimate), give or take ${degrees(sdDegrees)}. It measures skin colour: very fair over 55°, fair to 41°, beige to 28°, tan to 10°, brown to −30°, deep under that.`;

/** Why this preset, with its number. */
export function suggestionReason({ pigment, darkening, bolder, stubble }: Suggestion): string {
  if (stubble !== null)
    return `The stubble in this photo darkens the skin by about ${stubble.darkening.toFixed(1)} steps of lightness (L*, of 100), give or take ${stubble.spread.toFixed(1)}; ${PIGMENT_TEXTS[pigment].name} by ${darkening.toFixed(1)}, which is nearest.`;
  const next = bolder === null ? ';' : `, ${PIGMENT_TEXTS[bolder.pigment].name} by ${bolder.darkening.toFixed(1)};`;
  return `${PIGMENT_TEXTS[pigment].name} darkens this skin by about ${darkening.toFixed(1)} steps of lightness (L*, of 100)${next} up to ${SUGGESTED_DARKENING} passes for shaved hair.`;
}

/** That a treatment is too dark, and the number behind it. */
export const TOO_DARK =
  'At this density, strength and dot size the treated skin tends to read as one solid cap, a “helmet”, and no longer as shaved hair.';
export const tooDarkReason = (darkening: number, limit: number): string =>
  `It heals ${darkening.toFixed(1)} steps of lightness (L*, of 100) darker than bare skin of this tone; above ${limit} it looks solid.`;

export const BUILD_TEXTS: Readonly<Record<Build, ChoiceText>> = {
  men: { name: 'Men', hint: 'Starts at 66 mm above the brow, as practitioners draw it for men.' },
  women: { name: 'Women', hint: 'Starts at 62 mm above the brow, the average for women.' },
};

export const sessionsHint = (done: number, planned: number): string =>
  done === planned
    ? `The finished look, after ${planned === 1 ? 'one session' : `all ${planned} sessions`}.`
    : done === 1
      ? 'After the first session: a light base, to see how the skin takes it.'
      : `After session ${done} of ${planned}: denser, with the shade adjusted.`;
