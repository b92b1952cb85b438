import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { haloBlock, haloKernel, HALO_REACH, MOST_TAPS, REDNESS_REACH_MM } from '~/render/halo-kernel';

const lengths = fc.tuple(
  fc.double({ min: 0.05, max: 40, noNaN: true }),
  fc.double({ min: 0.05, max: 40, noNaN: true }),
  fc.double({ min: 0.05, max: 40, noNaN: true }),
);

describe('the halo kernel', () => {
  it('adds up to 1 in each band, so that the blur keeps the mean', () => {
    fc.assert(
      fc.property(lengths, (lengthPx) => {
        const block = haloBlock(lengthPx);
        const [red, green, blue] = lengthPx;
        const rednessPx = (REDNESS_REACH_MM / 0.48) * Math.max(...lengthPx);
        const { weights, reach } = haloKernel([red / block, green / block, blue / block], rednessPx / block);
        expect(reach).toBeLessThanOrEqual(MOST_TAPS);
        for (const band of [0, 1, 2, 3]) {
          let sum = weights[band];
          for (let k = 1; k <= reach; k++) sum += 2 * weights[4 * k + band];
          expect(sum).toBeCloseTo(1, 5);
        }
      }),
    );
  });

  it('spreads as the halo of the model does: variance 3 L² per axis', () => {
    const { weights, reach } = haloKernel([1.5, 1.2, 0.9], 0);
    [1.5, 1.2, 0.9].forEach((length, band) => {
      let variance = 0;
      for (let k = 1; k <= reach; k++) variance += 2 * k * k * weights[4 * k + band];
      // Cut off at five decay lengths, so a little less than the whole.
      expect(variance / (3 * length * length)).toBeGreaterThan(0.85);
      expect(variance / (3 * length * length)).toBeLessThan(1.08);
    });
    expect(reach).toBe(Math.ceil(HALO_REACH * 1.5));
  });

  it('redness is a bell that is gone, without a step, where it ends; there is none where none is asked for', () => {
    const { weights, reach } = haloKernel([1.5, 1.2, 0.9], 14);
    const bell = Array.from({ length: reach + 1 }, (_, k) => weights[4 * k + 3]);
    expect(bell.slice(1).every((weight, k) => weight < bell[k])).toBe(true);
    expect(bell.at(-1)).toBeLessThan(0.01 * bell[0]);
    expect(haloKernel([1.5, 1.2, 0.9], 0).weights.some((weight, i) => i % 4 === 3 && weight !== 0)).toBe(false);
  });

  it('is as it was where redness reaches farther', () => {
    const [alone, beside] = [0, 14].map((rednessPx) => haloKernel([1.5, 1.2, 0.9], rednessPx).weights);
    expect([...beside].filter((_, i) => i % 4 !== 3)).toEqual([...alone].filter((_, i) => i % 4 !== 3));
  });

  it('is blurred on blocks only as large as it is wide', () => {
    fc.assert(
      fc.property(lengths, (lengthPx) => {
        const longest = Math.max(...lengthPx) / haloBlock(lengthPx);
        expect(longest).toBeLessThanOrEqual(1.5);
        if (haloBlock(lengthPx) > 1) expect(longest).toBeGreaterThan(0.39);
      }),
    );
  });
});
