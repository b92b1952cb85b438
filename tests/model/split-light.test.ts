import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { specularPart, splitLight } from '~/model/split-light';
import type { LinearRgb } from '~/model/units';
import { DARK_SKIN, LIGHT_SKIN, scaled } from '../support/skin-patch';

const WHITE: LinearRgb = [1, 1, 1];
const WARM: LinearRgb = [1, 0.8, 0.6];
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const colour = fc.tuple(unit, unit, unit);
const mix = (skin: LinearRgb, a: number, light: LinearRgb, b: number): LinearRgb => [
  a * skin[0] + b * light[0],
  a * skin[1] + b * light[1],
  a * skin[2] + b * light[2],
];

describe('the gloss in a pixel', () => {
  it('is never negative, never more than the pixel, for any photo', () => {
    fc.assert(
      fc.property(colour, fc.tuple(unit, unit, unit), colour, (skin, tint, rgb) => {
        const light: LinearRgb = [0.5 + tint[0] / 2, 0.5 + tint[1] / 2, 0.5 + tint[2] / 2];
        const gloss = specularPart(rgb, splitLight({ skin, light }));
        gloss.forEach((part, c) => {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual((rgb[c] ?? 0) + 1e-9);
        });
      }),
    );
  });

  it.each([
    ['light', LIGHT_SKIN],
    ['dark', DARK_SKIN],
  ])('is none on %s skin from shade to full light', (_, skin) => {
    const split = splitLight({ skin, light: WHITE });
    for (const shade of [0.05, 0.3, 1, 1.3]) expect(specularPart(scaled(skin, shade), split)).toEqual([0, 0, 0]);
  });

  it.each([
    ['white light', WHITE],
    ['warm light', WARM],
  ])('is all of a burnt-out highlight in %s', (_, light) => {
    for (const skin of [LIGHT_SKIN, DARK_SKIN]) {
      const gloss = specularPart(light, splitLight({ skin, light }));
      gloss.forEach((part, c) => expect(part).toBeCloseTo(light[c] ?? 0, 6));
    }
  });

  it('is most of a highlight on dark skin, where a brightness threshold finds nothing', () => {
    const split = splitLight({ skin: DARK_SKIN, light: WHITE });
    const [, green] = specularPart(mix(DARK_SKIN, 1, WHITE, 0.12), split);
    expect(green).toBeGreaterThan(0.6 * 0.12);
    expect(green).toBeLessThanOrEqual(0.12);
  });

  it('grows no noise: an error in the pixel comes out at most about threefold', () => {
    fc.assert(
      fc.property(colour, (skin) => {
        const { weights } = splitLight({ skin, light: WHITE });
        expect(Math.hypot(...weights)).toBeLessThan(12 * Math.hypot(...skin) + 4);
      }),
    );
    for (const skin of [LIGHT_SKIN, DARK_SKIN, [0.51, 0.35, 0.27] as const]) {
      expect(Math.hypot(...splitLight({ skin, light: WHITE }).weights)).toBeLessThan(3.2);
    }
  });

  it('goes by brightness in a grey photo', () => {
    const split = splitLight({ skin: [0.3, 0.3, 0.3], light: WHITE });
    expect(specularPart([0.35, 0.35, 0.35], split)).toEqual([0, 0, 0]);
    expect(specularPart(WHITE, split)[0]).toBeCloseTo(1, 6);
    expect(specularPart([0.7, 0.7, 0.7], split)[0]).toBeGreaterThan(0.3);
  });
});
