import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectPoint } from '~/model/view/camera';
import { directionTo, REFERENCE_CRANIUM } from '~/model/head/cranium';
import { initialDesign } from '~/model/design/design';
import { eightCmOf } from '~/model/measure/eight-cm-rule';
import { faceMeasures } from '~/model/measure/face-measures';
import type { MeasureName } from '~/model/measure/face-measures';
import { guidesInSight } from '~/model/overlay/guides-in-sight';
import { GUIDES, guidesOf } from '~/model/measure/guides';
import type { GuideName } from '~/model/measure/guides';
import { pointPlaces } from '~/model/hairline/point-moves';
import type { HeadInView } from '~/model/view/view';
import { headOf } from '~/model/fit/head-of';
import { measurementErrorMm } from '~/model/measure/measurement-error';
import { geodesic } from '~/model/head/geodesic';
import type { PointMm } from '~/model/base/units';
import { headWith, heads, movedDesigns } from '../../support/random-heads';
import { RENDERED_HEADS, renderedHead } from '../../support/rendered-head';

const design = initialDesign(1);
const ideal = headWith(REFERENCE_CRANIUM);

const measuresOf = (fit: HeadInView, of = design) => {
  const measures = faceMeasures(of, fit, pointPlaces(of, fit));
  return (name: MeasureName) => measures.find((measure) => measure.name === name) ?? { name, mm: NaN, errorMm: NaN };
};
const linesOf = (fit: HeadInView, name: GuideName, of = design): readonly (readonly PointMm[])[] =>
  guidesOf(fit, pointPlaces(of, fit)).find((guide) => guide.name === name)?.lines ?? [];
const alongSkin = (fit: HeadInView, a: PointMm, b: PointMm): number =>
  geodesic(fit.cranium, directionTo(fit.cranium, a), directionTo(fit.cranium, b)).lengthMm;

describe('on the ideal head', () => {
  it('thirds are nearly equal, and go from the line over glabella and nose base to the chin', () => {
    const at = measuresOf(ideal);
    const [upper, middle, lower] = [at('upperThird').mm, at('middleThird').mm, at('lowerThird').mm];
    expect(middle).toBeCloseTo(48.9 + 20.89, 1);
    expect(lower).toBeCloseTo(94.03 - 20.89, 1);
    // 66 mm along the sloping forehead are less as seen from the front
    expect(upper).toBeGreaterThan(52);
    expect(upper).toBeLessThan(66);
    const rows = linesOf(ideal, 'thirds').map((line) => line.map(({ yMm }) => yMm));
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(Math.max(...row) - Math.min(...row)).toBeLessThan(0.01);
    expect(rows[0][0] - rows[1][0]).toBeCloseTo(upper, 3);
    expect(rows[2][0] - rows[3][0]).toBeCloseTo(lower, 3);
  });

  it('the lines through the eyes stand upright over the outer corners, 88.9 mm apart', () => {
    const [left, right] = linesOf(ideal, 'eyeLines');
    expect(new Set(left.map(({ xMm }) => xMm.toFixed(3)))).toEqual(new Set(['44.459']));
    expect(left[0].xMm - right[0].xMm).toBeCloseTo(88.918, 2);
    expect(measuresOf(ideal)('eyeToEye').mm).toBeCloseTo(88.918, 2);
    const corner = pointPlaces(design, ideal).leftCorner.pointMm;
    expect(left.at(-1)?.yMm).toBeGreaterThan(corner.yMm + 5);
  });

  it('says what a distance may be wrong by: 6 % and the landmark, 1 % with a known length', () => {
    expect(measurementErrorMm(100, 0.06, [])).toBe(6);
    expect(measurementErrorMm(40, 0.06, [3.2])).toBeCloseTo(4, 6);
    const span = { kind: 'straight' as const, from: { xPx: 0, yPx: 0 }, to: { xPx: 9, yPx: 0 }, lengthMm: 85.6 };
    const sized = measuresOf(ideal, { ...design, knownLength: span });
    expect(sized('cornerToCorner').errorMm).toBeCloseTo(sized('cornerToCorner').mm * 0.01, 6);
    expect(sized('midFrontal').errorMm).toBeLessThan(measuresOf(ideal)('midFrontal').errorMm);
  });
});

