import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelsApart } from '~/model/overlay/labels-apart';

const ROOM = 400;
const label = fc.record({
  left: fc.integer({ min: 0, max: 300 }),
  top: fc.integer({ min: -20, max: 400 }),
  width: fc.integer({ min: 20, max: 180 }),
  height: fc.integer({ min: 18, max: 24 }),
});

test('labels lie on no other and stay in the picture, and those that are free stay where they are', () => {
  fc.assert(
    fc.property(fc.array(label, { maxLength: 7 }), (boxes) => {
      const moved = labelsApart(boxes, ROOM);
      const now = boxes.map((box, i) => ({ ...box, top: box.top + moved[i] }));
      for (const [i, a] of now.entries()) {
        expect(a.top).toBeGreaterThanOrEqual(0);
        expect(a.top + a.height).toBeLessThanOrEqual(ROOM);
        for (const b of now.slice(i + 1))
          expect(
            a.left + a.width <= b.left ||
              b.left + b.width <= a.left ||
              a.top + a.height <= b.top ||
              b.top + b.height <= a.top,
          ).toBe(true);
      }
    }),
  );
  const at = (left: number, top: number) => ({ left, top, width: 50, height: 20 });
  expect(labelsApart([at(0, 10), at(60, 10)], ROOM)).toEqual([0, 0]);
  expect(labelsApart([at(0, 10), at(20, 12)], ROOM)).toEqual([0, 21]);
});
