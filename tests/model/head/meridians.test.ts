import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GLABELLA_Y_MM, REFERENCE_CRANIUM, surfacePoint, WOMENS_CRANIUM } from '~/model/head/cranium';
import { meridiansOf } from '~/model/head/meridians';

const reference = meridiansOf(REFERENCE_CRANIUM);
const womens = meridiansOf(WOMENS_CRANIUM);

const azimuths = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });
const elevations = fc.double({ min: -1.2, max: 1.55, noNaN: true });

describe('meridians', () => {
  it('comes back to the same direction', () => {
    fc.assert(
      fc.property(azimuths, elevations, (azimuth, elevation) => {
        const flat = Math.cos(elevation);
        const d = { x: flat * Math.sin(azimuth), y: Math.sin(elevation), z: flat * Math.cos(azimuth) };
        const { azimuthRadians, heightMm } = womens.coordinates(d);
        const back = womens.directionAt(azimuthRadians, heightMm);
        expect(Math.hypot(back.x - d.x, back.y - d.y, back.z - d.z)).toBeLessThan(1e-9);
      }),
    );
  });

  it('measures heights along the skin', () => {
    fc.assert(
      fc.property(azimuths, fc.double({ min: 0, max: 110, noNaN: true }), (azimuth, heightMm) => {
        let along = 0;
        let last = surfacePoint(REFERENCE_CRANIUM, reference.directionAt(azimuth, 0));
        expect(last.yMm).toBeCloseTo(GLABELLA_Y_MM, 0);
        for (let i = 1; i <= 100; i++) {
          const next = surfacePoint(REFERENCE_CRANIUM, reference.directionAt(azimuth, (heightMm * i) / 100));
          along += Math.hypot(next.xMm - last.xMm, next.yMm - last.yMm, next.zMm - last.zMm);
          last = next;
        }
        expect(Math.abs(along - heightMm)).toBeLessThan(0.2);
      }),
      { numRuns: 40 },
    );
  });

  it('turns to the subject’s left, and below the glabella counts down', () => {
    expect(reference.coordinates({ x: 1, y: 0, z: 0 }).azimuthRadians).toBeCloseTo(Math.PI / 2, 12);
    expect(reference.coordinates({ x: 0, y: -0.5, z: Math.sqrt(0.75) }).heightMm).toBeLessThan(0);
    expect(surfacePoint(REFERENCE_CRANIUM, reference.directionAt(0.8, 60)).xMm).toBeGreaterThan(20);
  });

  it('stays on the head for heights that no head has', () => {
    for (const height of [-1e9, 1e9, 400]) {
      const d = reference.directionAt(1, height);
      expect(Math.hypot(d.x, d.y, d.z)).toBeCloseTo(1, 9);
    }
  });

  it('is made once for a cranium', () => {
    expect(meridiansOf(REFERENCE_CRANIUM)).toBe(meridiansOf(REFERENCE_CRANIUM));
  });
});
