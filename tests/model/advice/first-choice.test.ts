import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldBack } from '~/model/advice/first-choice';
import { startedFrom, USUAL_CHOICE } from '~/model/advice/started-from';
import { lineLimits, secondOpinion } from '~/model/advice/second-opinion';
import type { OpinionKind } from '~/model/advice/second-opinion';
import { BUILDS } from '~/model/design/choices';
import { initialDesign } from '~/model/design/design';
import { LOOK_ROWS, lookOf, LOOKS, withLook, withShape } from '~/model/design/looks';
import { applyPigment } from '~/model/design/pigment-presets';
import { HAIRLINE_HEIGHT_MM } from '~/model/design/settings';
import { withUsualLine } from '~/model/design/usual-line';
import { placeByHand } from '~/model/fit/place-by-hand';
import { REFERENCE_CRANIUM, surfacePoint } from '~/model/head/cranium';
import { tapeOf } from '~/model/head/tape';
import type { HairMap } from '~/model/raster/photo-map';
import { projectPoint } from '~/model/view/camera';
import { headWith } from '../../support/random-heads';

const design = initialDesign(1);

describe('what a photo’s design starts from', () => {
  it('is the usual design where the photo says nothing else', () => {
    expect(startedFrom(design, USUAL_CHOICE)).toBe(design);
  });

  it('is the pigment of its stubble and the coverage of its hair, and nothing else', () => {
    const first = { coverage: 'hairlineAndTop', pigment: 'light', look: null } as const;
    expect(startedFrom(design, first)).toEqual({ ...applyPigment(design, 'light'), coverage: 'hairlineAndTop' });
  });

  it('leaves alone what somebody chose', () => {
    const first = { coverage: 'betweenHair', pigment: 'dark', look: null } as const;
    const chosen = { ...applyPigment(design, 'light'), coverage: 'hairlineOnly' } as const;
    expect(startedFrom(chosen, first)).toBe(chosen);
    const moved = { ...design, densityPerCm2: design.densityPerCm2 - 20 };
    expect(startedFrom(moved, { ...first, coverage: 'fullHead' })).toBe(moved);
    // a head that was placed anew: what was untouched follows, from the choices of before
    const before = { coverage: 'betweenHair', pigment: 'light', look: null } as const;
    const again = startedFrom(startedFrom(design, before), first, before);
    expect(again).toEqual({ ...applyPigment(design, 'dark'), coverage: 'betweenHair' });
  });

  it('is the usual look as this head holds it back, until somebody moves the line', () => {
    const first = { ...USUAL_CHOICE, look: { shiftMm: 6 } };
    const started = startedFrom(design, first);
    expect(started).toEqual(withLook(design, 'usual', { shiftMm: 6 }));
    expect(started).toMatchObject({ hairlineHeightMm: 72, templeRecessionMm: 9 });
    const again = startedFrom(started, { ...first, look: { shiftMm: -2 } }, first);
    expect(again.hairlineHeightMm).toBe(64);
    const moved = { ...started, hairlineHeightMm: 80 };
    expect(startedFrom(moved, { ...first, look: { shiftMm: -2 } }, first)).toBe(moved);
  });
});

const head = { ...headWith(REFERENCE_CRANIUM), source: 'face' as const };
const fit = placeByHand({ widthPx: 600, heightPx: 800 }, 'men');
/** Hair from a row of the photo upwards, all over; 4 px a sample. */
const hairAbove = (yPx: number): HairMap => ({
  columns: 150,
  rows: 200,
  leftPx: 0,
  topPx: 0,
  pxPerSample: 4,
  confidence: Uint8Array.from({ length: 150 * 200 }, (_, k) => (4 * Math.floor(k / 150) < yPx ? 255 : 0)),
});
const rowOf = (heightMm: number): number => {
  const direction = tapeOf(fit.cranium).directionAt({ acrossMm: 0, heightMm });
  return projectPoint(fit, surfacePoint(fit.cranium, direction)).yPx;
};

describe('looks', () => {
  it('stand where the table has them on a bare head, the usual one at the height of the settings', () => {
    expect(heldBack(design, fit, null)).toEqual({ shiftMm: 0 });
    expect(heldBack(design, fit, hairAbove(0))).toEqual({ shiftMm: 0 });
    for (const build of BUILDS) expect(LOOK_ROWS[build].usual.middleMm).toBe(HAIRLINE_HEIGHT_MM[build]);
    const heights = LOOKS.map((look) => withLook(design, look, { shiftMm: 0 }).hairlineHeightMm);
    expect(heights).toEqual([74, 66, 60]);
  });

  it('go up with hair that begins high, and down to hair that begins low, keeping their distances', () => {
    const high = heldBack(design, fit, hairAbove(rowOf(98))).shiftMm;
    expect(high).toBeGreaterThanOrEqual(4);
    expect(high).toBeLessThanOrEqual(10);
    const low = heldBack(design, fit, hairAbove(rowOf(52))).shiftMm;
    expect(low).toBeLessThanOrEqual(-5);
    expect(low).toBeGreaterThanOrEqual(-11);
    const looks = LOOKS.map((look) => withLook(design, look, { shiftMm: high }));
    expect(looks.map((look) => lookOf(look, { shiftMm: high }))).toEqual([...LOOKS]);
  });

  it('are free of notes on the line when usual or careful, whatever the head and the hair; bold may earn one', () => {
    const line = new Set<OpinionKind>(['tooLow', 'shortThird', 'beforeHair', 'tooStraight', 'cornerBelow']);
    fc.assert(
      fc.property(
        fc.constantFrom(...BUILDS),
        fc.option(fc.integer({ min: 40, max: 120 }), { nil: null }),
        (build, hairFrontMm) => {
          const fronts = { hairFrontMm, grownFrontMm: hairFrontMm };
          const man = { ...design, build };
          const { leastMm, mostMm } = lineLimits({ head, ...fronts }, build);
          const usualMm = LOOK_ROWS[build].usual.middleMm;
          const shiftMm = Math.max(leastMm, Math.min(usualMm, mostMm)) - usualMm;
          for (const look of ['usual', 'careful'] as const) {
            const notes = secondOpinion(withLook(man, look, { shiftMm }), { head, itaDegrees: 35, ...fronts });
            expect(notes.filter(({ kind }) => line.has(kind))).toEqual([]);
          }
          const below = secondOpinion({ ...man, hairlineHeightMm: leastMm - 1 }, { head, itaDegrees: 35, ...fronts });
          expect(below.some(({ kind }) => line.has(kind))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('give their corners up to a shape, and keep those that somebody set', () => {
    const careful = withLook(design, 'careful', { shiftMm: 0 });
    expect(withShape(careful, 'boxed')).toMatchObject({ shape: 'boxed', templeRecessionMm: null });
    expect(withShape({ ...design, templeRecessionMm: 21 }, 'boxed').templeRecessionMm).toBe(21);
  });

  it('follow men and women', () => {
    const shift = { shiftMm: 3 };
    const bold = withUsualLine(withLook(design, 'bold', shift), 'women', shift);
    expect(bold).toMatchObject({ build: 'women', hairlineHeightMm: 61, templeRecessionMm: 2 });
  });
});
