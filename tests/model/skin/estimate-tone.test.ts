import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { luminance } from '~/model/colour/linear-rgb';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { FITTED_ITA_DEGREES, skinOfTone, skinToneOf } from '~/model/colour/skin-tone';
import { estimateTone } from '~/model/skin/estimate-tone';

const NEUTRAL: LinearRgb = [1, 1, 1];
const times = (rgb: LinearRgb, factors: readonly number[]): LinearRgb => [
  rgb[0] * factors[0],
  rgb[1] * factors[1],
  rgb[2] * factors[2],
];
const of = (skin: LinearRgb, light = NEUTRAL): number => estimateTone({ skin, light }).itaDegrees;

/** What is read of the rendered heads: skin and light, with the skin type they were made with (Fitzpatrick). */
test.each([
  ['II', [0.509, 0.352, 0.27], [0.97, 0.98, 1], 'light'],
  ['III, bowed', [0.445, 0.283, 0.188], [1, 1, 1], 'intermediate'],
  ['IV, hard light', [0.407, 0.246, 0.156], [1, 0.95, 0.89], 'tan'],
  ['VI, glossy', [0.22, 0.133, 0.105], [0.95, 0.97, 1], 'dark'],
] as const)('skin of type %s is told', (_, skin, light, tone) => {
  expect(skinToneOf(of(skin, light))).toBe(tone);
});

describe('what a photo does to skin', () => {
  const tones = [45, 25, 5, -20, -45];

  test('tones stay in order, under any of several exposures and lamps', () => {
    for (const factors of [
      [1, 1, 1],
      [1.4, 1.4, 1.4],
      [0.7, 0.7, 0.7],
      [1.1, 1, 0.85],
      [0.95, 1, 1.1],
    ]) {
      const found = tones.map((ita) => of(times(skinOfTone(ita), factors)));
      found.forEach((ita, i) => {
        if (i > 0) expect(ita).toBeLessThan(found[i - 1]);
      });
    }
  });

  test('of two skins that a photo shows equally bright, the more coloured one is told darker', () => {
    for (const [one, other] of [
      [45, 20],
      [25, 5],
      [5, -20],
    ]) {
      const [light, dark] = [skinOfTone(one), skinOfTone(other)];
      const brighter = luminance(light) / luminance(dark);
      const shown = of(times(dark, [brighter, brighter, brighter]));
      expect(shown).toBeLessThan(of(light));
      expect(shown).toBeGreaterThan(of(dark));
    }
  });

  test('the colour of the light is taken off', () => {
    const lamp: LinearRgb = [1, 0.85, 0.65];
    for (const ita of tones) {
      const skin = skinOfTone(ita);
      // The lamp's own brightness is no part of its colour: the largest band stays.
      expect(of(times(skin, lamp), lamp)).toBeCloseTo(of(skin), 9);
    }
  });

  test('the truth lies within two standard deviations, which are wide', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 55, noNaN: true }),
        fc.double({ min: 0.85, max: 1.6, noNaN: true }),
        fc.double({ min: 0.92, max: 1.08, noNaN: true }),
        (ita, exposure, warmth) => {
          const skin = times(skinOfTone(ita), [exposure * warmth, exposure, exposure / warmth]);
          const found = estimateTone({ skin, light: NEUTRAL });
          expect(Math.abs(found.itaDegrees - ita)).toBeLessThan(2 * found.sdDegrees);
          expect(found.sdDegrees).toBeGreaterThan(5);
        },
      ),
    );
  });
});

test('any colour at all gets a tone within the range', () => {
  const band = fc.double({ min: 0, max: 1, noNaN: true });
  const [darkest, lightest] = FITTED_ITA_DEGREES;
  fc.assert(
    fc.property(fc.tuple(band, band, band), (skin: LinearRgb) => {
      const { itaDegrees: found, sdDegrees } = estimateTone({ skin, light: NEUTRAL });
      expect(found).toBeGreaterThanOrEqual(darkest);
      expect(found).toBeLessThanOrEqual(lightest);
      expect(sdDegrees).toBeGreaterThanOrEqual(0);
    }),
  );
});
