import { describe, expect, it } from 'vitest';
import { skinColour } from '~/model/colour/skin-colour';
import { strokeField } from '~/model/density/stroke-field';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { PLAIN_BRUSH } from '~/model/design/drawing';
import type { Stroke } from '~/model/design/drawing';
import { createDotCoverage } from '~/model/dots/cover-dots';
import { chartGridOf, GRID } from '~/model/head/chart-grid';
import { REFERENCE_CRANIUM, surfacePoint } from '~/model/head/cranium';
import { tapeOf } from '~/model/head/tape';
import { totalsOf } from '~/model/measure/treatment-totals';
import { dotAppearance } from '~/model/pigment/dot-appearance';
import { SIZE_CLASSES, SKIN_ROWS } from '~/model/pigment/dot-appearance';
import { headWith } from '../../support/random-heads';
import { growField, viewOfAll } from '../../support/straight-view';

const fit = headWith(REFERENCE_CRANIUM);
const tape = tapeOf(fit.cranium);
const grid = chartGridOf(fit.cranium);
const view = viewOfAll(growField(100), fit);
const coverer = createDotCoverage(view, fit);
const design: Design = { ...initialDesign(5), densityPerCm2: 80, edge: 'defined' };
const across = (kind: Stroke['kind'], more: Partial<Stroke> = {}): Stroke => ({
  ...PLAIN_BRUSH,
  kind,
  widthMm: 24,
  path: Array.from({ length: 21 }, (_, i) => tape.directionAt({ acrossMm: -30 + 3 * i, heightMm: 120 })),
  ...more,
});
const MIDDLE = across('add').path.map((direction) => surfacePoint(fit.cranium, direction));
const farMm = (x: number, y: number, z: number): number =>
  Math.min(...MIDDLE.map((p) => Math.hypot(p.xMm - x, p.yMm - y, p.zMm - z)));
const dotsWithin = (mm: number): number[] =>
  Array.from({ length: view.count }, (_, dot) => dot).filter(
    (dot) => farMm(view.pointsMm[3 * dot], view.pointsMm[3 * dot + 1], view.pointsMm[3 * dot + 2]) < mm,
  );
const WITHIN = dotsWithin(7);
const bytesOf = (strokes: readonly Stroke[], more: Partial<Design> = {}): Uint8Array =>
  coverer.cover({ ...design, ...more, strokes }).bytes;
const there = (bytes: Uint8Array): number => WITHIN.filter((dot) => bytes[4 * dot] > 0).length;

describe('thinning out', () => {
  it('takes the chosen share of the dots, however often the brush passes', () => {
    const before = there(bytesOf([]));
    for (const strength of [0.25, 0.5, 0.8]) {
      const once = there(bytesOf([across('less', { strength })]));
      expect(before).toBeGreaterThan(500);
      expect(Math.abs(once / before - (1 - strength))).toBeLessThan(0.07);
      expect(there(bytesOf([across('less', { strength }), across('less', { strength })]))).toBe(once);
    }
  });

  it('counts in the totals, and does nothing at strength 0', () => {
    const all = totalsOf(design, fit, null).dots;
    const thinned = totalsOf({ ...design, strokes: [across('less', { strength: 0.5 })] }, fit, null).dots;
    const erased = totalsOf({ ...design, strokes: [across('none')] }, fit, null).dots;
    expect((all - thinned) / (all - erased)).toBeCloseTo(0.5, 1);
    expect(totalsOf({ ...design, strokes: [across('less', { strength: 0 })] }, fit, null).dots).toBe(all);
  });

  it('thins out what was painted, too', () => {
    const painted = { coverage: 'painted' } as const;
    const full = there(bytesOf([across('add')], painted));
    const half = there(bytesOf([across('add'), across('less', { strength: 0.5 })], painted));
    expect(Math.abs(half / full - 0.5)).toBeLessThan(0.07);
  });
});

describe('the brush', () => {
  it('paints the share of the density that its strength says', () => {
    const painted = { coverage: 'painted' } as const;
    const full = there(bytesOf([across('add')], painted));
    const third = there(bytesOf([across('add', { strength: 1 / 3 })], painted));
    expect(Math.abs(third / full - 1 / 3)).toBeLessThan(0.07);
  });

  it('lays down as much as a pen is pressed, more along the stroke where it is pressed more', () => {
    const pressure = across('add').path.map((_, i) => i / 20);
    const added = strokeField([across('add', { pressure })], grid)?.added ?? new Float32Array();
    const byThird: number[][] = [[], [], []];
    for (let node = 0; node < GRID * GRID; node++) {
      const [x, y, z] = grid.pointsMm.subarray(3 * node, 3 * node + 3);
      if (grid.areaMm2[node] === 0 || farMm(x, y, z) > 5) continue;
      byThird[x < -12 ? 0 : x > 12 ? 2 : 1].push(added[node]);
    }
    const [right, middle, left] = byThird.map((list) => list.reduce((sum, weight) => sum + weight, 0) / list.length);
    expect(right).toBeLessThan(middle - 0.15);
    expect(middle).toBeLessThan(left - 0.15);
    const even = across('add', { pressure: pressure.map(() => 1) });
    expect(strokeField([even], grid)?.added).toEqual(strokeField([across('add')], grid)?.added);
  });

  it('fades out over as much of its radius as its softness says, about its width', () => {
    const widths = [0, 0.5, 1].map((softness) => {
      const added = strokeField([across('add', { softness })], grid)?.added ?? new Float32Array();
      const rim = Array.from(added.keys()).filter((node) => added[node] > 0.05 && added[node] < 0.95).length;
      return { rim, all: added.reduce((sum, weight) => sum + weight, 0) };
    });
    expect(widths[1].rim).toBeGreaterThan(1.5 * widths[0].rim);
    expect(widths[2].rim).toBeGreaterThan(1.5 * widths[1].rim);
    // what fades out inside, is made up for outside
    expect(Math.abs(widths[2].all / widths[0].all - 1)).toBeLessThan(0.12);
  });
});

