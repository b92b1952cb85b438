import type { LinearRgb } from '~/model/base/units';

/** How dots look at one moment: computed from design and time, looked up by the shader. */
export interface Look {
  /**
   * LOOK_ROWS rows of (radius mm, core contrast in green): MOST_SESSIONS × SIZE_CLASSES for healthy skin, as many for
   * scars; contrast 0 for a session still to come.
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
