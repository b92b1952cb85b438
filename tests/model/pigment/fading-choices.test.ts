import { describe, expect, test } from 'vitest';
import { skinColour } from '~/model/colour/skin-colour';
import { INKS, OUTLOOKS } from '~/model/design/choices';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { dotAt, HEALED_YEARS, pigmentAmount } from '~/model/pigment/ageing';
import { dotAppearance } from '~/model/pigment/dot-appearance';
import { coreContrast } from '~/model/pigment/dot-optics';
import { ageingOf, leftByLaser } from '~/model/pigment/fading-choices';
import { dotAgeYears, leftAfterLaser, yearsSinceNeedle } from '~/model/pigment/pigment-age';

const GREY = skinColour([0.5, 0.5, 0.5]);
const start = initialDesign(1);
const HEALED = { muPerMm: 24, radiusMm: 0.085 };
const contrastAt = (design: Design, years: number) => coreContrast(dotAt(years, HEALED, ageingOf(design)));
/** Light lost in one band against another, after `years`, as a multiple of what it was when healed. */
const shift = (design: Design, years: number, band: 0 | 2): number => {
  const [now, then] = [contrastAt(design, years), contrastAt(design, HEALED_YEARS)];
  return now[band] / now[1] / (then[band] / then[1]);
};

describe('inks', () => {
  test('every ink starts as dark in green as carbon, and fades', () => {
    for (const ink of INKS) {
      const ageing = ageingOf({ ...start, ink });
      expect(pigmentAmount(HEALED_YEARS, ageing)).toBeCloseTo(1, 9);
      expect(pigmentAmount(6, ageing)).toBeLessThan(pigmentAmount(3, ageing));
    }
  });

  test('iron oxides leave a red residue, organic mixtures a green-blue one (M4)', () => {
    // A red residue lets red through: it takes less of red than of green, ever less so.
    expect(shift({ ...start, ink: 'ironOxide' }, 8, 0)).toBeLessThan(0.97 * shift(start, 8, 0));
    expect(shift({ ...start, ink: 'organic' }, 8, 0)).toBeGreaterThan(1.05 * shift(start, 8, 0));
  });

  test('temporary pigment is all but gone after three years (table B: P .073 and .027 at 3 and 5 years)', () => {
    const temporary = ageingOf({ ...start, ink: 'temporary' });
    expect(pigmentAmount(3, temporary)).toBeCloseTo(0.073, 3);
    expect(pigmentAmount(5, temporary)).toBeCloseTo(0.027, 3);
  });
});

test('the three futures are one range: sooner is fainter than likely, likely than later, at every time', () => {
  for (const years of [0.5, 2, 5, 10, 15]) {
    const [sooner, likely, later] = OUTLOOKS.map((outlook) => pigmentAmount(years, ageingOf({ ...start, outlook })));
    expect(sooner).toBeLessThan(likely);
    expect(likely).toBeLessThan(later);
  }
});

test('oily skin fades faster than normal skin; what lies too deep is bluer from the start and blurs', () => {
  const [normal, oily] = [ageingOf(start), ageingOf({ ...start, skinType: 'oily' })];
  expect(pigmentAmount(5, oily)).toBeLessThan(pigmentAmount(5, normal));
  const deep: Design = { ...start, placing: 'deep' };
  const blue = (design: Design): number => {
    const contrast = contrastAt(design, HEALED_YEARS);
    return contrast[2] / contrast[0];
  };
  // Blue is lost less than red: what comes back is bluer (docs/model.md, Dot optics (M6): .58 of red's contrast against .83).
  expect(blue(deep)).toBeLessThan(0.72 * blue(start));
  expect(dotAt(7, HEALED, ageingOf(deep)).radiusMm).toBeGreaterThan(3 * HEALED.radiusMm);
});

describe('when a dot was made', () => {
  test('each session from its own birth date, by the gaps of the plan', () => {
    const design: Design = { ...start, sessionGapsDays: [10, 20, 12, 12], timeYears: 1 };
    expect([0, 1, 2].map((session) => (dotAgeYears(design, session) - 1) * 365.25)).toEqual([
      expect.closeTo(30, 6),
      expect.closeTo(20, 6),
      expect.closeTo(0, 6),
    ]);
    const afterTwo = { ...design, sessionsDone: 2 };
    expect((dotAgeYears(afterTwo, 0) - 1) * 365.25).toBeCloseTo(10, 6);
  });

  test('a touch-up starts them all anew, from its day on', () => {
    const design: Design = { ...start, touchUpsYears: [4, 9] };
    expect(yearsSinceNeedle({ ...design, timeYears: 3.9 })).toBe(3.9);
    expect(dotAgeYears({ ...design, timeYears: 4.5 }, 0)).toBe(0.5);
    expect(dotAgeYears({ ...design, timeYears: 10 }, 2)).toBe(1);
    const [with10, without10] = [design, start].map((each) => dotAppearance({ ...each, timeYears: 10 }, null, GREY));
    expect(with10.table[1]).toBeGreaterThan(1.5 * without10.table[1]);
  });
});

describe('laser (M8)', () => {
  test('leaves what was found after so many sessions', () => {
    expect([1, 2, 3, 5].map((x) => leftByLaser('qSwitched', x))).toEqual([
      expect.closeTo(0.5, 2),
      expect.closeTo(0.3, 2),
      expect.closeTo(0.19, 2),
      expect.closeTo(0.08, 2),
    ]);
    expect([1, 2, 3].map((x) => leftByLaser('picosecond', x))).toEqual([
      expect.closeTo(0.3, 2),
      expect.closeTo(0.12, 2),
      expect.closeTo(0.06, 2),
    ]);
  });

  test('works from its date on, and not on pigment that came later', () => {
    const design: Design = { ...start, laser: { kind: 'qSwitched', sessions: 2, atYears: 5 } };
    expect(leftAfterLaser({ ...design, timeYears: 4.9 })).toBe(1);
    expect(leftAfterLaser({ ...design, timeYears: 5 })).toBeCloseTo(0.3, 2);
    expect(leftAfterLaser({ ...design, timeYears: 7, touchUpsYears: [6] })).toBe(1);
    expect(leftAfterLaser({ ...design, timeYears: 7, touchUpsYears: [4] })).toBeCloseTo(0.3, 2);
  });
});

test('before the first session there is no dot, and nothing that is not a number', () => {
  const look = dotAppearance({ ...start, sessionsDone: 0, timeYears: 0 }, null, GREY);
  expect(look.table.every((value, i) => i % 2 === 0 || value === 0)).toBe(true);
  expect([look.wholeRatio, ...look.tintRatio, ...look.redness].every(Number.isFinite)).toBe(true);
  expect(look.redness).toEqual([1, 1, 1]);
});
