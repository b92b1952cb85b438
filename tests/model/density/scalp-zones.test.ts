import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartGridOf, GRID } from '~/model/head/chart-grid';
import { REFERENCE_CRANIUM, WOMENS_CRANIUM } from '~/model/head/cranium';
import { densityField } from '~/model/density/density-field';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import type { HeadInView } from '~/model/view/view';
import type { Zone } from '~/model/design/choices';
import { ZONES } from '~/model/design/choices';
import { headWith, heads, movedDesigns } from '../../support/random-heads';

/** Share of a zone at every node. */
function sharesOf(design: Design, fit: HeadInView): Readonly<Record<Zone, Float32Array>> {
  const { hairline, skull } = densityField(design, fit);
  const behind = (zone: Exclude<Zone, 'hairline'>): Float32Array =>
    skull[zone].map((share, node) => share * (1 - (hairline[node] ?? 0)));
  return {
    hairline,
    frontal: behind('frontal'),
    midScalp: behind('midScalp'),
    crown: behind('crown'),
    temples: behind('temples'),
    sides: behind('sides'),
  };
}

const nodesOf = (fit: HeadInView): number[] => {
  const { areaMm2 } = chartGridOf(fit.cranium);
  return Array.from({ length: GRID * GRID }, (_, node) => node).filter((node) => (areaMm2[node] ?? 0) > 0);
};

describe('zones', () => {
  it('add up to 1 everywhere, none below 0, and run softly into each other', () => {
    fc.assert(
      fc.property(heads, movedDesigns, (fit, design) => {
        const shares = sharesOf(design, fit);
        const { areaMm2, pointsMm } = chartGridOf(fit.cranium);
        const at = (zone: Zone, node: number): number => shares[zone][node] ?? NaN;
        let [off, least, steepest] = [0, 1, 0];
        for (const node of nodesOf(fit)) {
          const all = ZONES.map((zone) => at(zone, node));
          off = Math.max(off, Math.abs(all.reduce((a, b) => a + b, 0) - 1));
          least = Math.min(least, ...all);
          for (const beside of [node + 1, node + GRID]) {
            if (!((areaMm2[beside] ?? 0) > 0)) continue;
            const apart = [0, 1, 2].map((k) => (pointsMm[3 * node + k] ?? 0) - (pointsMm[3 * beside + k] ?? 0));
            for (const zone of ZONES)
              steepest = Math.max(steepest, Math.abs(at(zone, node) - at(zone, beside)) / Math.hypot(...apart));
          }
        }
        expect(off).toBeLessThan(1e-5);
        expect(least).toBeGreaterThan(-1e-6);
        // 10 mm wide borders rise by 0.15 a mm at their steepest; hardly more where two meet.
        expect(steepest).toBeLessThan(0.25);
      }),
      { numRuns: 6 },
    );
  });

  it('are the same on both sides under a mirrored line', () => {
    const fit = headWith(REFERENCE_CRANIUM);
    const shares = sharesOf({ ...initialDesign(3), balancePercent: 0 }, fit);
    const otherSide = (node: number): number => node + GRID - 1 - 2 * (node % GRID);
    let off = 0;
    for (const node of nodesOf(fit))
      for (const zone of ZONES) off = Math.max(off, Math.abs(shares[zone][node] - shares[zone][otherSide(node)]));
    expect(off).toBeLessThan(0.01);
  });

  /**
   * Areas of docs/model.md, Density and edge. Their skull is a superellipsoid, about 6 % larger behind the line than a
   * true one.
   */
  it.each([
    ['men', REFERENCE_CRANIUM, 66],
    ['women', WOMENS_CRANIUM, 62],
  ] as const)('have about the areas they are set by on the mean head of %s', (build, cranium, hairlineHeightMm) => {
    const fit = headWith(cranium);
    const design: Design = { ...initialDesign(1), build, hairlineHeightMm };
    const shares = sharesOf(design, fit);
    const { areaMm2 } = chartGridOf(cranium);
    const { insideMm } = densityField(design, fit).line;
    const cm2 = (zone: Zone): number =>
      nodesOf(fit).reduce(
        (sum, node) => sum + ((insideMm[node] ?? 0) > 0 ? (shares[zone][node] ?? 0) * ((areaMm2[node] ?? 0) / 100) : 0),
        0,
      );
    const near = (value: number, wanted: number, share: number): void => {
      expect(Math.abs(value / wanted - 1), `${value.toFixed(0)} for ${wanted}`).toBeLessThan(share);
    };
    near(cm2('hairline'), 27, 0.2);
    // The front third begins at the line: it holds the band.
    near(cm2('hairline') + cm2('frontal'), 59, 0.2);
    near(cm2('midScalp'), 131, 0.2);
    near(cm2('crown'), 117, 0.2);
    expect(cm2('temples')).toBeGreaterThan(20);
    expect(cm2('sides')).toBeGreaterThan(150);
  });
});
