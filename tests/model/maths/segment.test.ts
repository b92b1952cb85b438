import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { nearestShare } from '~/model/maths/segment';

const coordinate = fc.double({ min: -100, max: 100, noNaN: true });
const vector = fc.tuple(coordinate, coordinate, coordinate);

test('no other place of the segment is nearer', () => {
  fc.assert(
    fc.property(vector, vector, fc.double({ min: 0, max: 1, noNaN: true }), (w, u, other) => {
      const far = (t: number): number => Math.hypot(w[0] - t * u[0], w[1] - t * u[1], w[2] - t * u[2]);
      const share = nearestShare(...w, ...u);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(far(share)).toBeLessThanOrEqual(far(other) + 1e-9);
    }),
  );
});

it('takes the start of a segment without length', () => {
  expect(nearestShare(3, 4, 5, 0, 0, 0)).toBe(0);
});
