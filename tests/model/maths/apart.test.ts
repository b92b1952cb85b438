import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apart } from '~/model/maths/apart';

const ROOM = { widthPx: 1000, heightPx: 800 };
const place = fc.record({
  xPx: fc.double({ min: 0, max: 1000, noNaN: true }),
  yPx: fc.double({ min: 0, max: 800, noNaN: true }),
});
const nearest = (all: readonly { xPx: number; yPx: number }[]): number =>
  Math.min(...all.flatMap((a, i) => all.slice(i + 1).map((b) => Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx))), Infinity);

test('a dozen pins anywhere, in one point too, are apart at last and in the room', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 12 }), (places) => {
      const moved = apart(places, 50, ROOM);
      expect(nearest(moved)).toBeGreaterThan(49);
      for (const { xPx, yPx } of moved) {
        expect(xPx).toBeGreaterThanOrEqual(25);
        expect(xPx).toBeLessThanOrEqual(975);
        expect(yPx).toBeGreaterThanOrEqual(25);
        expect(yPx).toBeLessThanOrEqual(775);
      }
    }),
    { numRuns: 60 },
  );
  expect(
    nearest(
      apart(
        Array.from({ length: 12 }, () => ({ xPx: 500, yPx: 400 })),
        50,
        ROOM,
      ),
    ),
  ).toBeGreaterThan(49);
});

test('those that have room stay', () => {
  const places = [
    { xPx: 100, yPx: 100 },
    { xPx: 300, yPx: 100 },
  ];
  expect(apart(places, 50, ROOM)).toEqual(places);
});
