import { describe, expect, it } from 'vitest';
import { initialDesign, ZONES_ALIKE } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { PLAIN_BRUSH } from '~/model/design/drawing';
import { NO_CORRECTION } from '~/model/design/head-correction';
import { correctHead, placeByHand } from '~/model/fit/place-by-hand';
import { REFERENCE_CRANIUM, WOMENS_CRANIUM } from '~/model/head/cranium';
import { tapeOf } from '~/model/head/tape';
import { totalsOf } from '~/model/measure/treatment-totals';
import type { HairMap } from '~/model/raster/photo-map';
import { headWith } from '../../support/random-heads';

const men = headWith(REFERENCE_CRANIUM);
const women = headWith(WOMENS_CRANIUM);
const plain: Design = { ...initialDesign(1), zones: ZONES_ALIKE, edge: 'defined' };

/** Areas known of the mean heads are met to 10 %. */
const within10 = (value: number, wanted: number): void => {
  expect(Math.abs(value / wanted - 1)).toBeLessThan(0.1);
};

describe('totalsOf', () => {
  it('finds the hair-bearing scalp of the mean heads, within 10 %', () => {
    within10(totalsOf({ ...plain, hairlineHeightMm: 66 }, men, null).areaCm2, 646);
    within10(totalsOf({ ...plain, build: 'women', hairlineHeightMm: 62 }, women, null).areaCm2, 615);
  });

  it('finds the top of the head with its front about as large as the Norwood VI cap, within 10 %', () => {
    within10(totalsOf({ ...plain, coverage: 'hairlineAndTop', hairlineHeightMm: 75 }, men, null).areaCm2, 205);
  });

  it('has as many dots as area and density make, less what the edge takes', () => {
    const { dots, areaCm2 } = totalsOf(plain, men, null);
    expect(dots / (areaCm2 * plain.densityPerCm2)).toBeGreaterThan(0.97);
    expect(dots / (areaCm2 * plain.densityPerCm2)).toBeLessThanOrEqual(1.0001);
    const faded = totalsOf({ ...plain, edge: 'faded' }, men, null);
    expect(faded.dots).toBeLessThan(0.97 * dots);
    expect(totalsOf({ ...plain, densityPerCm2: 65 }, men, null).dots).toBeCloseTo(dots / 2, -1);
  });

  it('counts painted skin, whether it is seen or not', () => {
    const tape = tapeOf(men.cranium);
    const path = Array.from({ length: 11 }, (_, i) => tape.directionAt({ acrossMm: -20 + 4 * i, heightMm: 180 }));
    const painted: Design = {
      ...plain,
      coverage: 'painted',
      strokes: [{ ...PLAIN_BRUSH, kind: 'add', widthMm: 20, path }],
    };
    const { areaCm2, dots } = totalsOf(painted, men, null);
    // 20 mm wide, 2 × 20 across with round ends
    expect(areaCm2).toBeGreaterThan(9);
    expect(areaCm2).toBeLessThan(15);
    expect(dots).toBeGreaterThan(0.75 * areaCm2 * plain.densityPerCm2);
  });

  it('takes off existing hair as seen, and out of sight as on the other side', () => {
    const { pose } = men;
    const box = (share: number): HairMap => {
      const confidence = Uint8Array.from({ length: 40 * 40 }, (_, i) => ((i % 40) + 0.5 < 40 * share ? 255 : 0));
      const { xPx, yPx } = pose.principal;
      return { columns: 40, rows: 40, leftPx: xPx - 1000, topPx: yPx - 1000, pxPerSample: 50, confidence };
    };
    const bare = totalsOf(plain, men, null);
    expect(totalsOf(plain, men, box(0))).toEqual(bare);
    const all = 1 - totalsOf(plain, men, box(1)).areaCm2 / bare.areaCm2;
    // from the front most of the scalp is out of sight on both sides: sides and back go on as the sides in sight, the top is bare
    expect(all).toBeGreaterThan(0.5);
    expect(all).toBeLessThan(0.85);
    const half = 1 - totalsOf(plain, men, box(0.5)).areaCm2 / bare.areaCm2;
    // one grown side and one bare say of the back no more than that it may be thin: it gets its dots
    expect(half).toBeGreaterThan(0.03);
    expect(half).toBeLessThan(0.3);
  });

  it('counts what the brush marks as hair or bare', () => {
    const tape = tapeOf(men.cranium);
    const path = Array.from({ length: 11 }, (_, i) => tape.directionAt({ acrossMm: -20 + 4 * i, heightMm: 180 }));
    const marked = totalsOf({ ...plain, strokes: [{ ...PLAIN_BRUSH, kind: 'hair', widthMm: 20, path }] }, men, null);
    const lostCm2 = totalsOf(plain, men, null).areaCm2 - marked.areaCm2;
    // 20 mm wide, 2 × 20 across with round ends, less where the brush is soft
    expect(lostCm2).toBeGreaterThan(7.5);
    expect(lostCm2).toBeLessThan(15);
  });
});

describe('what is in sight and what is guessed', () => {
  const photo = { widthPx: 600, heightPx: 800 };
  const fit = placeByHand(photo, 'men');
  const evenHair = (value: number): HairMap => ({
    columns: 60,
    rows: 80,
    leftPx: 0,
    topPx: 0,
    pxPerSample: 10,
    confidence: new Uint8Array(60 * 80).fill(value),
  });

  it('is told apart: from the front less than half of a full head is seen', () => {
    const { dots, areaCm2, inSight } = totalsOf(plain, fit, evenHair(0));
    expect(inSight.dots / dots).toBeGreaterThan(0.08);
    expect(inSight.dots / dots).toBeLessThan(0.5);
    expect(inSight.areaCm2).toBeLessThan(areaCm2 / 2);
  });

  it('takes sides and back that are out of sight to be as the sides that are seen', () => {
    const turned = correctHead(fit, { ...NO_CORRECTION, turnDegrees: 45 });
    const bare = totalsOf(plain, turned, evenHair(0));
    const grown = totalsOf(plain, turned, evenHair(255));
    expect(bare.zones.sides.dots).toBeGreaterThan(1000);
    expect(grown.zones.sides.dots).toBeLessThan(0.1 * bare.zones.sides.dots);
  });
});
