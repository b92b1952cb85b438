import { directionTo, surfaceAt, SURFACE_SLOTS } from './cranium';
import type { Cranium } from './head';
import type { Direction, PointMm } from '~/model/base/units';

/** A tape laid tight over the skull from place to place. */
export interface Geodesic {
  /** 3 × n, head frame, mm: evenly spread, ends included. */
  readonly pointsMm: Float64Array;
  readonly lengthMm: number;
}

/** 2^LEVELS pieces; pieces of 5 mm on a head's curvature lose 0.01 % of the length. */
const LEVELS = 5;
const SWEEPS = 10;

const surface = new Float64Array(SURFACE_SLOTS);

/**
 * The shortest way over the skull between two places. Starts straight and is pulled tight at ever finer pieces: every
 * point moves along the skin towards the middle of its neighbours. (Pulling it along the radius instead would end in the
 * plane through the cranium's centre, which is not the shortest way.)
 */
export function geodesic(cranium: Cranium, from: Direction, to: Direction): Geodesic {
  const count = 2 ** LEVELS + 1;
  const points = new Float64Array(3 * count);
  /** Puts point i onto the skull, in the direction of a place. */
  const put = (i: number, place: PointMm): void => {
    const { x, y, z } = directionTo(cranium, place);
    surfaceAt(cranium, x, y, z, surface);
    points.set(surface.subarray(1, 4), 3 * i);
  };
  const middle = (i: number, step: number): PointMm => ({
    xMm: (points[3 * (i - step)] + points[3 * (i + step)]) / 2,
    yMm: (points[3 * (i - step) + 1] + points[3 * (i + step) + 1]) / 2,
    zMm: (points[3 * (i - step) + 2] + points[3 * (i + step) + 2]) / 2,
  });
  const { xMm, yMm, zMm } = cranium.centre;
  put(0, { xMm: xMm + from.x, yMm: yMm + from.y, zMm: zMm + from.z });
  put(count - 1, { xMm: xMm + to.x, yMm: yMm + to.y, zMm: zMm + to.z });
  for (let step = (count - 1) / 2; step >= 1; step /= 2) {
    for (let i = step; i < count - 1; i += 2 * step) put(i, middle(i, step));
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
      for (let i = step; i < count - 1; i += step) {
        const here = { xMm: points[3 * i], yMm: points[3 * i + 1], zMm: points[3 * i + 2] };
        const aim = middle(i, step);
        const { x, y, z } = directionTo(cranium, here);
        surfaceAt(cranium, x, y, z, surface);
        const [nx, ny, nz] = [surface[4], surface[5], surface[6]];
        const out = (aim.xMm - here.xMm) * nx + (aim.yMm - here.yMm) * ny + (aim.zMm - here.zMm) * nz;
        put(i, { xMm: aim.xMm - out * nx, yMm: aim.yMm - out * ny, zMm: aim.zMm - out * nz });
      }
    }
  }
  let lengthMm = 0;
  for (let k = 3; k < 3 * count; k += 3) {
    lengthMm += Math.hypot(points[k] - points[k - 3], points[k + 1] - points[k - 2], points[k + 2] - points[k - 1]);
  }
  return { pointsMm: points, lengthMm };
}
