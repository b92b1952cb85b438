import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeForwardMm, mostForwardMm } from '~/model/edge-irregularity';
import { EDGE_ROWS } from '~/model/params';

const row = EDGE_ROWS.softAndBroken;
const ways = Array.from({ length: 801 }, (_, i) => (i - 400) / 2);

describe('edgeForwardMm', () => {
  it('stays within its bound, meets the drawn line in the middle, and has no steps', () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, balance) => {
        expect(edgeForwardMm(0, row, balance, seed)).toBe(0);
        let last = edgeForwardMm(-400, row, balance, seed);
        for (let along = -400; along <= 400; along += 0.5) {
          const now = edgeForwardMm(along, row, balance, seed);
          expect(Math.abs(now)).toBeLessThanOrEqual(mostForwardMm(row));
          expect(Math.abs(now - last)).toBeLessThan(3.5);
          last = now;
        }
      }),
      { numRuns: 20 },
    );
  });

  it('mirrors at balance 0 and not at 1', () => {
    const uneven = (balance: number): number =>
      Math.max(...ways.map((s) => Math.abs(edgeForwardMm(s, row, balance, 3) - edgeForwardMm(-s, row, balance, 3))));
    expect(uneven(0)).toBe(0);
    expect(uneven(1)).toBeGreaterThan(2);
  });

  it('is quiet behind the ears, so that both ends meet at the nape', () => {
    expect(edgeForwardMm(310, row, 0.5, 3)).toBe(0);
    expect(edgeForwardMm(-310, row, 0.5, 3)).toBe(0);
  });

  it('makes a few mounds: it crosses the line every 8 to 25 mm when there is no micro part', () => {
    const calm = { ...row, macroMm: 4, microMm: 0 };
    let crossings = 0;
    for (let seed = 0; seed < 20; seed++) {
      for (let s = -100; s < 100; s += 0.5) {
        if (edgeForwardMm(s, calm, 1, seed) * edgeForwardMm(s + 0.5, calm, 1, seed) < 0) crossings++;
      }
    }
    const apart = (20 * 200) / crossings;
    expect(apart).toBeGreaterThan(8);
    expect(apart).toBeLessThan(25);
  });
});
