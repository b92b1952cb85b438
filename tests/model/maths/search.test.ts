import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { bisect, bisectIndex, fallingZero } from '~/model/maths/search';

describe('bisect', () => {
  test('the turn lies between its ends, which are 2⁻ⁿ of the interval apart', () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 9, noNaN: true }), fc.integer({ min: 1, max: 30 }), (turn, halvings) => {
        const [low, high] = bisect(-5, 9, halvings, (at) => at < turn);
        expect(low).toBeLessThanOrEqual(turn);
        expect(high).toBeGreaterThanOrEqual(turn);
        expect(high - low).toBeCloseTo(14 / 2 ** halvings, 12);
      }),
    );
  });

  it('keeps an end where nothing turns', () => {
    expect(bisect(0, 8, 3, () => true)).toEqual([7, 8]);
    expect(bisect(0, 8, 3, () => false)).toEqual([0, 1]);
  });
});

test('bisectIndex finds the last entry that is before, and stays in front of `to`', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }), fc.integer(), (list, wanted) => {
      const rising = [...list].sort((a, b) => a - b);
      const last = rising.length - 1;
      const found = bisectIndex(0, last, (index) => rising[index] <= wanted);
      const expected = Math.max(
        0,
        Math.min(
          last - 1,
          rising.findLastIndex((value) => value <= wanted),
        ),
      );
      expect(found).toBe(expected);
    }),
  );
});

describe('fallingZero', () => {
  const zeros = fc.double({ min: 0.6, max: 2.2, noNaN: true });

  it('finds where a smooth function falls through 0, in few steps', () => {
    fc.assert(
      fc.property(zeros, fc.double({ min: -0.4, max: 0.4, noNaN: true }), (zero, bend) => {
        let asked = 0;
        const found = fallingZero(0.5, 2.3, 1.4, -1, (at) => {
          asked++;
          return Math.sin(zero - at) + bend * (zero - at) ** 2;
        });
        expect(Math.abs(found - zero)).toBeLessThan(1e-5);
        expect(asked).toBeLessThanOrEqual(8);
      }),
    );
  });

  it('stays near it where the function has a step or goes up again beside it', () => {
    fc.assert(
      fc.property(zeros, fc.boolean(), (zero, steps) => {
        const value = (at: number): number => (steps ? (at < zero ? 1 : -1) : Math.sin(4 * (zero - at)));
        const inside = steps ? [0.5, 2.3] : [zero - 0.7, zero + 0.7];
        const found = fallingZero(inside[0], inside[1], (inside[0] + inside[1]) / 2, -1, value);
        expect(Math.abs(found - zero)).toBeLessThan(1.8 / 2 ** 9);
      }),
    );
  });
});
