import type { AgeOpinion } from '~/model/advice/ages-ahead';
import type { HairChangeVerdict } from '~/model/hair/own-hair';
import type { HairRate, HairStage } from '~/model/design/choices';
import type { ChoiceText } from './choice-words';

export const STAGE_TEXTS: Readonly<Record<HairStage, ChoiceText>> = {
  I: { name: 'Norwood 1', hint: 'Hardly any loss: the line of early years.' },
  II: { name: 'Norwood 2', hint: 'The temples have gone back a little on both sides.' },
  IIa: { name: 'Norwood 2a', hint: 'The whole front has gone back, the middle too.' },
  III: { name: 'Norwood 3', hint: 'Deep temples; the middle and the crown still have hair.' },
  IIIv: { name: 'Norwood 3 vertex', hint: 'The crown thins first, the temples are as at 2 to 3.' },
  IV: { name: 'Norwood 4', hint: 'Deep temples and a bare crown, with a solid band of hair between.' },
  Va: { name: 'Norwood 5a', hint: 'The front has gone far back in one piece; the crown is still there.' },
  V: { name: 'Norwood 5', hint: 'Front and crown are larger, the band between is narrow and sparse.' },
  VI: { name: 'Norwood 6', hint: 'The band is gone: one bare area on top.' },
  VII: { name: 'Norwood 7', hint: 'A low band of hair around the sides and back is left.' },
  ludwigI: { name: 'Ludwig 1', hint: 'The parting is wider, the front edge is kept.' },
  ludwigII: { name: 'Ludwig 2', hint: 'Hair on top is clearly thinner.' },
  ludwigIII: { name: 'Ludwig 3', hint: 'The top is nearly bare, the front edge is kept. Rare.' },
};

export const RATE_TEXTS: Readonly<Record<HairRate, ChoiceText>> = {
  slow: { name: 'Slow', hint: 'Half the average: about one stage in 20 years.' },
  usual: {
    name: 'Usual',
    hint: 'The average of untreated men: about one stage in 10 years, a quarter of the hairs in 5.',
  },
  fast: { name: 'Fast', hint: 'Twice the average: about one stage in 5 years.' },
};

export const HAIR_MODEL_NOTE =
  'A model from the averages of a few hundred men, and from little data in women. It cannot know how your hair will go.';

/** Why the picture stays as it is; null where it does not. */
export const HAIR_CHANGE_NOTES: Readonly<Record<HairChangeVerdict, string | null>> = {
  shown: null,
  tooLong:
    'The hair in this photo is too long for it: nobody can know what lies under it, so the picture is left as it is. A photo with hair cut short or shaved shows it.',
  nothingToLose:
    'At this stage the photo shows no hair that would still be lost, so the picture stays as it is. Choose an earlier stage if that is wrong.',
};
export const COVERED_NOTE = 'Something lies over the scalp in this photo, so the hair under it is left as it is.';

const percentless = (value: number): string => String(Math.round(10 * value) / 10);

/** What may age badly, with number and limit. */
export function ageOpinionSentence({ kind, value, limit, atAge }: AgeOpinion): string {
  switch (kind) {
    case 'lowLine':
      return `At ${atAge} a higher line would age better: this one stands ${Math.round(value)} mm above the point between the brows, and with the crown bare too ${limit} mm or more looks more like your own.`;
    case 'gapBehind':
      return `At ${atAge} hair behind the line has gone (about stage ${percentless(value)}; from ${limit} on it shows): with Hairline only, bare skin opens behind it. Hairline and top, or a later session, would close it.`;
    case 'hardEdge':
      return `A softer edge would age better: this one fades in over ${Math.round(value)} mm; under ${limit} mm it stays a drawn line when the face around it grows older.`;
  }
}

export const OWN_HAIR = {
  name: 'Your own hair',
  goesOn: 'Include future hair loss',
  goesOnHint:
    'The hair in the photo thins around the line over the years on the strip. The pigment stays where it was put.',
  stage: 'Hair loss today',
  showStage: 'Show the stage on the picture',
  showStageHint: 'A line around what this stage has lost. Choose the stage whose line fits the hair you see.',
  rate: 'How fast it goes',
  treated: 'Taking treatment',
  treatedHint:
    'Treatment that works slows loss to about a sixth. Whether it works for you, and goes on doing so, is for a doctor.',
  greys: 'Goes grey',
  greysHint:
    'Dark hair that is left turns grey with age, half of it by the late fifties; people differ by 20 years. Pigment does not.',
} as const;

export const AGES = {
  today: 'Age today',
  touchedUp: 'With touch-ups when they are due',
  opinion: 'Second opinion on age',
} as const;

export const agesTitle = (ages: readonly number[]): string => `You at ${ages.join(', ')}`;

/** What stands under the picture of an age. */
export const ageCaption = (age: number, today: number): string =>
  `${age}, ${age === today ? 'healed' : `in ${age - today} years`}`;

/** What the pictures take for granted. */
export const agesHint = (touchedUp: boolean, hairGoesOn: boolean): string =>
  `${touchedUp ? 'Touched up whenever it is due.' : 'Without a touch-up.'} ${hairGoesOn ? 'Your own hair goes on as the model has it.' : 'Your own hair stays as in the photo.'}`;
