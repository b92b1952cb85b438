import { describe, expect, it } from 'vitest';
import { isBlocky } from '~/model/photo/blocks';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import { hashUnit } from '~/model/maths/hash';

const SIDE = 128;
const picture = (code: (x: number, y: number) => number, photoPxPerPixel = 1): PhotoPixels => ({
  widthPx: SIDE,
  heightPx: SIDE,
  photoPxPerPixel,
  data: Uint8ClampedArray.from({ length: 4 * SIDE * SIDE }, (_, i) =>
    code((i >> 2) % SIDE, Math.floor((i >> 2) / SIDE)),
  ),
});
const squares = (x: number, y: number): number => 100 + 60 * hashUnit((x >> 3) + 16 * (y >> 3), 1);
const noise = (x: number, y: number): number => 6 * hashUnit(x + SIDE * y, 2);

describe('a picture that is nothing but squares of compression', () => {
  it('is told from one with anything in them', () => {
    expect(isBlocky(picture(squares))).toBe(true);
    expect(isBlocky(picture((x, y) => squares(x, y) + noise(x, y) / 6))).toBe(true);
    expect(isBlocky(picture((x, y) => 120 + noise(x, y)))).toBe(false);
    expect(isBlocky(picture((x, y) => squares(x, y) / 8 + 90 + noise(x, y)))).toBe(false);
  });

  it('is not an even wall, nor a fence of one direction, nor what was shrunk since', () => {
    expect(isBlocky(picture(() => 140))).toBe(false);
    expect(isBlocky(picture((x) => squares(x, 0)))).toBe(false);
    expect(isBlocky(picture(squares, 2))).toBe(false);
  });
});
