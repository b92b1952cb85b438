import { expect, test } from 'vitest';
import { PIGMENTS } from '~/model/design/choices';
import { PIGMENT_PRESETS } from '~/model/design/pigment-presets';
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
  light: { dots: [30, 40, 30], dilutions: [19.9, 13.9, 7.9], mus: [10.3, 14.4, 23.9] },
  medium: { dots: [39, 52, 39], dilutions: [12.9, 8.9, 5], mus: [15.4, 21.5, 35.9] },
  dark: { dots: [48, 64, 48], dilutions: [10.1, 6.9, 3.8], mus: [19.2, 26.9, 44.9] },
} as const;

test.each(PIGMENTS)('preset %s: dots, dilutions and absorption of its sessions', (name) => {
  const { densityPerCm2, meanMuPerMm } = PIGMENT_PRESETS[name];
  const row = ROWS[name];
  const close = (actual: readonly number[], wanted: readonly number[], tolerance: number): void =>
    actual.forEach((value, i) =>
      expect(Math.abs(value - wanted[i]), `${value} for ${wanted[i]}`).toBeLessThan(tolerance),
    );
  const sessions = sessionsOf(3, meanMuPerMm);
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
