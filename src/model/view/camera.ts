import type { Direction, PointMm, PointPx } from '~/model/base/units';
import { directionTo, SURFACE_SLOTS, surfaceAt, surfaceRadius } from '~/model/head/cranium';
import type { Cranium } from '~/model/head/head';
import { rotate, rotateBack } from '~/model/maths/rotation';
import { bisect } from '~/model/maths/search';
import type { HeadInView, OutlineWarp, Pose } from './view';
import { clamp } from '~/model/maths/numbers';

/** Nothing nearer to the camera than this is seen: keeps hostile corrections finite. */
export const NEAREST_MM = 20;

/** A place in the picture and how far in front of the camera it lies. */
export interface Projected extends PointPx {
  readonly depthMm: number;
}

/** Where the camera is, head frame: −Rᵀt. */
export function cameraPlace({ rotation, translationMm: [tx, ty, tz] }: Pose): PointMm {
  const [x, y, z] = rotateBack(rotation, tx, ty, tz);
  return { xMm: -x, yMm: -y, zMm: -z };
}

/** The pinhole alone, without the outline's warp. */
export function projectPinhole(pose: Pose, { xMm, yMm, zMm }: PointMm): Projected {
  const { rotation, translationMm: t, focalPx, principal } = pose;
  const [x, y, z] = rotate(rotation, xMm, yMm, zMm);
  const depthMm = Math.max(-(z + t[2]), NEAREST_MM);
  return {
    xPx: principal.xPx + (focalPx * (x + t[0])) / depthMm,
    yPx: principal.yPx - (focalPx * (y + t[1])) / depthMm,
    depthMm,
  };
}

/**
 * By how much the warp stretches the offset (dx, dy) px from its centre: 1 + (ratio − 1)·strength. Strength is 1 − n·view:
 * full at the silhouette (and behind it), none where the skin faces the camera.
 */
export function warpFactor(warp: OutlineWarp, dxPx: number, dyPx: number, cosine: number): number {
  const { ratio } = warp;
  const turn = Math.atan2(-dyPx, dxPx) / (2 * Math.PI);
  const place = (turn - Math.floor(turn)) * ratio.length;
  const i = Math.floor(place) % ratio.length;
  const from = ratio[i];
  const to = ratio[(i + 1) % ratio.length];
  const there = from + (place - Math.floor(place)) * (to - from);
  return 1 + (there - 1) * (1 - clamp(cosine, 0, 1));
}

const surface = new Float64Array(SURFACE_SLOTS);

/** Cosine between the skin's normal in a direction and the line from there to the camera; negative: turned away. */
export function facing(fit: HeadInView, { x, y, z }: Direction): number {
  surfaceAt(fit.cranium, x, y, z, surface);
  const camera = cameraPlace(fit.pose);
  const vx = camera.xMm - surface[1];
  const vy = camera.yMm - surface[2];
  const vz = camera.zMm - surface[3];
  const dot = vx * surface[4] + vy * surface[5] + vz * surface[6];
  return dot / Math.sqrt(vx * vx + vy * vy + vz * vz);
}

/** Where a point of the head frame is seen in the working photo, with the outline's warp. */
export function projectPoint(fit: HeadInView, point: PointMm): Projected {
  const seen = projectPinhole(fit.pose, point);
  const { warp } = fit;
  if (warp === null) return seen;
  const dx = seen.xPx - warp.centre.xPx;
  const dy = seen.yPx - warp.centre.yPx;
  const factor = warpFactor(warp, dx, dy, facing(fit, directionTo(fit.cranium, point)));
  return { xPx: warp.centre.xPx + dx * factor, yPx: warp.centre.yPx + dy * factor, depthMm: seen.depthMm };
}

/** How large a mm is in the working photo where the head is, px: at the middle of the skull. */
export const pxPerMmAtMiddle = (fit: HeadInView): number =>
  fit.pose.focalPx / projectPoint(fit, fit.cranium.centre).depthMm;

/** Coarse steps along a ray before the crossing is closed in on; a chord thinner than one step is found by its middle. */
const RAY_STEPS = 32;
const CLOSING_STEPS = 24;

/** The pinhole's ray through a place of the picture, head frame, mm: its direction, of length 1. */
function rayThrough(
  { rotation, focalPx, principal }: Pose,
  uPx: number,
  vPx: number,
): readonly [number, number, number] {
  const cx = (uPx - principal.xPx) / focalPx;
  const cy = (principal.yPx - vPx) / focalPx;
  const unit = 1 / Math.sqrt(cx * cx + cy * cy + 1);
  return rotateBack(rotation, cx * unit, cy * unit, -unit);
}

/** Tangent planes that a place which is nearly known is found by: each is nearer by a hundred times or so. */
const NEARLY = 3;

