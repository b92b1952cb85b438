import { describe, expect, test } from 'vitest';
import { labToLinear, linearToLab } from '~/model/colour/lab';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { PIGMENTS } from '~/model/design/choices';
import { CORE_INTEGRAL } from '~/model/pigment/dot-optics';
import { presetDots } from '~/model/pigment/preset-dots';

const FOREHEAD = labToLinear({ l: 59.2, a: 11.6, b: 15.1 });

/**
 * Dot and field of the presets on an average forehead, from the reference model: Lab of a dot alone, transmission of
 * the field.
 */
const ROWS = {
  light: { dot: [38.6, 5.7, 7.1], field: [0.808, 0.848, 0.863] },
  medium: { dot: [34.5, 4.3, 5], field: [0.663, 0.733, 0.762] },
  dark: { dot: [33.2, 3.8, 4.4], field: [0.591, 0.674, 0.71] },
} as const;

describe.each(PIGMENTS)('%s', (pigment) => {
  const { between, dot, perMm2, radiusMm } = presetDots(pigment, FOREHEAD, FOREHEAD);
  const share = (c: 0 | 1 | 2): number => dot[c] / between[c];

  test('a dot takes from the skin what the notes say', () => {
    const alone: LinearRgb = [FOREHEAD[0] * share(0), FOREHEAD[1] * share(1), FOREHEAD[2] * share(2)];
    const { l, a, b } = linearToLab(alone);
    [l, a, b].forEach((value, i) => expect(Math.abs(value - ROWS[pigment].dot[i])).toBeLessThan(0.1));
  });

  test('dots and the skin between them take together what the notes say of the field', () => {
    for (const c of [0, 1, 2] as const) {
      const cores = Math.exp(-perMm2 * (1 - share(c)) * CORE_INTEGRAL * radiusMm ** 2);
      // The notes add up three sessions; one mean dot takes a little more, since light lost rises less than pigment.
      const ratio = Math.log((between[c] / FOREHEAD[c]) * cores) / Math.log(ROWS[pigment].field[c]);
      expect(ratio).toBeGreaterThan(1);
      expect(ratio).toBeLessThan(1.05);
    }
  });
});

test('a photo’s own exposure is kept', () => {
  const bright: LinearRgb = [0.8, 0.5, 0.35];
  const [own, shown] = [presetDots('medium', FOREHEAD, FOREHEAD), presetDots('medium', bright, FOREHEAD)];
  for (const c of [0, 1, 2] as const) {
    expect(shown.dot[c] / bright[c]).toBeCloseTo(own.dot[c] / FOREHEAD[c], 9);
    expect(shown.between[c] / bright[c]).toBeCloseTo(own.between[c] / FOREHEAD[c], 9);
  }
});
