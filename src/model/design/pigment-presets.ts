import type { Design } from './design';
import type { Pigment } from './choices';

/** What a pigment preset stands for (docs/model.md, Sessions (M1)). */
export interface PigmentPreset {
  readonly densityPerCm2: number;
  /** Dot-weighted mean absorption of the healed dots at 545 nm, 1/mm. */
  readonly meanMuPerMm: number;
  readonly healedRadiusMm: number;
}

/** What photographs of finished work measure (docs/model.md, Sessions (M1), has the same table). */
export const PIGMENT_PRESETS: Readonly<Record<Pigment, PigmentPreset>> = {
  light: { densityPerCm2: 100, meanMuPerMm: 16, healedRadiusMm: 0.145 },
  medium: { densityPerCm2: 130, meanMuPerMm: 24, healedRadiusMm: 0.165 },
  dark: { densityPerCm2: 160, meanMuPerMm: 30, healedRadiusMm: 0.18 },
};

/** The settings that a pigment brings its own values of. */
export const PIGMENT_SETTINGS = ['densityPerCm2', 'strengthPercent', 'dotSizeMm'] as const;

/** How much wider the visible core of a healed dot is than the pigment: diameter = 2 r_h + this. In mm (docs/model.md, Sessions (M1)). */
const VISIBLE_RIM_MM = 0.02;

/** Radius of the healed pigment of a dot whose visible core is this wide. */
export const healedRadiusMm = (dotSizeMm: number): number => (dotSizeMm - VISIBLE_RIM_MM) / 2;

/** Mean absorption of healed dots at a pigment strength: 100 % is the medium preset. */
export const meanMuPerMm = (strengthPercent: number): number =>
  (PIGMENT_PRESETS.medium.meanMuPerMm * strengthPercent) / 100;

/**
 * The design with a pigment chosen: it brings its own density, strength and dot size, on the steps of their sliders (which
 * makes the mean absorption of the light preset 16.1 instead of 16).
 */
export function applyPigment(design: Design, pigment: Pigment): Design {
  const preset = PIGMENT_PRESETS[pigment];
  return {
    ...design,
    pigment,
    densityPerCm2: preset.densityPerCm2,
    strengthPercent: Math.round((100 * preset.meanMuPerMm) / PIGMENT_PRESETS.medium.meanMuPerMm),
    dotSizeMm: Math.round(100 * (2 * preset.healedRadiusMm + VISIBLE_RIM_MM)) / 100,
  };
}

/** Whether a pigment is chosen and nobody has moved what it brought. */
export function isAsBrought(design: Design, pigment: Pigment): boolean {
  const preset = applyPigment(design, pigment);
  return design.pigment === pigment && PIGMENT_SETTINGS.every((key) => design[key] === preset[key]);
}
