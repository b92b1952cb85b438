import { describe, expect, it } from 'vitest';
import { createDotCoverage } from '~/model/dots/cover-dots';
import { STRENGTH_BYTE_ONE } from '~/model/dots/dot-coverage';
import { REFERENCE_CRANIUM } from '~/model/head/cranium';
import { initialDesign, ZONES_ALIKE } from '~/model/design/design';
import type { Design, ZonePlan, ZoneShare } from '~/model/design/design';
import { ZONES } from '~/model/design/choices';
import type { Zone } from '~/model/design/choices';
import { totalsOf } from '~/model/measure/treatment-totals';
import { headWith } from '../../support/random-heads';
import { growField, viewOfAll } from '../../support/straight-view';

const fit = headWith(REFERENCE_CRANIUM);
const view = viewOfAll(growField(150), fit);
const coverer = createDotCoverage(view, fit);
const start: Design = { ...initialDesign(5), zones: ZONES_ALIKE, densityPerCm2: 60, edge: 'defined' };
const dots = Array.from({ length: view.count }, (_, dot) => dot);
const strengthOf = (bytes: Uint8Array, dot: number): number => bytes[4 * dot] ?? NaN;
const within = (zone: Zone): number[] => {
  const shares = coverer.zone(start, zone);
  return dots.filter((dot) => (shares[dot] ?? 0) > 0.999);
};
const withZone = (zone: Zone, part: Partial<ZoneShare>, zones: ZonePlan = ZONES_ALIKE): Design => ({
  ...start,
  zones: { ...zones, [zone]: { ...zones[zone], ...part } },
});
const countIn = (design: Design, places: readonly number[]): number => {
  const { bytes } = coverer.cover(design);
  return places.filter((dot) => strengthOf(bytes, dot) > 0).length;
};

describe('density of a zone', () => {
  it.each(ZONES)(
    'of %s: half as many dots at 50 %, none at 0, half as many again at 150; nobody else changes',
    (zone) => {
      const places = within(zone);
      const shares = coverer.zone(start, zone);
      const elsewhere = dots.filter((dot) => !((shares[dot] ?? 0) > 0));
      const full = countIn(start, places);
      expect(full).toBeGreaterThan(300);
      for (const densityPercent of [0, 50, 150]) {
        const design = withZone(zone, { densityPercent });
        expect(Math.abs(countIn(design, places) / full - densityPercent / 100)).toBeLessThan(0.06);
        expect(Math.abs(countIn(design, elsewhere) - countIn(start, elsewhere))).toBeLessThan(0.003 * view.count);
      }
    },
  );

  it('doubles the dots of the totals when it doubles, and stops at the densest setting', () => {
    for (const zone of ZONES) {
      const at = (densityPercent: number, densityPerCm2 = 100): number =>
        totalsOf({ ...withZone(zone, { densityPercent }), densityPerCm2 }, fit, null).zones[zone].dots;
      expect(at(140) / at(70)).toBeCloseTo(2, 9);
      expect(at(150, 280) / at(100, 280)).toBeCloseTo(320 / 280, 9);
    }
  });

  it('makes totals that are the sum of the zones, and agree with the dots', () => {
    const zones: ZonePlan = {
      ...ZONES_ALIKE,
      crown: { densityPercent: 40, strengthPercent: 100 },
      sides: { densityPercent: 120, strengthPercent: 60 },
    };
    const [alike, mixed] = [totalsOf(start, fit, null), totalsOf({ ...start, zones }, fit, null)];
    const sum = ZONES.reduce((total, zone) => total + mixed.zones[zone].dots, 0);
    expect(Math.abs(sum - mixed.dots)).toBeLessThan(1);
    const drawn = coverer.cover({ ...start, zones }).shown / coverer.cover(start).shown;
    expect(Math.abs(mixed.dots / alike.dots / drawn - 1)).toBeLessThan(0.01);
    expect(mixed.areaCm2).toBeCloseTo(alike.areaCm2, 6);
  });

  it('shows zones only behind the line, and there all of them together', () => {
    const sums = new Float32Array(view.count);
    for (const zone of ZONES) coverer.zone(start, zone).forEach((share, dot) => (sums[dot] = (sums[dot] ?? 0) + share));
    const { bytes } = coverer.cover(start);
    const there = dots.filter((dot) => strengthOf(bytes, dot) > 0);
    expect(there.filter((dot) => (sums[dot] ?? 0) < 0.999).length / there.length).toBeLessThan(0.01);
    expect(Math.max(...there.map((dot) => sums[dot] ?? NaN))).toBeLessThan(1.0001);
    expect(sums.filter((sum) => sum === 0).length).toBeGreaterThan(0.1 * view.count);
  });
});

