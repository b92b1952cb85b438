import { expect, test } from 'vitest';
import { PIGMENTS } from '~/model/design/choices';
import { initialDesign } from '~/model/design/design';
import { applyPigment, healedRadiusMm, meanMuPerMm, PIGMENT_PRESETS } from '~/model/design/pigment-presets';
import { SETTINGS } from '~/model/design/settings';

test('the first design is the medium preset', () => {
  expect(applyPigment(initialDesign(1), 'medium')).toEqual(initialDesign(1));
});

test.each([
  ['light', 100, 67, 0.31],
  ['medium', 130, 100, 0.35],
  ['dark', 160, 125, 0.38],
] as const)(
  '%s sets density, strength and dot size, and nothing else',
  (pigment, densityPerCm2, strengthPercent, dotSizeMm) => {
    const before = { ...initialDesign(7), sunExposure: 1.8, densityPerCm2: 60, strengthPercent: 30, dotSizeMm: 0.12 };
    expect(applyPigment(before, pigment)).toEqual({ ...before, pigment, densityPerCm2, strengthPercent, dotSizeMm });
  },
);

test.each(PIGMENTS)('%s comes back from its settings, and lies within their ranges', (pigment) => {
  const { densityPerCm2, strengthPercent, dotSizeMm } = applyPigment(initialDesign(1), pigment);
  expect(healedRadiusMm(dotSizeMm)).toBeCloseTo(PIGMENT_PRESETS[pigment].healedRadiusMm, 9);
  expect(Math.abs(meanMuPerMm(strengthPercent) / PIGMENT_PRESETS[pigment].meanMuPerMm - 1)).toBeLessThan(0.006);
  for (const [row, value] of [
    [SETTINGS.densityPerCm2, densityPerCm2],
    [SETTINGS.strengthPercent, strengthPercent],
    [SETTINGS.dotSizeMm, dotSizeMm],
  ] as const) {
    expect(value).toBeGreaterThanOrEqual(row.min);
    expect(value).toBeLessThanOrEqual(row.max);
  }
});
