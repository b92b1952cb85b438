import { describe, expect, it } from 'vitest';
import { detailGain, measureSharpness } from '~/model/photo/measure-sharpness';
import type { Sharpness } from '~/model/photo/measure-sharpness';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import { blurredDisc } from '../../support/blurred-disc';

const SKIN = [0.4, 0.15] as const;
const measureBlur = (pixels: PhotoPixels): number => measureSharpness(pixels).blurPx;

/** A dot's own standard deviation, px: 0.32 mm wide on a head of 5 px/mm. */
const DOT_PX = 0.7;
const dotGain = (sharpness: Sharpness): number => detailGain(sharpness, Math.hypot(sharpness.blurPx, DOT_PX));

/** Pixels taken from other places of the same picture. */
function moved(
  { widthPx, heightPx, data }: PhotoPixels,
  placeOf: (x: number, y: number) => readonly [number, number],
): PhotoPixels {
  const copy = new Uint8ClampedArray(data.length);
  for (let i = 0; i < widthPx * heightPx; i++) {
    const [x, y] = placeOf(i % widthPx, Math.floor(i / widthPx));
    copy.set(data.subarray(4 * (y * widthPx + x), 4 * (y * widthPx + x) + 4), 4 * i);
  }
  return { widthPx, heightPx, data: copy, photoPxPerPixel: 1 };
}

describe('measureSharpness', () => {
  const blurs = [0.5, 0.7, 1, 1.5, 2, 3, 4];
  const ways = [
    { noiseCodes: 0, quality: undefined },
    { noiseCodes: 3, quality: undefined },
    { noiseCodes: 2, quality: 95 },
    { noiseCodes: 2, quality: 85 },
    { noiseCodes: 2, quality: 70 },
  ];
  it.each(blurs.flatMap((sigmaPx) => ways.map((way) => ({ sigmaPx, ...way }))))(
    'finds a blur of $sigmaPx px within 15 % (a quarter under JPEG 70), noise $noiseCodes codes, JPEG $quality',
    (way) => {
      // A wide blur needs a picture to be seen in.
      const found = measureSharpness(blurredDisc({ ...way, contrast: SKIN }, way.sigmaPx > 3 ? 256 : 128));
      expect(Math.abs(found.blurPx / way.sigmaPx - 1)).toBeLessThan(way.quality === 70 ? 0.25 : 0.15);
      // nothing was sharpened
      expect(dotGain(found)).toBeLessThan(way.quality === 70 ? 1.2 : 1.1);
    },
  );

  it('says the same of a mirrored, a turned and a shifted copy, and under other noise', () => {
    for (const sigmaPx of [0.8, 1.4]) {
      const picture = blurredDisc({ sigmaPx, contrast: SKIN, noiseCodes: 3 });
      const last = picture.widthPx - 1;
      const blurs = [
        picture,
        moved(picture, (x, y) => [last - x, y]),
        moved(picture, (x, y) => [y, last - x]),
        moved(picture, (x, y) => [Math.min(last, x + 6), Math.max(0, y - 5)]),
        blurredDisc({ sigmaPx, contrast: SKIN, noiseCodes: 3, seed: 1 }),
        blurredDisc({ sigmaPx, contrast: SKIN, noiseCodes: 3, seed: 2 }),
      ].map(measureBlur);
      expect(Math.max(...blurs) / Math.min(...blurs)).toBeLessThan(1.1);
    }
  });

  it('does not depend on the contrast of the edge', () => {
    const strong = measureBlur(blurredDisc({ sigmaPx: 1.5, contrast: [0.7, 0.05] }));
    const weak = measureBlur(blurredDisc({ sigmaPx: 1.5, contrast: [0.3, 0.2] }));
    expect(Math.abs(strong - weak)).toBeLessThan(0.1);
  });

  it('speaks of working-photo px where the pixels are larger', () => {
    const pixels = blurredDisc({ sigmaPx: 1, contrast: [0.5, 0.1], sharpened: { radiusPx: 2, amount: 1 } });
    const [found, larger] = [measureSharpness(pixels), measureSharpness({ ...pixels, photoPxPerPixel: 2.5 })];
    expect(larger.blurPx).toBeCloseTo(2.5 * found.blurPx, 6);
    expect(larger.radiusPx).toBeCloseTo(2.5 * found.radiusPx, 6);
    expect(larger.amount).toBe(found.amount);
  });

  it('takes hairs and dots for no steps: without steps it says what is usual', () => {
    const widthPx = 160;
    const dots = new Uint8ClampedArray(4 * widthPx * widthPx).fill(255);
    for (let i = 0; i < widthPx * widthPx; i++) {
      const [x, y] = [i % widthPx, Math.floor(i / widthPx)];
      const dot = Math.exp(-(((x % 9) - 4) ** 2 + ((y % 9) - 4) ** 2) / 4);
      const hair = Math.exp(-0.5 * (((x + y) % 40) - 20) ** 2);
      dots.fill(180 - 90 * dot - 60 * hair, 4 * i, 4 * i + 3);
    }
    const flat = (side: number): PhotoPixels => ({
      widthPx: side,
      heightPx: side,
      data: new Uint8ClampedArray(4 * side * side).fill(128),
      photoPxPerPixel: 1,
    });
    for (const pixels of [flat(1), flat(5), flat(64), { ...flat(1), widthPx, heightPx: widthPx, data: dots }]) {
      expect(measureBlur(pixels)).toBeCloseTo(0.75, 9);
      expect(measureSharpness(pixels).amount).toBe(0);
    }
  });
});
