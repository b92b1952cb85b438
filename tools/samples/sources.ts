import type { SampleId } from '~/intake/samples';

/** A colour of skin to reach: CIELAB a* and hue angle, degrees. Lightness stays as it is. */
export interface SkinAim {
  readonly a: number;
  readonly hueDegrees: number;
}

/** A part of the picture, three wide and four high, px. */
export interface CropPx {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
}

/** What a shipped picture is made from. */
export interface SampleSource {
  /** The rendered head, by its path without an ending, beside the checkout. */
  readonly head: string;
  /** Null: the picture's own bytes, as they are. */
  readonly skin: SkinAim | null;
  /** Of the picture for the button, so that heads are about equally large in all of them. */
  readonly thumbnail: CropPx;
}

/** Where the rendered heads lie: beside the checkout. */
export const SHARED = '../shared';

/**
 * Foreheads of real people in photographs lie at a* 11 to 14 and a hue of 52 to 57 degrees; the rendered heads are paler and
 * yellower (a* 5 to 8, 62 to 66 degrees), on which any true loss of red looks green.
 */
export const FOREHEAD_A = [11, 14] as const;
export const FOREHEAD_HUE_DEGREES = [52, 57] as const;
const LIVING_SKIN: SkinAim = { a: 12, hueDegrees: 55 };

/** Chosen out of seventeen by looking: the most lifelike face, a side with moles and fair stubble, the best black skin, a crown. */
export const SAMPLE_SOURCES: Readonly<Record<SampleId, SampleSource>> = {
  'front-light': {
    head: 'heads2/goran_hard',
    skin: LIVING_SKIN,
    thumbnail: { leftPx: 70, topPx: 20, widthPx: 1000 },
  },
  'turned-stubble': {
    head: 'heads2/series_obl_l',
    skin: LIVING_SKIN,
    thumbnail: { leftPx: 150, topPx: 190, widthPx: 564 },
  },
  // Black skin is right as it was rendered.
  'turned-dark': {
    head: 'heads/head_t6_yawm45',
    skin: null,
    thumbnail: { leftPx: 178, topPx: 130, widthPx: 1125 },
  },
  'from-behind': {
    head: 'heads/head_t2_topback',
    skin: LIVING_SKIN,
    thumbnail: { leftPx: 219, topPx: 140, widthPx: 1050 },
  },
};

/** Two plain heads of 4.4 px/mm, on which the reading is right to a millimetre: pictures that only tests want, as they are. */
export const TEST_HEADS = ['heads/head_t2_front', 'heads/head_t3_stubble'] as const;

/** What is to be wiped on the first screen: the scalp of this sample, eyes in, air above. */
export const SHOWN_FIRST: { readonly id: SampleId; readonly crop: CropPx } = {
  id: 'front-light',
  crop: { leftPx: 150, topPx: 60, widthPx: 840 },
};
