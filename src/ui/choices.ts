import type { Build, Coverage, EdgeStyle, HairlineShape, Pigment } from '~/model/params';

/** Name of a choice and one sentence that explains it. */
export interface ChoiceText {
  readonly name: string;
  readonly hint: string;
}

export const SHAPE_TEXTS: Readonly<Record<HairlineShape, ChoiceText>> = {
  natural: {
    name: 'Natural',
    hint: 'Gently curved from temple to temple, as a grown man’s own line. The easiest to live with.',
  },
  straight: {
    name: 'Straight',
    hint: 'Level across, with small corners; an edge-up. A statement, and less forgiving with age.',
  },
  boxed: {
    name: 'Boxed',
    hint: 'Level, with square corners and upright temples, as cut by a barber. The boldest choice.',
  },
  rounded: { name: 'Rounded', hint: 'One soft curve without corners; the usual shape for women.' },
  peaked: { name: 'Peaked', hint: 'Natural, with a widow’s peak: the line dips in the middle.' },
  receded: {
    name: 'Receded',
    hint: 'A mature M-shape: higher, with the corners set well back. Ages the most quietly.',
  },
};

export const EDGE_TEXTS: Readonly<Record<EdgeStyle, ChoiceText>> = {
  faded: { name: 'Faded', hint: 'Fades in slowly over 16 mm, with single dots in front: no line to be seen.' },
  softAndBroken: {
    name: 'Soft and broken',
    hint: 'Irregular, with scattered dots in front, as hair grows. What most people choose.',
  },
  medium: { name: 'Medium', hint: 'A clear line with a short, soft edge.' },
  defined: { name: 'Defined', hint: 'A crisp, even line, as fresh from the barber.' },
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
  painted: { name: 'Only where I paint', hint: 'You paint the place, for a scar, a patch or a parting.' },
};

export const PIGMENT_TEXTS: Readonly<Record<Pigment, ChoiceText>> = {
  light: { name: 'Light', hint: 'Fewer, finer, thinner dots: for fair skin, grey or light hair, or a first session.' },
  medium: { name: 'Medium', hint: 'The usual start for brown hair.' },
  dark: { name: 'Dark', hint: 'More and bolder dots: for dark hair and darker skin.' },
};

export const BUILD_TEXTS: Readonly<Record<Build, ChoiceText>> = {
  men: { name: 'Men', hint: 'Starts at 75 mm above the brow, the average for men.' },
  women: { name: 'Women', hint: 'Starts at 62 mm above the brow, the average for women.' },
};

export const sessionsHint = (done: number, planned: number): string =>
  done === planned
    ? `The finished look, after ${planned === 1 ? 'one session' : `all ${planned} sessions`}.`
    : done === 1
      ? 'After the first session: a light base, to see how the skin takes it.'
      : `After session ${done} of ${planned}: denser, with the shade adjusted.`;
