import { describe, expect, it } from 'vitest';
import { fitHead } from '~/model/fit/fit-head';
import { surfacePoint } from '~/model/head/cranium';
import { headingOf } from '~/model/maths/rotation';
import { pickScalp } from '~/model/view/camera';
import type { HeadReading } from '~/model/view/head-reading';
import { RENDERED_HEADS, renderedHead } from '../../support/rendered-head';

const DEGREES = 180 / Math.PI;

interface Errors {
  readonly yawDegrees: number;
  readonly pitchDegrees: number;
  readonly scale: number;
  readonly medianMm: number;
  readonly p95Mm: number;
  readonly lost: number;
}

function measure(name: (typeof RENDERED_HEADS)[number], change: Partial<HeadReading>): Errors {
  const { reading, pose, scalp } = renderedHead(name);
  const fit = fitHead({ ...reading, ...change }, 'men');
  const found = headingOf(fit.pose.rotation);
  const truth = headingOf(pose.rotation);
  const off: number[] = [];
  let lost = 0;
  for (const { place, seen } of scalp) {
    if (place.zMm < -45.85) continue;
    const direction = pickScalp(fit, seen);
    if (direction === null) {
      lost++;
      continue;
    }
    const p = surfacePoint(fit.cranium, direction);
    off.push(Math.hypot(p.xMm - place.xMm, p.yMm - place.yMm, p.zMm - place.zMm));
  }
  off.sort((a, b) => a - b);
  const rank = (share: number): number => off[Math.floor(share * off.length)] ?? NaN;
  return {
    yawDegrees: (found.yawRadians - truth.yawRadians) * DEGREES,
    pitchDegrees: (found.pitchRadians - truth.pitchRadians) * DEGREES,
    scale: (fit.pose.focalPx / fit.pose.translationMm[2]) * (pose.translationMm[2] / pose.focalPx),
    medianMm: rank(0.5),
    p95Mm: rank(0.95),
    lost: lost / (lost + off.length),
  };
}

/**
 * The truth of the rendered heads against what is made of the detector's reading. The landmark template was measured on
 * the same heads: leaving each out in turn (tools/fit-constants.ts) changes the median by 0.1 mm, once by 0.2.
 */
describe.each(RENDERED_HEADS)('%s', (name) => {
  it('is understood as without EXIF where that is of the picture it was cut out of', () => {
    const focalPx = 0.3 * renderedHead(name).pose.focalPx;
    expect(measure(name, { focalPx })).toEqual(measure(name, {}));
  });

  it('is understood without EXIF', () => {
    const errors = measure(name, {});
    expect(Math.abs(errors.yawDegrees)).toBeLessThan(1);
    expect(Math.abs(errors.pitchDegrees)).toBeLessThan(2);
    expect(Math.abs(errors.scale - 1)).toBeLessThan(0.03);
    // The targets of a view from the front.
    expect(errors.medianMm).toBeLessThan(1.5);
    expect(errors.p95Mm).toBeLessThan(4);
    expect(errors.lost).toBeLessThan(0.06);
  });

  it('is understood with the focal length from EXIF', () => {
    const errors = measure(name, { focalPx: 5312 });
    expect(Math.abs(errors.yawDegrees)).toBeLessThan(1);
    expect(Math.abs(errors.pitchDegrees)).toBeLessThan(2);
    expect(errors.medianMm).toBeLessThan(1.5);
    expect(errors.p95Mm).toBeLessThan(4);
  });

  it('keeps its tilt without an outline', () => {
    const errors = measure(name, { outline: null });
    expect(Math.abs(errors.yawDegrees)).toBeLessThan(3);
    // The landmarks of one head are read askew by some 1.5° and more; the outline is what rights it.
    expect(Math.abs(errors.pitchDegrees)).toBeLessThan(4);
  });
});
