import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAYS_PER_YEAR } from '~/model/base/units';
import { labToLinear, linearToLab } from '~/model/colour/lab';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { skinColour } from '~/model/colour/skin-colour';
import { REFERENCE_SKIN } from '~/model/colour/skin-tone';
import { PIGMENTS } from '~/model/design/choices';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { applyPigment, healedRadiusMm, PIGMENT_PRESETS } from '~/model/design/pigment-presets';
import { MOST_SESSIONS, SETTINGS } from '~/model/design/settings';
import { APP_AGEING, dotAt, healingLeft, HEALED_YEARS } from '~/model/pigment/ageing';
import { fieldTransmission, dotAppearance, SIZE_FACTORS } from '~/model/pigment/dot-appearance';
import { SIZE_CLASSES } from '~/model/pigment/dot-appearance';
import { coreAreaMm2, coreContrast } from '~/model/pigment/dot-optics';
import { keptOfDilution, seenContrast, shareOfColour } from '~/model/pigment/photographed';
import { sessionsOf, sharesUpTo } from '~/model/pigment/sessions';

const BANDS = [0, 1, 2] as const;
const HEALED = initialDesign(1);
const FOREHEAD = labToLinear({ l: 59.2, a: 11.6, b: 15.1 });
const DARK = labToLinear({ l: 31, a: 9.5, b: 11 });
/** The skin that the targets are told for. */
const WARM = labToLinear({ l: 62, a: 15, b: 20 });
const NEUTRAL = skinColour(REFERENCE_SKIN);

const rowOf = (design: Design, session: number, sizeClass: number): readonly [radiusMm: number, contrast: number] => {
  const at = 2 * (session * SIZE_CLASSES + sizeClass);
  const { table } = dotAppearance(design, null, NEUTRAL);
  return [table[at], table[at + 1]];
};
const darkness = (design: Design, skin: LinearRgb = REFERENCE_SKIN): readonly number[] =>
  fieldTransmission(design, skinColour(skin), design.densityPerCm2).map((share) => -Math.log(share));

const within = (row: { readonly min: number; readonly max: number }): fc.Arbitrary<number> =>
  fc.double({ min: row.min, max: row.max, noNaN: true });
const anyDesign = fc
  .record({
    dotSizeMm: within(SETTINGS.dotSizeMm),
    strengthPercent: within(SETTINGS.strengthPercent),
    sunExposure: within(SETTINGS.sunExposure),
    timeYears: within(SETTINGS.timeYears),
    densityPerCm2: within(SETTINGS.densityPerCm2),
    sessionsPlanned: fc.integer({ min: 1, max: MOST_SESSIONS }),
  })
  .chain((settings) =>
    fc
      .integer({ min: 1, max: settings.sessionsPlanned })
      .map((sessionsDone): Design => ({ ...HEALED, ...settings, sessionsDone })),
  );
const anySkin = fc.constantFrom(REFERENCE_SKIN, FOREHEAD, DARK);

test('size classes are the sixteenths of a lognormal with sigma 0.10', () => {
  const sums = new Float64Array(SIZE_CLASSES);
  const weights = new Float64Array(SIZE_CLASSES);
  const step = 1e-4;
  let below = 0;
  for (let z = -6; z < 6; z += step) {
    const weight = (Math.exp(-z * z * 0.5) * step) / Math.sqrt(2 * Math.PI);
    const sizeClass = Math.min(SIZE_CLASSES - 1, Math.floor(below * SIZE_CLASSES));
    sums[sizeClass] += weight * Math.exp(0.1 * z);
    weights[sizeClass] += weight;
    below += weight;
  }
  SIZE_FACTORS.forEach((factor, i) => expect(factor).toBeCloseTo(sums[i] / weights[i], 3));
});

describe('the table', () => {
  test('radius and contrast of a row are those of its own dot at its own age', () => {
    const design = { ...HEALED, timeYears: 4, sessionsPlanned: 4, sessionsDone: 4, sunExposure: 1.3 };
    const [session, sizeClass] = [1, 5];
    const healed = {
      muPerMm: keptOfDilution(sessionsOf(4, 24)[session].muPerMm, 24),
      radiusMm: healedRadiusMm(design.dotSizeMm) * SIZE_FACTORS[sizeClass],
    };
    const dot = dotAt(4 + (2 * 12) / DAYS_PER_YEAR, healed, { ...APP_AGEING, kUv: 1.3 });
    const [radiusMm, contrast] = rowOf(design, session, sizeClass);
    expect(radiusMm).toBeCloseTo(dot.radiusMm, 6);
    expect(contrast).toBeCloseTo(seenContrast(coreContrast(dot))[1], 6);
  });

  test('dots of sessions to come are not there; those before are', () => {
    const contrasts = [0, 1, 2, 3, 4].map((session) => rowOf({ ...HEALED, sessionsDone: 2 }, session, 8)[1]);
    expect(contrasts.map((contrast) => contrast > 0)).toEqual([true, true, false, false, false]);
  });

  test('on the day of the last session its dots are fresh, those of the first nearly healed', () => {
    const fresh = { ...HEALED, timeYears: 0 };
    const growth = [0, 2].map((session) => rowOf(fresh, session, 8)[0] / rowOf(HEALED, session, 8)[0]);
    expect(growth[0]).toBeCloseTo(1, 2);
    expect(growth[1]).toBeCloseTo(APP_AGEING.freshRadii, 3);
  });
});

