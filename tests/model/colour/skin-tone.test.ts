import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itaDegrees, labToLinear, linearToLab } from '~/model/colour/lab';
import { FITTED_ITA_DEGREES, SKIN_TONES, skinOfTone, skinToneOf, TONE_ITA_DEGREES } from '~/model/colour/skin-tone';

const [DARKEST, LIGHTEST] = FITTED_ITA_DEGREES;
const anyIta = fc.double({ min: DARKEST, max: LIGHTEST, noNaN: true });

test.each([
  [60, 'veryLight'],
  [55, 'light'],
  [41, 'intermediate'],
  [28, 'tan'],
  [10, 'brown'],
  [-30, 'dark'],
  [-90, 'dark'],
] as const)('ITA %d is %s', (ita, tone) => {
  expect(skinToneOf(ita)).toBe(tone);
});

test('what stands for a class lies in it', () => {
  for (const tone of SKIN_TONES) expect(skinToneOf(TONE_ITA_DEGREES[tone])).toBe(tone);
});

describe('skin of a tone', () => {
  test('has that tone', () => {
    fc.assert(
      fc.property(anyIta, (ita) => {
        expect(itaDegrees(skinOfTone(ita))).toBeCloseTo(ita, 2);
      }),
    );
  });

  test('is darker in every band the darker the tone', () => {
    fc.assert(
      fc.property(anyIta, anyIta, (one, other) => {
        fc.pre(one > other + 0.1);
        const [light, dark] = [skinOfTone(one), skinOfTone(other)];
        light.forEach((band, c) => expect(band).toBeGreaterThan(dark[c]));
      }),
    );
  });

  test('ends where no darker or lighter skin was measured', () => {
    expect(skinOfTone(90)).toEqual(skinOfTone(LIGHTEST));
    expect(skinOfTone(-90)).toEqual(skinOfTone(DARKEST));
  });

  test.each([
    ['Caucasian forehead', 59.2, 11.6, 15.1],
    ['Chinese forehead', 56.4, 11.7, 16.3],
    ['Thai forehead', 56.8, 11.6, 17.7],
    ['Kurdish forehead', 56.1, 11.3, 16.4],
    ['European arm, protected', 65, 7.1, 13.3],
    ['European arm, exposed', 53.9, 12.6, 19.2],
    ['Indian arm, protected', 53.7, 10.3, 17.9],
    ['Indian arm, exposed', 43.7, 12.9, 17.2],
    ['African arm, protected', 49.2, 10.2, 18.4],
    ['African arm, exposed', 38.1, 12.7, 15],
  ])('is near what was measured: %s', (_, l, a, b) => {
    const curve = linearToLab(skinOfTone(itaDegrees(labToLinear({ l, a, b }))));
    expect(Math.hypot(curve.l - l, curve.a - a, curve.b - b)).toBeLessThan(3.5);
  });
});
