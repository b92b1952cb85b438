import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CORE_INTEGRAL,
  CORE_VARIANCE,
  coreAreaMm2,
  coreContrast,
  effectiveAreaMm2,
  GREATEST_CONTRAST,
  inFittedRange,
} from '~/model/pigment/dot-optics';

type Triple = readonly [number, number, number];
const dotOf = ([muPerMm, radiusMm, depthMm]: Triple) => ({ muPerMm, radiusMm, depthMm });

/** Spot checks of docs/model.md, Dot optics (M6): mu, r, z → contrast, area. */
const SPOT_CHECKS: readonly (readonly [dot: Triple, contrast: Triple, areaMm2: Triple])[] = [
  [
    [16, 0.075, 0.12],
    [0.6592, 0.6, 0.5487],
    [0.11129, 0.0871, 0.08018],
  ],
  [
    [16, 0.075, 0.25],
    [0.3278, 0.2497, 0.1897],
    [0.10605, 0.07251, 0.06129],
  ],
  [
    [4, 0.125, 0.12],
    [0.4156, 0.4045, 0.4044],
    [0.12127, 0.09836, 0.09545],
  ],
  [
    [28, 0.125, 0.07],
    [0.9076, 0.8777, 0.8512],
    [0.27041, 0.21315, 0.19135],
  ],
  [
    [64, 0.3, 0.07],
    [0.9406, 0.9123, 0.8878],
    [0.88213, 0.68481, 0.5965],
  ],
];

/** The Monte-Carlo itself, which the fits must meet within 0.03 and 10 %. */
const MONTE_CARLO: readonly (readonly [dot: Triple, contrast: Triple, areaMm2: Triple])[] = [
  [
    [16, 0.075, 0.12],
    [0.648, 0.589, 0.537],
    [0.1093, 0.0853, 0.0784],
  ],
  [
    [32, 0.125, 0.07],
    [0.915, 0.881, 0.854],
    [0.2646, 0.208, 0.1868],
  ],
  [
    [32, 0.18, 0.09],
    [0.905, 0.863, 0.828],
    [0.4459, 0.3438, 0.3025],
  ],
  [
    [2, 0.25, 0.12],
    [0.341, 0.357, 0.386],
    [0.2627, 0.2138, 0.2079],
  ],
  [
    [16, 0.06, 0.4],
    [0.101, 0.062, 0.04],
    [0.0667, 0.0385, 0.0294],
  ],
];