test('core and halo together take what the field must lose', () => {
  fc.assert(
    fc.property(anyDesign, anySkin, (design, skin) => {
      const { table, frayed, wholeRatio, tintRatio, colourLost } = dotAppearance(design, skin, skinColour(skin));
      const upTo = sharesUpTo(design.sessionsPlanned);
      // Light lost in green per mm² the way the renderer adds it up: a sixteenth of each session's dots in each class.
      let lost = 0;
      for (let row = 0; row < MOST_SESSIONS * SIZE_CLASSES; row++) {
        const session = Math.floor(row / SIZE_CLASSES);
        if (session >= design.sessionsPlanned) continue;
        const share = (upTo[session] - (session === 0 ? 0 : upTo[session - 1])) / SIZE_CLASSES;
        lost += (design.densityPerCm2 / 100) * share * coreAreaMm2(table[2 * row + 1], table[2 * row], frayed);
      }
      const own = skinColour(skin);
      const wanted = fieldTransmission(design, own, design.densityPerCm2);
      const green = Math.exp(-wholeRatio * lost);
      BANDS.forEach((band) => {
        const gone = colourLost[band] * own.skin[band] * shareOfColour(own.skin, 1 - green);
        const drawn = green * Math.exp(-gone - tintRatio[band] * lost);
        expect(drawn).toBeCloseTo(wanted[band], 5);
        expect(wanted[band]).toBeLessThan(1);
      });
      expect(wholeRatio).toBeGreaterThan(1);
    }),
  );
});

describe('a healed preset takes from skin what photographs of real work show', () => {
  // tools/look/targets.ts: −ln T green, T_R/T_G, T_B/T_G, and ΔL*, Δa*, Δb* on skin of a* 15, b* 20.
  const ROWS = {
    light: { lost: [0.22, 0.34], red: [0.87, 0.93], blue: [1.02, 1.08], l: [-9, -5], a: [-6.5, -2.5], b: [-7, -3] },
    medium: { lost: [0.36, 0.55], red: [0.78, 0.86], blue: [1.06, 1.13], l: [-13, -9], a: [-9, -5], b: [-9.5, -5.5] },
    dark: { lost: [0.52, 0.79], red: [0.73, 0.81], blue: [1.1, 1.17], l: [-17, -13], a: [-11.5, -7.5], b: [-12, -8] },
  } as const;
  const isIn = (value: number, [from, to]: readonly [number, number]): void => {
    expect(value).toBeGreaterThanOrEqual(from);
    expect(value).toBeLessThanOrEqual(to);
  };

  test.each(PIGMENTS)('%s', (pigment) => {
    const design = applyPigment(HEALED, pigment);
    const left = fieldTransmission(design, skinColour(WARM), design.densityPerCm2);
    const row = ROWS[pigment];
    isIn(-Math.log(left[1]), row.lost);
    isIn(left[0] / left[1], row.red);
    isIn(left[2] / left[1], row.blue);
    const bare = linearToLab(WARM);
    const field = linearToLab([WARM[0] * left[0], WARM[1] * left[1], WARM[2] * left[2]]);
    isIn(field.l - bare.l, row.l);
    isIn(field.a - bare.a, row.a);
    isIn(field.b - bare.b, row.b);
  });

  test('on every skin, in every light, a field is greyer than the skin and never past grey', () => {
    const channel = fc.double({ min: 0.02, max: 1, noNaN: true });
    const light = fc
      .tuple(channel, channel, channel)
      .map(([r, g, b]): LinearRgb => [0.5 + r / 2, 0.5 + g / 2, 0.5 + b / 2]);
    fc.assert(
      fc.property(fc.constantFrom(...PIGMENTS), fc.constantFrom(FOREHEAD, DARK, WARM), light, (pigment, skin, lamp) => {
        const shown: LinearRgb = [skin[0] * lamp[0], skin[1] * lamp[1], skin[2] * lamp[2]];
        const design = applyPigment(HEALED, pigment);
        const left = fieldTransmission(design, skinColour(shown, lamp), design.densityPerCm2);
        for (const band of [0, 2] as const) {
          const before = Math.log(shown[band] / shown[1]);
          const after = before + Math.log(left[band] / left[1]);
          // Half of what the lamp does to the colour is taken for the skin's: then grey is what the half says.
          if (Math.abs(before) > 0.4) expect(Math.abs(after)).toBeLessThanOrEqual(Math.abs(before) + 1e-9);
          expect(after * before).toBeGreaterThanOrEqual(-0.15);
        }
      }),
    );
  });
});

