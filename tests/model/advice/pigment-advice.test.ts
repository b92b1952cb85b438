import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fieldDarkening,
  softerDesign,
  SOLID_CAP_DARKENING,
  SUGGESTED_DARKENING,
  suggestPigment,
} from '~/model/advice/pigment-advice';
import { linearToLab } from '~/model/colour/lab';
import { FITTED_ITA_DEGREES, SKIN_TONES, skinOfTone, TONE_ITA_DEGREES } from '~/model/colour/skin-tone';
import { PIGMENTS } from '~/model/design/choices';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { applyPigment } from '~/model/design/pigment-presets';
import { SETTINGS } from '~/model/design/settings';

const DESIGN = initialDesign(1);
/** An average Caucasian forehead. */
const FOREHEAD_ITA = 31;
const anyIta = fc.double({ min: FITTED_ITA_DEGREES[0], max: FITTED_ITA_DEGREES[1], noNaN: true });
const stepsOf = ({ min, max, step }: { min: number; max: number; step: number }) =>
  fc.integer({ min: 0, max: Math.round((max - min) / step) }).map((n) => +(min + n * step).toFixed(2));
const anyDesign = fc
  .record({
    densityPerCm2: stepsOf(SETTINGS.densityPerCm2),
    strengthPercent: stepsOf(SETTINGS.strengthPercent),
    dotSizeMm: stepsOf(SETTINGS.dotSizeMm),
    sessionsPlanned: fc.integer({ min: 1, max: 5 }),
  })
  .map((settings): Design => ({ ...DESIGN, ...settings, sessionsDone: settings.sessionsPlanned }));

describe('how much darker treated skin is', () => {
  // What photographs of real work show, ± 2 (docs/model.md, What photographs say).
  test.each([
    ['light', 7],
    ['medium', 11],
    ['dark', 15],
  ] as const)('%s on an average forehead: about %d L*', (pigment, wanted) => {
    const found = fieldDarkening(applyPigment(DESIGN, pigment), FOREHEAD_ITA);
    expect(Math.abs(found - wanted)).toBeLessThan(1);
  });

  test('counts the finished plan, healed, whatever moment is looked at', () => {
    const healed = fieldDarkening(DESIGN, FOREHEAD_ITA);
    expect(fieldDarkening({ ...DESIGN, timeYears: 0, sessionsDone: 1 }, FOREHEAD_ITA)).toBe(healed);
    expect(fieldDarkening({ ...DESIGN, timeYears: 9 }, FOREHEAD_ITA)).toBe(healed);
  });

  test('lighter skin is darkened by more L*', () => {
    fc.assert(
      fc.property(anyDesign, anyIta, anyIta, (design, one, other) => {
        fc.pre(one > other + 0.5);
        expect(fieldDarkening(design, one)).toBeGreaterThan(fieldDarkening(design, other));
      }),
    );
  });
});

describe('suggestion', () => {
  test('by class, from light skin to dark', () => {
    const suggested = SKIN_TONES.map((tone) => suggestPigment(DESIGN, TONE_ITA_DEGREES[tone]).pigment);
    expect(suggested).toEqual(['light', 'medium', 'medium', 'medium', 'medium', 'dark']);
  });

  test('is the boldest that does not darken too much, and never bolder on lighter skin', () => {
    fc.assert(
      fc.property(anyIta, anyIta, (one, other) => {
        const [lighter, darker] = one > other ? [one, other] : [other, one];
        const { pigment, darkening, bolder } = suggestPigment(DESIGN, lighter);
        expect(darkening).toBe(fieldDarkening(applyPigment(DESIGN, pigment), lighter));
        expect(darkening).toBeLessThanOrEqual(SUGGESTED_DARKENING);
        if (bolder !== null) expect(bolder.darkening).toBeGreaterThan(SUGGESTED_DARKENING);
        const onDarker = suggestPigment(DESIGN, darker).pigment;
        expect(PIGMENTS.indexOf(onDarker)).toBeGreaterThanOrEqual(PIGMENTS.indexOf(pigment));
      }),
    );
  });
});

describe('the limit', () => {
  test('is more than the densest shaved hair takes from skin', () => {
    const skin = skinOfTone(FOREHEAD_ITA);
    // Dense natural stubble in photographs: −ln T green .54, T_R/T_G .86.
    const green = Math.exp(-0.54);
    const shaved = linearToLab([skin[0] * green * 0.86, skin[1] * green, skin[2] * green]);
    const darkening = linearToLab(skin).l - shaved.l;
    expect(darkening).toBeCloseTo(13.5, 1);
    expect(SOLID_CAP_DARKENING / darkening).toBeGreaterThan(1.15);
    expect(SOLID_CAP_DARKENING / darkening).toBeLessThan(1.25);
  });

  test('no suggested preset comes near it, and the dark one passes it on light skin only', () => {
    const dark = applyPigment(DESIGN, 'dark');
    const over = SKIN_TONES.filter((tone) => fieldDarkening(dark, TONE_ITA_DEGREES[tone]) > SOLID_CAP_DARKENING);
    expect(over).toEqual(['veryLight', 'light']);
  });

  test('a softer version keeps it, takes nothing up and no more off than to the light preset', () => {
    fc.assert(
      fc.property(anyDesign, anyIta, (design, ita) => {
        const softer = softerDesign(design, ita);
        const light = applyPigment(design, 'light');
        expect(fieldDarkening(softer, ita)).toBeLessThanOrEqual(SOLID_CAP_DARKENING);
        for (const key of ['densityPerCm2', 'strengthPercent', 'dotSizeMm'] as const) {
          expect(softer[key]).toBeLessThanOrEqual(design[key]);
          expect(softer[key]).toBeGreaterThanOrEqual(Math.min(design[key], light[key]));
        }
        if (fieldDarkening(design, ita) <= SOLID_CAP_DARKENING) expect(softer).toBe(design);
        else expect(fieldDarkening(softer, ita)).toBeGreaterThan(SOLID_CAP_DARKENING - 1.5);
      }),
    );
  });
});

describe('where the photo shows stubble', () => {
  const stubbleOf = (minusLnT: number) => ({ minusLnT, spread: 0.09, redToGreen: 0.86, areaCm2: 40 });

  test('the preset follows it, on any skin', () => {
    fc.assert(
      fc.property(anyIta, fc.double({ min: 0.15, max: 0.6, noNaN: true }), (ita, minusLnT) => {
        const { darkening, stubble, pigment } = suggestPigment(DESIGN, ita, stubbleOf(minusLnT));
        if (stubble === null) throw new Error('no stubble');
        for (const other of PIGMENTS) {
          const off = Math.abs(Math.log(fieldDarkening(applyPigment(DESIGN, other), ita) / stubble.darkening));
          expect(off).toBeGreaterThanOrEqual(Math.abs(Math.log(darkening / stubble.darkening)) - 1e-9);
        }
        const darker = suggestPigment(DESIGN, ita, stubbleOf(minusLnT + 0.2)).pigment;
        expect(PIGMENTS.indexOf(darker)).toBeGreaterThanOrEqual(PIGMENTS.indexOf(pigment));
      }),
    );
  });

  test('it says how dark the stubble is, with its spread', () => {
    const { stubble, bolder } = suggestPigment(DESIGN, FOREHEAD_ITA, stubbleOf(0.3));
    expect(stubble?.darkening).toBeGreaterThan(5);
    expect(stubble?.darkening).toBeLessThan(12);
    expect(stubble?.spread).toBeGreaterThan(1);
    expect(stubble?.spread).toBeLessThan(4);
    expect(bolder).toBeNull();
  });
});
