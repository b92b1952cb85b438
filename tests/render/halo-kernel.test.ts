import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { haloBlock, haloKernel, HALO_REACH, MOST_TAPS, REDNESS_REACH_MM } from '~/render/halo-kernel';

const lengths = fc.record({
  light: fc.double({ min: 0.05, max: 40, noNaN: true }),
  colour: fc.double({ min: 0.05, max: 100, noNaN: true }),
});
/** Bands of the kernel that are blurred: light, colour, redness. */
const BANDS = [0, 1, 3];

describe('the halo kernel', () => {
  it('adds up to 1 in each band, so that the blur keeps the mean', () => {
    fc.assert(
      fc.property(lengths, ({ light, colour }) => {
        const block = haloBlock({ light, colour });
        const redness = (REDNESS_REACH_MM / 0.45) * light;
        const { weights, reach } = haloKernel({
          light: light / block,
          colour: colour / block,
          redness: redness / block,
        });
        expect(reach).toBeLessThanOrEqual(MOST_TAPS);
        for (const band of BANDS) {
          let sum = weights[band];
          for (let k = 1; k <= reach; k++) sum += 2 * weights[4 * k + band];
          expect(sum).toBeCloseTo(1, 5);
        }
      }),
    );
  });

  it('spreads as the halo of the model does: variance 3 L² per axis', () => {
    const { weights, reach } = haloKernel({ light: 1.2, colour: 2.4, redness: 0 });
    [1.2, 2.4].forEach((length, band) => {
      let variance = 0;
      for (let k = 1; k <= reach; k++) variance += 2 * k * k * weights[4 * k + band];
      // Cut off at five decay lengths, so a little less than the whole.
      expect(variance / (3 * length * length)).toBeGreaterThan(0.85);
      expect(variance / (3 * length * length)).toBeLessThan(1.08);
    });
    expect(reach).toBe(Math.ceil(HALO_REACH * 2.4));
  });

  it('colour that would reach farther than there are taps is cut off, and its mean kept', () => {
    const { weights, reach } = haloKernel({ light: 1.5, colour: 4, redness: 0 });
    expect(reach).toBe(MOST_TAPS);
    const colour = Array.from({ length: reach + 1 }, (_, k) => weights[4 * k + 1]);
    expect(colour.reduce((sum, weight, k) => sum + (k === 0 ? weight : 2 * weight), 0)).toBeCloseTo(1, 5);
    expect(colour[reach]).toBeLessThan(0.25 * colour[0]);
  });

  it('redness is a bell that is gone, without a step, where it ends; there is none where none is asked for', () => {
    const { weights, reach } = haloKernel({ light: 1.2, colour: 2.8, redness: 14 });
    const bell = Array.from({ length: reach + 1 }, (_, k) => weights[4 * k + 3]);
    expect(bell.slice(1).every((weight, k) => weight < bell[k])).toBe(true);
    expect(bell.at(-1)).toBeLessThan(0.01 * bell[0]);
    expect(
      haloKernel({ light: 1.2, colour: 2.8, redness: 0 }).weights.some((weight, i) => i % 4 === 3 && weight !== 0),
    ).toBe(false);
  });

  it('is as it was where redness reaches farther', () => {
    const [alone, beside] = [0, 14].map((redness) => haloKernel({ light: 1.2, colour: 2.8, redness }).weights);
    expect([...beside].filter((_, i) => i % 4 !== 3)).toEqual([...alone].filter((_, i) => i % 4 !== 3));
  });

  it('is blurred on blocks only as large as it is wide', () => {
    fc.assert(
      fc.property(lengths, ({ light, colour }) => {
        const block = haloBlock({ light, colour });
        expect(light / block).toBeLessThanOrEqual(1.5);
        expect(colour / block).toBeLessThanOrEqual(4);
        if (block > 1) expect(Math.max(light / 0.39, colour / 2) / block).toBeGreaterThan(1);
      }),
    );
  });
});
