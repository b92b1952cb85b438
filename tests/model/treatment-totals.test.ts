import { describe, expect, it } from 'vitest';
import { REFERENCE_CRANIUM, WOMENS_CRANIUM } from '~/model/cranium';
import { initialDesign } from '~/model/design';
import type { Design } from '~/model/design';
import { tapeOf } from '~/model/tape';
import { totalsOf } from '~/model/treatment-totals';
import { headWith } from '../support/random-heads';

const men = headWith(REFERENCE_CRANIUM);
const women = headWith(WOMENS_CRANIUM);
const plain: Design = { ...initialDesign(1), edge: 'defined' };

/** Domain notes, section 1: areas of the mean heads. */
const within10 = (value: number, wanted: number): void => {
  expect(Math.abs(value / wanted - 1)).toBeLessThan(0.1);
};

describe('totalsOf', () => {
  it('finds the hair-bearing scalp of the mean heads, within 10 %', () => {
    within10(totalsOf({ ...plain, hairlineHeightMm: 66 }, men).areaCm2, 646);
    within10(totalsOf({ ...plain, build: 'women', hairlineHeightMm: 62 }, women).areaCm2, 615);
  });

  it('finds the top of the head with its front about as large as the Norwood VI cap, within 10 %', () => {
    within10(totalsOf({ ...plain, coverage: 'hairlineAndTop', hairlineHeightMm: 75 }, men).areaCm2, 205);
  });

  it('has as many dots as area and density make, less what the edge takes', () => {
    const { dots, areaCm2 } = totalsOf(plain, men);
    expect(dots / (areaCm2 * plain.densityPerCm2)).toBeGreaterThan(0.97);
    expect(dots / (areaCm2 * plain.densityPerCm2)).toBeLessThanOrEqual(1.0001);
    const faded = totalsOf({ ...plain, edge: 'faded' }, men);
    expect(faded.dots).toBeLessThan(0.97 * dots);
    expect(totalsOf({ ...plain, densityPerCm2: 140 }, men).dots).toBeCloseTo(dots / 2, -1);
  });

  it('counts painted skin, whether it is seen or not', () => {
    const tape = tapeOf(men.cranium);
    const path = Array.from({ length: 11 }, (_, i) => tape.directionAt({ acrossMm: -20 + 4 * i, heightMm: 180 }));
    const painted: Design = { ...plain, coverage: 'painted', strokes: [{ kind: 'add', widthMm: 20, path }] };
    const { areaCm2, dots } = totalsOf(painted, men);
    // 20 mm wide, 2 × 20 across with round ends
    expect(areaCm2).toBeGreaterThan(9);
    expect(areaCm2).toBeLessThan(15);
    expect(dots).toBeGreaterThan(0.75 * areaCm2 * plain.densityPerCm2);
  });
});
