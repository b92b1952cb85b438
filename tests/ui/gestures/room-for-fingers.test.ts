import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MAIN_POINTS } from '~/model/design/line-points';
import { FINGER_PX, waitingPoints } from '~/ui/gestures/room-for-fingers';

it('of two points that a finger could not tell apart the lesser one waits', () => {
  const waiting = waitingPoints([
    { id: 'left1', xPx: 120, yPx: 100 },
    { id: 'leftEar', xPx: 290, yPx: 130 },
    { id: 'leftTemple', xPx: 260, yPx: 110 },
    { id: 'middle', xPx: 100, yPx: 100 },
    { id: 'leftCorner', xPx: 200, yPx: 100 },
  ]);
  expect([...waiting].sort()).toEqual(['left1', 'leftEar']);
});

it('those that do not wait have room for a finger each, and each that waits is too near to one of them', () => {
  const coordinate = fc.integer({ min: 0, max: 390 });
  const places = fc.tuple(
    ...MAIN_POINTS.map((id) => fc.record({ id: fc.constant(id), xPx: coordinate, yPx: coordinate })),
  );
  fc.assert(
    fc.property(places, (points) => {
      const waiting = waitingPoints(points);
      const kept = points.filter(({ id }) => !waiting.has(id));
      const near = (a: (typeof points)[number], b: (typeof points)[number]): boolean =>
        a !== b && Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx) < FINGER_PX;
      for (const point of points) expect(kept.some((other) => near(point, other))).toBe(waiting.has(point.id));
    }),
  );
});
