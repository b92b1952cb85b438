import type { PointMm, PointPx } from '~/model/base/units';
import type { Span } from '~/model/design/known-length';
import { directionTo, SURFACE_SLOTS, surfaceAt } from '~/model/head/cranium';
import { geodesic } from '~/model/head/geodesic';
import { rotateBack } from '~/model/maths/rotation';
import type { HeadInView, Pose } from './view';
import { cameraPlace, facing, pickScalp } from './camera';

/** A flat thing seen more from the side than this is taken to face the camera: its slant is a guess there. Cosine; our choice. */
const LEAST_FACING = 0.35;

/** Unit vector, head frame, from the camera through a place of the picture. */
function sightLine({ rotation, focalPx, principal }: Pose, { xPx, yPx }: PointPx): PointMm {
  const a = (xPx - principal.xPx) / focalPx;
  const b = (principal.yPx - yPx) / focalPx;
  const [x, y, z] = rotateBack(rotation, a, b, -1);
  const length = Math.hypot(x, y, z);
  return { xMm: x / length, yMm: y / length, zMm: z / length };
}

const dot = (a: PointMm, b: PointMm): number => a.xMm * b.xMm + a.yMm * b.yMm + a.zMm * b.zMm;

const surface = new Float64Array(SURFACE_SLOTS);

/** Where something flat lies: touching the head between the two places, square to the skin there. */
function planeOf(fit: HeadInView, { from, to }: Span): { readonly point: PointMm; readonly normal: PointMm } {
  const between = { xPx: (from.xPx + to.xPx) / 2, yPx: (from.yPx + to.yPx) / 2 };
  const direction = pickScalp(fit, between) ?? directionTo(fit.cranium, fit.face.glabella);
  surfaceAt(fit.cranium, direction.x, direction.y, direction.z, surface);
  const point = { xMm: surface[1], yMm: surface[2], zMm: surface[3] };
  if (facing(fit, direction) >= LEAST_FACING) {
    return { point, normal: { xMm: surface[4], yMm: surface[5], zMm: surface[6] } };
  }
  const [x = 0, y = 0, z = 1] = fit.pose.rotation.slice(6);
  return { point, normal: { xMm: x, yMm: y, zMm: z } };
}

/** Length of a span on the head as understood, mm; null where a place of it is not on the head. */
export function spanMm(fit: HeadInView, span: Span): number | null {
  if (span.kind === 'alongSkin') {
    const from = pickScalp(fit, span.from);
    const to = pickScalp(fit, span.to);
    return from === null || to === null ? null : geodesic(fit.cranium, from, to).lengthMm;
  }
  const { point, normal } = planeOf(fit, span);
  const camera = cameraPlace(fit.pose);
  const depth = dot({ xMm: point.xMm - camera.xMm, yMm: point.yMm - camera.yMm, zMm: point.zMm - camera.zMm }, normal);
  const [a, b] = [sightLine(fit.pose, span.from), sightLine(fit.pose, span.to)];
  const [s, t] = [depth / dot(a, normal), depth / dot(b, normal)];
  if (!(s > 0 && t > 0)) return null;
  return Math.hypot(s * a.xMm - t * b.xMm, s * a.yMm - t * b.yMm, s * a.zMm - t * b.zMm);
}
