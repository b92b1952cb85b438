import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLOUR_REACH_MM, haloBlock, haloKernel, HALO_REACH, MOST_TAPS } from '~/render/halo-kernel';

const lengths = fc.double({ min: 0.05, max: 100, noNaN: true });
/** Bands of the kernel that are blurred: light, colour. */
const BANDS = [0, 1];

describe('the halo kernel', () => {
  it('adds up to 1 in each band, so that the blur keeps the mean', () => {
    fc.assert(
      fc.property(lengths, fc.boolean(), (light, brief) => {
        const block = haloBlock(light, brief);
        const colour = (COLOUR_REACH_MM / 1.2) * light;
        const { weights, reach } = haloKernel({ light: light / block, colour: colour / block });
        expect(reach).toBeLessThanOrEqual(MOST_TAPS);
        for (const band of BANDS) {
          let sum = weights[band];
          for (let k = 1; k <= reach; k++) sum += 2 * weights[2 * k + band];
          expect(sum).toBeCloseTo(1, 5);
        }
      }),
    );
  });

  it('spreads about half as far as the halo of the model does (variance 3 L² per axis): real fields end with their dots', () => {
    for (const light of [1.2, 2.4]) {
      const { weights, reach } = haloKernel({ light, colour: 1 });
      let variance = 0;
      for (let k = 1; k <= reach; k++) variance += 2 * k * k * weights[2 * k];
      // Cut off at five decay lengths, so a little less than the whole.
      expect(variance / (3 * light * light)).toBeGreaterThan(0.4);
      expect(variance / (3 * light * light)).toBeLessThan(0.6);
      expect(reach).toBe(Math.ceil(HALO_REACH * light));
    }
  });

  it('a halo that would reach farther than there are taps is cut off, and its mean kept', () => {
    const { weights, reach } = haloKernel({ light: 4, colour: 1 });
    expect(reach).toBe(MOST_TAPS);
    const halo = Array.from({ length: reach + 1 }, (_, k) => weights[2 * k]);
    expect(halo.reduce((sum, weight, k) => sum + (k === 0 ? weight : 2 * weight), 0)).toBeCloseTo(1, 5);
    expect(halo[reach]).toBeLessThan(0.25 * halo[0]);
  });

  it('colour is a bell that is gone, without a step, where it ends; shorter than a pixel it blurs nothing', () => {
    const { weights, reach } = haloKernel({ light: 2.8, colour: 14 });
    const bell = Array.from({ length: reach + 1 }, (_, k) => weights[2 * k + 1]);
    expect(bell.slice(1).every((weight, k) => weight < bell[k])).toBe(true);
    expect(bell.at(-1)).toBeLessThan(0.01 * bell[0]);
    expect(
      [...haloKernel({ light: 2.8, colour: 0.8 }).weights].filter((weight, i) => i % 2 === 1 && weight !== 0),
    ).toEqual([1]);
  });

  it('is as it was where colour reaches farther', () => {
    const [alone, beside] = [1, 14].map((colour) => haloKernel({ light: 2.8, colour }).weights);
    expect([...beside].filter((_, i) => i % 2 !== 1)).toEqual([...alone].filter((_, i) => i % 2 !== 1));
  });

  it('is blurred on blocks no larger than the taps need to reach its end', () => {
    fc.assert(
      fc.property(lengths, (light) => {
        const block = haloBlock(light);
        expect((HALO_REACH * light) / block).toBeLessThanOrEqual(MOST_TAPS);
        if (block > 1) expect((HALO_REACH * light) / block).toBeGreaterThan(MOST_TAPS / 2);
      }),
    );
  });
});
