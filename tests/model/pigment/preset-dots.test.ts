import { describe, expect, test } from 'vitest';
import { labToLinear, linearToLab } from '~/model/colour/lab';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { skinColour } from '~/model/colour/skin-colour';
import { PIGMENTS } from '~/model/design/choices';
import { initialDesign } from '~/model/design/design';
import { applyPigment, PIGMENT_PRESETS } from '~/model/design/pigment-presets';
import { fieldTransmission } from '~/model/pigment/dot-appearance';
import { CORE_INTEGRAL } from '~/model/pigment/dot-optics';
import { presetDots } from '~/model/pigment/preset-dots';

const FOREHEAD = labToLinear({ l: 59.2, a: 11.6, b: 15.1 });

describe.each(PIGMENTS)('%s', (pigment) => {
  const { between, dot, perMm2, radiusMm } = presetDots(pigment, FOREHEAD);
  const share = (c: 0 | 1 | 2): number => dot[c] / between[c];

  test('a dot is darker than the skin between, least so in red', () => {
    expect(share(1)).toBeLessThan(0.6);
    expect(1 - share(1)).toBeGreaterThan(1.05 * (1 - share(0)));
    expect(1 - share(2)).toBeGreaterThan(1.05 * (1 - share(1)));
  });

  test('dots and the skin between them take together what the field takes', () => {
    const design = applyPigment(initialDesign(1), pigment);
    const field = fieldTransmission(design, skinColour(FOREHEAD), PIGMENT_PRESETS[pigment].densityPerCm2);
    const cores = Math.exp(-perMm2 * (1 - share(1)) * CORE_INTEGRAL * radiusMm ** 2);
    // The field has three sessions and dots of all sizes; one mean dot of all takes nearly the same.
    const ratio = Math.log((between[1] / FOREHEAD[1]) * cores) / Math.log(field[1]);
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.05);
  });

  test('the skin between is greyer than the skin, and of its hue', () => {
    const [bare, grey] = [linearToLab(FOREHEAD), linearToLab(between)];
    expect(grey.a).toBeLessThan(bare.a - 2);
    expect(grey.b).toBeLessThan(bare.b - 2);
    expect(grey.a).toBeGreaterThan(1);
    expect(grey.b).toBeGreaterThan(1);
  });
});

test('a photo’s own exposure is kept', () => {
  const bright = FOREHEAD.map((band) => 1.8 * band) as unknown as LinearRgb;
  const [own, shown] = [presetDots('medium', FOREHEAD), presetDots('medium', bright)];
  for (const c of [0, 1, 2] as const) expect(shown.between[c] / bright[c]).toBeCloseTo(own.between[c] / FOREHEAD[c], 9);
  expect(shown.dot[1] / bright[1]).toBeCloseTo(own.dot[1] / FOREHEAD[1], 1);
});
