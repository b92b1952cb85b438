import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { measureDots } from '../../../tools/look/measure-dots';
import type { DotMeasures } from '../../../tools/look/measure-dots';
import { patchesOf } from '../../../tools/look/patch';
import { quantile } from '../../../tools/look/statistics';
import { COUNTED_PER_CM2, DRAWN_PER_CM2 } from '../../../tools/look/targets';
import type { Band } from '../../../tools/look/targets';
import { normals, sheetPicture, SKIN, thrownPlaces } from '../../support/drawn-dots';
import type { DrawnDot } from '../../support/drawn-dots';

const FIELD_MM = 24;
const SHEET = { widthMm: 24, heightMm: 32, light: () => SKIN, grain: 0.02 };
/** The order of contrast of real healed dots, weaker in red. */
const CONTRAST: LinearRgb = [0.32, 0.39, 0.42];

interface Asked {
  readonly pxPerMm: number;
  readonly perCm2: number;
  readonly fwhmMm: number;
  readonly contrast?: LinearRgb;
  /** Standard deviation of the logarithm of the dots' contrast. */
  readonly spread?: number;
  readonly apartMm?: number;
  readonly seed?: number;
  readonly grain?: number;
}

function dotsOf(asked: Asked): readonly DrawnDot[] {
  const { perCm2, fwhmMm, contrast = CONTRAST, spread = 0, apartMm = 0.62, seed = 3 } = asked;
  const deviate = normals(seed);
  const area: readonly [number, number] = [SHEET.widthMm, FIELD_MM];
  const count = Math.round((perCm2 * area[0] * area[1]) / 100);
  return thrownPlaces(area, count, apartMm, seed).map(([xMm, yMm]) => {
    const times = Math.exp(spread * deviate());
    const [red, green, blue] = contrast.map((share) => Math.min(0.9, share * times));
    return { xMm, yMm, fwhmMm, contrast: [red, green, blue] };
  });
}

/** Those in the field, which begins 1 mm inside the sheet. */
const inField = (dots: readonly DrawnDot[], insideMm = 1): readonly DrawnDot[] =>
  dots.filter(
    ({ xMm, yMm }) => Math.min(xMm, yMm) > insideMm && xMm < SHEET.widthMm - insideMm && yMm < FIELD_MM - insideMm,
  );

function measured(asked: Asked): DotMeasures | null {
  const { pxPerMm, grain = SHEET.grain } = asked;
  const picture = sheetPicture({ ...SHEET, grain, pxPerMm, dots: dotsOf(asked) }, FIELD_MM);
  return measureDots(patchesOf(picture, picture.field, 10), patchesOf(picture, picture.bare, 10));
}
function counted(asked: Asked): DotMeasures {
  const dots = measured(asked);
  if (dots === null) throw new Error('no dots were found');
  return dots;
}
const off = (value: number, truth: number): number => Math.abs(value / truth - 1);

