import type { LinearRgb } from '~/model/colour/linear-rgb';
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
  /** ΣA_core,c / ΣA_core,G over the dots that are there: light lost in cores by band, per light lost in green. */
  readonly coreRatio: LinearRgb;
  /** κ_c = Σ(A_c − A_core,c) / ΣA_core,G: halo darkening per unit of core light lost in green. */
  readonly haloRatio: LinearRgb;
  /** Halo decay length per band, mm. */
  readonly haloLengthMm: LinearRgb;
  /** Multiplies the skin's light (healing redness), 1 when healed. */
  readonly redness: LinearRgb;
}
