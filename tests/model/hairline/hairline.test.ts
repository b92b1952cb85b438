import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HAIRLINE_SHAPES } from '~/model/design/choices';
import { initialDesign } from '~/model/design/design';
import { MAIN_POINTS } from '~/model/design/line-points';
import type { MainPointId } from '~/model/design/line-points';
import { recessionMm, SHAPE_ROWS } from '~/model/design/line-style';
import { hairlineOf } from '~/model/hairline/hairline';
import type { Hairline } from '~/model/hairline/hairline';
import { pointPlaces } from '~/model/hairline/point-moves';
import { REFERENCE_CRANIUM, surfacePoint, WOMENS_CRANIUM } from '~/model/head/cranium';
import { tapeOf } from '~/model/head/tape';
import { crossesItself } from '../../support/line-crossing';
import { heads, headWith, movedDesigns, plainDesigns } from '../../support/random-heads';

const at = (line: Hairline, k: number): readonly [number, number, number] => [
  line.pointsMm[3 * k] ?? NaN,
  line.pointsMm[3 * k + 1] ?? NaN,
  line.pointsMm[3 * k + 2] ?? NaN,
];
const direction = (line: Hairline, k: number): { x: number; y: number; z: number } => ({
  x: line.directions[3 * k] ?? NaN,
  y: line.directions[3 * k + 1] ?? NaN,
  z: line.directions[3 * k + 2] ?? NaN,
});
const apart = (a: readonly [number, number, number], b: readonly [number, number, number]): number =>
  Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const indices = (line: Hairline): number[] => Array.from({ length: line.count }, (_, k) => k);

/** The brows end 38 degrees from straight ahead, at Y 55 at most; 3 mm of room above them. */
const BROW_SLOPE = 0.78;
const BROW_Y_MM = 58;
/** Y of the line's lowest place over the brows, mm. */
const lowestInFront = (line: Hairline): number =>
  Math.min(
    ...indices(line).map((k) => {
      const { x, z } = direction(line, k);
      return z > 0 && Math.abs(x) < BROW_SLOPE * z ? at(line, k)[1] : Infinity;
    }),
  );