describe('on any head', () => {
  it('the places of the 8-cm construction lie as far apart as asked, on the skin', () => {
    fc.assert(
      fc.property(heads, (fit) => {
        const { a, b, c, d, e } = eightCmOf(fit.cranium);
        for (const [p, q, mm] of [
          [a, b, 80],
          [a, e, 80],
          [b, c, 80],
          [e, c, 80],
          [c, d, 50],
          [d, e, 30],
        ] as const)
          expect(Math.abs(alongSkin(fit, p, q) - mm)).toBeLessThan(0.5);
        expect(e.yMm).toBeCloseTo(a.yMm, 2);
        // above, and to the subject's left
        expect(c.yMm).toBeGreaterThan(d.yMm);
        expect(d.yMm).toBeGreaterThan(e.yMm);
        expect(Math.min(c.xMm, d.xMm, e.xMm)).toBeGreaterThan(30);
      }),
      { numRuns: 40 },
    );
  });

  it('every guide is there and finite, whatever the design', () => {
    fc.assert(
      fc.property(heads, movedDesigns, (fit, moved) => {
        const guides = guidesOf(fit, pointPlaces(moved, fit));
        expect(guides.map(({ name }) => name)).toEqual(GUIDES);
        for (const { lines } of guides)
          for (const line of lines) {
            expect(line.length).toBeGreaterThan(1);
            for (const { xMm, yMm, zMm } of line) expect([xMm, yMm, zMm].every(Number.isFinite)).toBe(true);
          }
      }),
      { numRuns: 40 },
    );
  });

  it('the corners differ by what the level line shows', () => {
    const moved = { ...design, balancePercent: 0, mirror: false, handles: { leftCorner: { sideMm: 0, upMm: 6 } } };
    expect(measuresOf(ideal, moved)('cornerDifference').mm).toBeCloseTo(6, 1);
    const [level] = linesOf(ideal, 'levelLine', moved);
    const { leftCorner, rightCorner } = pointPlaces(moved, ideal);
    for (const { yMm } of level) expect(yMm).toBeCloseTo((leftCorner.pointMm.yMm + rightCorner.pointMm.yMm) / 2, 6);
  });
});

/** Heads whose true geometry is known: landmarks of the rendered surface, cm in the head frame. */
const SHARED = new URL('../../../../shared/heads/', import.meta.url);
interface Truth {
  readonly landmarks468: {
    readonly surface_head_cm: readonly (readonly [number, number, number])[];
    readonly surface_px: readonly (readonly [number, number])[];
  };
}

describe.runIf(existsSync(SHARED)).each(RENDERED_HEADS)('on the rendered head %s (../shared/heads)', (name) => {
  const truth = (): Truth => JSON.parse(readFileSync(new URL(`${name}.json`, SHARED), 'utf8')) as Truth;
  const { reading } = renderedHead(name);
  const fit = headOf(reading, design);

  it('thirds and eyes are off by no more than twice what is stated', () => {
    const at = measuresOf(fit);
    const cm = truth().landmarks468.surface_head_cm;
    for (const [measure, mm] of [
      ['middleThird', 10 * (cm[9][1] - cm[2][1])],
      ['lowerThird', 10 * (cm[2][1] - cm[152][1])],
      ['eyeToEye', 10 * (cm[263][0] - cm[33][0])],
    ] as const) {
      expect(Math.abs(at(measure).mm - mm)).toBeLessThan(2 * at(measure).errorMm);
    }
  });

  it('is drawn where the true landmarks are seen, to 6 mm (of a head turned by 45°, to 9)', () => {
    const seen = truth().landmarks468.surface_px;
    // The fixtures' reading is in px of its own, smaller copy of the picture.
    const scale = reading.photo.widthPx / 1500;
    const pxPerMm = -fit.pose.focalPx / fit.pose.translationMm[2];
    for (const [point, vertex] of [
      ['glabella', 9],
      ['noseBase', 2],
      ['chin', 152],
      ['leftOuterEye', 263],
      ['rightOuterEye', 33],
      ['leftBrowPeak', 334],
      ['rightBrowPeak', 105],
    ] as const) {
      const at = projectPoint(fit, fit.face[point]);
      const off = Math.hypot(at.xPx - scale * seen[vertex][0], at.yPx - scale * seen[vertex][1]) / pxPerMm;
      expect(off, point).toBeLessThan(name === 'head_t6_yawm45' ? 9 : 6);
    }
  });

  it('only what faces the camera is drawn', () => {
    const guides = guidesInSight(guidesOf(fit, pointPlaces(design, fit)), fit);
    const marks = guides.find((guide) => guide.name === 'eightCm')?.marks.map(({ letter }) => letter) ?? [];
    // The far temple of a turned head (22° and 45°) is out of sight.
    expect(marks).toContain(name === 'head_t6_yawm45' ? 'D' : 'D′');
    const turned = name === 'head_t3_stubble' || name === 'head_t6_yawm45';
    expect(marks.includes('D') && marks.includes('D′')).toBe(!turned);
  });
});
