import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pickScalp, projectPoint } from '~/model/view/camera';
import { surfacePoint } from '~/model/head/cranium';
import { initialDesign } from '~/model/design/design';
import { headOf } from '~/model/fit/head-of';
import { moveSpanEnd } from '~/model/view/move-span-end';
import { CARD_MM, firstSpan, seenRuler } from '~/model/measure/ruler';
import { geodesic } from '~/model/head/geodesic';
import { spanMm } from '~/model/view/span';
import { tapeOf } from '~/model/head/tape';
import { heads } from '../../support/random-heads';
import { RENDERED_HEADS, renderedHead } from '../../support/rendered-head';

const design = initialDesign(1);

describe('the ruler', () => {
  it('first lies from the glabella to the line and says its height; a straight one is as wide as a card', () => {
    fc.assert(
      fc.property(heads, fc.integer({ min: 55, max: 95 }), (fit, heightMm) => {
        expect(seenRuler(firstSpan('alongSkin', fit, heightMm), fit, design).mm).toBeCloseTo(heightMm, 0);
        expect(seenRuler(firstSpan('straight', fit, heightMm), fit, design).mm).toBeCloseTo(CARD_MM, 1);
      }),
      { numRuns: 30 },
    );
  });

  it('says the way over the skull between any two places in sight, to 1 %', () => {
    const { reading } = renderedHead('head_t3_bowed');
    const fit = headOf(reading, design);
    const tape = tapeOf(fit.cranium);
    const place = fc.record({
      acrossMm: fc.integer({ min: -40, max: 40 }),
      heightMm: fc.integer({ min: 5, max: 130 }),
    });
    fc.assert(
      fc.property(place, place, (a, b) => {
        const [from, to] = [tape.directionAt(a), tape.directionAt(b)];
        const { lengthMm } = geodesic(fit.cranium, from, to);
        fc.pre(lengthMm > 10);
        const seen = (d: typeof from) => projectPoint(fit, surfacePoint(fit.cranium, d));
        const { mm, path } = seenRuler({ kind: 'alongSkin', from: seen(from), to: seen(to) }, fit, design);
        expect(Math.abs((mm ?? NaN) / lengthMm - 1)).toBeLessThan(0.01);
        expect(path.length).toBeGreaterThan(10);
        expect(path[0].xPx).toBeCloseTo(seen(from).xPx, 0);
      }),
      { numRuns: 60 },
    );
  });

  it('has no length where an end is beside the head', () => {
    const fit = headOf(renderedHead('head_t2_front').reading, design);
    const span = { ...firstSpan('alongSkin', fit, 75), to: { xPx: 1, yPx: 1 } };
    expect(seenRuler(span, fit, design)).toMatchObject({ mm: null, path: [span.from, span.to] });
  });

  it.each(RENDERED_HEADS)('is off by less than stated between true places of %s', (name) => {
    const { reading, scalp } = renderedHead(name);
    const fit = headOf(reading, design);
    // Pairs of true places in sight; the straight distance of the true places bounds the way over the skin from below.
    const front = scalp.filter(({ place }) => place.zMm > 0);
    let [within, all] = [0, 0];
    const pairs = front.flatMap((a, i) => front.slice(i + 1).map((b) => [a, b] as const));
    for (const [a, b] of pairs.filter((_, i) => i % Math.ceil(pairs.length / 200) === 0)) {
      const chordMm = Math.hypot(a.place.xMm - b.place.xMm, a.place.yMm - b.place.yMm, a.place.zMm - b.place.zMm);
      if (chordMm < 15 || chordMm > 80) continue;
      const { mm, errorMm } = seenRuler({ kind: 'alongSkin', from: a.seen, to: b.seen }, fit, design);
      if (mm === null) continue;
      // an arc on a head of 85 mm radius
      const arcMm = 2 * 85 * Math.asin(chordMm / 170);
      all++;
      if (Math.abs(mm - arcMm) < 2 * errorMm) within++;
    }
    expect(all).toBeGreaterThan(10);
    expect(within / all).toBeGreaterThan(0.9);
  });
});

describe('an end moved by keys', () => {
  it('goes 1 mm and 5 mm over the skin, also where it is seen at a slant', () => {
    fc.assert(
      fc.property(
        heads,
        fc.integer({ min: -38, max: 38 }),
        fc.integer({ min: 5, max: 70 }),
        fc.constantFrom([1, 0], [0, 1], [-5, 0], [0, -5], [5, 0]),
        (fit, acrossMm, heightMm, [right, up]) => {
          const from = tapeOf(fit.cranium).directionAt({ acrossMm, heightMm });
          const seen = projectPoint(fit, surfacePoint(fit.cranium, from));
          const moved = moveSpanEnd(fit, 'alongSkin', seen, right, up);
          const to = pickScalp(fit, moved);
          expect(to).not.toBeNull();
          if (to === null) return;
          expect(geodesic(fit.cranium, from, to).lengthMm).toBeCloseTo(Math.abs(right + up), 0);
          expect(Math.sign(moved.xPx - seen.xPx) * right + Math.sign(seen.yPx - moved.yPx) * up).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of a straight ruler goes across the picture', () => {
    const fit = headOf(renderedHead('head_t2_front').reading, design);
    const span = firstSpan('straight', fit, 75);
    const to = moveSpanEnd(fit, 'straight', span.to, 5, 0);
    expect(Math.abs((spanMm(fit, { ...span, to }) ?? NaN) - (CARD_MM - 5))).toBeLessThan(0.4);
  });
});
