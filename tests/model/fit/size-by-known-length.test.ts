import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialDesign } from '~/model/design/design';
import { LENGTH_KINDS } from '~/model/design/known-length';
import type { KnownLength, Span } from '~/model/design/known-length';
import { headOf } from '~/model/fit/head-of';
import { KNOWN_LENGTH_FACTORS, knownLengthFactor } from '~/model/fit/size-by-known-length';
import { hairlineOf } from '~/model/hairline/hairline';
import { surfacePoint } from '~/model/head/cranium';
import { tapeOf } from '~/model/head/tape';
import { totalsOf } from '~/model/measure/treatment-totals';
import { pickScalp, projectPoint } from '~/model/view/camera';
import { spanMm } from '~/model/view/span';
import { RENDERED_HEADS, renderedHead } from '../../support/rendered-head';

const { reading } = renderedHead('head_t2_front');
const design = initialDesign(1);
const found = headOf(reading, design);

/** A span between two places of the forehead. */
function onForehead(kind: Span['kind'], apartMm: number, fit = found): Span {
  const tape = tapeOf(fit.cranium);
  const seen = (acrossMm: number) =>
    projectPoint(fit, surfacePoint(fit.cranium, tape.directionAt({ acrossMm, heightMm: 35 })));
  return { kind, from: seen(apartMm / 2), to: seen(-apartMm / 2) };
}
const known = (span: Span, times: number): KnownLength => ({ ...span, lengthMm: times * (spanMm(found, span) ?? NaN) });

describe('a known length', () => {
  it('is what the ruler then says, whatever else is corrected', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LENGTH_KINDS),
        fc.double({ min: 30, max: 80, noNaN: true }),
        fc.double({ min: 0.8, max: 1.25, noNaN: true }),
        fc.record({
          scale: fc.double({ min: 0.95, max: 1.05, noNaN: true }),
          turnDegrees: fc.integer({ min: -5, max: 5 }),
          lengthMm: fc.integer({ min: -10, max: 10 }),
        }),
        (kind, apartMm, times, correction) => {
          const span = onForehead(kind, apartMm);
          const head = { ...design.head, ...correction };
          const first = spanMm(headOf(reading, { ...design, head }), span) ?? NaN;
          const knownLength = { ...span, lengthMm: times * first };
          const fit = headOf(reading, { ...design, head, knownLength });
          expect(spanMm(fit, span)).toBeCloseTo(times * first, 1);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('leaves the picture of the head where it is', () => {
    const fit = headOf(reading, { ...design, knownLength: known(onForehead('straight', 60), 1.1) });
    expect(fit.cranium.halfBreadthMm / found.cranium.halfBreadthMm).toBeCloseTo(1.1, 6);
    for (const direction of [
      { x: 0, y: 0.6, z: 0.8 },
      { x: 0.6, y: 0.8, z: 0 },
      { x: -0.6, y: 0, z: 0.8 },
    ]) {
      const [a, b] = [found, fit].map((each) => projectPoint(each, surfacePoint(each.cranium, direction)));
      expect(a.xPx).toBeCloseTo(b.xPx, 6);
      expect(a.yPx).toBeCloseTo(b.yPx, 6);
    }
    const [a, b] = [found, fit].map((each) => projectPoint(each, each.face.chin));
    expect(a.yPx).toBeCloseTo(b.yPx, 6);
  });

  it('makes 75 mm of hairline and a cm² what they are on the larger head', () => {
    const large = headOf(reading, { ...design, knownLength: known(onForehead('alongSkin', 60), 1.1) });
    const middlePx = (fit: typeof found): number => {
      const line = hairlineOf(design, fit);
      const at = line.arcLengthMm.indexOf(0);
      const [xMm = 0, yMm = 0, zMm = 0] = line.pointsMm.subarray(3 * at, 3 * at + 3);
      return projectPoint(fit, { xMm, yMm, zMm }).yPx;
    };
    // The same 75 mm are less of the picture; more skin lies behind the line, and dots per cm² stay.
    expect(middlePx(large)).toBeGreaterThan(middlePx(found) + 5);
    const [before, after] = [totalsOf(design, found, null), totalsOf(design, large, null)];
    expect(after.areaCm2 / before.areaCm2).toBeGreaterThan(1.15);
    expect(after.dots / after.areaCm2 / (before.dots / before.areaCm2)).toBeCloseTo(1, 1);
  });

  it('that cannot be true of a head changes nothing', () => {
    const span = onForehead('alongSkin', 60);
    for (const times of [KNOWN_LENGTH_FACTORS[0] - 0.01, KNOWN_LENGTH_FACTORS[1] + 0.01])
      expect(knownLengthFactor(found, known(span, times))).toBeNull();
    const beside = { ...span, from: { xPx: 2, yPx: 2 }, lengthMm: 100 };
    expect(knownLengthFactor(found, beside)).toBeNull();
    expect(headOf(reading, { ...design, knownLength: beside })).toEqual(found);
  });
});

/** A card of 85.60 mm held to the middle of the forehead of heads whose true size is known. */
describe.each(RENDERED_HEADS)('a card on the forehead of %s', (name) => {
  it('gives the true scale within 3 %', () => {
    const { reading: seen, pose } = renderedHead(name);
    const truth = { ...headOf(seen, design), pose, warp: null };
    // Contact, right and left end of the card in the true head frame: flat against the forehead, 35 mm up.
    const contact = surfacePoint(truth.cranium, tapeOf(truth.cranium).directionAt({ acrossMm: 0, heightMm: 35 }));
    const ends = [42.8, -42.8].map((xMm) => projectPoint(truth, { ...contact, xMm: contact.xMm + xMm }));
    const knownLength = { kind: 'straight' as const, from: ends[0], to: ends[1], lengthMm: 85.6 };
    const fit = headOf(seen, { ...design, knownLength });
    expect(pickScalp(fit, ends[0]) === null && pickScalp(fit, ends[1]) === null).toBe(false);
    const pxPerMm = (p: typeof pose): number => -p.focalPx / p.translationMm[2];
    expect(Math.abs(pxPerMm(fit.pose) / pxPerMm(pose) - 1)).toBeLessThan(0.03);
  });
});
