import { describe, expect, it } from 'vitest';
import { linearToSrgb } from '~/model/colour/linear-rgb';
import { hashUnit } from '~/model/maths/hash';
import { measureSharpness } from '~/model/photo/measure-sharpness';
import { gaussianBlur } from '~/model/raster/gaussian-blur';
import type { PhotoPixels } from '~/model/raster/photo-pixels';

const SIDE = 128;
const FINE = 4;

/** A bright disc's edge, blurred in linear light on a four times finer grid, then binned to pixels, with noise. */
function blurredDisc(sigmaPx: number, noiseCodes: number, contrast: readonly [number, number]): PhotoPixels {
  const side = SIDE * FINE;
  const values = new Float32Array(side * side);
  for (let i = 0; i < values.length; i++) {
    values[i] = Math.hypot((i % side) - 256, Math.floor(i / side) - 256) < 170 ? contrast[0] : contrast[1];
  }
  // a pixel is a box: variance 1/12 px²
  const sigma = FINE * Math.sqrt(Math.max(0, sigmaPx ** 2 - 1 / 12));
  const blurred = gaussianBlur({ columns: side, rows: side, values }, sigma).values;
  const data = new Uint8ClampedArray(4 * SIDE * SIDE).fill(255);
  for (let i = 0; i < SIDE * SIDE; i++) {
    let sum = 0;
    for (let k = 0; k < FINE * FINE; k++) {
      const x = (i % SIDE) * FINE + (k % FINE);
      const y = Math.floor(i / SIDE) * FINE + Math.floor(k / FINE);
      sum += blurred[y * side + x] ?? 0;
    }
    const code = linearToSrgb(sum / (FINE * FINE)) + noiseCodes * (hashUnit(i, 1) + hashUnit(i, 2) - 1);
    data.fill(code, 4 * i, 4 * i + 3);
  }
  return { widthPx: SIDE, heightPx: SIDE, data, photoPxPerPixel: 1 };
}

const measureBlur = (pixels: PhotoPixels): number => measureSharpness(pixels).blurPx;

describe('measureSharpness', () => {
  for (const [noise, share] of [
    [0, 0.15],
    [8, 0.2],
  ] as const) {
    it.each([0.5, 0.7, 1, 1.5, 2, 3, 4])(
      `finds a blur of %f px within ${100 * share} %% under noise of ${noise} codes`,
      (sigma) => {
        const found = measureBlur(blurredDisc(sigma, noise, [0.5, 0.1]));
        expect(found / sigma).toBeGreaterThan(1 - share);
        expect(found / sigma).toBeLessThan(1 + share);
      },
    );
  }

  it('does not depend on the contrast of the edge', () => {
    const strong = measureBlur(blurredDisc(1.5, 0, [0.7, 0.05]));
    const weak = measureBlur(blurredDisc(1.5, 0, [0.3, 0.2]));
    expect(Math.abs(strong - weak)).toBeLessThan(0.1);
  });

  it('speaks of working-photo px where the pixels are larger', () => {
    const pixels = blurredDisc(1, 0, [0.5, 0.1]);
    expect(measureBlur({ ...pixels, photoPxPerPixel: 2.5 })).toBeCloseTo(2.5 * measureBlur(pixels), 6);
  });

  it('stays in range without any edge and on a tiny picture', () => {
    for (const side of [1, 5, 64]) {
      const data = new Uint8ClampedArray(4 * side * side).fill(128);
      expect(measureBlur({ widthPx: side, heightPx: side, data, photoPxPerPixel: 1 })).toBeCloseTo(1, 9);
    }
  });
});
