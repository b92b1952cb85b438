import { describe, expect, it } from 'vitest';
import { areaMm2, luminancePlane, patchesOf } from '../../../tools/look/patch';
import { measureDots } from '../../../tools/look/measure-dots';
import { scaleOfPlane } from '../../../tools/look/picture';
import type { LookPicture, Region } from '../../../tools/look/picture';
import { blurred } from '../../../tools/look/plane';
import { boxOf, maskOf } from '../../../tools/look/region';
import { drawSkin, rectangle, sheetPicture, SKIN, thrownPlaces } from '../../support/drawn-dots';

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((total, value) => total + value, 0);

describe('regions', () => {
  it('an outline holds the px whose middles it holds, and a hole in it none', () => {
    const region: Region = {
      outlines: [
        [
          [2, 2],
          [12, 2],
          [12, 8],
          [2, 8],
        ],
        [
          [4, 4],
          [6, 4],
          [6, 6],
          [4, 6],
        ],
      ],
    };
    const mask = maskOf(region, { widthPx: 16, heightPx: 10 });
    expect(sum(mask)).toBe(60 - 4);
    expect(boxOf(mask, 16)).toEqual({ leftPx: 2, topPx: 2, rightPx: 12, bottomPx: 8 });
  });

  it('what lies outside the picture is cut, and nothing has no box', () => {
    const mask = maskOf(rectangle(1, [-5, -5, 4, 3]), { widthPx: 10, heightPx: 10 });
    expect(sum(mask)).toBe(12);
    expect(boxOf(new Float32Array(100), 10)).toBeNull();
  });

  it('a mask of another size is a mistake', () => {
    expect(() => maskOf({ mask: [1, 1] }, { widthPx: 2, heightPx: 2 })).toThrow(/size/);
  });
});

describe('patches', () => {
  const stripes = drawSkin({
    widthMm: 12,
    heightMm: 12,
    pxPerMm: 11,
    light: (xMm) => (Math.floor(xMm * 11) % 2 === 0 ? [0.2, 0.2, 0.2] : [0.6, 0.6, 0.6]),
    dots: [],
  });
  const picture: LookPicture = {
    pixels: stripes,
    pxPerMm: 11,
    field: rectangle(11, [0, 0, 12, 12]),
    bare: { outlines: [] },
  };

  it('are reduced by area: stripes of one px become their mean light, and the area stays', () => {
    const [patch] = patchesOf(picture, picture.field, 5);
    expect(patch.pxPerMm).toBeCloseTo(5, 9);
    const { values } = luminancePlane(patch);
    // 2.2 px to one: between 1 and 1.2 of them are of one kind
    expect(sum(values) / values.length).toBeCloseTo(0.4, 2);
    expect(Math.max(...values) - Math.min(...values)).toBeLessThan(0.4 / 2.2 + 0.01);
    expect(areaMm2([patch])).toBeCloseTo(144, 0);
  });

  it('are never enlarged', () => {
    const [patch] = patchesOf(picture, picture.field, 30);
    expect(patch.pxPerMm).toBe(11);
    expect(patch.widthPx).toBe(132);
  });

  it('of a scale that is given place by place measure the same dots, each once', () => {
    const sheet = {
      widthMm: 50,
      heightMm: 58,
      pxPerMm: 6,
      light: () => SKIN,
      grain: 0.02,
      dots: thrownPlaces([50, 46], 2000, 0.6, 7).map(([xMm, yMm]) => ({
        xMm,
        yMm,
        fwhmMm: 0.4,
        contrast: [0.35, 0.4, 0.42] as const,
      })),
    };
    const whole = sheetPicture(sheet, 46);
    const tiled = { ...whole, pxPerMm: () => 6 };
    const [one, many] = [whole, tiled].map((of) => {
      const field = patchesOf(of, of.field, 10);
      return { field, dots: measureDots(field, patchesOf(of, of.bare, 10)) };
    });
    expect(many.field.length).toBeGreaterThan(4);
    expect(areaMm2(many.field)).toBeCloseTo(areaMm2(one.field), 1);
    expect(Math.abs((many.dots?.count ?? 0) - (one.dots?.count ?? 0))).toBeLessThan(6);
    expect(many.dots?.spacing).toBeCloseTo(one.dots?.spacing ?? 0, 2);
  });
});

describe('smoothing', () => {
  it('keeps what is even, to the border of what counts', () => {
    const values = new Float32Array(400).fill(0.3);
    const weight = new Float32Array(400).map((_, i) => (i % 20 < 12 ? 1 : 0));
    const noise = values.map((value, i) => (weight[i] === 1 ? value : 99));
    const smooth = blurred({ widthPx: 20, heightPx: 20, values: noise }, 2, weight).values;
    smooth.forEach((value, i) => {
      if (weight[i] === 1) expect(value).toBeCloseTo(0.3, 5);
    });
  });
});

describe('a scale known px by px', () => {
  it('is that of the place, and beside the skin that of the nearest', () => {
    const scale = scaleOfPlane(4, 3, [0, 0, 0, 0, 0, 2, 3, 0, 0, 0, 0, 0]);
    expect(scale(1.5, 1.5)).toBe(2);
    expect(scale(2.9, 1)).toBe(3);
    expect(scale(3.5, 1.5)).toBe(3);
    expect(scale(1, -7)).toBe(2);
    expect(scaleOfPlane(2, 1, [0, 0])(1, 0)).toBe(1);
  });
});
