import type { PointPx } from '~/model/base/units';
import { surfaceRadius } from '~/model/head/cranium';
import type { Cranium } from '~/model/head/head';
import { rotateBack } from '~/model/maths/rotation';
import { goldenSection } from '~/model/maths/search';
import type { Pose } from './view';
import { cameraPlace, projectPinhole } from './camera';

/** The edge of the skull as the pinhole sees it along one ray of the picture from the projected centre. */
export interface RimPoint {
  /** Distance from the projected centre, px. */
  readonly radiusPx: number;
  /** The place on the skull, head frame, mm. */
  readonly xMm: number;
  readonly yMm: number;
  readonly zMm: number;
}

/**
 * Returns the rim of the skull at a picture angle (radians, 0 = right, π/2 = up). All points of the plane through the
 * camera, the centre and the picture ray are seen on that ray; the rim is the one seen farthest out (golden section).
 */
export function silhouette(cranium: Cranium, pose: Pose): { centre: PointPx; rimAt: (angle: number) => RimPoint } {
  const { rotation, focalPx, principal } = pose;
  const { centre: c } = cranium;
  const seen = projectPinhole(pose, c);
  const camera = cameraPlace(pose);
  const away = { x: camera.xMm - c.xMm, y: camera.yMm - c.yMm, z: camera.zMm - c.zMm };
  const distance = Math.hypot(away.x, away.y, away.z);
  const vx = away.x / distance;
  const vy = away.y / distance;
  const vz = away.z / distance;

  // The direction square to the line of sight of the ray that is looked at, and how far out its skull is seen.
  let [wx, wy, wz] = [0, 0, 0];
  const tangent = (turn: number): number => {
    const towards = Math.cos(turn);
    const out = Math.sin(turn);
    const radius = surfaceRadius(cranium, towards * vx + out * wx, towards * vy + out * wy, towards * vz + out * wz);
    return (radius * out) / (distance - radius * towards);
  };
  const rimAt = (angle: number): RimPoint => {
    // A neighbouring ray of the picture, made square to the line of sight, spans the plane.
    const a = (seen.xPx + focalPx * Math.cos(angle) - principal.xPx) / focalPx;
    const b = (principal.yPx - (seen.yPx - focalPx * Math.sin(angle))) / focalPx;
    [wx, wy, wz] = rotateBack(rotation, a, b, -1);
    const along = wx * vx + wy * vy + wz * vz;
    wx -= along * vx;
    wy -= along * vy;
    wz -= along * vz;
    const length = Math.hypot(wx, wy, wz);
    wx /= length;
    wy /= length;
    wz /= length;
    const turn = goldenSection(0.5, 2.3, 15, tangent);
    const x = Math.cos(turn) * vx + Math.sin(turn) * wx;
    const y = Math.cos(turn) * vy + Math.sin(turn) * wy;
    const z = Math.cos(turn) * vz + Math.sin(turn) * wz;
    const radius = surfaceRadius(cranium, x, y, z);
    const point = { xMm: c.xMm + radius * x, yMm: c.yMm + radius * y, zMm: c.zMm + radius * z };
    const edge = projectPinhole(pose, point);
    return { ...point, radiusPx: Math.hypot(edge.xPx - seen.xPx, edge.yPx - seen.yPx) };
  };
  return { centre: { xPx: seen.xPx, yPx: seen.yPx }, rimAt };
}
