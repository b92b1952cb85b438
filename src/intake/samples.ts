import { NO_CORRECTION } from '~/model/design/head-correction';
import type { HeadCorrection } from '~/model/design/head-correction';

/** A rendered head to try at once (assets/samples, CC0; made by tools/samples). Its name is in ui/words/start-words.ts, by id. */
export interface Sample {
  readonly id: SampleId;
  /** Addresses from the page: the picture to open, the same at 600×800 px, and the head of it at 300×400 px for the button. */
  readonly full: string;
  readonly web: string;
  readonly thumbnail: string;
  /** The head of it treated, at 300×400 px. */
  readonly treated: string;
  /** Where the head lies in a picture without a face: the correction on top of a first placement by hand. */
  readonly placement: HeadCorrection | null;
}

/** Frontal, turned, black skin, and from behind (no face). */
const SAMPLE_IDS = ['front-light', 'turned-stubble', 'turned-dark', 'from-behind'] as const;
export type SampleId = (typeof SAMPLE_IDS)[number];

const sample = (id: SampleId, placement: HeadCorrection | null): Sample => ({
  id,
  full: `samples/${id}-full.jpg`,
  web: `samples/${id}-web.jpg`,
  thumbnail: `samples/${id}-thumbnail.jpg`,
  treated: `samples/${id}-treated.jpg`,
  placement,
});

/** As the head was rendered, by least squares: seen from behind and above; the sculpt is broader and higher than the mean. */
const FROM_BEHIND: HeadCorrection = {
  ...NO_CORRECTION,
  upMm: 58.4,
  scale: 1.131,
  turnDegrees: 168,
  tiltDegrees: 36.1,
  breadthMm: 4.5,
  lengthMm: -1.1,
  heightMm: 3.9,
};

export const SAMPLES: readonly Sample[] = SAMPLE_IDS.map((id) => sample(id, id === 'from-behind' ? FROM_BEHIND : null));

/** The pair that can be wiped on the first screen, each 600×800 px: the first sample, bare and as the app treats it at first. */
export const FIRST_SIGHT = { before: 'samples/first-before.jpg', after: 'samples/first-after.jpg' } as const;
