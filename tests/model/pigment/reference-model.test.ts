import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { dotAt, pigmentAmount, rednessAt, TABLE_AGEING } from '~/model/pigment/ageing';
import { coreContrast, effectiveAreaMm2 } from '~/model/pigment/dot-optics';

const FILE = new URL('../../../../shared/reference_model.mjs', import.meta.url);

/**
 * What is used of the reference implementation of the equations. Its presets, its skin factor and what it makes of a field are
 * those from before real work was measured: photographs have taken their place (photographed.ts), so they are not compared.
 */
interface ReferenceModel {
  readonly REF: Readonly<Record<string, unknown>>;
  readonly dotContrast: (band: string, mu: number, r: number, z: number) => number;
  readonly dotArea: (band: string, mu: number, r: number, z: number) => number;
  readonly dotAt: (
    years: number,
    settings: object,
  ) => { readonly P: number; readonly r: number; readonly z: number; readonly mu: number };
  readonly healing: (days: number) => { readonly dA: number };
}

const BANDS = ['R', 'G', 'B'];
const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

describe.skipIf(!existsSync(FILE))(
  'against the reference model beside the checkout (skipped where there is none)',
  () => {
    let reference: ReferenceModel;
    beforeAll(async () => {
      reference = (await import(/* @vite-ignore */ FILE.href)) as ReferenceModel;
    });

    test('optics of a dot, in and out of the fitted range', () => {
      fc.assert(
        fc.property(number(0, 200), number(0.01, 0.6), number(0, 1), (muPerMm, radiusMm, depthMm) => {
          const dot = { muPerMm, radiusMm, depthMm };
          const [contrast, areaMm2] = [coreContrast(dot), effectiveAreaMm2(dot)];
          BANDS.forEach((band, i) => {
            expect(contrast[i]).toBeCloseTo(reference.dotContrast(band, muPerMm, radiusMm, depthMm), 9);
            expect(areaMm2[i]).toBeCloseTo(reference.dotArea(band, muPerMm, radiusMm, depthMm), 9);
          });
        }),
      );
    });

    test('a dot at any time, with any fade', () => {
      const settings = fc.record({
        tau: number(1, 15),
        floor: number(0, 0.4),
        kUV: number(0.5, 2.5),
        D: number(0, 2e-3),
        rHealed: number(0.045, 0.13),
        muHealed: number(1, 45),
      });
      fc.assert(
        fc.property(number(0, 15), settings, (years, { tau, floor, kUV, D, rHealed, muHealed }) => {
          const wanted = reference.dotAt(years, { ...reference.REF, tau, floor, kUV, D, rHealed, muHealed });
          const ageing = { ...TABLE_AGEING, tauYears: tau, floor, kUv: kUV, spreadMm2PerYear: D };
          const dot = dotAt(years, { muPerMm: muHealed, radiusMm: rHealed }, ageing);
          expect(pigmentAmount(years, ageing)).toBeCloseTo(wanted.P, 9);
          expect(dot.radiusMm).toBeCloseTo(wanted.r, 9);
          expect(dot.depthMm).toBeCloseTo(wanted.z, 9);
          expect(dot.muPerMm).toBeCloseTo(wanted.mu, 9);
        }),
      );
    });

    test('redness of light skin', () => {
      for (let days = 0; days < 30; days++) {
        expect(rednessAt(days, 55, TABLE_AGEING)).toBeCloseTo(reference.healing(days).dA, 9);
      }
    });
  },
);
