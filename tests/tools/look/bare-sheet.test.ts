import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bareSkinOf, cameraOf, evenSheet, measureOnBare } from '../../../tools/look/bare-sheet';
import { measureLook } from '../../../tools/look/measure-look';
import type { Treater } from '../../../tools/look/our-pictures';
import type { Pixels } from '../../../tools/look/picture';
import { photosIn } from '../../../tools/look/report';
import { REAL_BLUR_MM } from '../../../tools/look/targets';
import { drawSkin, sheetPicture, SKIN, thrownPlaces } from '../../support/drawn-dots';

const PX_PER_MM = 10;
const real = sheetPicture(
  { widthMm: 30, heightMm: 40, pxPerMm: PX_PER_MM, light: () => SKIN, dots: [], grain: 0.02 },
  20,
);
const meanCode = ({ data }: Pixels, band: number): number => {
  let sum = 0;
  for (let i = band; i < data.length; i += 4) sum += data[i];
  return sum / (data.length / 4);
};

describe('bare skin for our own dots', () => {
  it('is what the regions call bare, with the camera’s told blur and the photo’s own grain', () => {
    const skin = bareSkinOf(real);
    expect(skin).toMatchObject({ widthPx: 280, heightPx: 180 });
    const { blurPx, grain } = cameraOf(real, PX_PER_MM);
    expect(blurPx).toBeCloseTo(PX_PER_MM * REAL_BLUR_MM, 6);
    expect(grain.sigmaCodes).toBeGreaterThan(1);
    expect(bareSkinOf({ ...real, bare: { outlines: [] } })).toBeNull();
  });

  it('evened out it keeps its mean light', () => {
    const skin = bareSkinOf(real);
    if (skin === null) throw new Error('no bare skin');
    const even = evenSheet(skin, 50, 20);
    expect(even).toMatchObject({ widthPx: 50, heightPx: 20 });
    expect(new Set(even.data.filter((_, i) => i % 4 === 1)).size).toBe(1);
    for (const band of [0, 1, 2]) expect(Math.abs(meanCode(even, band) - meanCode(skin, band))).toBeLessThan(1);
  });

  it('is measured with the dots that are drawn on it, against itself', async () => {
    const dots = thrownPlaces([28, 18], 600, 0.6, 7).map(([xMm, yMm]) => ({
      xMm,
      yMm,
      fwhmMm: 0.4,
      contrast: [0.32, 0.39, 0.42] as const,
    }));
    // Stands in for the page: dots are laid on the sheet that was handed over.
    const treater: Pick<Treater, 'drawFlat'> = {
      drawFlat: ({ skin, pxPerMm }) => {
        const size = { widthMm: skin.widthPx / pxPerMm, heightMm: skin.heightPx / pxPerMm, pxPerMm };
        const kept = drawSkin({ ...size, light: () => [1, 1, 1], dots });
        const data = skin.data.map((code, i) => (i % 4 === 3 ? 255 : Math.round((code * kept.data[i]) / 255)));
        return Promise.resolve({ pixels: { ...skin, data }, lines: [] });
      },
    };
    const measures = await measureOnBare(treater, real, {});
    expect(measures?.dots?.perCm2).toBeGreaterThan(100);
    expect(measures?.colour.minusLnT[1]).toBeGreaterThan(0.03);
    expect(measures?.edges).toEqual([]);
    expect(measureLook(real)?.dots).toBeNull();
  });
});

describe('photos of a folder', () => {
  it('are its pictures, without masks, thumbnails, and what was photographed after', () => {
    const folder = mkdtempSync(join(tmpdir(), 'photos-'));
    const names = ['b-before.jpg', 'b-after.jpg', 'a.JPG', 'a-mask.png', 'x-scalp.png', 's-thumbnail.jpg', 'a.json'];
    for (const name of names) writeFileSync(join(folder, name), '');
    expect(photosIn(folder)).toEqual(['a.JPG', 'b-before.jpg'].map((name) => join(folder, name)));
    rmSync(folder, { recursive: true });
  });
});
