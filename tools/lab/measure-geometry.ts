import { pickScalp } from '~/model/view/camera';
import { surfacePoint } from '~/model/head/cranium';
import type { HeadInView } from '~/model/view/view';
import { quantile } from '~/model/maths/quantile';
import { headingOf } from '~/model/maths/rotation';
import type { HeadTruth } from './truth';

const DEGREES = 180 / Math.PI;
/** The ear canals: what lies before them is the frontal half (head frame, mm). */
const FRONT_FROM_Z_MM = -46;

export interface GeometryFigures {
  readonly pitchDegrees: number;
  readonly yawDegrees: number;
  readonly scalePercent: number;
  /** Focal length found, as a multiple of the true one. */
  readonly focal: number;
  /** Distance between the scalp point taken to be under a pixel and the true one, mm: frontal half, whole. */
  readonly frontMm: readonly [median: number, p95: number] | null;
  readonly wholeMm: readonly [median: number, p95: number] | null;
  /** Share of the true places in sight at which no head was found, %. */
  readonly lostPercent: number;
}

const spread = (values: readonly number[]): readonly [number, number] | null =>
  values.length === 0 ? null : [quantile(values, 0.5), quantile(values, 0.95)];

/** Where the head was taken to be, less where it is. */
export function geometryOf(fit: HeadInView, truth: HeadTruth): GeometryFigures {
  const found = headingOf(fit.pose.rotation);
  const real = headingOf(truth.rotation);
  const scaleOf = ({ focalPx, translationMm }: Pick<HeadTruth, 'focalPx' | 'translationMm'>): number =>
    focalPx / Math.hypot(...translationMm);
  const front: number[] = [];
  const whole: number[] = [];
  for (const { place, seen } of truth.scalp) {
    const direction = pickScalp(fit, seen);
    if (direction === null) continue;
    const { xMm, yMm, zMm } = surfacePoint(fit.cranium, direction);
    const apart = Math.hypot(xMm - place.xMm, yMm - place.yMm, zMm - place.zMm);
    whole.push(apart);
    if (place.zMm > FRONT_FROM_Z_MM) front.push(apart);
  }
  return {
    pitchDegrees: (found.pitchRadians - real.pitchRadians) * DEGREES,
    yawDegrees: (found.yawRadians - real.yawRadians) * DEGREES,
    scalePercent: 100 * (scaleOf(fit.pose) / scaleOf(truth) - 1),
    focal: fit.pose.focalPx / truth.focalPx,
    frontMm: spread(front),
    wholeMm: spread(whole),
    lostPercent: 100 * (1 - whole.length / truth.scalp.length),
  };
}
