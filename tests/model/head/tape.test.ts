import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFERENCE_CRANIUM, resizeCranium, surfacePoint } from '~/model/head/cranium';
import { tapeOf } from '~/model/head/tape';
import { heads } from '../../support/random-heads';

describe('tape', () => {
  it('finds its way back from a place to across and height', () => {
    fc.assert(
      fc.property(
        heads,
        fc.double({ min: -0.95, max: 0.95, noNaN: true }),
        fc.double({ min: -30, max: 190, noNaN: true }),
        (fit, share, heightMm) => {
          const tape = tapeOf(fit.cranium);
          const place = { acrossMm: share * 0.84 * tape.mostAcrossMm, heightMm };
          const back = tape.placeOf(tape.directionAt(place));
          expect(Math.abs(back.acrossMm - place.acrossMm)).toBeLessThan(0.05);
          expect(Math.abs(back.heightMm - place.heightMm)).toBeLessThan(0.1);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('measures along the skin: a tape over the middle is as long as its steps together', () => {
    const tape = tapeOf(REFERENCE_CRANIUM);
    let walked = 0;
    let last = surfacePoint(REFERENCE_CRANIUM, tape.directionAt({ acrossMm: 30, heightMm: 0 }));
    expect(last.yMm).toBeCloseTo(48.9, 1);
    for (let heightMm = 1; heightMm <= 150; heightMm++) {
      const next = surfacePoint(REFERENCE_CRANIUM, tape.directionAt({ acrossMm: 30, heightMm }));
      walked += Math.hypot(next.xMm - last.xMm, next.yMm - last.yMm, next.zMm - last.zMm);
      last = next;
    }
    expect(walked).toBeGreaterThan(149.5);
    expect(walked).toBeLessThan(150.5);
  });

  it('keeps one height level as seen from the front over the forehead', () => {
    const tape = tapeOf(REFERENCE_CRANIUM);
    const y = (acrossMm: number): number =>
      surfacePoint(REFERENCE_CRANIUM, tape.directionAt({ acrossMm, heightMm: 75 })).yMm;
    expect(Math.abs(y(45) - y(0))).toBeLessThan(2);
  });

  it('stretches by something everywhere, also beyond the outermost tape of the smallest head: it is divided by', () => {
    const smallest = resizeCranium(REFERENCE_CRANIUM, -200, -200, -200);
    for (const cranium of [REFERENCE_CRANIUM, smallest]) {
      const tape = tapeOf(cranium);
      for (const acrossMm of [-1000, -tape.mostAcrossMm - 0.5, 0, tape.mostAcrossMm, tape.mostAcrossMm + 50]) {
        for (const heightMm of [-300, 0, 100, 400]) {
          expect(tape.sidewaysStretch({ acrossMm, heightMm })).toBeGreaterThan(0);
        }
      }
    }
  });
});