/** The same as the pinhole's ray through a place of the picture meets the skull, where it is known `about` where: sooner found. */
export function skinNear(cranium: Cranium, pose: Pose, { xPx, yPx }: PointPx, about: Direction): Direction {
  const [dx, dy, dz] = rayThrough(pose, xPx, yPx);
  const { xMm: ox, yMm: oy, zMm: oz } = cameraPlace(pose);
  let found = about;
  for (let round = 0; round < NEARLY; round++) {
    surfaceAt(cranium, found.x, found.y, found.z, surface);
    const [, x, y, z, nx, ny, nz] = surface;
    const t = ((x - ox) * nx + (y - oy) * ny + (z - oz) * nz) / (dx * nx + dy * ny + dz * nz);
    if (!(t > 0)) return about;
    found = directionTo(cranium, { xMm: ox + t * dx, yMm: oy + t * dy, zMm: oz + t * dz });
  }
  return found;
}

/** Where the pinhole's ray through a place of the picture first meets the skull; null where it passes by. */
function castRay(cranium: Cranium, pose: Pose, uPx: number, vPx: number): Direction | null {
  const [dx, dy, dz] = rayThrough(pose, uPx, vPx);
  const camera = cameraPlace(pose);
  const ox = camera.xMm - cranium.centre.xMm;
  const oy = camera.yMm - cranium.centre.yMm;
  const oz = camera.zMm - cranium.centre.zMm;

  /** Distance from the centre less the skull's radius there: negative inside. */
  const outside = (t: number): number => {
    const x = ox + t * dx;
    const y = oy + t * dy;
    const z = oz + t * dz;
    const length = Math.sqrt(x * x + y * y + z * z);
    return length === 0 ? -1 : length - surfaceRadius(cranium, x / length, y / length, z / length);
  };

  const bound = 1.15 * Math.max(cranium.halfBreadthMm, cranium.halfLengthMm, cranium.heightMm, cranium.lowerMm);
  const nearest = -(ox * dx + oy * dy + oz * dz);
  const half = bound * bound - (ox * ox + oy * oy + oz * oz - nearest * nearest);
  if (!(half > 0)) return null;
  const start = Math.max(nearest - Math.sqrt(half), NEAREST_MM);
  const end = nearest + Math.sqrt(half);
  if (!(end > start)) return null;
  const step = (end - start) / RAY_STEPS;

  let low = start;
  let high = NaN;
  let closest = start;
  let least = Infinity;
  for (let i = 1; i <= RAY_STEPS; i++) {
    const t = start + i * step;
    const value = outside(t);
    if (value <= 0) {
      low = t - step;
      high = t;
      break;
    }
    if (value < least) {
      least = value;
      closest = t;
    }
  }
  if (Number.isNaN(high)) {
    // No sample was inside: the ray may still graze the skull next to its closest sample.
    let from = closest - step;
    let to = closest + step;
    for (let i = 0; i < CLOSING_STEPS; i++) {
      const a = from + (to - from) * 0.382;
      const b = from + (to - from) * 0.618;
      if (outside(a) < outside(b)) to = b;
      else from = a;
    }
    high = (from + to) / 2;
    if (!(outside(high) <= 0)) return null;
    low = closest - step;
  }
  const [, met] = bisect(low, high, CLOSING_STEPS, (t) => outside(t) > 0);
  return directionTo(cranium, {
    xMm: camera.xMm + met * dx,
    yMm: camera.yMm + met * dy,
    zMm: camera.zMm + met * dz,
  });
}

/**
 * The place on the skull that is seen at a place of the working photo; null off the head. The warp only moves points
 * along rays from its centre, so its inverse is a search for one number: how far out the place lies before the warp.
 */
export function pickScalp(fit: HeadInView, { xPx, yPx }: PointPx): Direction | null {
  const { cranium, pose, warp } = fit;
  if (warp === null) return castRay(cranium, pose, xPx, yPx);
  const dx = xPx - warp.centre.xPx;
  const dy = yPx - warp.centre.yPx;
  const out = (share: number): Direction | null =>
    castRay(cranium, pose, warp.centre.xPx + dx * share, warp.centre.yPx + dy * share);
  const overshoot = (share: number, found: Direction | null): number =>
    found === null ? 1 : share * warpFactor(warp, dx, dy, facing(fit, found)) - 1;
  // Ends at the place itself, or at the silhouette where the place lies beyond it.
  const [share] = bisect(0, 2, CLOSING_STEPS, (at) => overshoot(at, out(at)) <= 0);
  const found = out(share);
  return found !== null && Math.abs(overshoot(share, found)) < 1e-3 ? found : null;
}