describe('strength of a zone', () => {
  it('reaches every dot in it, by its share, and none elsewhere', () => {
    const before = coverer.cover(start).bytes;
    for (const strengthPercent of [50, 150]) {
      const after = coverer.cover(withZone('crown', { strengthPercent })).bytes;
      const inside = within('crown').filter((dot) => strengthOf(before, dot) > 0);
      for (const dot of inside)
        expect(Math.abs(strengthOf(after, dot) - (strengthOf(before, dot) * strengthPercent) / 100)).toBeLessThan(1.5);
      const mean = inside.reduce((sum, dot) => sum + strengthOf(after, dot), 0) / inside.length;
      expect(Math.abs(mean / STRENGTH_BYTE_ONE - strengthPercent / 100)).toBeLessThan(0.01);
      const crown = coverer.zone(start, 'crown');
      const outside = dots.filter((dot) => !((crown[dot] ?? 0) > 0));
      expect(outside.every((dot) => strengthOf(after, dot) === strengthOf(before, dot))).toBe(true);
    }
  });
});

describe('part line', () => {
  const beside = (dot: number): number => Math.abs(view.pointsMm[3 * dot] ?? NaN);
  const parting: Design = { ...start, coverage: 'partLine', partingWidthMm: 24 };
  const share = (design: Design, from: number, to: number): number => {
    const onTop = dots.filter(
      (dot) =>
        beside(dot) >= from &&
        beside(dot) < to &&
        (view.pointsMm[3 * dot + 1] ?? 0) > 125 &&
        Math.abs((view.pointsMm[3 * dot + 2] ?? 0) - fit.cranium.centre.zMm) < 40,
    );
    return countIn(design, onTop) / countIn({ ...start, coverage: 'fullHead' }, onTop);
  };

  it('is a strip along the midline, half as dense at half its width to each side, fading to nothing', () => {
    expect(share(parting, 0, 2)).toBeGreaterThan(0.93);
    expect(Math.abs(share(parting, 11, 13) - 0.5)).toBeLessThan(0.1);
    expect(share(parting, 25, 40)).toBe(0);
    expect(share({ ...parting, partingWidthMm: 40 }, 25, 30)).toBeGreaterThan(0.1);
  });

  it('runs from the line to the crown and no farther, without strays beside it', () => {
    const design: Design = { ...parting, strayDotsPerCm: 5 };
    const { bytes } = coverer.cover(design);
    const there = dots.filter((dot) => strengthOf(bytes, dot) > 0);
    expect(there.length).toBeGreaterThan(1000);
    expect(Math.max(...there.map(beside))).toBeLessThan(24);
    const forward = there.map((dot) => (view.pointsMm[3 * dot + 2] ?? NaN) - fit.cranium.centre.zMm);
    expect(Math.min(...forward)).toBeGreaterThan(-66);
    expect(Math.max(...forward)).toBeGreaterThan(55);
  });

  it('leaves dense hair alone and counts what it draws', () => {
    const hairy = createDotCoverage({ ...view, hair: new Float32Array(view.count).fill(1) }, fit);
    expect(hairy.cover(parting).shown).toBe(0);
    const some = createDotCoverage({ ...view, hair: new Float32Array(view.count).fill(0.5) }, fit);
    expect(some.cover(parting).shown).toBeGreaterThan(0.6 * coverer.cover(parting).shown);
    const { dots: total, areaCm2 } = totalsOf(parting, fit, null);
    expect(Math.abs(total / coverer.cover(parting).shown - 1)).toBeLessThan(0.03);
    expect(areaCm2).toBeGreaterThan(30);
    expect(areaCm2).toBeLessThan(80);
  });
});
