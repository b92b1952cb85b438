import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeEntry, lineEdge } from '~/model/density/line-edge';
import { sideSoftness } from '~/model/density/side-softness';
import { SIDE_PROFILES } from '~/model/design/choices';
import type { SideProfile } from '~/model/design/choices';
import { initialDesign } from '~/model/design/design';
import { SIDE_ROWS } from '~/model/design/line-style';
import { hairlineOf } from '~/model/hairline/hairline';
import { pointPlaces } from '~/model/hairline/point-moves';
import { REFERENCE_CRANIUM } from '~/model/head/cranium';
import { tapeOf } from '~/model/head/tape';
import { crossesItself } from '../../support/line-crossing';
import { heads, headWith, movedDesigns } from '../../support/random-heads';

const fit = headWith(REFERENCE_CRANIUM);
const start = { ...initialDesign(1), balancePercent: 0 };
const lineWith = (sideProfile: SideProfile) => hairlineOf({ ...start, sideProfile }, fit);

/** Farthest that the line stands behind the chord from its temple point to its ear, seen flat on the tape, mm across. */
function bowMm(sideProfile: SideProfile): number {
  const line = lineWith(sideProfile);
  const tape = tapeOf(fit.cranium);
  const { leftTemple, leftEar } = line.points;
  const onSide = Array.from({ length: line.count }, (_, k) => k).filter(
    (k) =>
      line.arcLengthMm[k] > line.pointArcLengthMm.leftTemple && line.arcLengthMm[k] < line.pointArcLengthMm.leftEar,
  );
  return Math.max(
    ...onSide.map((k) => {
      const [x, y, z] = line.directions.subarray(3 * k, 3 * k + 3);
      const { acrossMm, heightMm } = tape.placeOf({ x, y, z });
      const share = (leftTemple.heightMm - heightMm) / (leftTemple.heightMm - leftEar.heightMm);
      return acrossMm - leftTemple.acrossMm - share * (leftEar.acrossMm - leftTemple.acrossMm);
    }),
  );
}

describe('side profile', () => {
  it('sets the temples back when soft and leaves the middle and the corners alone', () => {
    const [soft, medium, defined] = SIDE_PROFILES.map((sideProfile) => pointPlaces({ ...start, sideProfile }, fit));
    expect(soft.leftTemple.sideMm - medium.leftTemple.sideMm).toBeCloseTo(SIDE_ROWS.soft.templeBackMm, 0);
    expect(defined.leftTemple).toEqual(medium.leftTemple);
    for (const id of ['middle', 'leftCorner', 'rightCorner', 'leftEar'] as const) expect(soft[id]).toEqual(medium[id]);
  });

  it('runs the straighter to the ear the more defined it is', () => {
    expect(bowMm('soft')).toBeGreaterThan(bowMm('medium') + 0.5);
    expect(bowMm('medium')).toBeGreaterThan(bowMm('defined') + 1);
  });

  it('fades the sides more or less than the front, which stays as its edge style has it', () => {
    for (const profile of SIDE_PROFILES) {
      const line = lineWith(profile);
      const { leftCorner, leftTemple, leftEar, rightTemple } = line.pointArcLengthMm;
      const softness = sideSoftness(profile, line);
      expect(softness(0)).toBe(1);
      expect(softness(0.9 * line.pointArcLengthMm.leftCorner)).toBe(1);
      for (const at of [(leftCorner + leftTemple) / 2, leftTemple, (leftTemple + leftEar) / 2, rightTemple])
        expect(softness(at)).toBeCloseTo(SIDE_ROWS[profile].softness, 6);
      expect(softness(leftEar + 60)).toBe(1);
      const edge = lineEdge({ ...start, sideProfile: profile, edgeSoftnessMm: 10 }, line);
      expect(edge.depthMm[edgeEntry(0)]).toBe(10);
      expect(edge.depthMm[edgeEntry(leftTemple)]).toBeCloseTo(10 * SIDE_ROWS[profile].softness, 1);
      expect(Math.max(...edge.depthMm)).toBeLessThanOrEqual(edge.mostDepthMm);
    }
  });

  it('never makes the line cross itself', () => {
    fc.assert(
      fc.property(heads, movedDesigns, fc.constantFrom(...SIDE_PROFILES), (head, design, sideProfile) => {
        expect(crossesItself(hairlineOf({ ...design, sideProfile }, head))).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
});
