import type { Coverage, Pigment } from '~/model/design/choices';
import type { Design } from '~/model/design/design';
import { PIGMENT_PRESETS } from '~/model/design/pigment-presets';
import type { Cranium } from '~/model/head/head';
import { smoothstep } from '~/model/maths/numbers';

/**
 * Depth of the band of `hairlineOnly` behind the line, and over how much it fades out behind. Our choice (docs/model.md, Density and
 * edge).
 */
export const BAND_MM = 25;
export const BAND_FADE_MM = 12;
/** How far the band runs on past the temple points, fading. Our choice. */
const BAND_RUN_OUT_MM = 25;

/**
 * Lower limit of the top (bare at Norwood VI: Y 108.9 on the mean head of men), as a share of the way
 * from the cranium's centre to its highest point; and the fade below it. The fade is in mm, and our choice.
 */
const TOP_LIMIT_SHARE = (108.9 - 53.9) / 86.1;
const TOP_FADE_MM = 15;

/** 0..1: whether a place at height `yMm` (head frame) belongs to the top of the head. */
export function topWeight(cranium: Cranium, yMm: number): number {
  const limitMm = cranium.centre.yMm + TOP_LIMIT_SHARE * cranium.heightMm;
  return smoothstep(limitMm - TOP_FADE_MM, limitMm, yMm);
}

/** 0..1 by the way along the line: 1 from temple point to temple point. */
export function templesWeight(arcLengthMm: number, rightTempleMm: number, leftTempleMm: number): number {
  const beyond = Math.max(arcLengthMm - leftTempleMm, rightTempleMm - arcLengthMm);
  return 1 - smoothstep(0, BAND_RUN_OUT_MM, beyond);
}

/** 0..1 by the depth behind the line: 1 in the band. */
export const bandWeight = (insideMm: number): number =>
  1 - smoothstep(BAND_MM - BAND_FADE_MM / 2, BAND_MM + BAND_FADE_MM / 2, insideMm);

/** The parting ends softly at the crown, and so far behind its centre. Our choice. */
const PARTING_BEHIND_MM = [45, 65] as const;

/**
 * 0..1: the strip of a parting: densest at the middle, half as dense at half its width to either side and gone at all of it, from the front to the
 * crown. Of a point of the skull, head frame.
 */
export function partingWeight(cranium: Cranium, widthMm: number, xMm: number, yMm: number, zMm: number): number {
  if (yMm < cranium.centre.yMm) return 0;
  const across = 1 - smoothstep(0, widthMm, Math.abs(xMm - cranium.centre.xMm));
  return across * (1 - smoothstep(...PARTING_BEHIND_MM, cranium.centre.zMm - zMm));
}

/** Hair so thin is bare skin, and so dense needs nothing between. Shares of full hair as read-hair.ts gives them; our choice. */
const THIN_HAIR = 0.05;
const SOME_HAIR = 0.2;
const MUCH_HAIR = 0.7;
const DENSE_HAIR = 0.95;

/**
 * Share of the density between existing hair. On the sides dots stand only where there is hair to stand between; on top
 * also where it is gone, so that a thin crown is filled as one.
 */
function betweenHairWeight(hair: number, top: number): number {
  const thin = smoothstep(THIN_HAIR, SOME_HAIR, hair);
  const room = 1 - smoothstep(MUCH_HAIR, DENSE_HAIR, hair);
  return (thin + (1 - thin) * top) * room * (1 - 0.5 * hair);
}

/**
 * Skin that hair covers (1) has lost so much, −ln of the green light; what has half of it has hair 0.5 (read-hair.ts). Photographs
 * (docs/model.md, Density and edge).
 */
export const COVERED_MINUS_LN_T = 0.7;
/** However few dots are wanted, so little hair does not stand for all of them: it may be a wrinkle. Our choice. */
const LEAST_EQUAL_HAIR = 0.15;

/** What the presets take of the green light of skin, −ln, healed, at their own density; a test holds it to the dots as drawn. */
export const PRESET_MINUS_LN_T: Readonly<Record<Pigment, number>> = { light: 0.27, medium: 0.45, dark: 0.63 };

/** Hair as read, 0..1, that alone is as dark as skin with so many dots of a preset. */
export const equalHair = ({ pigment, densityPerCm2 }: Pick<Design, 'pigment' | 'densityPerCm2'>): number =>
  Math.max(
    LEAST_EQUAL_HAIR,
    ((densityPerCm2 / PIGMENT_PRESETS[pigment].densityPerCm2) * PRESET_MINUS_LN_T[pigment]) / COVERED_MINUS_LN_T,
  );

/**
 * Dots go on between hair that is as dark as they: so much wider than a corner is the bend in how they thin out (docs/model.md, Density
 * and edge).
 */
const BEND = 0.25;
/** Where so much hair hides the skin no needle goes. Shares of full hair; ours (docs/model.md, Density and edge). */
const HIDDEN = [0.75, 0.95] as const;

/**
 * Share of the dots wanted between existing hair, so that both together are as dark as dots alone: 1 on bare skin, a few
 * where hair is as dark as they would be (hair = equal), none where it hides the skin. Falls steadily, without a corner.
 */
export function besideHair(hair: number, equal: number): number {
  if (hair <= 0) return 1;
  if (hair >= HIDDEN[1]) return 0;
  const missing = 1 - hair / equal;
  const soft = (missing + Math.sqrt(missing * missing + BEND * BEND)) / (1 + Math.sqrt(1 + BEND * BEND));
  return soft * (1 - smoothstep(HIDDEN[0], HIDDEN[1], hair));
}

/** What a coverage mode leaves of the density inside the line, 0..1, before paint and the photo's own visibility. */
export function coverageWeight(
  coverage: Coverage,
  band: number,
  top: number,
  parting: number,
  hair: number,
  equal: number,
): number {
  const beside = besideHair(hair, equal);
  switch (coverage) {
    case 'fullHead':
      return beside;
    case 'hairlineAndTop':
      return (band + (1 - band) * top) * beside;
    case 'hairlineOnly':
      return band * beside;
    case 'betweenHair':
      return betweenHairWeight(hair, top);
    case 'partLine':
      return parting * betweenHairWeight(hair, 1);
    case 'painted':
      return 0;
  }
}
