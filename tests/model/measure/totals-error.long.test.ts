import { describe, expect, it } from 'vitest';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { fitHead } from '~/model/fit/fit-head';
import { headError, placeErrorMm } from '~/model/fit/head-error';
import { directionTo } from '~/model/head/cranium';
import { hairlineOf } from '~/model/hairline/hairline';
import { pointPlaces } from '~/model/hairline/point-moves';
import { totalsError } from '~/model/measure/totals-error';
import { totalsOf } from '~/model/measure/treatment-totals';
import { seeHead } from '../../support/made-head';

const design = initialDesign(1);
const KNOWN: Design['knownLength'] = {
  from: { xPx: 0, yPx: 0 },
  to: { xPx: 200, yPx: 0 },
  kind: 'straight',
  lengthMm: 60,
};
const MADE = { pitchDegrees: 5, distanceMm: 900, share: 0.4, yawDegrees: 0 };

const measured = (made: Parameters<typeof seeHead>[0], knownLength: Design['knownLength'] = null) => {
  const { reading, truth } = seeHead(made);
  const fit = fitHead(reading, 'men');
  const error = headError(reading, fit, 'men');
  const line = hairlineOf(design, fit);
  const { pointMm } = pointPlaces(design, fit).middle;
  const upMm = error === null ? 5 : placeErrorMm(error, directionTo(fit.cranium, pointMm));
  const totals = totalsOf(design, fit, null);
  const found = { fit, error, hairMap: null };
  return {
    totals,
    truly: totalsOf(design, truth, null),
    error: totalsError({ ...design, knownLength }, found, totals, line, upMm),
  };
};

describe('errors of a design’s areas', () => {
  it('hold the truth of heads that differ as heads do, and no more than that', () => {
    const off = [-1.5, -1, 0, 1, 1.5].flatMap((k, seed) =>
      [1, -1].map((sign) => {
        const made = { ...MADE, breadthMm: 5 * k, lengthMm: 7 * k * sign, heightMm: -5 * k, seed: seed + 3 };
        const { totals, truly, error } = measured(made);
        expect(error.areaCm2 / totals.areaCm2).toBeLessThan(0.25);
        return (totals.areaCm2 - truly.areaCm2) / error.areaCm2;
      }),
    );
    expect(off.filter((share) => Math.abs(share) < 1.96).length).toBeGreaterThanOrEqual(0.9 * off.length);
  });

  it('are no less than the scale makes twice, and less once a length is known', () => {
    const made = { ...MADE, breadthMm: 0, lengthMm: 0, heightMm: 0, seed: 2 };
    const { totals, error } = measured(made);
    expect(error.areaCm2).toBeGreaterThan(0.12 * totals.areaCm2);
    for (const zone of ['hairline', 'frontal', 'midScalp', 'crown', 'sides'] as const) {
      expect(error.zonesCm2[zone]).toBeGreaterThanOrEqual(0.12 * totals.zones[zone].areaCm2);
      expect(error.zonesCm2[zone]).toBeLessThan(0.6 * totals.zones[zone].areaCm2);
    }
    expect(measured(made, KNOWN).error.areaCm2).toBeLessThan(0.75 * error.areaCm2);
  });
});