describe('a scar', () => {
  const strokes = [across('scar')];
  const [plain, scarred] = [bytesOf([]), bytesOf(strokes)];
  const inScar = WITHIN.filter((dot) => scarred[4 * dot] > 0);
  const uptake = (dot: number): number => scarred[4 * dot] / plain[4 * dot];

  it('has the same dots, of the table’s rows for scars, and nothing changes outside it', () => {
    expect(there(scarred)).toBe(there(plain));
    expect(inScar.filter((dot) => scarred[4 * dot + 2] !== plain[4 * dot + 2] + SKIN_ROWS)).toEqual([]);
    const near = new Set(dotsWithin(19));
    const far = Array.from({ length: view.count }, (_, dot) => dot).filter((dot) => !near.has(dot));
    expect(far.length).toBeGreaterThan(1000);
    expect(far.filter((dot) => scarred[4 * dot + 2] !== plain[4 * dot + 2])).toEqual([]);
    expect(coverer.scars([across('add')])).toBeNull();
    expect(Math.min(...WITHIN.map((dot) => coverer.scars(strokes)?.[dot] ?? 0))).toBeGreaterThan(0.9);
  });

  it('takes less pigment, unevenly, in patches of a few mm', () => {
    const values = inScar.map(uptake);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    expect(mean).toBeGreaterThan(0.5);
    expect(mean).toBeLessThan(0.7);
    expect(spread).toBeGreaterThan(0.12);
    expect(Math.max(...values)).toBeLessThanOrEqual(1.01);
    // near dots are alike, far ones are not
    const alike = (low: number, high: number): number => {
      let [sum, count] = [0, 0];
      inScar.forEach((a, i) =>
        inScar.slice(i + 1).forEach((b) => {
          const mm = Math.hypot(...[0, 1, 2].map((k) => view.pointsMm[3 * a + k] - view.pointsMm[3 * b + k]));
          if (mm < low || mm > high) return;
          sum += (uptake(a) - mean) * (uptake(b) - mean);
          count++;
        }),
      );
      return sum / count / spread ** 2;
    };
    expect(alike(0, 1.3)).toBeGreaterThan(0.5);
    expect(Math.abs(alike(8, 20))).toBeLessThan(0.15);
  });

  it('is the same for the same seed, and other for another', () => {
    expect(Buffer.from(bytesOf(strokes)).equals(scarred)).toBe(true);
    expect(Buffer.from(bytesOf(strokes, { seed: 6 })).equals(scarred)).toBe(false);
  });

  it('heals like other skin and fades 1.78 times as fast (table B’s scar row)', () => {
    const GREY = skinColour([0.5, 0.5, 0.5]);
    /** Core contrast of a scar's dot over that of healthy skin. */
    const share = (timeYears: number): number => {
      const { table } = dotAppearance({ ...design, timeYears }, null, GREY);
      const row = 2 * (SIZE_CLASSES + 8) + 1;
      return table[2 * SKIN_ROWS + row] / table[row];
    };
    for (const days of [0, 5, 12, 30]) expect(share(days / 365.25)).toBeCloseTo(1, 1);
    const shares = [1, 3, 5, 8].map(share);
    shares.reduce((before, now) => {
      expect(now).toBeLessThan(before);
      return now;
    }, 1);
    // At 5 years and the table's tau: .503 / .625 of healed contrast; the app's own tau fades both sooner.
    expect(shares[2]).toBeGreaterThan(0.65);
    expect(shares[2]).toBeLessThan(0.85);
    // Exactly what faster fading of any kind does: 1.78 times the sun.
    const sun = dotAppearance({ ...design, timeYears: 5, sunExposure: 1.78 }, null, GREY).table;
    const scar = dotAppearance({ ...design, timeYears: 5 }, null, GREY).table;
    for (let row = 0; row < 2 * 3 * SIZE_CLASSES; row++) expect(scar[2 * SKIN_ROWS + row]).toBeCloseTo(sun[row], 5);
  });
});
