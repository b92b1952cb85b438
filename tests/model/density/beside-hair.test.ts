import '../../support/property-seed';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { skinColour } from '~/model/colour/skin-colour';
import { skinOfTone } from '~/model/colour/skin-tone';
import {
  besideHair,
  COVERED_MINUS_LN_T,
  coverageWeight,
  equalHair,
  PRESET_MINUS_LN_T,
} from '~/model/density/coverage-zones';
import { PIGMENTS } from '~/model/design/choices';
import { initialDesign } from '~/model/design/design';
import { applyPigment, PIGMENT_PRESETS } from '~/model/design/pigment-presets';
import { HEALED_YEARS } from '~/model/pigment/ageing';
import { fieldTransmission } from '~/model/pigment/dot-appearance';

const hairs = fc.double({ min: 0, max: 1, noNaN: true });
/** From the lightest to the densest design. */
const equals = fc.double({ min: 0.15, max: 1.6, noNaN: true });

describe('besideHair', () => {
  it('leaves bare skin to the dots, and hair that hides the skin to itself', () => {
    for (const equal of [0.15, 0.4, 0.64, 1.6]) {
      expect(besideHair(0, equal)).toBe(1);
      expect(besideHair(0.95, equal)).toBe(0);
      expect(besideHair(1, equal)).toBe(0);
    }
  });

  it('falls steadily as hair gets denser, and rises with the density that is wanted', () => {
    fc.assert(
      fc.property(hairs, hairs, equals, equals, (a, b, c, d) => {
        expect(besideHair(Math.max(a, b), c)).toBeLessThanOrEqual(besideHair(Math.min(a, b), c) + 1e-12);
        expect(besideHair(a, Math.max(c, d))).toBeGreaterThanOrEqual(besideHair(a, Math.min(c, d)) - 1e-12);
      }),
    );
  });

  it('has no step and no corner: hair that changes by a hundredth changes few dots', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.double({ min: 0.3, max: 1.6, noNaN: true }),
        (hair, equal) => {
          const at = (step: number): number => besideHair(hair + step, equal);
          expect(at(0) - at(0.01)).toBeLessThan(0.075);
          // the slope itself changes little within a hundredth, but for the ends of its range
          if (hair > 0.02 && hair < 0.93) expect(Math.abs(at(0) - 2 * at(0.005) + at(0.01))).toBeLessThan(0.01);
        },
      ),
    );
  });

  it('makes one field of stubble and dots: together they are as dark as dots alone, within 13 %', () => {
    for (const pigment of PIGMENTS) {
      const equal = equalHair({ pigment, densityPerCm2: PIGMENT_PRESETS[pigment].densityPerCm2 });
      // beyond, hair alone is darker, or hides the skin
      for (let hair = 0; hair <= Math.min(equal, 0.72); hair += 0.02) {
        expect(hair / equal + besideHair(hair, equal), `${pigment}, hair ${String(hair)}`).toBeGreaterThan(0.97);
        expect(hair / equal + besideHair(hair, equal), `${pigment}, hair ${String(hair)}`).toBeLessThan(1.13);
      }
    }
  });

  it.each(PIGMENTS)('knows how dark the %s preset is drawn', (pigment) => {
    const design = applyPigment(initialDesign(1), pigment);
    const finished = { ...design, sessionsDone: design.sessionsPlanned, timeYears: HEALED_YEARS };
    const [, green] = fieldTransmission(finished, skinColour(skinOfTone(31)), design.densityPerCm2);
    expect(Math.abs(-Math.log(green) - PRESET_MINUS_LN_T[pigment])).toBeLessThan(0.02);
  });

  it('takes hair for as many dots as are as dark', () => {
    const { densityPerCm2 } = PIGMENT_PRESETS.medium;
    const equal = equalHair({ pigment: 'medium', densityPerCm2 });
    expect(COVERED_MINUS_LN_T * equal).toBeCloseTo(PRESET_MINUS_LN_T.medium, 9);
    expect(equalHair({ pigment: 'medium', densityPerCm2: 2 * densityPerCm2 })).toBeCloseTo(2 * equal, 9);
  });

  it('is all that hair does to a full head', () => {
    expect(coverageWeight('fullHead', 0, 0, 0, 0.3, 0.6)).toBe(besideHair(0.3, 0.6));
    expect(coverageWeight('hairlineOnly', 0.5, 0, 0, 0.3, 0.6)).toBe(0.5 * besideHair(0.3, 0.6));
  });
});
