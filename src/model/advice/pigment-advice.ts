import { linearToLab } from '~/model/colour/lab';
import { skinColour } from '~/model/colour/skin-colour';
import { skinOfTone } from '~/model/colour/skin-tone';
import { PIGMENTS } from '~/model/design/choices';
import type { Pigment } from '~/model/design/choices';
import type { Design } from '~/model/design/design';
import { applyPigment, PIGMENT_SETTINGS } from '~/model/design/pigment-presets';
import { SETTINGS } from '~/model/design/settings';
import type { StubbleReading } from '~/model/occlusion/read-stubble';
import { HEALED_YEARS } from '~/model/pigment/ageing';
import { fieldTransmission } from '~/model/pigment/dot-appearance';

/**
 * Most lightness, L*, that a suggested preset takes from skin: finished work that looks right takes 9 to 13 (docs/model.md, What
 * photographs say), the usual preset 11.7 from an average forehead (ITA 31°).
 */
export const SUGGESTED_DARKENING = 12.6;

/**
 * Above this, L*, treated skin tends to read as one solid cap. Dense natural stubble takes 13.5 from an average forehead (−ln T .54
 * in photographs), the dark preset 15.8, and 16.02 from skin of 35°: beyond both there, and passed by the dark one on lighter skin. Our choice; nobody has measured where a "helmet" begins.
 */
export const SOLID_CAP_DARKENING = 16.1;

/** How much darker, in L*, treated skin of this tone is than bare, where the treatment is full, finished and healed. */
export function fieldDarkening(design: Design, itaDegrees: number): number {
  const finished = { ...design, sessionsDone: design.sessionsPlanned, timeYears: HEALED_YEARS };
  const skin = skinOfTone(itaDegrees);
  const kept = fieldTransmission(finished, skinColour(skin), design.densityPerCm2);
  return linearToLab(skin).l - linearToLab([skin[0] * kept[0], skin[1] * kept[1], skin[2] * kept[2]]).l;
}

export interface Suggestion {
  readonly pigment: Pigment;
  readonly darkening: number;
  /** The next bolder preset, which would darken too much; null where the boldest is suggested. */
  readonly bolder: { readonly pigment: Pigment; readonly darkening: number } | null;
  /** What the stubble in the photo takes from skin of this tone, L*, where the preset was chosen by it. */
  readonly stubble: { readonly darkening: number; readonly spread: number } | null;
}

/** How much darker, in L*, stubble makes skin of this tone; blue light it keeps as it keeps green. */
function stubbleDarkening(minusLnT: number, redToGreen: number, itaDegrees: number): number {
  const skin = skinOfTone(itaDegrees);
  const kept = Math.exp(-minusLnT);
  return linearToLab(skin).l - linearToLab([skin[0] * kept * redToGreen, skin[1] * kept, skin[2] * kept]).l;
}

/**
 * Where the photo shows stubble, the preset that darkens skin as that does, as nearly as presets go: old and new are to be one
 * field. Else the boldest preset that takes no more than SUGGESTED_DARKENING from skin of this tone: lighter skin gets fewer, finer,
 * thinner dots, as the trade teaches. The lightest preset where even that takes more.
 */
export function suggestPigment(design: Design, itaDegrees: number, stubble: StubbleReading | null = null): Suggestion {
  const offers = PIGMENTS.map((pigment) => ({
    pigment,
    darkening: fieldDarkening(applyPigment(design, pigment), itaDegrees),
  }));
  if (stubble !== null) {
    const { minusLnT, spread, redToGreen } = stubble;
    const darkening = stubbleDarkening(minusLnT, redToGreen, itaDegrees);
    const off = (offer: { readonly darkening: number }): number => Math.abs(Math.log(offer.darkening / darkening));
    const nearest = offers.reduce((best, offer) => (off(offer) < off(best) ? offer : best));
    const bySpread = stubbleDarkening(minusLnT + spread, redToGreen, itaDegrees) - darkening;
    return { ...nearest, bolder: null, stubble: { darkening, spread: bySpread } };
  }
  const tooDark = offers.findIndex(({ darkening }, i) => i > 0 && darkening > SUGGESTED_DARKENING);
  const bolder = tooDark === -1 ? null : offers[tooDark];
  return { ...offers[(tooDark === -1 ? offers.length : tooDark) - 1], bolder, stubble: null };
}

/** Steps on the way from a design to the light preset: finer than any slider's. */
const STEPS = 200;

/**
 * The design with just so little pigment that it darkens skin of this tone by no more than `most` L*: density, strength
 * and dot size taken part of the way to the light preset, on the steps of their sliders. Itself where it is soft enough.
 */
export function softerDesign(design: Design, itaDegrees: number, most = SOLID_CAP_DARKENING): Design {
  const light = applyPigment(design, 'light');
  let softer = design;
  for (let step = 1; step <= STEPS && fieldDarkening(softer, itaDegrees) > most; step++) {
    const values = PIGMENT_SETTINGS.map((key) => {
      const target = Math.min(design[key], light[key]);
      const exact = design[key] + (step / STEPS) * (target - design[key]);
      const { step: unit } = SETTINGS[key];
      return [key, +(unit * Math.floor(exact / unit + 1e-6)).toFixed(2)] as const;
    });
    softer = { ...design, ...Object.fromEntries(values) };
  }
  return softer;
}
