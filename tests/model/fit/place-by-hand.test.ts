import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_CORRECTION } from '~/model/design/head-correction';
import type { HeadCorrection } from '~/model/design/head-correction';
import { fitHead } from '~/model/fit/fit-head';
import { correctHead, placeByHand } from '~/model/fit/place-by-hand';
import { surfacePoint } from '~/model/head/cranium';
import type { HeadInView } from '~/model/view/view';
import { facing, projectPoint } from '~/model/view/camera';
import type { Projected } from '~/model/view/camera';
import { followOutline } from '~/model/view/outline-warp';
import { renderedHead } from '../../support/rendered-head';

/** Where the middle of the skull is seen. */
const headCentre = (fit: HeadInView): Projected => projectPoint(fit, fit.cranium.centre);
const photo = { widthPx: 1200, heightPx: 1600 };
const byHand = placeByHand(photo, 'men');
const found = fitHead(renderedHead('head_t3_stubble').reading, 'men');

const any = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const corrections: fc.Arbitrary<HeadCorrection> = fc.record({
  rightMm: any,
  upMm: any,
  scale: any,
  turnDegrees: any,
  tiltDegrees: any,
  rollDegrees: any,
  breadthMm: any,
  lengthMm: any,
  heightMm: any,
  followOutline: fc.boolean(),
});

describe('a head placed by hand', () => {
  it('stands in the middle, looks at the camera, and fits into the picture', () => {
    const centre = headCentre(byHand);
    expect(centre.xPx).toBeCloseTo(600, 6);
    expect(centre.yPx).toBeCloseTo(800, 6);
    expect(facing(byHand, { x: 0, y: 0, z: 1 })).toBeGreaterThan(0.97);
    const top = projectPoint(byHand, surfacePoint(byHand.cranium, { x: 0, y: 1, z: 0 })).yPx;
    const chin = projectPoint(byHand, byHand.face.chin).yPx;
    expect(top).toBeGreaterThan(0);
    expect(chin - top).toBeGreaterThan(0.4 * 1200);
    expect(chin).toBeLessThan(1600);
  });

  it('can be turned round to its back and bowed to its top', () => {
    const back = correctHead(byHand, { ...NO_CORRECTION, turnDegrees: 180 });
    expect(facing(back, { x: 0, y: 0, z: -1 })).toBeGreaterThan(0.9);
    const top = correctHead(byHand, { ...NO_CORRECTION, tiltDegrees: 90 });
    expect(facing(top, { x: 0, y: 1, z: 0 })).toBeGreaterThan(0.9);
  });

  it('follows an outline found around it', () => {
    const { reading } = renderedHead('head_t2_front');
    const placed = correctHead(placeByHand(reading.photo, 'men'), { ...NO_CORRECTION, scale: 1.14, upMm: 50 });
    expect(reading.outline).not.toBeNull();
    if (reading.outline === null) return;
    const { warp } = followOutline(placed, reading.outline);
    expect(warp?.edgePx.length).toBeGreaterThan(80);
    expect(warp?.ratio.every((r) => r > 0.88 && r < 1.12)).toBe(true);
    expect(warp?.ratio.some((r) => Math.abs(r - 1) > 0.01)).toBe(true);
  });

  it('turns to the right, bows forward, leans clockwise, moves and grows as said', () => {
    const nose = (correction: Partial<HeadCorrection>): { xPx: number; yPx: number } =>
      projectPoint(correctHead(byHand, { ...NO_CORRECTION, ...correction }), byHand.face.noseBase);
    const before = nose({});
    expect(nose({ turnDegrees: 20 }).xPx).toBeGreaterThan(before.xPx + 20);
    expect(nose({ tiltDegrees: 20 }).yPx).toBeGreaterThan(before.yPx + 10);
    expect(nose({ rollDegrees: 20 }).xPx).toBeLessThan(before.xPx - 20);
    const scale = byHand.pose.focalPx / headCentre(byHand).depthMm;
    const moved = headCentre(correctHead(byHand, { ...NO_CORRECTION, rightMm: 10, upMm: 5 }));
    expect(moved.xPx - 600).toBeCloseTo(10 * scale, 6);
    expect(moved.yPx - 800).toBeCloseTo(-5 * scale, 6);
    const grown = correctHead(byHand, { ...NO_CORRECTION, scale: 1.5 });
    expect(headCentre(grown).xPx).toBeCloseTo(600, 6);
    const breadth = (fit: typeof byHand): number =>
      projectPoint(fit, fit.face.leftTragion).xPx - projectPoint(fit, fit.face.rightTragion).xPx;
    expect(breadth(grown) / breadth(byHand)).toBeCloseTo(1.5, 6);
  });
});

describe('correcting a head that was found', () => {
  it('gives the very fit back where nothing was changed', () => {
    expect(correctHead(found, NO_CORRECTION)).toBe(found);
    expect(correctHead(found, { ...NO_CORRECTION, followOutline: false })).toEqual({ ...found, warp: null });
  });

  it('keeps following the outline of the photo', () => {
    const moved = correctHead(found, { ...NO_CORRECTION, rightMm: 2, breadthMm: -4 });
    const edge = found.warp?.edgePx ?? new Float32Array();
    const { warp } = moved;
    expect(warp?.edgePx).toBe(edge);
    expect(warp?.centre.xPx).toBeGreaterThan(found.warp?.centre.xPx ?? Infinity);
    const mean = (ratio: Float32Array | undefined): number =>
      (ratio ?? new Float32Array()).reduce((sum, r) => sum + r, 0) / 180;
    expect(mean(warp?.ratio)).toBeGreaterThan(mean(found.warp?.ratio) + 0.005);
  });

  it('stays finite under hostile corrections', () => {
    const directions = [
      { x: 0, y: 1, z: 0 },
      { x: 0, y: 0, z: 1 },
      { x: -1, y: 0, z: 0 },
      { x: 0, y: -1, z: 0 },
    ];
    fc.assert(
      fc.property(corrections, fc.boolean(), (correction, hand) => {
        const fit = correctHead(hand ? byHand : found, correction);
        for (const direction of directions) {
          const { xPx, yPx, depthMm } = projectPoint(fit, surfacePoint(fit.cranium, direction));
          expect([xPx, yPx, depthMm, facing(fit, direction)].every(Number.isFinite)).toBe(true);
        }
        expect((fit.warp?.ratio ?? []).every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
