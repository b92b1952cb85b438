import { describe, expect, it } from 'vitest';
import { HAIR_AS_IT_IS, initialDesign } from '~/model/design/design';
import { inpaint } from '~/model/raster/inpaint';
import { thresholdTile } from '~/model/raster/threshold-tile';
import { greySince, hairInTime, stageInForce, yearsOfLoss } from '~/model/hair/own-hair';
import { stageEdge } from '~/model/overlay/stage-edge';
import { stageSketch } from '~/model/hair/stage-sketch';
import { findVisibleDots } from '~/model/dots/find-visible-dots';
import { headWith } from '../../support/random-heads';
import { REFERENCE_CRANIUM } from '~/model/head/cranium';
import { growField } from '../../support/straight-view';

const fit = headWith(REFERENCE_CRANIUM);
const view = findVisibleDots(growField(40), fit, null, null, 1);
const all = (share: number): Float32Array => new Float32Array(view.count).fill(share);

describe('the hair of a photo over the years', () => {
  const hairs = hairInTime(view, all(0.6), fit, 'III');

  it('is as it was today, goes on, and never comes back', () => {
    expect(hairs.verdict).toBe('shown');
    const [today, five, fifteen] = [0, 5, 15].map((years) => hairs.at(years, 0).bytes);
    expect(today.every((byte, i) => i % 2 === 1 || byte === 0)).toBe(true);
    let more = 0;
    for (let i = 0; i < five.length; i += 2) {
      expect(fifteen[i]).toBeGreaterThanOrEqual(five[i]);
      if (fifteen[i] > five[i]) more++;
    }
    expect(more).toBeGreaterThan(100);
  });

  it('rows are uploaded in fours of bytes', () => {
    expect(hairs.at(1, 0).columns % 2).toBe(0);
  });

  it('is not shown where it hides the skin, or where there is none', () => {
    expect(hairInTime(view, all(0.95), fit, 'II').verdict).toBe('tooLong');
    expect(hairInTime(view, all(0), fit, 'II').verdict).toBe('nothingToLose');
  });

  it('counts from the last session at the pace said, and not before the first', () => {
    const design = { ...initialDesign(1), timeYears: 10 };
    const at = (of: Partial<typeof HAIR_AS_IT_IS>): number =>
      yearsOfLoss({ ...design, ownHair: { ...HAIR_AS_IT_IS, ...of } });
    expect(at({})).toBe(10);
    expect(at({ rate: 'fast' })).toBe(20);
    expect(at({ rate: 'slow' })).toBe(5);
    expect(at({ treated: true })).toBeLessThan(2);
    expect(yearsOfLoss({ ...design, sessionsDone: 0 })).toBe(0);
    expect(stageInForce(HAIR_AS_IT_IS, 'men')).toBe('II');
    expect(stageInForce(HAIR_AS_IT_IS, 'women')).toBe('ludwigI');
    expect(stageInForce({ ...HAIR_AS_IT_IS, stage: 'V' }, 'men')).toBe('V');
  });

  it('turns grey with age and not at once', () => {
    expect(greySince(30, 0)).toBe(0);
    expect(greySince(30, 10)).toBeLessThan(greySince(30, 25));
    expect(greySince(40, 15)).toBeGreaterThan(greySince(25, 15));
    expect(greySince(90, 10)).toBe(0);
  });

  it('goes in an order spread evenly', () => {
    const tile = thresholdTile();
    const mean = tile.reduce((sum, byte) => sum + byte, 0) / tile.length / 255;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.01);
  });
});

describe('a stage on the picture', () => {
  it('has an edge in sight from the front up to 5, alike on both sides', () => {
    for (const stage of ['II', 'III', 'IV', 'V'] as const) {
      const points = stageEdge(fit, stage).flat();
      expect(points.length).toBeGreaterThan(20);
      expect(points.every(({ xPx, yPx }) => Number.isFinite(xPx) && Number.isFinite(yPx))).toBe(true);
    }
    expect(stageEdge(fit, 'ludwigII').length).toBeGreaterThan(0);
  });

  it('is drawn from above with less and less hair', () => {
    const hairOf = (stage: Parameters<typeof stageSketch>[0]): number =>
      stageSketch(stage, 30).hair.reduce((sum, share) => sum + Math.max(0, share), 0);
    const shares = (['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'] as const).map(hairOf);
    shares.slice(1).forEach((share, i) => expect(share).toBeLessThan(shares[i]));
    expect(hairOf('ludwigIII')).toBeLessThan(hairOf('ludwigI'));
  });
});

describe('filling gaps', () => {
  it('keeps what is known and carries it on between its own limits', () => {
    const [columns, rows] = [37, 23];
    const known = (i: number): boolean => i % columns < 10 || i % columns > 30;
    const values = Float32Array.from({ length: columns * rows }, (_, i) => (i % columns < 10 ? 1 : 3));
    const weights = Float32Array.from({ length: columns * rows }, (_, i) => (known(i) ? 1 : 0));
    const filled = inpaint({ columns, rows, values }, { columns, rows, values: weights }).values;
    filled.forEach((value, i) => {
      if (known(i)) expect(value).toBe(values[i]);
      expect(value).toBeGreaterThanOrEqual(1);
      expect(value).toBeLessThanOrEqual(3);
    });
    const middle = 11 * columns + 20;
    expect(filled[middle]).toBeGreaterThan(1.3);
    expect(filled[middle]).toBeLessThan(2.7);
  });
});