describe('hairlineOf', () => {
  it('is a closed, evenly spaced line on the skull, above the brows, for any head, design and moved points', () => {
    fc.assert(
      fc.property(heads, movedDesigns, (fit, design) => {
        const line = hairlineOf(design, fit);
        const offSkin = indices(line).map((k) => {
          const place = surfacePoint(fit.cranium, direction(line, k));
          return apart(at(line, k), [place.xMm, place.yMm, place.zMm]);
        });
        const steps = indices(line).map((k) => apart(at(line, k), at(line, (k + 1) % line.count)));
        expect(Math.max(...offSkin)).toBeLessThan(1e-6);
        expect(Math.max(...steps)).toBeLessThan(2);
        expect(Math.min(...steps)).toBeGreaterThan(0.5);
        expect(lowestInFront(line)).toBeGreaterThan(BROW_Y_MM);
      }),
      { numRuns: 60 },
    );
  });

  it('stays above the brows when a temple point is pulled to the middle under a low line', () => {
    const far = fc.constantFrom(-60, -20, 0, 20, 60);
    const move = fc.record({ sideMm: far, upMm: far });
    const pulled = fc.record({ leftTemple: move, rightTemple: move, leftCorner: move, rightEar: move });
    fc.assert(
      fc.property(heads, plainDesigns, pulled, (fit, plain, handles) => {
        const line = hairlineOf({ ...plain, hairlineHeightMm: 55, handles }, fit);
        expect(lowestInFront(line)).toBeGreaterThan(BROW_Y_MM);
      }),
      { numRuns: 60 },
    );
  });

  it('never crosses itself', () => {
    fc.assert(
      fc.property(heads, movedDesigns, (fit, design) => {
        expect(crossesItself(hairlineOf(design, fit))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('runs through its points, in order from the right to the left', () => {
    fc.assert(
      fc.property(heads, movedDesigns, (fit, design) => {
        const line = hairlineOf(design, fit);
        const places = pointPlaces(design, fit);
        let lastAlong = -Infinity;
        let lastAcross = -Infinity;
        for (const id of MAIN_POINTS) {
          const { xMm, yMm, zMm } = places[id].pointMm;
          const nearest = Math.min(...indices(line).map((k) => apart(at(line, k), [xMm, yMm, zMm])));
          expect(nearest).toBeLessThan(1.5);
          expect(line.pointArcLengthMm[id]).toBeGreaterThan(lastAlong);
          expect(line.points[id].acrossMm).toBeGreaterThan(lastAcross);
          lastAlong = line.pointArcLengthMm[id];
          lastAcross = line.points[id].acrossMm;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('mirrors exactly at balance 0', () => {
    fc.assert(
      fc.property(heads, plainDesigns, (fit, plain) => {
        const line = hairlineOf({ ...plain, balancePercent: 0 }, fit);
        const middle = line.arcLengthMm.indexOf(0);
        const sides = Array.from({ length: Math.min(middle, line.count - 1 - middle) + 1 }, (_, k) => k);
        const off = sides.map((k) => {
          const [l, r] = [at(line, middle + k), at(line, middle - k)];
          return apart(l, [-r[0], r[1], r[2]]);
        });
        expect(Math.max(...off)).toBeLessThan(0.1);
      }),
      { numRuns: 40 },
    );
  });

  it('differs left from right by up to 3 mm at full balance, and by seed', () => {
    const fit = headWith(REFERENCE_CRANIUM);
    const differences = Array.from({ length: 40 }, (_, seed) => {
      const places = pointPlaces({ ...initialDesign(seed), balancePercent: 100 }, fit);
      return Math.abs(places.leftCorner.heightMm - places.rightCorner.heightMm);
    });
    expect(Math.max(...differences)).toBeLessThanOrEqual(3);
    expect(Math.max(...differences)).toBeGreaterThan(1.5);
    expect(new Set(differences).size).toBe(differences.length);
  });

  it('has the middle at its height along the skin, and the corners higher by the recession', () => {
    fc.assert(
      fc.property(heads, plainDesigns, (fit, plain) => {
        const design = { ...plain, balancePercent: 0 };
        const places = pointPlaces(design, fit);
        const middle = design.hairlineHeightMm + SHAPE_ROWS[design.shape].middleRaiseMm;
        expect(places.middle.heightMm).toBeCloseTo(middle, 6);
        expect(places.leftCorner.heightMm - middle).toBeCloseTo(recessionMm(design), 6);
        expect(places.rightCorner.heightMm - middle).toBeCloseTo(recessionMm(design), 6);
      }),
    );
  });

  it('rises as a whole in front when the height is raised', () => {
    const fit = headWith(WOMENS_CRANIUM);
    for (const shape of HAIRLINE_SHAPES) {
      const low = hairlineOf({ ...initialDesign(3), shape, hairlineHeightMm: 62 }, fit);
      const high = hairlineOf({ ...initialDesign(3), shape, hairlineHeightMm: 72 }, fit);
      const tape = tapeOf(fit.cranium);
      const heightAt = (line: Hairline, acrossMm: number): number => {
        const places = indices(line)
          .filter((k) => Math.abs(line.arcLengthMm[k] ?? NaN) < line.pointArcLengthMm.leftCorner)
          .map((k) => tape.placeOf(direction(line, k)))
          .sort((a, b) => Math.abs(a.acrossMm - acrossMm) - Math.abs(b.acrossMm - acrossMm));
        return places[0]?.heightMm ?? NaN;
      };
      for (const acrossMm of [-25, -10, 0, 10, 25]) {
        expect(heightAt(high, acrossMm) - heightAt(low, acrossMm)).toBeGreaterThan(7);
      }
    }
  });

  it('puts the corners 5 mm outside the outer corners of the eyes where the head is broad enough there', () => {
    const fit = headWith(REFERENCE_CRANIUM);
    const cornerX = (id: MainPointId, hairlineHeightMm: number): number =>
      pointPlaces({ ...initialDesign(1), balancePercent: 0, hairlineHeightMm, shape: 'straight' }, fit)[id].pointMm.xMm;
    // As seen from the front, 5 mm along the skin that turns to the side are less.
    const outMm = cornerX('leftCorner', 60) - fit.face.leftOuterEye.xMm;
    expect(outMm).toBeGreaterThan(2);
    expect(outMm).toBeLessThan(5);
    expect(fit.face.rightOuterEye.xMm - cornerX('rightCorner', 60)).toBeCloseTo(outMm, 3);
    expect(cornerX('leftCorner', 100)).toBeLessThan(fit.face.leftOuterEye.xMm);
  });

  it('gives women lower corners than men', () => {
    const men = initialDesign(1);
    expect(recessionMm(men)).toBe(5);
    expect(recessionMm({ ...men, build: 'women' })).toBe(2);
    expect(recessionMm({ ...men, build: 'women', templeRecessionMm: 9 })).toBe(9);
  });
});
