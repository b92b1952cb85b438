import type { LinearRgb } from '~/model/colour/linear-rgb';
import type { SkinColour } from '~/model/colour/skin-colour';
import { MOST_SESSIONS } from '~/model/design/settings';

export const SIZE_CLASSES = 16;
/** Rows of the table of what dots look like, for one kind of skin, and for both: healthy, then scarred. */
export const SKIN_ROWS = MOST_SESSIONS * SIZE_CLASSES;
export const APPEARANCE_ROWS = 2 * SKIN_ROWS;

/** How dots look at one moment: computed from design and time, looked up by the shader. */
export interface DotAppearance {
  /**
   * APPEARANCE_ROWS rows of (radius mm, core contrast in green): MOST_SESSIONS × SIZE_CLASSES for healthy skin, as many
   * for scars; contrast 0 for a session still to come.
   */
  readonly table: Float32Array;
  /** ΣA / ΣA_core, green: all the light that dots take, per light lost in their cores. */
  readonly wholeRatio: number;
  /** What red and blue lose beyond green by ink, depth and crusts, per light lost in cores. */
  readonly tintRatio: LinearRgb;
  /** What colour there is to lose. */
  readonly skinColour: SkinColour;
  /** Share of it, by band, that goes with the light (photographed.ts). */
  readonly colourLost: LinearRgb;
  /** Decay length of the halo's light, and of the colour lost about a dot, mm. */
  readonly haloLengthMm: number;
  readonly colourLengthMm: number;
  /** Multiplies the skin's light (healing redness), 1 when healed. */
  readonly redness: LinearRgb;
}