describe('what a setting does', () => {
  test('twice the dots, the square of the light in green', () => {
    fc.assert(
      fc.property(anyDesign, anySkin, (design, skin) => {
        const [once, twice] = [100, 200].map((density) => fieldTransmission(design, skinColour(skin), density));
        expect(twice[1]).toBeCloseTo(once[1] ** 2, 12);
      }),
    );
  });

  test('stronger pigment, larger dots and more sessions darken, dark skin as much as light skin', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const now = darkness(design);
        const darker = [
          darkness({ ...design, strengthPercent: design.strengthPercent * 1.1 }),
          darkness({ ...design, dotSizeMm: design.dotSizeMm * 1.1 }),
          darkness({ ...design, sessionsPlanned: 5, sessionsDone: 3 }),
        ];
        const fewer = darkness({ ...design, sessionsPlanned: 5, sessionsDone: 2 });
        BANDS.forEach((band) => {
          expect(darker[0][band]).toBeGreaterThan(now[band]);
          expect(darker[1][band]).toBeGreaterThan(now[band]);
          expect(darker[2][band]).toBeGreaterThan(fewer[band]);
        });
        expect(darkness(design, DARK)[1]).toBeCloseTo(now[1], 12);
      }),
    );
  });

  test('more sun, lighter, once healed', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        fc.pre(design.timeYears > 1);
        const [covered, outdoors] = [0.7, 1.8].map((sunExposure) => darkness({ ...design, sunExposure }));
        // Pigment too strong to show its loss at first may only spread (docs/model.md, Spread (M5)).
        BANDS.forEach((band) => expect(outdoors[band]).toBeLessThan(covered[band] * 1.001));
      }),
    );
  });

  test('nothing at all when a value cannot be seen: the pigment choice and the seed', () => {
    expect(dotAppearance({ ...HEALED, seed: 2, pigment: 'dark' }, FOREHEAD, NEUTRAL)).toEqual(
      dotAppearance(HEALED, FOREHEAD, NEUTRAL),
    );
  });
});

describe.each(PIGMENTS)('fresh %s dots', (pigment) => {
  const healed = applyPigment(HEALED, pigment);
  const fresh = { ...healed, timeYears: 0 };

  test('are larger and darker than healed, in the last session’s every size', () => {
    for (let sizeClass = 0; sizeClass < SIZE_CLASSES; sizeClass++) {
      const [before, after] = [rowOf(fresh, 2, sizeClass), rowOf(healed, 2, sizeClass)];
      expect(before[0]).toBeGreaterThan(Math.min(1.35 * after[0], 0.2999));
      expect(before[1]).toBeGreaterThan(after[1]);
    }
  });

  test('darken the field more, and pigment is mixed to the preset’s own mean', () => {
    const [before, after] = [darkness(fresh), darkness(healed)];
    expect(before[1]).toBeGreaterThan(1.1 * after[1]);
    const { meanMuPerMm } = PIGMENT_PRESETS[pigment];
    for (const planned of [1, 2, 3, 4, 5]) {
      const sessions = sessionsOf(planned, meanMuPerMm);
      expect(sessions.reduce((sum, { share, muPerMm }) => sum + share * muPerMm, 0)).toBeCloseTo(meanMuPerMm, 9);
    }
  });

  test('cool where they lie too deep: of what they take, more is red and less blue', () => {
    const [placed, deep] = (['well', 'deep'] as const).map((placing) => darkness({ ...healed, placing }));
    expect(deep[0] / deep[1]).toBeGreaterThan(placed[0] / placed[1] + 0.05);
    expect(deep[2] / deep[1]).toBeLessThan(placed[2] / placed[1] - 0.03);
  });
});

