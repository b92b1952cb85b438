import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fineDrag, speedOf } from '~/ui/gestures/fine-drag';

const TRACK = { min: 50, max: 150, step: 1, wayPx: 200, rightToLeft: false } as const;
const at = (xPx: number, asidePx = 0, shiftKey = false) => ({ xPx, asidePx, shiftKey });

describe('a slider that is dragged', () => {
  test('is the browser’s own until it is slowed down', () => {
    const move = fineDrag(TRACK, 0);
    expect(move(at(10), 55)).toBeNull();
    expect(move(at(100), 100)).toBeNull();
  });

  test('goes half as far with Shift or aside, and a quarter farther aside', () => {
    expect([speedOf(at(0)), speedOf(at(0, 0, true)), speedOf(at(0, 80)), speedOf(at(0, 130))]).toEqual([
      1, 0.5, 0.5, 0.25,
    ]);
    const move = fineDrag(TRACK, 0);
    expect(move(at(100), 100)).toBeNull();
    expect(move(at(120, 0, true), 100)).toBe(105);
    expect(move(at(160, 130), 105)).toBe(110);
  });

  test('does not jump when it goes on at full speed', () => {
    const move = fineDrag(TRACK, 100);
    expect(move(at(140, 70), 100)).toBe(110);
    expect(move(at(150), 110)).toBe(115);
  });

  test('goes the other way where text does', () => {
    const move = fineDrag({ ...TRACK, rightToLeft: true }, 0);
    expect(move(at(40, 0, true), 100)).toBe(90);
  });

  test('stays on the steps and within the range, whatever the way', () => {
    const moves = fc.array(
      fc.record({
        xPx: fc.double({ min: -400, max: 400, noNaN: true }),
        asidePx: fc.double({ min: 0, max: 300, noNaN: true }),
        shiftKey: fc.boolean(),
      }),
      { minLength: 1, maxLength: 30 },
    );
    const track = { min: 0.11, max: 0.45, step: 0.01, wayPx: 180, rightToLeft: false };
    fc.assert(
      fc.property(moves, (way) => {
        const move = fineDrag(track, 0);
        let value = 0.35;
        for (const each of way) value = move(each, value) ?? value;
        expect(value).toBeGreaterThanOrEqual(track.min);
        expect(value).toBeLessThanOrEqual(track.max);
        expect(Math.abs(value * 100 - Math.round(value * 100))).toBeLessThan(1e-6);
      }),
    );
  });
});
