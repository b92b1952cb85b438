import { describe, expect, it } from 'vitest';
import { equalHair } from '~/model/density/coverage-zones';
import { densityField } from '~/model/density/density-field';
import { edgeForwardMm } from '~/model/density/edge-irregularity';
import { edgeEntry, lineEdge } from '~/model/density/line-edge';
import { EDGE_STYLES } from '~/model/design/choices';
import { initialDesign, ZONES_ALIKE } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { PLAIN_BRUSH } from '~/model/design/drawing';
import type { Stroke } from '~/model/design/drawing';
import { EDGE_ROWS } from '~/model/design/line-style';
import { createDotCoverage } from '~/model/dots/cover-dots';
import { SIZE_BYTE_ONE, STRENGTH_BYTE_ONE } from '~/model/dots/dot-coverage';
import { hairlineOf } from '~/model/hairline/hairline';
import { chartGridOf } from '~/model/head/chart-grid';
import { REFERENCE_CRANIUM, surfacePoint } from '~/model/head/cranium';
import { toChart } from '~/model/head/scalp-chart';
import { tapeOf } from '~/model/head/tape';
import { smoothstep } from '~/model/maths/numbers';
import { SIZE_CLASSES } from '~/model/pigment/dot-appearance';
import { headWith } from '../../support/random-heads';
import { growField, viewOfAll } from '../../support/straight-view';

const fit = headWith(REFERENCE_CRANIUM);
const tape = tapeOf(fit.cranium);
const view = viewOfAll(growField(100), fit);
const coverer = createDotCoverage(view, fit);
const start: Design = { ...initialDesign(5), zones: ZONES_ALIKE, densityPerCm2: 80, edge: 'defined' };
const at = (list: ArrayLike<number>, index: number): number => list[index] ?? NaN;
const byte = (bytes: Uint8Array, dot: number, which: number): number => bytes[4 * dot + which] ?? NaN;
const dots = Array.from({ length: view.count }, (_, dot) => dot);
const place = (dot: number): readonly [number, number, number] => [
  view.pointsMm[3 * dot] ?? NaN,
  view.pointsMm[3 * dot + 1] ?? NaN,
  view.pointsMm[3 * dot + 2] ?? NaN,
];
const present = (bytes: Uint8Array): number[] => dots.filter((dot) => byte(bytes, dot, 0) > 0);
const stroke = (kind: Stroke['kind'], widthMm: number, from: number, to: number, heightMm: number): Stroke => ({
  ...PLAIN_BRUSH,
  kind,
  widthMm,
  path: Array.from({ length: 21 }, (_, i) => tape.directionAt({ acrossMm: from + ((to - from) * i) / 20, heightMm })),
});
/** Distance of a dot from a stroke's path. */
const from = (dot: number, { path }: Stroke): number => {
  const [x, y, z] = place(dot);
  return Math.min(
    ...path.map((direction) => {
      const p = surfacePoint(fit.cranium, direction);
      return Math.hypot(p.xMm - x, p.yMm - y, p.zMm - z);
    }),
  );
};
/** Depth of every dot behind the drawn line and the way along it, worked out the slow way (no edge style changes it). */
function seenFromLine(): { readonly depthMm: Float64Array; readonly arcLengthMm: Float64Array } {
  const { count, pointsMm, directions, arcLengthMm } = hairlineOf(start, fit);
  const flat = Array.from({ length: count }, (_, k) =>
    toChart({ x: directions[3 * k] ?? NaN, y: directions[3 * k + 1] ?? NaN, z: directions[3 * k + 2] ?? NaN }),
  );
  const us = Float64Array.from(flat, ({ u }) => u);
  const vs = Float64Array.from(flat, ({ v }) => v);
  const result = { depthMm: new Float64Array(view.count), arcLengthMm: new Float64Array(view.count) };
  for (const dot of dots) {
    const [x, y, z] = place(dot);
    const { u, v } = toChart({
      x: view.directions[3 * dot] ?? NaN,
      y: view.directions[3 * dot + 1] ?? NaN,
      z: view.directions[3 * dot + 2] ?? NaN,
    });
    let [square, nearest, inside] = [Infinity, 0, false];
    for (let k = 0, last = count - 1; k < count; last = k, k++) {
      const [dx, dy, dz] = [at(pointsMm, 3 * k) - x, at(pointsMm, 3 * k + 1) - y, at(pointsMm, 3 * k + 2) - z];
      const far = dx * dx + dy * dy + dz * dz;
      if (far < square) [square, nearest] = [far, k];
      const [va, vb] = [at(vs, last), at(vs, k)];
      if (va > v !== vb > v && u < at(us, last) + ((v - va) / (vb - va)) * (at(us, k) - at(us, last))) inside = !inside;
    }
    result.depthMm[dot] = inside ? Math.sqrt(square) : -Math.sqrt(square);
    result.arcLengthMm[dot] = at(arcLengthMm, nearest);
  }
  return result;
}

