import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cranium } from '~/model/head/head';
import { REFERENCE_CRANIUM, surfacePoint } from '~/model/head/cranium';
import { geodesic } from '~/model/head/geodesic';
import { tapeOf } from '~/model/head/tape';
import { heads } from '../../support/random-heads';

const tape = tapeOf(REFERENCE_CRANIUM);

/** Length of a chain of places on the skin. */
function chainMm(cranium: Cranium, places: readonly { x: number; y: number; z: number }[]): number {
  let length = 0;
  for (let i = 1; i < places.length; i++) {
    const [a, b] = [surfacePoint(cranium, places[i - 1]), surfacePoint(cranium, places[i])];
    length += Math.hypot(a.xMm - b.xMm, a.yMm - b.yMm, a.zMm - b.zMm);
  }
  return length;
}

describe('the shortest way over the skull', () => {
  it('is the midline where both ends lie on it: as long as the tape says', () => {
    const from = tape.directionAt({ acrossMm: 0, heightMm: 0 });
    for (const heightMm of [20, 75, 140]) {
      const { lengthMm } = geodesic(REFERENCE_CRANIUM, from, tape.directionAt({ acrossMm: 0, heightMm }));
      expect(lengthMm).toBeCloseTo(heightMm, 1);
    }
  });

  it('is no longer than the plane through the middle, the tape, or a detour by any place', () => {
    const place = fc.record({
      acrossMm: fc.double({ min: -60, max: 60, noNaN: true }),
      heightMm: fc.double({ min: 0, max: 150, noNaN: true }),
    });
    fc.assert(
      fc.property(heads, place, place, place, (fit, a, b, c) => {
        const own = tapeOf(fit.cranium);
        const [from, to, by] = [own.directionAt(a), own.directionAt(b), own.directionAt(c)];
        const { lengthMm } = geodesic(fit.cranium, from, to);
        const central = Array.from({ length: 201 }, (_, i) => {
          const t = i / 200;
          const [x, y, z] = [from.x + t * (to.x - from.x), from.y + t * (to.y - from.y), from.z + t * (to.z - from.z)];
          const length = Math.hypot(x, y, z);
          return { x: x / length, y: y / length, z: z / length };
        });
        expect(lengthMm).toBeLessThan(1.0005 * chainMm(fit.cranium, central) + 0.01);
        const detour = geodesic(fit.cranium, from, by).lengthMm + geodesic(fit.cranium, by, to).lengthMm;
        expect(lengthMm).toBeLessThan(1.001 * detour + 0.01);
        expect(geodesic(fit.cranium, to, from).lengthMm).toBeCloseTo(lengthMm, 1);
      }),
      { numRuns: 60 },
    );
  });
});
