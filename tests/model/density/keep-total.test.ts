import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { REFERENCE_CRANIUM } from '~/model/head/cranium';
import { initialDesign, ZONES_ALIKE } from '~/model/design/design';
import type { Design, ZonePlan } from '~/model/design/design';
import { keepTotal } from '~/model/density/keep-total';
import type { FullDots } from '~/model/density/keep-total';
import { ZONES } from '~/model/design/choices';
import type { Zone } from '~/model/design/choices';
import { totalsOf } from '~/model/measure/treatment-totals';
import { mostDensityPercent } from '~/model/density/zone-field';
import { headWith } from '../../support/random-heads';

const fit = headWith(REFERENCE_CRANIUM);
const percent = fc.double({ min: 0, max: 150, noNaN: true });
const eachZone = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Record<Zone, Value>> =>
  fc.record({ hairline: value, frontal: value, midScalp: value, crown: value, temples: value, sides: value });
const plans: fc.Arbitrary<ZonePlan> = eachZone(percent).map(
  (percents) =>
    Object.fromEntries(
      ZONES.map((zone) => [zone, { densityPercent: percents[zone], strengthPercent: 100 }]),
    ) as ZonePlan,
);
const dotsOf = (zones: ZonePlan, full: FullDots, most: number): number =>
  ZONES.reduce((sum, zone) => sum + full[zone] * Math.min(most, zones[zone].densityPercent), 0);

describe('keepTotal', () => {
  it('keeps the dots of the whole, every zone within its limits, whatever is asked of one zone', () => {
    fc.assert(
      fc.property(
        plans,
        eachZone(fc.double({ min: 1, max: 80_000, noNaN: true })),
        fc.constantFrom(...ZONES),
        percent,
        fc.double({ min: 100, max: 400, noNaN: true }),
        (zones, full, zone, wanted, mostPercent) => {
          const most = Math.min(150, mostPercent);
          const after = keepTotal(zones, full, zone, wanted, mostPercent);
          const before = dotsOf(zones, full, most);
          expect(Math.abs(dotsOf(after, full, most) - before)).toBeLessThanOrEqual(1e-6 * Math.max(1, before));
          for (const each of ZONES) {
            expect(after[each].densityPercent).toBeGreaterThanOrEqual(0);
            expect(after[each].densityPercent).toBeLessThanOrEqual(most + 1e-9);
            expect(after[each].strengthPercent).toBe(100);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes in proportion: zones alike stay alike', () => {
    const full: FullDots = {
      hairline: 7000,
      frontal: 8000,
      midScalp: 33_000,
      crown: 30_000,
      temples: 14_000,
      sides: 75_000,
    };
    const after = keepTotal(ZONES_ALIKE, full, 'crown', 50, 150);
    expect(after.crown.densityPercent).toBe(50);
    expect(after.hairline.densityPercent).toBeCloseTo(100 * (1 + 15_000 / 137_000), 6);
    expect(after.sides.densityPercent).toBeCloseTo(after.hairline.densityPercent, 9);
  });

  it('stops where the others cannot take more', () => {
    const full: FullDots = { hairline: 1, frontal: 1, midScalp: 1, crown: 5, temples: 1, sides: 1 };
    expect(keepTotal(ZONES_ALIKE, full, 'crown', 0, 110).crown.densityPercent).toBeCloseTo(90, 9);
  });

  it('leaves zones without dots alone', () => {
    const full: FullDots = { hairline: 10, frontal: 10, midScalp: 0, crown: 0, temples: 0, sides: 0 };
    const after = keepTotal(ZONES_ALIKE, full, 'hairline', 120, 150);
    expect(after.frontal.densityPercent).toBeCloseTo(80, 9);
    expect(after.sides.densityPercent).toBe(100);
    expect(keepTotal(ZONES_ALIKE, full, 'sides', 30, 150).sides.densityPercent).toBe(30);
    expect(keepTotal(ZONES_ALIKE, full, 'sides', 30, 150).hairline.densityPercent).toBe(100);
  });
});

test('the total of a real design stays within 1 % while one zone is slid', () => {
  for (const coverage of ['fullHead', 'hairlineAndTop'] as const) {
    const design: Design = { ...initialDesign(1), coverage, densityPerCm2: 120 };
    const before = totalsOf(design, fit, null);
    const full = Object.fromEntries(ZONES.map((zone) => [zone, before.zones[zone].fullDots])) as FullDots;
    for (const [zone, wanted] of [
      ['crown', 30],
      ['hairline', 130],
      ['frontal', 60],
    ] as const) {
      const zones = keepTotal(design.zones, full, zone, wanted, mostDensityPercent(design.densityPerCm2));
      const after = totalsOf({ ...design, zones }, fit, null);
      expect(Math.abs(after.dots / before.dots - 1)).toBeLessThan(0.01);
      expect(after.zones[zone].dots).not.toBeCloseTo(before.zones[zone].dots, -1);
    }
  }
});