test.each(PIGMENTS)('a healed %s field never darkens by more than 2 % while it ages', (pigment) => {
  const design = applyPigment(HEALED, pigment);
  for (const sunExposure of [0.7, 1, 1.8]) {
    const healed = darkness({ ...design, sunExposure, timeYears: HEALED_YEARS });
    for (let years = HEALED_YEARS; years <= 15; years += 0.25) {
      darkness({ ...design, sunExposure, timeYears: years }).forEach((value, band) =>
        expect(value / healed[band]).toBeLessThan(1.02),
      );
    }
  }
});

describe('redness', () => {
  const at = (days: number, skin: LinearRgb | null): LinearRgb =>
    dotAppearance({ ...HEALED, timeYears: days / DAYS_PER_YEAR }, skin, NEUTRAL).redness;

  const change = (days: number, skin: LinearRgb) => {
    const after = at(days, skin).map((by, band) => by * skin[band]) as [number, number, number];
    const [from, to] = [linearToLab(skin), linearToLab(after)];
    return { l: to.l - from.l, a: to.a - from.a, b: to.b - from.b };
  };

  test('raises a* by 10 on light skin right after, and leaves L* and b*', () => {
    const light = labToLinear({ l: 70.5, a: 8, b: 11.6 });
    expect(change(0, light).a).toBeCloseTo(10, 6);
    expect(change(1.5, light).a).toBeCloseTo(10 / Math.E, 6);
    for (const skin of [light, FOREHEAD, DARK]) {
      expect(change(0, skin).l).toBeCloseTo(0, 6);
      expect(change(0, skin).b).toBeCloseTo(0, 6);
    }
    expect(at(0, null)).toEqual(at(0, REFERENCE_SKIN).map((value) => expect.closeTo(value, 1) as number));
  });

  test('is gone when nobody sees it any more, and when healed', () => {
    expect(at(8, null)).toEqual([1, 1, 1]);
    expect(dotAppearance(HEALED, FOREHEAD, NEUTRAL).redness).toEqual([1, 1, 1]);
  });

  test('less on darker skin', () => {
    expect(change(0, DARK).a).toBeCloseTo(2.5, 6);
    expect(change(0, FOREHEAD).a).toBeGreaterThan(4);
  });
});

describe('scabs', () => {
  const after = (days: number): Design => ({ ...HEALED, sessionsDone: 1, timeYears: days / DAYS_PER_YEAR });
  const look = (days: number) => dotAppearance(after(days), FOREHEAD, NEUTRAL);
  const shareLost = (days: number) => Math.exp(-darkness(after(days), FOREHEAD)[1]);

  test('darken the cores of fresh dots for some days, most of all in blue', () => {
    const [fresh, crusted, flaked] = [0, 3.5, 12].map((days) => look(days));
    const row = 2 * 8 + 1;
    const left = ({ table }: typeof fresh): number => 1 - table[row];
    expect(left(crusted)).toBeLessThan(0.6 * left(fresh));
    expect(left(crusted)).toBeGreaterThan(0);
    expect(flaked.table[row]).toBeLessThan(fresh.table[row]);
    const blueOverRed = ({ tintRatio }: typeof fresh): number => tintRatio[2] - tintRatio[0];
    expect(blueOverRed(crusted)).toBeGreaterThan(blueOverRed(flaked));
  });

  test('change the mean light by less than 1 %: they are small', () => {
    const crusts = (days: number): number => {
      // The same dots with their pigment alone.
      const { table, frayed } = look(days);
      const upTo = sharesUpTo(HEALED.sessionsPlanned)[0] / SIZE_CLASSES;
      const healing = healingLeft(days, APP_AGEING);
      let crustMm2 = 0;
      SIZE_FACTORS.forEach((size, i) => {
        const healed = {
          muPerMm: keptOfDilution(sessionsOf(HEALED.sessionsPlanned, 24)[0].muPerMm, 24),
          radiusMm: healedRadiusMm(HEALED.dotSizeMm) * size,
        };
        const dot = dotAt(days / DAYS_PER_YEAR, healed, APP_AGEING);
        crustMm2 +=
          upTo * coreAreaMm2(table[2 * i + 1] - seenContrast(coreContrast(dot), healing)[1], dot.radiusMm, frayed);
      });
      return 1 - Math.exp((-HEALED.densityPerCm2 / 100) * crustMm2);
    };
    expect(crusts(0)).toBeGreaterThan(0);
    expect(crusts(0)).toBeLessThan(0.002);
    expect(crusts(30)).toBeLessThan(1e-6);
    expect(crusts(3.5)).toBeGreaterThan(crusts(0));
    expect(crusts(3.5)).toBeLessThan(0.02);
    expect(shareLost(3.5)).toBeLessThan(shareLost(12));
  });
});