describe('coverage', () => {
  const covered = coverer.cover(start);
  const { depthMm: depth, arcLengthMm: along } = seenFromLine();

  it('gives the same bytes for the same design, and others for another seed', () => {
    const same = (design: Design): boolean => Buffer.from(coverer.cover(design).bytes).equals(covered.bytes);
    expect(same({ ...start })).toBe(true);
    expect(Buffer.from(createDotCoverage(view, fit).cover(start).bytes).equals(covered.bytes)).toBe(true);
    expect(same({ ...start, seed: 6 })).toBe(false);
  });

  it('counts what is there and ends after the last of it', () => {
    const there = present(covered.bytes);
    expect(covered.shown).toBe(there.length);
    expect(covered.drawCount).toBe((there.at(-1) ?? 0) + 1);
  });

  it('has the density asked for in the solid zone, within 5 %', () => {
    const grid = chartGridOf(fit.cranium);
    const inside = densityField(start, fit).line.insideMm;
    const area = grid.areaMm2.reduce((sum, mm2, node) => ((inside[node] ?? 0) > 12 ? sum + mm2 : sum), 0) / 100;
    const count = present(covered.bytes).filter((dot) => (depth[dot] ?? 0) > 12).length;
    expect(area).toBeGreaterThan(300);
    expect(Math.abs(count / area / 80 - 1)).toBeLessThan(0.05);
  });

  it('thins out towards the line by the weight of the edge style', () => {
    const calm = { ...start, edgeSoftnessMm: 18 };
    const { bytes } = coverer.cover(calm);
    const { weight } = EDGE_ROWS[calm.edge];
    const { depthMm } = lineEdge(calm, hairlineOf(calm, fit));
    const expected = (dot: number): number =>
      weight + (1 - weight) * smoothstep(0, depthMm[edgeEntry(along[dot] ?? 0)] ?? 0, depth[dot] ?? 0);
    for (let from = 2; from < 40; from += 2) {
      const zone = dots.filter((dot) => (depth[dot] ?? 0) >= from && (depth[dot] ?? 0) < from + 2);
      const solid = zone.filter((dot) => (view.appearsAtPerCm2[dot] ?? Infinity) < 80);
      const share = zone.filter((dot) => byte(bytes, dot, 0) > 0).length / solid.length;
      // the irregular edge of this style stays within 1.5 mm or so and averages out
      const mean = zone.reduce((sum, dot) => sum + expected(dot), 0) / zone.length;
      expect(Math.abs(share - mean)).toBeLessThan(0.06);
    }
    const outside = dots.filter((dot) => (depth[dot] ?? 0) < -3);
    expect(outside.some((dot) => byte(bytes, dot, 0) > 0)).toBe(false);
  });

  it('is a little finer and lighter at the edge, and of the class and mean tone asked for inside', () => {
    const soft = { ...start, edge: 'faded' } as const;
    const { bytes } = coverer.cover(soft);
    const there = present(bytes);
    const mean = (list: number[], which: number): number =>
      list.reduce((sum, dot) => sum + byte(bytes, dot, which), 0) / list.length;
    const rim = there.filter((dot) => (depth[dot] ?? 0) > -4 && (depth[dot] ?? 0) < 4);
    const deep = there.filter((dot) => (depth[dot] ?? 0) > 40);
    expect(mean(rim, 0) / mean(deep, 0)).toBeLessThan(0.92);
    expect(mean(rim, 0) / mean(deep, 0)).toBeGreaterThan(0.85);
    expect(mean(rim, 1) / mean(deep, 1)).toBeLessThan(0.95);
    expect(Math.min(...there.map((dot) => byte(bytes, dot, 1)))).toBeGreaterThanOrEqual(0.92 * SIZE_BYTE_ONE);
    expect(mean(deep, 1)).toBeCloseTo(SIZE_BYTE_ONE, 5);
    expect(Math.abs(mean(deep, 0) / STRENGTH_BYTE_ONE - 1)).toBeLessThan(0.005);
  });

  it('sets strays singly in front of the line, as many per cm as the style says', () => {
    const cm = (hairlineOf(start, fit).pointArcLengthMm.leftTemple * 2) / 10;
    for (const edge of EDGE_STYLES) {
      const row = EDGE_ROWS[edge];
      let strays = 0;
      for (const seed of [1, 2, 3, 4, 5]) {
        const design = { ...start, edge, seed, balancePercent: 0 };
        const { bytes } = coverer.cover(design);
        strays += present(bytes).filter(
          (dot) => at(depth, dot) + edgeForwardMm(at(along, dot), row, 0, seed) < -1 && at(depth, dot) > -20,
        ).length;
      }
      // of a strip 6 mm wide that thins out evenly, (5/6)² lies beyond 1 mm
      const expected = 5 * row.strayDotsPerCm * cm * (5 / 6) ** 2;
      expect(Math.abs(strays - expected)).toBeLessThan(0.3 * expected + 8);
    }
  });

  it('plans the dots of each session by their share, earliest first in the solid zone', () => {
    const sessions = present(covered.bytes).map((dot) => Math.floor(byte(covered.bytes, dot, 2) / SIZE_CLASSES));
    const share = (session: number): number => sessions.filter((s) => s === session).length / sessions.length;
    expect(share(0)).toBeCloseTo(0.3, 1);
    expect(share(1)).toBeCloseTo(0.4, 1);
    expect(share(2)).toBeCloseTo(0.3, 1);
    const classes = present(covered.bytes).map((dot) => byte(covered.bytes, dot, 2) % SIZE_CLASSES);
    expect(classes).toEqual(present(covered.bytes).map((dot) => view.sizeClass[dot]));
  });

  it('only adds dots when the density grows', () => {
    const more = coverer.cover({ ...start, densityPerCm2: 96 });
    expect(present(covered.bytes).filter((dot) => !(byte(more.bytes, dot, 0) > 0))).toEqual([]);
    expect(more.shown).toBeGreaterThan(1.15 * covered.shown);
  });

  it('keeps to its zone', () => {
    const band = present(coverer.cover({ ...start, coverage: 'hairlineOnly' }).bytes);
    expect(band.length).toBeGreaterThan(3000);
    expect(Math.max(...band.map((dot) => depth[dot] ?? NaN))).toBeLessThan(33);
    expect(Math.min(...band.map((dot) => place(dot)[2]))).toBeGreaterThan(-80);
    const top = present(coverer.cover({ ...start, coverage: 'hairlineAndTop' }).bytes);
    expect(top.some((dot) => place(dot)[2] < -100)).toBe(true);
    expect(top.filter((dot) => place(dot)[1] < 93 && (depth[dot] ?? 0) > 33)).toEqual([]);
  });

  it('blends into existing hair, and in "between hair" stands only beside some or on top', () => {
    const under = (hair: number): ReturnType<typeof createDotCoverage> =>
      createDotCoverage({ ...view, hair: new Float32Array(view.count).fill(hair) }, fit);
    const equal = equalHair(start);
    const share = under(equal / 2).cover(start).shown / covered.shown;
    expect(share).toBeGreaterThan(0.45);
    expect(share).toBeLessThan(0.55);
    // where hair is as dark as the dots a few still go between
    const few = under(equal).cover(start);
    expect(few.shown / covered.shown).toBeGreaterThan(0.05);
    expect(few.shown / covered.shown).toBeLessThan(0.2);
    // the denser it is to become, the more hair is not dark enough yet
    expect(under(equal).cover({ ...start, densityPerCm2: 160 }).shown).toBeGreaterThan(4 * few.shown);
    expect(under(1).cover(start).shown).toBe(0);
    expect(under(1).cover({ ...start, coverage: 'betweenHair' }).shown).toBe(0);
    expect(under(0.5).cover({ ...start, coverage: 'betweenHair' }).shown).toBeGreaterThan(0.6 * covered.shown);
    const bare = present(coverer.cover({ ...start, coverage: 'betweenHair' }).bytes);
    expect(Math.min(...bare.map((dot) => place(dot)[1]))).toBeGreaterThan(93);
  });

  it('has nothing where nothing can be seen', () => {
    const hidden = createDotCoverage({ ...view, visible: new Float32Array(view.count) }, fit);
    expect(hidden.cover(start)).toMatchObject({ shown: 0, drawCount: 0 });
  });
});

