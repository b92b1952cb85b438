import { describe, expect, it } from 'vitest';
import { estimateIta, linearToLab, suggestPigment, toneOf } from '~/model/skin-tone';
import type { LinearRgb } from '~/model/units';
import { srgbToLinear } from '~/model/units';

const fromHex = (hex: string): LinearRgb => {
  const code = (at: number): number => srgbToLinear(parseInt(hex.slice(at, at + 2), 16));
  return [code(1), code(3), code(5)];
};

describe('skin tone', () => {
  // domain notes 7: measured skin
  it.each([
    ['#ac8775', 59.2, 31],
    ['#b49986', 65.0, 48],
    ['#906e56', 49.2, -3],
    ['#755242', 38.1, -38],
  ])('%s has the ITA of the domain notes', (hex, lightness, ita) => {
    expect(Math.abs(linearToLab(fromHex(hex)).lightness - lightness)).toBeLessThan(0.5);
    expect(Math.abs(estimateIta(fromHex(hex)) - ita)).toBeLessThan(2);
  });

  it('names the classes at their limits', () => {
    const named = [56, 55, 42, 41, 29, 28, 11, 10, -29, -30, -90].map(toneOf);
    expect(named).toEqual([
      ...['veryLight', 'light', 'light', 'intermediate', 'intermediate', 'tan'],
      ...['tan', 'brown', 'brown', 'dark', 'dark'],
    ]);
  });

  it('suggests a more diluted pigment the paler the skin', () => {
    expect([60, 30, -40].map(suggestPigment)).toEqual(['light', 'medium', 'dark']);
  });

  it('stays finite on black and white', () => {
    for (const rgb of [
      [0, 0, 0],
      [1, 1, 1],
      [0, 0, 1],
    ] as const)
      expect(Number.isFinite(estimateIta(rgb))).toBe(true);
  });
});
