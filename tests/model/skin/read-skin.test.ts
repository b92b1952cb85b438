import { describe, expect, it } from 'vitest';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { REFERENCE_SKIN } from '~/model/colour/skin-tone';
import { readSkin } from '~/model/skin/read-skin';
import { SHARP } from '../../support/photo-character';
import { DARK_SKIN, LIGHT_SKIN, paintPatch, patchArea, scaled } from '../../support/skin-patch';

const SIDE = 180;
const near = (found: LinearRgb, wanted: LinearRgb, share: number): void =>
  found.forEach((band, c) => expect(Math.abs(band / (wanted[c] ?? 1) - 1)).toBeLessThan(share));

describe('readSkin', () => {
  it.each([
    ['light', LIGHT_SKIN],
    ['dark', DARK_SKIN],
  ])('finds plain %s skin', (_, skin) => {
    const found = readSkin(
      paintPatch(SIDE, () => skin),
      patchArea(SIDE),
      null,
      SHARP,
    );
    near(found.skin, skin, 0.08);
    expect(found.light).toEqual([1, 1, 1]);
    expect(found.character).toBe(SHARP);
  });

  it('leaves gloss, a shadow and a lock of hair out', () => {
    const picture = paintPatch(SIDE, (x) => {
      if (x < 50) return scaled(LIGHT_SKIN, 0.1);
      if (x < 75) return [0.03, 0.025, 0.02];
      const gloss = x > 120 ? 0.4 : 0;
      return [LIGHT_SKIN[0] + gloss, LIGHT_SKIN[1] + gloss, LIGHT_SKIN[2] + gloss];
    });
    near(readSkin(picture, patchArea(SIDE), null, SHARP).skin, LIGHT_SKIN, 0.08);
  });

  it('sees a warm light in its highlights', () => {
    const lamp: LinearRgb = [1, 0.8, 0.55];
    const picture = (light: LinearRgb) =>
      paintPatch(SIDE, (x, y) => {
        const gloss = 0.5 * Math.exp(-((x - 90) ** 2 + (y - 60) ** 2) / 300);
        return [
          DARK_SKIN[0] * light[0] + gloss * light[0],
          DARK_SKIN[1] * light[1] + gloss * light[1],
          DARK_SKIN[2] * light[2] + gloss * light[2],
        ];
      });
    const warm = readSkin(picture(lamp), patchArea(SIDE), null, SHARP).light;
    const neutral = readSkin(picture([1, 1, 1]), patchArea(SIDE), null, SHARP).light;
    expect(warm[2]).toBeLessThan(0.8);
    expect(warm[0]).toBe(1);
    expect(Math.min(...neutral)).toBeGreaterThan(0.88);
  });

  it('scales with exposure', () => {
    const half = readSkin(
      paintPatch(SIDE, () => LIGHT_SKIN, 0.5),
      patchArea(SIDE),
      null,
      SHARP,
    ).skin;
    near(half, scaled(LIGHT_SKIN, 0.5), 0.08);
  });

  it('falls back to a mean skin where no skin is in the picture', () => {
    const area = { ...patchArea(SIDE), skinPx: [{ xPx: -500, yPx: -500 }] };
    expect(
      readSkin(
        paintPatch(SIDE, () => LIGHT_SKIN),
        area,
        null,
        SHARP,
      ).skin,
    ).toEqual(REFERENCE_SKIN);
  });
});