describe('paint', () => {
  const parting = stroke('none', 20, -30, 30, 110);
  const fringe = stroke('add', 16, -25, 25, 45);

  it('takes all dots away inside a stroke and none well outside it', () => {
    const [before, after] = [coverer.cover(start), coverer.cover({ ...start, strokes: [parting] })];
    const far = present(before.bytes).map((dot) => [dot, from(dot, parting)] as const);
    const inside = far.filter(([, mm]) => mm < 7);
    expect(inside.length).toBeGreaterThan(100);
    expect(inside.filter(([dot]) => byte(after.bytes, dot, 0) !== 0)).toEqual([]);
    const outside = far.filter(([, mm]) => mm > 16);
    expect(outside.filter(([dot]) => byte(after.bytes, dot, 0) !== byte(before.bytes, dot, 0))).toEqual([]);
  });

  it('adds dots anywhere, before the line too, as dense as asked for', () => {
    const there = present(coverer.cover({ ...start, coverage: 'painted', strokes: [fringe] }).bytes);
    expect(Math.max(...there.map((dot) => from(dot, fringe)))).toBeLessThan(13);
    const solid = dots.filter((dot) => (view.appearsAtPerCm2[dot] ?? Infinity) < 80 && from(dot, fringe) < 4);
    expect(solid.length).toBeGreaterThan(200);
    expect(there.filter((dot) => from(dot, fringe) < 4).length / solid.length).toBeGreaterThan(0.98);
  });

  it('marks hair that was not found, and takes back what was taken for hair', () => {
    const dense = { ...start, densityPerCm2: 320 };
    const whole = coverer.cover(dense);
    const marked = coverer.cover({ ...dense, strokes: [{ ...parting, kind: 'hair' }] });
    const near = (mm: number): Set<number> => new Set(dots.filter((dot) => from(dot, parting) < mm));
    const [within, beyond] = [near(7), near(16)];
    expect(present(marked.bytes).filter((dot) => within.has(dot))).toEqual([]);
    expect(present(marked.bytes).filter((dot) => !beyond.has(dot))).toEqual(
      present(whole.bytes).filter((dot) => !beyond.has(dot)),
    );
    const hairy = createDotCoverage({ ...view, hair: new Float32Array(view.count).fill(0.95) }, fit);
    const cleared: Stroke = { ...parting, kind: 'bare' };
    const there = present(hairy.cover({ ...dense, strokes: [cleared] }).bytes);
    expect(there.length).toBeGreaterThan(200);
    expect(Math.max(...there.map((dot) => from(dot, parting)))).toBeLessThan(13.5);
    const again = hairy.hair([cleared, { ...parting, kind: 'hair' }]);
    expect(Math.min(...dots.filter((dot) => within.has(dot)).map((dot) => again[dot] ?? 0))).toBeGreaterThan(0.95);
    expect(hairy.hair([fringe])).toBe(hairy.hair([]));
  });

  it('lets the later stroke win', () => {
    const erased = coverer.cover({ ...start, coverage: 'painted', strokes: [fringe, { ...fringe, kind: 'none' }] });
    const again = coverer.cover({ ...start, coverage: 'painted', strokes: [{ ...fringe, kind: 'none' }, fringe] });
    expect(again.shown).toBeGreaterThan(8 * Math.max(erased.shown, 1));
  });

  it('survives strokes that make no sense', () => {
    const strokes: Stroke[] = [
      { ...PLAIN_BRUSH, kind: 'add', widthMm: 10, path: [] },
      { ...PLAIN_BRUSH, kind: 'add', widthMm: 0, path: [{ x: 0, y: 1, z: 0 }] },
      { ...PLAIN_BRUSH, kind: 'none', widthMm: 10, path: [{ x: 0, y: -1, z: 0 }] },
    ];
    expect(coverer.cover({ ...start, strokes }).shown).toBeGreaterThan(0);
  });
});
