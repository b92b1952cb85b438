import { describe, expect, it } from 'vitest';
import { gaussianBlur } from '~/model/raster/gaussian-blur';
import { GRAIN_BYTES_PER_SIGMA, MESH_TEXEL_MM, MESH_TILE_TEXELS, meshTile } from '~/model/raster/grain-tile';

const SIDE = MESH_TILE_TEXELS;
const tile = meshTile();
const values = Float32Array.from(tile, (byte) => (byte - 128) / GRAIN_BYTES_PER_SIGMA);

/** Moments of what is left between two blurs, mm. */
function band(fromMm: number, toMm: number): { sigma: number; kurtosis: number } {
  const plane = { columns: SIDE, rows: SIDE, values };
  const fine = gaussianBlur(plane, fromMm / MESH_TEXEL_MM).values;
  const coarse = gaussianBlur(plane, toMm / MESH_TEXEL_MM).values;
  let [second, fourth] = [0, 0];
  fine.forEach((value, i) => {
    const square = (value - coarse[i]) ** 2;
    second += square / fine.length;
    fourth += square ** 2 / fine.length;
  });
  return { sigma: Math.sqrt(second), kurtosis: fourth / second ** 2 - 3 };
}

describe('the tile of a field’s mesh', () => {
  it('is level over its whole, of the spread it says', () => {
    const mean = values.reduce((sum, value) => sum + value) / values.length;
    const sigma = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    expect(Math.abs(mean)).toBeLessThan(0.01);
    expect(sigma).toBeCloseTo(1, 2);
  });

  it('varies most where real fields vary more than their dots do, .2 to .8 mm, and hardly in clouds', () => {
    const seen = band(0.2, 0.8).sigma;
    expect(seen).toBeGreaterThan(1.5 * band(0.8, 3).sigma);
    expect(band(1.5, 4).sigma).toBeLessThan(0.1 * seen);
  });

  it('is nearly normal: no few strong places', () => {
    expect(Math.abs(band(0.2, 0.4).kurtosis)).toBeLessThan(0.3);
  });

  it('repeats without a seam: the step over its edge is as small as any', () => {
    const step = (from: number, to: number): number => {
      let sum = 0;
      for (let y = 0; y < SIDE; y++) sum += (values[y * SIDE + from] - values[y * SIDE + to]) ** 2 / SIDE;
      return Math.sqrt(sum);
    };
    expect(step(SIDE - 1, 0)).toBeLessThan(1.3 * step(SIDE / 2, SIDE / 2 + 1));
  });
});
