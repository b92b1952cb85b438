import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cameraPlace, facing, pickScalp, projectPoint } from '~/model/view/camera';
import { REFERENCE_CRANIUM, surfacePoint } from '~/model/head/cranium';
import { averageFacePoints } from '~/model/head/face-points';
import type { HeadInView } from '~/model/view/view';
import { warpTo, WARP_RAYS } from '~/model/view/outline-warp';
import { multiply, turnBy } from '~/model/maths/rotation';
import { silhouette } from '~/model/view/silhouette';

const angle = fc.double({ min: -0.9, max: 0.9, noNaN: true });
const fits = fc
  .tuple(angle, angle, angle, fc.double({ min: 350, max: 2500, noNaN: true }), fc.boolean())
  .map(([yaw, pitch, roll, distance, warped]): HeadInView => {
    const cranium = REFERENCE_CRANIUM;
    const pose = {
      rotation: multiply(turnBy(0, 0, roll), multiply(turnBy(pitch, 0, 0), turnBy(0, yaw, 0))),
      translationMm: [30, -20, -distance] as const,
      focalPx: 3 * distance,
      principal: { xPx: 500, yPx: 700 },
    };
    const { centre, rimAt } = silhouette(cranium, pose);
    // An outline that bulges by 5 % on one side and falls in by 3 % on the other.
    const edge = Array.from({ length: WARP_RAYS }, (_, ray) => {
      const turn = (2 * Math.PI * ray) / WARP_RAYS;
      const out = rimAt(turn).radiusPx * (1.01 + 0.04 * Math.cos(turn - 1));
      return { xPx: centre.xPx + out * Math.cos(turn), yPx: centre.yPx - out * Math.sin(turn) };
    });
    const warp = warped ? warpTo(cranium, pose, edge) : null;
    return { pose, cranium, warp, face: averageFacePoints(cranium), source: 'hand' };
  });
const directions = fc
  .tuple(fc.double({ min: -0.6, max: 1, noNaN: true }), fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }))
  .map(([y, turn]) => ({ x: Math.sqrt(1 - y * y) * Math.sin(turn), y, z: Math.sqrt(1 - y * y) * Math.cos(turn) }));

describe('camera', () => {
  it('picks the place that is seen there', () => {
    fc.assert(
      fc.property(fits, directions, (fit, direction) => {
        // Nearer to the rim the picture says ever less about the place.
        fc.pre(facing(fit, direction) > 0.25);
        const found = pickScalp(fit, projectPoint(fit, surfacePoint(fit.cranium, direction)));
        expect(found).not.toBeNull();
        if (found === null) return;
        const away = Math.hypot(found.x - direction.x, found.y - direction.y, found.z - direction.z);
        expect(away * 100).toBeLessThan(0.3);
      }),
      { numRuns: 300 },
    );
  });

  it('shows a picked place where it was picked', () => {
    fc.assert(
      fc.property(
        fits,
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (fit, turn, share) => {
          const { centre, rimAt } = silhouette(fit.cranium, fit.pose);
          const out = share * rimAt(turn).radiusPx;
          const at = { xPx: centre.xPx + out * Math.cos(turn), yPx: centre.yPx - out * Math.sin(turn) };
          const found = pickScalp(fit, at);
          expect(found).not.toBeNull();
          if (found === null) return;
          const seen = projectPoint(fit, surfacePoint(fit.cranium, found));
          expect(Math.hypot(seen.xPx - at.xPx, seen.yPx - at.yPx)).toBeLessThan(0.5);
          expect(facing(fit, found)).toBeGreaterThan(-0.01);
        },
      ),
    );
  });

  it('finds nothing off the head', () => {
    fc.assert(
      fc.property(fits, fc.double({ min: 0, max: 6.28, noNaN: true }), (fit, turn) => {
        const { centre, rimAt } = silhouette(fit.cranium, fit.pose);
        const out = 1.1 * rimAt(turn).radiusPx;
        expect(
          pickScalp(fit, { xPx: centre.xPx + out * Math.cos(turn), yPx: centre.yPx - out * Math.sin(turn) }),
        ).toBeNull();
      }),
    );
  });

  it('knows the silhouette: what is seen farthest out is seen edge-on', () => {
    fc.assert(
      fc.property(fits, fc.double({ min: 0, max: 6.28, noNaN: true }), (fit, turn) => {
        const rim = silhouette(fit.cranium, fit.pose).rimAt(turn);
        const { centre } = fit.cranium;
        const d = [rim.xMm - centre.xMm, rim.yMm - centre.yMm, rim.zMm - centre.zMm];
        const length = Math.hypot(...d);
        const [x = 0, y = 0, z = 0] = d.map((c) => c / length);
        expect(Math.abs(facing(fit, { x, y, z }))).toBeLessThan(0.02);
      }),
    );
  });

  it('puts the camera where the pose says', () => {
    const straight = { rotation: [1, 0, 0, 0, 1, 0, 0, 0, 1], translationMm: [0, -50, -600] as const };
    expect(cameraPlace({ ...straight, focalPx: 1000, principal: { xPx: 0, yPx: 0 } })).toEqual({
      xMm: -0,
      yMm: 50,
      zMm: 600,
    });
  });
});
