import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luminance } from '~/model/colour/linear-rgb';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { palenessFrom } from '~/model/skin/paleness';
import { DARK_SKIN, LIGHT_SKIN, scaled } from '../../support/skin-patch';

const WHITE: LinearRgb = [1, 1, 1];
const WARM: LinearRgb = [1, 0.9, 0.8];
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const colour = fc.tuple(unit, unit, unit);
const sum = (a: LinearRgb, b: LinearRgb): LinearRgb => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

describe('how pale a colour is, from skin to light', () => {
  it('lies between -1 and 1 for any photo', () => {
    fc.assert(
      fc.property(colour, colour, colour, (skin, tint, rgb) => {
        const light: LinearRgb = [0.5 + tint[0] / 2, 0.5 + tint[1] / 2, 0.5 + tint[2] / 2];
        const pale = palenessFrom({ skin, light })(rgb);
        expect(pale).toBeGreaterThanOrEqual(-1);
        expect(pale).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each([
    ['white light', WHITE],
    ['warm light', WARM],
  ])('is 0 for skin of any brightness and 1 for a burnt-out highlight: %s', (_, light) => {
    for (const skin of [LIGHT_SKIN, DARK_SKIN]) {
      const pale = palenessFrom({ skin, light });
      for (const shade of [0.05, 0.3, 1, 1.3]) expect(pale(scaled(skin, shade))).toBeCloseTo(0, 6);
      expect(pale(light)).toBeCloseTo(1, 6);
    }
  });

  it('tells the share of gloss in a mixture, of skin that is not quite the skin it knows too', () => {
    const pale = palenessFrom({ skin: LIGHT_SKIN, light: WHITE });
    for (const skin of [LIGHT_SKIN, [0.4, 0.24, 0.16], [0.3, 0.21, 0.17]] as const) {
      const own = pale(skin);
      for (const gloss of [0.05, 0.2, 0.5]) {
        const mixed = sum(skin, scaled(WHITE, gloss));
        expect((pale(mixed) - own) / (1 - own)).toBeCloseTo(gloss / luminance(mixed), 6);
      }
    }
  });

  it('goes by brightness in a grey photo', () => {
    const pale = palenessFrom({ skin: [0.3, 0.3, 0.3], light: WHITE });
    expect(pale([0.35, 0.35, 0.35])).toBeLessThan(0);
    expect(pale(WHITE)).toBeCloseTo(1, 6);
    expect(pale([0.7, 0.7, 0.7])).toBeGreaterThan(0.3);
  });
});
