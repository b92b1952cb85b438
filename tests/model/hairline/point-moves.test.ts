import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { MAIN_POINTS } from '~/model/design/line-points';
import type { MainPointId } from '~/model/design/line-points';
import { SETTINGS } from '~/model/design/settings';
import { movePointTo, pointPlaces, movePoint } from '~/model/hairline/point-moves';
import { REFERENCE_CRANIUM } from '~/model/head/cranium';
import { tapeOf } from '~/model/head/tape';
import { heads, headWith, plainDesigns } from '../../support/random-heads';

const fit = headWith(REFERENCE_CRANIUM);
const start: Design = { ...initialDesign(5), balancePercent: 0 };
const BOTH_SIDES: readonly (readonly [MainPointId, MainPointId])[] = [
  ['leftCorner', 'rightCorner'],
  ['leftTemple', 'rightTemple'],
  ['leftEar', 'rightEar'],
];

describe('moveHandle', () => {
  it('moves a point by mm along the skin', () => {
    const before = pointPlaces(start, fit);
    for (const [sideMm, upMm] of [
      [1, 0],
      [0, 1],
      [-2, 3],
    ] as const) {
      const after = pointPlaces(movePoint(start, fit, 'leftCorner', sideMm, upMm), fit);
      expect(after.leftCorner.heightMm - before.leftCorner.heightMm).toBeCloseTo(upMm, 1);
      // Up a tape the way to the midline grows or shrinks by itself: what is asked comes on top of that.
      const up = pointPlaces(movePoint(start, fit, 'leftCorner', 0, upMm), fit);
      expect(Math.abs(after.leftCorner.sideMm - up.leftCorner.sideMm - sideMm)).toBeLessThan(0.2);
    }
  });

  it('takes the other side’s point along, mirrored, only when asked to', () => {
    for (const [left, right] of BOTH_SIDES) {
      const both = pointPlaces(movePoint(start, fit, left, 2, -3), fit);
      expect(both[right].pointMm.xMm).toBeCloseTo(-both[left].pointMm.xMm, 2);
      expect(both[right].heightMm).toBeCloseTo(both[left].heightMm, 2);
      const alone = pointPlaces(movePoint({ ...start, mirror: false }, fit, right, 2, -3), fit);
      expect(alone[left]).toEqual(pointPlaces(start, fit)[left]);
      expect(alone[right]).not.toEqual(pointPlaces(start, fit)[right]);
    }
  });

  it('keeps point and height slider together in the middle, within the range of the slider', () => {
    const up = movePoint(start, fit, 'middle', 0, 6);
    expect(up.hairlineHeightMm).toBe(start.hairlineHeightMm + 6);
    expect(pointPlaces(up, fit).middle.heightMm).toBeCloseTo(up.hairlineHeightMm, 6);
    const { min, max } = SETTINGS.hairlineHeightMm;
    expect(movePoint(start, fit, 'middle', 0, 500).hairlineHeightMm).toBe(max);
    expect(movePoint(start, fit, 'middle', 0, -500).hairlineHeightMm).toBe(min);
  });

  it('keeps the middle on the midline while mirrored', () => {
    expect(pointPlaces(movePoint(start, fit, 'middle', 9, 0), fit).middle.sideMm).toBe(0);
    const free = { ...start, mirror: false };
    expect(pointPlaces(movePoint(free, fit, 'middle', 9, 0), fit).middle.sideMm).toBeCloseTo(9, 0);
  });

  it('stops at the limits and comes back from there at once', () => {
    fc.assert(
      fc.property(heads, plainDesigns, fc.constantFrom(...MAIN_POINTS), (head, design, id) => {
        const pushed = movePoint(design, head, id, 0, 400);
        const further = movePoint(pushed, head, id, 0, 50);
        const top = pointPlaces(pushed, head)[id].heightMm;
        expect(pointPlaces(further, head)[id].heightMm).toBeCloseTo(top, 0);
        const back = pointPlaces(movePoint(further, head, id, 0, -5), head)[id].heightMm;
        expect(top - back).toBeGreaterThan(4);
      }),
      { numRuns: 40 },
    );
  });
});

describe('handleMoveTo', () => {
  it('brings a point to the place of the pointer', () => {
    const tape = tapeOf(fit.cranium);
    for (const [id, acrossMm, heightMm] of [
      ['leftCorner', 40, 92],
      ['rightCorner', -48, 80],
      ['leftTemple', 60, 30],
      ['rightEar', -72, -30],
    ] as const) {
      const direction = tape.directionAt({ acrossMm, heightMm });
      const { direction: reached } = pointPlaces(movePointTo(start, fit, id, direction), fit)[id];
      const mm = 90 * Math.hypot(reached.x - direction.x, reached.y - direction.y, reached.z - direction.z);
      expect(mm).toBeLessThan(0.3);
    }
  });

  it('leaves the rest of the design alone', () => {
    const moved = movePointTo(
      start,
      fit,
      'leftTemple',
      tapeOf(fit.cranium).directionAt({ acrossMm: 58, heightMm: 35 }),
    );
    expect({ ...moved, handles: {} }).toEqual(start);
  });
});
