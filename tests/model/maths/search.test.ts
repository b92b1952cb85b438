import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { bisect, bisectIndex, goldenSection } from '~/model/maths/search';

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

test('goldenSection closes in on the one peak', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 2.3, noNaN: true }), (peak) => {
      const found = goldenSection(0.5, 2.3, 15, (at) => -((at - peak) ** 2));
      expect(Math.abs(found - peak)).toBeLessThanOrEqual(1.8 * 0.619 ** 15);
    }),
  );
});
