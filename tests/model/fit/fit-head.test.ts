import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitHead } from '~/model/fit/fit-head';
import { READ_MM } from '~/model/fit/landmark-template';
import type { Pose } from '~/model/view/view';
import { headingOf, multiply, turnBy } from '~/model/maths/rotation';
import { projectPinhole } from '~/model/view/camera';
import type { HeadReading } from '~/model/view/head-reading';

const DEGREES = 180 / Math.PI;

/** What a perfect landmarker would read of the average face in this pose. */
function readingOf(pose: Pose, focalPx: number | null, noisePx: (i: number) => number = () => 0): HeadReading {
  const landmarksPx = new Float32Array(3 * 468);
  for (let i = 0; i < 468; i++) {
    const p = { xMm: READ_MM[3 * i] ?? 0, yMm: READ_MM[3 * i + 1] ?? 0, zMm: READ_MM[3 * i + 2] ?? 0 };
    const seen = projectPinhole(pose, p);
    landmarksPx.set([seen.xPx + noisePx(2 * i), seen.yPx + noisePx(2 * i + 1), 0], 3 * i);
  }
  return {
    photo: { widthPx: 2 * pose.principal.xPx, heightPx: 2 * pose.principal.yPx },
    face: { landmarksPx, box: { left: 0, top: 0, right: 1, bottom: 1 } },
    outline: null,
    focalPx,
  };
}

const angle = (most: number): fc.Arbitrary<number> => fc.double({ min: -most, max: most, noNaN: true });
const poses = fc
  .tuple(angle(0.9), angle(0.5), angle(0.7), fc.double({ min: 350, max: 2500, noNaN: true }), angle(40), angle(40))
  .map(([yaw, pitch, roll, distance, x, y]): Pose => ({
    rotation: multiply(turnBy(0, 0, roll), multiply(turnBy(pitch, 0, 0), turnBy(0, yaw, 0))),
    translationMm: [x, y, -distance],
    focalPx: 4 * distance,
    principal: { xPx: 750, yPx: 1000 },
  }));

describe('fitHead on made-up faces', () => {
  it('finds the pose again when the focal length is known', () => {
    fc.assert(
      fc.property(poses, (pose) => {
        const fit = fitHead(readingOf(pose, pose.focalPx), 'men');
        const turned = multiply(
          fit.pose.rotation,
          [0, 3, 6, 1, 4, 7, 2, 5, 8].map((k) => pose.rotation[k] ?? 0),
        );
        const trace = (turned[0] ?? 0) + (turned[4] ?? 0) + (turned[8] ?? 0);
        expect(Math.acos(Math.min((trace - 1) / 2, 1)) * DEGREES).toBeLessThan(0.5);
        expect(fit.pose.translationMm[2] / pose.translationMm[2]).toBeCloseTo(1, 1);
      }),
      { numRuns: 60 },
    );
  });

  it('needs no focal length to tell turn and tilt', () => {
    fc.assert(
      fc.property(poses, (pose) => {
        fc.pre(pose.translationMm[2] > -1500 && pose.translationMm[2] < -550);
        const found = headingOf(fitHead(readingOf(pose, null), 'men').pose.rotation);
        const truth = headingOf(pose.rotation);
        expect(Math.abs(found.yawRadians - truth.yawRadians) * DEGREES).toBeLessThan(4);
        expect(Math.abs(found.pitchRadians - truth.pitchRadians) * DEGREES).toBeLessThan(4);
      }),
      { numRuns: 60 },
    );
  });

  it('is not thrown by a mouth wide open and a jaw far down', () => {
    const pose: Pose = {
      rotation: turnBy(0.15, 0.3, 0),
      translationMm: [0, 0, -700],
      focalPx: 2800,
      principal: { xPx: 750, yPx: 1000 },
    };
    const jaw = (k: number): number => (k % 2 === 1 && (READ_MM[3 * ((k - 1) / 2) + 1] ?? 0) < -40 ? 60 : 0);
    const found = headingOf(fitHead(readingOf(pose, 2800, jaw), 'men').pose.rotation);
    const truth = headingOf(pose.rotation);
    expect(Math.abs(found.pitchRadians - truth.pitchRadians) * DEGREES).toBeLessThan(2);
    expect(Math.abs(found.yawRadians - truth.yawRadians) * DEGREES).toBeLessThan(1);
  });

  it('puts the points of the average face where they are', () => {
    const pose: Pose = {
      rotation: turnBy(0.1, -0.2, 0),
      translationMm: [5, 5, -600],
      focalPx: 2400,
      principal: { xPx: 750, yPx: 1000 },
    };
    const { face } = fitHead(readingOf(pose, 2400), 'men');
    expect(face.glabella.xMm).toBeCloseTo(0, 0);
    expect(face.glabella.yMm).toBeCloseTo(48.9, 0);
    expect(face.leftOuterEye.xMm).toBeGreaterThan(40);
    expect(face.rightOuterEye.xMm).toBeLessThan(-40);
    expect(face.chin.yMm).toBeLessThan(face.noseBase.yMm - 30);
    expect(face.leftTragion.xMm).toBeCloseTo(-face.rightTragion.xMm, 9);
  });

  it.each([
    ['none', null],
    ['too short', new Float32Array(3)],
    ['not numbers', new Float32Array(3 * 468).fill(NaN)],
    ['all in one place', new Float32Array(3 * 468).fill(7)],
  ])('gives a usable head for landmarks that are %s', (_, landmarksPx) => {
    const face = landmarksPx === null ? null : { landmarksPx, box: { left: 0, top: 0, right: 0, bottom: 0 } };
    const fit = fitHead({ photo: { widthPx: 400, heightPx: 300 }, face, outline: null, focalPx: null }, 'women');
    const { rotation, translationMm, focalPx } = fit.pose;
    expect([...rotation, ...translationMm, focalPx].every(Number.isFinite)).toBe(true);
  });
});
