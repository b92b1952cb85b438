import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { HANDLES } from '~/model/design/line-points';
import type { HandleId } from '~/model/design/line-points';
import { SETTINGS } from '~/model/design/settings';
import { handleMoveTo, handlePlaces, moveHandle } from '~/model/hairline/handle-moves';
import { REFERENCE_CRANIUM } from '~/model/head/cranium';
import { tapeOf } from '~/model/head/tape';
import { heads, headWith, plainDesigns } from '../../support/random-heads';

const fit = headWith(REFERENCE_CRANIUM);
const start: Design = { ...initialDesign(5), balancePercent: 0 };
const TWINS: readonly (readonly [HandleId, HandleId])[] = [
  ['leftCorner', 'rightCorner'],
  ['leftTemple', 'rightTemple'],
  ['leftEar', 'rightEar'],
];

describe('moveHandle', () => {
  it('moves a point by mm along the skin', () => {
    const before = handlePlaces(start, fit);
    for (const [sideMm, upMm] of [
      [1, 0],
      [0, 1],
      [-2, 3],
    ] as const) {
      const after = handlePlaces(moveHandle(start, fit, 'leftCorner', sideMm, upMm), fit);
      expect(after.leftCorner.heightMm - before.leftCorner.heightMm).toBeCloseTo(upMm, 1);
      // Up a tape the way to the midline grows or shrinks by itself: what is asked comes on top of that.
      const up = handlePlaces(moveHandle(start, fit, 'leftCorner', 0, upMm), fit);
      expect(Math.abs(after.leftCorner.sideMm - up.leftCorner.sideMm - sideMm)).toBeLessThan(0.2);
    }
  });

  it('takes the twin along, mirrored, only when asked to', () => {
    for (const [left, right] of TWINS) {
      const both = handlePlaces(moveHandle(start, fit, left, 2, -3), fit);
      expect(both[right].pointMm.xMm).toBeCloseTo(-both[left].pointMm.xMm, 2);
      expect(both[right].heightMm).toBeCloseTo(both[left].heightMm, 2);
      const alone = handlePlaces(moveHandle({ ...start, mirror: false }, fit, right, 2, -3), fit);
      expect(alone[left]).toEqual(handlePlaces(start, fit)[left]);
      expect(alone[right]).not.toEqual(handlePlaces(start, fit)[right]);
    }
  });

  it('keeps point and height slider together in the middle, within the range of the slider', () => {
    const up = moveHandle(start, fit, 'middle', 0, 6);
    expect(up.hairlineHeightMm).toBe(start.hairlineHeightMm + 6);
    expect(handlePlaces(up, fit).middle.heightMm).toBeCloseTo(up.hairlineHeightMm, 6);
    const { min, max } = SETTINGS.hairlineHeightMm;
    expect(moveHandle(start, fit, 'middle', 0, 500).hairlineHeightMm).toBe(max);
    expect(moveHandle(start, fit, 'middle', 0, -500).hairlineHeightMm).toBe(min);
  });

  it('keeps the middle on the midline while mirrored', () => {
    expect(handlePlaces(moveHandle(start, fit, 'middle', 9, 0), fit).middle.sideMm).toBe(0);
    const free = { ...start, mirror: false };
    expect(handlePlaces(moveHandle(free, fit, 'middle', 9, 0), fit).middle.sideMm).toBeCloseTo(9, 0);
  });

  it('stops at the limits and comes back from there at once', () => {
    fc.assert(
      fc.property(heads, plainDesigns, fc.constantFrom(...HANDLES), (head, design, id) => {
        const pushed = moveHandle(design, head, id, 0, 400);
        const further = moveHandle(pushed, head, id, 0, 50);
        const top = handlePlaces(pushed, head)[id].heightMm;
        expect(handlePlaces(further, head)[id].heightMm).toBeCloseTo(top, 0);
        const back = handlePlaces(moveHandle(further, head, id, 0, -5), head)[id].heightMm;
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
      const { direction: reached } = handlePlaces(handleMoveTo(start, fit, id, direction), fit)[id];
      const mm = 90 * Math.hypot(reached.x - direction.x, reached.y - direction.y, reached.z - direction.z);
      expect(mm).toBeLessThan(0.3);
    }
  });

  it('leaves the rest of the design alone', () => {
    const moved = handleMoveTo(
      start,
      fit,
      'leftTemple',
      tapeOf(fit.cranium).directionAt({ acrossMm: 58, heightMm: 35 }),
    );
    expect({ ...moved, handles: {} }).toEqual(start);
  });
});
