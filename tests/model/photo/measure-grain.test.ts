import { describe, expect, it } from 'vitest';
import { gaussianBlur } from '~/model/raster/gaussian-blur';
import { GRAIN_BYTES_PER_SIGMA, GRAIN_TILE_PX, grainTile } from '~/model/raster/grain-tile';
import { hashUnit } from '~/model/maths/hash';
import { measureGrain } from '~/model/photo/measure-grain';
import type { PhotoPixels } from '~/model/raster/photo-pixels';

const SIDE = 240;

/** A shaded cheek with a few hairs across it, under noise of so many codes smeared by a Gaussian. */
function noisy(sigmaCodes: number, smearPx: number): PhotoPixels {
  const white = Float32Array.from({ length: SIDE * SIDE }, (_, i) =>
    [1, 2, 3, 4].reduce((sum, key) => sum + hashUnit(i, key), -2),
  );
  const noise = gaussianBlur({ columns: SIDE, rows: SIDE, values: white }, smearPx).values;
  const sigma = Math.sqrt(noise.reduce((sum, value) => sum + value * value, 0) / noise.length);
  const data = new Uint8ClampedArray(4 * SIDE * SIDE).fill(255);
  noise.forEach((value, i) => {
    const skin = (i % SIDE) % 31 < 2 ? 60 : 90 + 0.3 * (i % SIDE) + 0.1 * Math.floor(i / SIDE);
    data.fill(Math.round(skin + (sigmaCodes * value) / sigma), 4 * i, 4 * i + 3);
  });
  return { widthPx: SIDE, heightPx: SIDE, data, photoPxPerPixel: 1 };
}

describe('measureGrain', () => {
  it.each([
    [1, 0],
    [3, 0],
    [8, 0],
    [3, 0.6],
    [5, 0.9],
  ])('finds noise of %f codes smeared by %f px', (sigmaCodes, smearPx) => {
    const found = measureGrain(noisy(sigmaCodes, smearPx));
    expect(Math.abs(found.sigmaCodes / sigmaCodes - 1)).toBeLessThan(0.2);
    expect(Math.abs(found.smearPx - smearPx)).toBeLessThan(0.2);
  });

  it('finds none where there is none, where all is clipped and on a face of a few pixels', () => {
    expect(measureGrain(noisy(0, 0)).sigmaCodes).toBeLessThan(0.2);
    const white = new Uint8ClampedArray(4 * SIDE * SIDE).fill(255);
    expect(measureGrain({ ...noisy(3, 0), data: white }).sigmaCodes).toBe(0);
    expect(measureGrain({ ...noisy(3, 0), widthPx: 40, heightPx: 40 }).sigmaCodes).toBe(0);
  });
});

describe('grainTile', () => {
  it.each([0, 0.6, 1.5])('has no mean, the stated spread and no seam, smeared by %f px', (smearPx) => {
    const tile = grainTile(smearPx);
    const at = (x: number, y: number): number => tile[(y % GRAIN_TILE_PX) * GRAIN_TILE_PX + (x % GRAIN_TILE_PX)] - 128;
    let [sum, square, across, along] = [0, 0, 0, 0];
    for (let y = 0; y < GRAIN_TILE_PX; y++) {
      across += (at(GRAIN_TILE_PX - 1, y) - at(GRAIN_TILE_PX, y)) ** 2 / GRAIN_TILE_PX;
      for (let x = 0; x < GRAIN_TILE_PX; x++) {
        sum += at(x, y);
        square += at(x, y) ** 2;
        along += (at(x, y) - at(x + 1, y)) ** 2 / GRAIN_TILE_PX ** 2;
      }
    }
    expect(Math.abs(sum / tile.length)).toBeLessThan(0.1);
    expect(Math.abs(Math.sqrt(square / tile.length) / GRAIN_BYTES_PER_SIGMA - 1)).toBeLessThan(0.02);
    expect(across / along).toBeLessThan(1.6);
    expect(Math.min(...tile)).toBeGreaterThan(0);
  });
});
