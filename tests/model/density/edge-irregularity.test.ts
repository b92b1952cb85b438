import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { densityField } from '~/model/density/density-field';
import { edgeForwardMm, mostForwardMm } from '~/model/density/edge-irregularity';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { EDGE_ROWS, edgeSeed } from '~/model/design/line-style';
import { createDotCoverage } from '~/model/dots/cover-dots';
import { GRID, toGrid } from '~/model/head/chart-grid';
import { REFERENCE_CRANIUM } from '~/model/head/cranium';
import { toChart } from '~/model/head/scalp-chart';
import { headWith } from '../../support/random-heads';
import { growField, viewOfAll } from '../../support/straight-view';

const fit = headWith(REFERENCE_CRANIUM);
const view = viewOfAll(growField(90), fit);
const coverer = createDotCoverage(view, fit);
/** Depth of a dot behind the line: that of the chart's node before it, good to 3 mm. */
const depthOf =
  (insideMm: Float32Array) =>
  (dot: number): number => {
    const [x = 0, y = 1, z = 0] = view.directions.subarray(3 * dot, 3 * dot + 3);
    const { u, v } = toChart({ x, y, z });
    return insideMm[Math.floor(toGrid(v)) * GRID + Math.floor(toGrid(u))] ?? NaN;
  };

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
    expect(uneven(1)).toBeGreaterThan(1.5);
  });

  it('is quiet behind the ears, so that both ends meet at the nape', () => {
    expect(edgeForwardMm(310, row, 0.5, 3)).toBe(0);
    expect(edgeForwardMm(-310, row, 0.5, 3)).toBe(0);
  });

  it('makes a few mounds: it crosses the line every 8 to 25 mm when there is no micro part', () => {
    const calm = { ...row, macroIrregularityMm: 4, microIrregularityMm: 0 };
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

describe('adjusted', () => {
  const crossings = (amounts: typeof row): number => {
    let count = 0;
    for (let seed = 0; seed < 20; seed++)
      for (let s = -200; s < 200; s += 0.25)
        if (edgeForwardMm(s, amounts, 1, seed) * edgeForwardMm(s + 0.25, amounts, 1, seed) < 0) count++;
    return count;
  };
  const most = (amounts: typeof row, seed: number): number =>
    Math.max(...ways.map((s) => Math.abs(edgeForwardMm(s, amounts, 1, seed))));

  it('is as high as asked for, and a straight line at 0', () => {
    expect(most({ ...row, macroIrregularityMm: 0, microIrregularityMm: 0 }, 3)).toBe(0);
    const mounds = { ...row, microIrregularityMm: 0 };
    for (let seed = 0; seed < 10; seed++)
      expect(most({ ...mounds, macroIrregularityMm: 8 }, seed)).toBeCloseTo(
        2 * most({ ...mounds, macroIrregularityMm: 4 }, seed),
        6,
      );
  });

  it('has mounds and teeth as far apart as asked for', () => {
    const mounds = { ...row, macroIrregularityMm: 4, microIrregularityMm: 0 };
    const teeth = { ...row, macroIrregularityMm: 0, microIrregularityMm: 2 };
    expect(crossings({ ...mounds, macroPeriodMm: 15 }) / crossings({ ...mounds, macroPeriodMm: 30 })).toBeCloseTo(2, 0);
    expect(crossings({ ...teeth, microPeriodMm: 3 }) / crossings({ ...teeth, microPeriodMm: 6 })).toBeCloseTo(2, 0);
  });
});

describe('shuffled', () => {
  const first = initialDesign(5);

  it('is another line each time, the same again for the same design, and none but the first at first', () => {
    expect(edgeSeed(first)).toBe(first.seed);
    const seeds = Array.from({ length: 200 }, (_, edgeShuffles) => edgeSeed({ ...first, edgeShuffles }));
    expect(new Set(seeds).size).toBe(200);
    expect(edgeSeed({ ...first, edgeShuffles: 7 })).toBe(seeds[7]);
    expect(edgeSeed({ ...initialDesign(6), edgeShuffles: 7 })).not.toBe(seeds[7]);
  });

  it('moves only dots at the line: behind it every dot stays, with its size and tone', () => {
    const shuffled: Design = { ...first, densityPerCm2: 80, edgeShuffles: 1 };
    const before = coverer.cover({ ...shuffled, edgeShuffles: 0 }).bytes;
    const after = coverer.cover(shuffled).bytes;
    const { line, edge } = densityField(shuffled, fit);
    const far = depthOf(line.insideMm);
    let [near, deep] = [0, 0];
    for (let dot = 0; dot < view.count; dot++) {
      const same = [0, 1, 2].every((k) => before[4 * dot + k] === after[4 * dot + k]);
      if (same) continue;
      if (far(dot) > edge.mostDepthMm + 2 * edge.mostForwardMm) deep++;
      else near++;
    }
    expect(deep).toBe(0);
    expect(near).toBeGreaterThan(200);
  });
});

describe('frontal tuft', () => {
  it('fills an oval in the middle behind the line, and nothing else', () => {
    // Without strays: they are told to dots that the tuft may take.
    const plain: Design = { ...initialDesign(5), densityPerCm2: 80, edge: 'faded', strayDotsPerCm: 0 };
    const before = coverer.cover(plain).bytes;
    const full = coverer.cover({ ...plain, frontalTuftPercent: 100 }).bytes;
    const half = coverer.cover({ ...plain, frontalTuftPercent: 50 }).bytes;
    const { line } = densityField(plain, fit);
    const far = depthOf(line.insideMm);
    const shown = (bytes: Uint8Array, dot: number): boolean => (bytes[4 * dot] ?? 0) > 0;
    const gained = (bytes: Uint8Array): number[] =>
      Array.from({ length: view.count }, (_, dot) => dot).filter((dot) => shown(bytes, dot) && !shown(before, dot));
    expect(gained(full).length).toBeGreaterThan(100);
    expect(gained(half).length).toBeLessThan(0.8 * gained(full).length);
    for (const dot of gained(full)) {
      expect(Math.abs(view.pointsMm[3 * dot] ?? NaN)).toBeLessThan(23);
      expect(far(dot)).toBeLessThan(27);
      expect(far(dot)).toBeGreaterThan(-14);
    }
    for (let dot = 0; dot < view.count; dot++) if (shown(before, dot)) expect(shown(full, dot)).toBe(true);
  });
});