const anyDot = fc.record({
  muPerMm: fc.double({ min: 0.001, max: 300, noNaN: true }),
  radiusMm: fc.double({ min: 0.01, max: 0.6, noNaN: true }),
  depthMm: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('optics of one dot (M6)', () => {
  test.each(SPOT_CHECKS)('spot check %j', (dot, contrast, areaMm2) => {
    coreContrast(dotOf(dot)).forEach((value, band) => expect(value).toBeCloseTo(contrast[band], 4));
    effectiveAreaMm2(dotOf(dot)).forEach((value, band) => expect(Math.abs(value - areaMm2[band])).toBeLessThan(6e-6));
  });

  test.each(MONTE_CARLO)('meets the Monte-Carlo at %j', (dot, contrast, areaMm2) => {
    coreContrast(dotOf(dot)).forEach((value, band) => expect(Math.abs(value - contrast[band])).toBeLessThan(0.03));
    effectiveAreaMm2(dotOf(dot)).forEach((value, band) =>
      expect(Math.abs(value / areaMm2[band] - 1)).toBeLessThan(0.1),
    );
  });

  test('contrast stays in 0..0.97, area above 0 and above the part of it in the core', () => {
    fc.assert(
      fc.property(anyDot, (dot) => {
        const areaMm2 = effectiveAreaMm2(dot);
        coreContrast(dot).forEach((contrast, band) => {
          expect(contrast).toBeGreaterThan(0);
          expect(contrast).toBeLessThanOrEqual(GREATEST_CONTRAST);
          expect(coreAreaMm2(contrast, inFittedRange(dot).radiusMm)).toBeLessThan(areaMm2[band]);
        });
      }),
    );
  });

  test('more or wider pigment is darker, deeper pigment lighter', () => {
    const everyBand = (dot: ReturnType<typeof dotOf>): readonly number[] => [
      ...coreContrast(dot),
      ...effectiveAreaMm2(dot),
    ];
    fc.assert(
      fc.property(anyDot, (dot) => {
        const now = everyBand(dot);
        const more = everyBand({ ...dot, muPerMm: 1.05 * dot.muPerMm });
        const wider = everyBand({ ...dot, radiusMm: 1.03 * dot.radiusMm });
        const deeper = everyBand({ ...dot, depthMm: 1.05 * dot.depthMm });
        now.forEach((value, i) => {
          expect(more[i]).toBeGreaterThanOrEqual(value);
          expect(wider[i]).toBeGreaterThanOrEqual(value - 1e-12);
          expect(deeper[i]).toBeLessThanOrEqual(value);
        });
      }),
    );
  });

  test('no pigment, no dot; very little, in a straight line', () => {
    const none = { muPerMm: 0, radiusMm: 0.08, depthMm: 0.12 };
    expect([...coreContrast(none), ...effectiveAreaMm2(none)]).toEqual([0, 0, 0, 0, 0, 0]);
    const [at, half] = [0.2, 0.1].map((muPerMm) => coreContrast({ ...none, muPerMm })[1]);
    expect(half / at).toBeCloseTo(0.5, 12);
  });

  test('a dot too small for the fits keeps its mass', () => {
    const small = { muPerMm: 20, radiusMm: 0.02, depthMm: 0.12 };
    expect(inFittedRange(small)).toEqual({ muPerMm: 5, radiusMm: 0.04, depthMm: 0.12 });
    expect(coreContrast(small)).toEqual(coreContrast({ muPerMm: 5, radiusMm: 0.04, depthMm: 0.12 }));
  });

  test('deeper is cooler: blue contrast over red falls with depth, whatever the dot', () => {
    const fitted = fc.record({
      muPerMm: fc.double({ min: 0.2, max: 64, noNaN: true }),
      radiusMm: fc.double({ min: 0.04, max: 0.3, noNaN: true }),
      depthMm: fc.double({ min: 0.07, max: 0.48, noNaN: true }),
    });
    fc.assert(
      fc.property(fitted, fc.double({ min: 0.005, max: 0.02, noNaN: true }), (dot, deeperMm) => {
        const [now, deeper] = [dot, { ...dot, depthMm: dot.depthMm + deeperMm }].map(coreContrast);
        expect(deeper[2] / deeper[0]).toBeLessThan(now[2] / now[0]);
      }),
    );
  });

  test('from mu 12 on a dot takes most from red and least from blue', () => {
    for (const muPerMm of [12, 16, 24, 28, 64])
      for (const radiusMm of [0.04, 0.06, 0.09, 0.125, 0.18, 0.3])
        for (const depthMm of [0.07, 0.09, 0.12, 0.2, 0.35, 0.5]) {
          const [red, green, blue] = coreContrast({ muPerMm, radiusMm, depthMm });
          expect(red).toBeGreaterThan(green);
          expect(green).toBeGreaterThan(blue);
        }
  });

  test('integral of the core profile, and a drawn dot that is no wider than it', () => {
    let integral = 0;
    let variance = 0;
    const step = 1e-3;
    for (let rho = step / 2; rho < 60; rho += step) {
      const ring = (2 * Math.PI * rho * step) / (1 + rho ** 6);
      integral += ring;
      variance += (ring * rho ** 2) / 2;
    }
    expect(integral).toBeCloseTo(CORE_INTEGRAL, 4);
    // The drawn dot, (1 − ρ²/R²)^½ of variance R²/5 and integral ⅔πR², holds as much light; narrower, as photographs want it, it is up to a quarter deeper.
    const depth = CORE_INTEGRAL / ((2 / 3) * Math.PI * 5 * CORE_VARIANCE);
    expect(depth).toBeGreaterThan(0.9);
    expect(depth).toBeLessThan(1.25);
    expect(variance / integral).toBeGreaterThan(CORE_VARIANCE);
  });
});
