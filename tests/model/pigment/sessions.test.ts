import { describe, expect, test } from 'vitest';
import { labToLinear, linearToLab } from '~/model/colour/lab';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { PIGMENTS } from '~/model/design/choices';
import { PIGMENT_PRESETS } from '~/model/design/pigment-presets';
import { coreContrast, effectiveAreaMm2, skinFactor } from '~/model/pigment/dot-optics';
import { sessionsOf, sharesUpTo } from '~/model/pigment/sessions';

const PLANNED = [1, 2, 3, 4, 5];

test.each(PLANNED)('%i sessions: shares rise to 1 and their mean absorption is the wanted one', (planned) => {
  const upTo = sharesUpTo(planned);
  expect(upTo).toHaveLength(planned);
  expect(upTo.at(-1)).toBe(1);
  const sessions = sessionsOf(planned, 24);
  expect(sessions.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(sessions.reduce((sum, { share, muPerMm }) => sum + share * muPerMm, 0)).toBeCloseTo(24, 9);
  sessions.forEach(({ share, muPerMm, dilution }, i) => {
    expect(share).toBeGreaterThan(0);
    if (i > 0) expect(muPerMm).toBeGreaterThan(sessions[i - 1].muPerMm);
    expect(muPerMm * (1 + dilution)).toBeCloseTo(214, 9);
  });
});

test('a plan of no or too many sessions is a bug', () => {
  expect(() => sharesUpTo(0)).toThrow(RangeError);
  expect(() => sessionsOf(6, 24)).toThrow(RangeError);
});

/** Dilutions and absorptions of the presets, worked out by hand (docs/model.md, Sessions (M1)). */
const ROWS = {
  light: {
    dots: [60, 80, 60],
    dilutions: [19.9, 13.9, 7.9],
    mus: [10.3, 14.4, 23.9],
    dotLab: [38.6, 5.7, 7.1],
    field: [0.808, 0.848, 0.863],
    fieldLab: [54.8, 9.7, 13.3],
  },
  medium: {
    dots: [84, 112, 84],
    dilutions: [12.9, 8.9, 5],
    mus: [15.4, 21.5, 35.9],
    dotLab: [34.5, 4.3, 5],
    field: [0.663, 0.733, 0.762],
    fieldLab: [51.2, 8, 11.5],
  },
  dark: {
    dots: [96, 128, 96],
    dilutions: [10.9, 7.5, 4.1],
    mus: [17.9, 25.1, 41.9],
    dotLab: [33.2, 3.8, 4.4],
    field: [0.591, 0.674, 0.71],
    fieldLab: [49.1, 7, 10.5],
  },
} as const;

describe.each(PIGMENTS)('preset %s', (name) => {
  const { densityPerCm2, meanMuPerMm, healedRadiusMm: radiusMm } = PIGMENT_PRESETS[name];
  const row = ROWS[name];
  const sessions = sessionsOf(3, meanMuPerMm);
  const skin = labToLinear({ l: 59.2, a: 11.6, b: 15.1 });
  const labOf = (share: LinearRgb): number[] => {
    const { l, a, b } = linearToLab([skin[0] * share[0], skin[1] * share[1], skin[2] * share[2]]);
    return [l, a, b];
  };
  const close = (actual: readonly number[], wanted: readonly number[], tolerance: number): void =>
    actual.forEach((value, i) =>
      expect(Math.abs(value - wanted[i]), `${value} for ${wanted[i]}`).toBeLessThan(tolerance),
    );

  test('dots, dilutions and absorption of its sessions', () => {
    close(
      sessions.map(({ share }) => share * densityPerCm2),
      row.dots,
      1e-9,
    );
    close(
      sessions.map(({ dilution }) => dilution),
      row.dilutions,
      0.051,
    );
    close(
      sessions.map(({ muPerMm }) => muPerMm),
      row.mus,
      0.051,
    );
  });

  test('colour of a dot and of the field on a Caucasian forehead', () => {
    const mean = coreContrast({ muPerMm: meanMuPerMm, radiusMm, depthMm: 0.12 });
    close(labOf([1 - mean[0], 1 - mean[1], 1 - mean[2]]), row.dotLab, 0.1);
    const factor = skinFactor(skin);
    const through = ([0, 1, 2] as const).map((band) =>
      Math.exp(
        -sessions.reduce(
          (sum, { share, muPerMm }) =>
            sum +
            ((share * densityPerCm2) / 100) *
              effectiveAreaMm2({ muPerMm, radiusMm, depthMm: 0.12 })[band] *
              factor[band],
          0,
        ),
      ),
    );
    close(through, row.field, 0.002);
    close(labOf([through[0], through[1], through[2]]), row.fieldLab, 0.1);
  });
});
