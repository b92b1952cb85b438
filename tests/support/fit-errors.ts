import { pickScalp } from '~/model/view/camera';
import { surfacePoint } from '~/model/head/cranium';
import { fitHead } from '~/model/fit/fit-head';
import { quantile } from '~/model/maths/quantile';
import { headingOf } from '~/model/maths/rotation';
import { seeHead } from './made-head';
import type { MadeHead } from './made-head';

const AVERAGE: Omit<MadeHead, 'seed'> = {
  breadthMm: 0,
  lengthMm: 0,
  heightMm: 0,
  yawDegrees: 0,
  pitchDegrees: 5,
  distanceMm: 1100,
  share: 0.47,
};

/**
 * Heads two standard deviations off the mean (docs/model.md, Head and hairline), and lenses off what is believed of
 * pictures without EXIF.
 */
export const FIT_CASES = [
  { name: 'average', head: AVERAGE },
  { name: 'length +2 SD', head: { ...AVERAGE, lengthMm: 14 } },
  { name: 'length −2 SD', head: { ...AVERAGE, lengthMm: -14 } },
  { name: 'height +2 SD', head: { ...AVERAGE, heightMm: 12.4 } },
  { name: 'height −2 SD', head: { ...AVERAGE, heightMm: -12.4 } },
  { name: 'focal +2 SD', head: { ...AVERAGE, distanceMm: 2215 } },
  { name: 'focal −2 SD', head: { ...AVERAGE, distanceMm: 546 } },
  { name: 'selfie at 45 cm', head: { ...AVERAGE, distanceMm: 450, share: 0.36 } },
] as const;

export interface FitErrors {
  readonly medianMm: number;
  readonly p95Mm: number;
  readonly pitchDegrees: number;
  readonly scalePercent: number;
}

const DEGREES = 180 / Math.PI;
const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
const root = (values: readonly number[]): number => Math.sqrt(mean(values.map((v) => v * v)));

/**
 * How far the scalp point taken to be under a pixel is from the true one over the frontal half, mean over so many heads
 * (turned to either side, bowed differently) whose readings err differently; tilt and scale as root mean squares.
 */
export function fitErrors(head: Omit<MadeHead, 'seed'>, heads: number): FitErrors {
  const all = Array.from({ length: heads }, (_, seed) => {
    const yawDegrees = seed % 2 === 0 ? head.yawDegrees : -head.yawDegrees;
    const pitchDegrees = head.pitchDegrees + 4 * ((seed % 3) - 1);
    const { reading, truth, scalp } = seeHead({ ...head, yawDegrees, pitchDegrees, seed: 1 + seed });
    const fit = fitHead(reading, 'men');
    const off = scalp.flatMap(({ place, seen }) => {
      const direction = pickScalp(fit, seen);
      if (direction === null) return [];
      const p = surfacePoint(fit.cranium, direction);
      return [Math.hypot(p.xMm - place.xMm, p.yMm - place.yMm, p.zMm - place.zMm)];
    });
    const scale = (fit.pose.focalPx / fit.pose.translationMm[2]) * (truth.pose.translationMm[2] / truth.pose.focalPx);
    return {
      median: quantile(off, 0.5),
      p95: quantile(off, 0.95),
      pitch: (headingOf(fit.pose.rotation).pitchRadians - headingOf(truth.pose.rotation).pitchRadians) * DEGREES,
      scale: 100 * (scale - 1),
    };
  });
  return {
    medianMm: mean(all.map(({ median }) => median)),
    p95Mm: mean(all.map(({ p95 }) => p95)),
    pitchDegrees: root(all.map(({ pitch }) => pitch)),
    scalePercent: root(all.map(({ scale }) => scale)),
  };
}