describe('dots drawn on skin', () => {
  it.each([
    { pxPerMm: 4.6, perCm2: 90, fwhmMm: 0.42 },
    { pxPerMm: 5, perCm2: 70, fwhmMm: 0.42 },
    { pxPerMm: 5, perCm2: 110, fwhmMm: 0.36 },
    { pxPerMm: 8.9, perCm2: 100, fwhmMm: 0.34 },
    { pxPerMm: 11, perCm2: 60, fwhmMm: 0.5 },
    { pxPerMm: 11, perCm2: 130, fwhmMm: 0.38 },
    { pxPerMm: 16, perCm2: 90, fwhmMm: 0.42 },
  ])('$perCm2 /cm² of $fwhmMm mm at $pxPerMm px/mm: count, width, core, contrast', (asked) => {
    const { count, fwhmMm, lossMm2, contrast } = counted(asked);
    expect(off(count, inField(dotsOf(asked)).length)).toBeLessThan(0.1);
    expect(off(fwhmMm, asked.fwhmMm)).toBeLessThan(0.08);
    // 2π σ² times the contrast; the skin near a dot is never wholly free of its neighbours and its own skirt
    const lossDrawn = (CONTRAST[1] * Math.PI * asked.fwhmMm ** 2) / (4 * Math.LN2);
    expect(lossMm2 / lossDrawn).toBeGreaterThan(0.78);
    expect(lossMm2 / lossDrawn).toBeLessThan(1.1);
    expect(contrast[1] / contrast[0]).toBeCloseTo(CONTRAST[1] / CONTRAST[0], 1);
    expect(contrast[2] / contrast[0]).toBeCloseTo(CONTRAST[2] / CONTRAST[0], 1);
    if (asked.pxPerMm > 8) expect(off(contrast[1], CONTRAST[1])).toBeLessThan(0.15);
  });

  it.each([0, 0.3, 0.5])('strengths that vary by %f in their logarithm come back', (spread) => {
    const asked = { pxPerMm: 10, perCm2: 80, fwhmMm: 0.36, spread };
    const { strength, count } = counted(asked);
    const drawn = inField(dotsOf(asked));
    const truth = (share: number): number =>
      quantile(
        drawn.map(({ contrast }) => contrast[1]),
        share,
      );
    expect(off(count, drawn.length)).toBeLessThan(0.1);
    expect(off(strength[1], truth(0.5) / truth(0.1))).toBeLessThan(0.18);
    expect(off(strength[2], truth(0.9) / truth(0.1))).toBeLessThan(0.25);
  });

  it.each([
    { perCm2: 100, apartMm: 0.7 },
    { perCm2: 60, apartMm: 0.5 },
    { perCm2: 100, apartMm: 0.5 },
  ])('$perCm2 /cm², none nearer than $apartMm mm: the distance to the nearest', (given) => {
    const asked = { pxPerMm: 10, fwhmMm: 0.34, ...given };
    const dots = dotsOf(asked);
    const inside = inField(dots, 2);
    const nearest = inside.map((dot) =>
      Math.min(...dots.map((o) => (o === dot ? Infinity : Math.hypot(o.xMm - dot.xMm, o.yMm - dot.yMm)))),
    );
    const meanMm = nearest.reduce((sum, mm) => sum + mm, 0) / nearest.length;
    const perMm2 = inField(dots).length / ((SHEET.widthMm - 2) * (FIELD_MM - 2));
    expect(off(counted(asked).spacing, meanMm * Math.sqrt(perMm2))).toBeLessThan(0.04);
  });

  it('bare skin with grain has next to none', () => {
    const dots = measured({ pxPerMm: 10, perCm2: 0, fwhmMm: 0.4, grain: 0.06 });
    expect(dots?.perCm2 ?? 0).toBeLessThan(12);
  });

  it('darker light changes nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.3, max: 1.5, noNaN: true }), fc.integer({ min: 1, max: 99 }), (times, seed) => {
        const asked = { pxPerMm: 8, perCm2: 90, fwhmMm: 0.4, seed };
        const at = (factor: number): DotMeasures => {
          const light = (): LinearRgb => [SKIN[0] * factor, SKIN[1] * factor, SKIN[2] * factor];
          const picture = sheetPicture({ ...SHEET, light, grain: 0.01, pxPerMm: 8, dots: dotsOf(asked) }, FIELD_MM);
          const dots = measureDots(patchesOf(picture, picture.field, 10), patchesOf(picture, picture.bare, 10));
          if (dots === null) throw new Error('no dots were found');
          return dots;
        };
        const [here, there] = [at(1), at(times)];
        expect(off(there.count, here.count)).toBeLessThan(0.03);
        expect(off(there.fwhmMm, here.fwhmMm)).toBeLessThan(0.03);
        expect(off(there.contrast[1], here.contrast[1])).toBeLessThan(0.03);
      }),
      { numRuns: 3 },
    );
  });
});

describe('dots as unequal and as near to each other as real ones', () => {
  /** The middle dot’s contrast, and the widths, of each preset. */
  const PRESETS = { light: [0.26, 0.37], medium: [0.34, 0.4], dark: [0.42, 0.43] } as const;
  const middle = ([from, to]: Band): number => (from + to) / 2;

  it.each(['light', 'medium', 'dark'] as const)('%s: so many are drawn, fewer are counted', (preset) => {
    const [contrast, fwhmMm] = PRESETS[preset];
    const perCm2 = middle(DRAWN_PER_CM2[preset]);
    const even: LinearRgb = [contrast, contrast, contrast];
    const dots = counted({ pxPerMm: 11, perCm2, fwhmMm, contrast: even, spread: 0.53, apartMm: 0.45, grain: 0.03 });
    expect(dots.spacing).toBeGreaterThan(0.62);
    expect(dots.spacing).toBeLessThan(0.75);
    expect(dots.perCm2).toBeGreaterThan(COUNTED_PER_CM2[preset][0]);
    expect(dots.perCm2).toBeLessThan(COUNTED_PER_CM2[preset][1]);
  });
});
