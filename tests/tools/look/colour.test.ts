import { describe, expect, it } from 'vitest';
import { labToLinear } from '~/model/colour/lab';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { measureLook } from '../../../tools/look/measure-look';
import type { LookPicture } from '../../../tools/look/picture';
import { drawSkin, rectangle, sheetPicture, SKIN } from '../../support/drawn-dots';

const SIZE = { widthMm: 20, heightMm: 30, dots: [] };
const two = (field: LinearRgb, bare: LinearRgb, pxPerMm = 6): LookPicture =>
  sheetPicture({ ...SIZE, pxPerMm, light: (_, yMm) => (yMm < 20 ? field : bare), grain: 0.03 }, 20);
const colourOf = (picture: LookPicture) => {
  const measures = measureLook(picture);
  if (measures === null) throw new Error('nothing was measured');
  return measures.colour;
};

describe('colour', () => {
  it('light lost by band, and its ratios', () => {
    const lost = [0.6, 0.45, 0.36] as const;
    const field: LinearRgb = [SKIN[0] * Math.exp(-0.6), SKIN[1] * Math.exp(-0.45), SKIN[2] * Math.exp(-0.36)];
    const { minusLnT, redToGreen, blueToGreen } = colourOf(two(field, SKIN));
    minusLnT.forEach((value, band) => expect(value).toBeCloseTo(lost[band], 2));
    expect(redToGreen).toBeCloseTo(Math.exp(-0.15), 2);
    expect(blueToGreen).toBeCloseTo(Math.exp(0.09), 2);
  });

  it('steps of lightness and hue, and the skin’s own', () => {
    const [field, bare] = [labToLinear({ l: 50, a: 7, b: 12 }), labToLinear({ l: 62, a: 15, b: 20 })];
    const { delta, skin } = colourOf(two(field, bare));
    expect([delta.l, delta.a, delta.b].map((value) => Math.round(10 * value) / 10)).toEqual([
      expect.closeTo(-12, 0),
      expect.closeTo(-8, 0),
      expect.closeTo(-8, 0),
    ]);
    expect(skin.a).toBeCloseTo(15, 0);
    expect(skin.b).toBeCloseTo(20, 0);
  });

  it('dots are averaged in light, as eyes do from afar: a tenth of the area black loses a tenth', () => {
    // 10 px/mm: columns of 1 px in 10 are black
    const light = (xMm: number, yMm: number): LinearRgb =>
      yMm < 20 && Math.floor(xMm * 10) % 10 === 0 ? [0, 0, 0] : SKIN;
    const picture = sheetPicture({ ...SIZE, pxPerMm: 10, light }, 20);
    expect(colourOf(picture).minusLnT[1]).toBeCloseTo(-Math.log(0.9), 2);
  });

  it('a mask does what an outline does, and what is masked out does not bleed in', () => {
    const pxPerMm = 8;
    const light = (xMm: number, yMm: number): LinearRgb => (xMm > 12 ? [0, 0, 0] : yMm < 15 ? [0.3, 0.2, 0.15] : SKIN);
    const pixels = drawSkin({ ...SIZE, pxPerMm, light });
    const mask = (inside: (xMm: number, yMm: number) => boolean): Uint8Array =>
      Uint8Array.from({ length: pixels.widthPx * pixels.heightPx }, (_, i) =>
        inside((i % pixels.widthPx) / pxPerMm, Math.floor(i / pixels.widthPx) / pxPerMm) ? 1 : 0,
      );
    const masked = colourOf({
      pixels,
      pxPerMm,
      field: { mask: mask((x, y) => x < 12 && y < 15) },
      bare: { mask: mask((x, y) => x < 12 && y >= 15) },
    });
    const outlined = colourOf({
      pixels,
      pxPerMm,
      field: rectangle(pxPerMm, [0, 0, 12, 15]),
      bare: rectangle(pxPerMm, [0, 15, 12, 30]),
    });
    expect(masked.minusLnT[0]).toBeCloseTo(Math.log(SKIN[0] / 0.3), 2);
    expect(masked.minusLnT[2]).toBeCloseTo(outlined.minusLnT[2], 6);
  });

  it('beside the picture before, shading and the bare skin’s place do not matter', () => {
    const shade = (yMm: number): number => Math.exp(0.03 * yMm);
    const light =
      (lost: number) =>
      (_: number, yMm: number): LinearRgb => {
        const factor = shade(yMm) * (yMm < 20 ? Math.exp(-lost) : 1);
        return [SKIN[0] * factor, SKIN[1] * factor, SKIN[2] * factor];
      };
    const after = sheetPicture({ ...SIZE, pxPerMm: 6, light: light(0.45), grain: 0.03 }, 20);
    const before = sheetPicture({ ...SIZE, pxPerMm: 6, light: light(0), grain: 0.03 }, 20);
    expect(colourOf(after).minusLnT[1]).toBeGreaterThan(0.6);
    const measures = measureLook({ ...after, untreated: before.pixels, bare: { outlines: [] } });
    expect(measures?.colour.minusLnT[1]).toBeCloseTo(0.45, 2);
    expect(measures?.texture).toBeLessThan(0.02);
  });

  it('nothing is measured without field or bare skin', () => {
    const picture = two(SKIN, SKIN);
    expect(measureLook({ ...picture, field: { outlines: [] } })).toBeNull();
    expect(measureLook({ ...picture, bare: { outlines: [] } })).toBeNull();
  });

  it('below 4.5 px/mm only colours are told', () => {
    const measures = measureLook(two([0.3, 0.2, 0.15], SKIN, 4));
    expect(measures?.dots).toBeNull();
    expect(measures?.texture).toBeNull();
    expect(measures?.colour.minusLnT[1]).toBeCloseTo(Math.log(SKIN[1] / 0.2), 2);
  });
});
