import { describe, expect, it } from 'vitest';
import { patchesOf } from '../../../tools/look/patch';
import { texture } from '../../../tools/look/texture';
import { sheetPicture, SKIN } from '../../support/drawn-dots';
import type { LinearRgb } from '~/model/colour/linear-rgb';

const FIELD_MM = 24;
const SIZE = { widthMm: 24, heightMm: 34, dots: [] };

/** Skin whose field carries a wave of log light, `amplitude` high and `waveMm` long, and bare skin one of half that wave's form. */
function waves(pxPerMm: number, [field, bare]: readonly [number, number], waveMm: number, grain = 0): number {
  const light = (xMm: number, yMm: number): LinearRgb => {
    const amplitude = yMm < FIELD_MM ? field : bare;
    const factor = Math.exp(amplitude * Math.sin((2 * Math.PI * xMm) / waveMm));
    return [SKIN[0] * factor, SKIN[1] * factor, SKIN[2] * factor];
  };
  const picture = sheetPicture({ ...SIZE, pxPerMm, light, grain }, FIELD_MM);
  return texture(patchesOf(picture, picture.field, 5), patchesOf(picture, picture.bare, 5));
}

/** What the difference of two Gaussians (.12 and .6 mm) and the area of a 5-px/mm px keep of a wave. */
function kept(waveMm: number): number {
  const k = (2 * Math.PI) / waveMm;
  const px = Math.sin(k * 0.1) / (k * 0.1);
  return px * (Math.exp(-0.5 * (0.12 * k) ** 2) - Math.exp(-0.5 * (0.6 * k) ** 2));
}

describe('texture', () => {
  it.each([10, 13, 16])('of a wave of known height is its standard deviation, at %i px/mm', (pxPerMm) => {
    for (const waveMm of [0.8, 1.5, 3])
      expect(Math.abs(waves(pxPerMm, [0.12, 0], waveMm) / ((0.12 / Math.SQRT2) * kept(waveMm)) - 1)).toBeLessThan(0.07);
  });

  it('is about one size: shading and what is finer than a dot hardly count', () => {
    expect(waves(10, [0.2, 0], 24)).toBeLessThan(0.1 * waves(10, [0.2, 0], 1.5));
    expect(waves(20, [0.2, 0], 0.2)).toBeLessThan(0.03 * waves(20, [0.2, 0], 1.5));
  });

  it('the bare skin’s own is taken off in squares', () => {
    const alone = waves(10, [0.08, 0], 1.5);
    const both = waves(10, [Math.hypot(0.08, 0.06), 0.06], 1.5);
    expect(both / alone).toBeCloseTo(1, 1);
    expect(waves(10, [0.05, 0.06], 1.5)).toBe(0);
  });

  it('grain of the whole picture adds next to nothing', () => {
    const [clean, grainy] = [waves(10, [0.12, 0], 1.2), waves(10, [0.12, 0], 1.2, 0.05)];
    expect(Math.abs(grainy / clean - 1)).toBeLessThan(0.04);
  });
});
