import type { Direction, PointPx } from '~/model/base/units';
import { SURFACE_SLOTS, surfaceAt } from '~/model/head/cranium';
import type { Cranium } from '~/model/head/head';
import { rotateBack } from '~/model/maths/rotation';
import { fallingZero } from '~/model/maths/search';
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
  /** Its direction from the skull's middle, and the skin's normal there, head frame. */
  readonly direction: Direction;
  readonly normal: Direction;
}

/** The rim of a round head is about square to the line of sight, and lies between these turns from it, radians. */
const NEAREST = 0.5;
const SQUARE = 1.4;
const FARTHEST = 2.3;

const surface = new Float64Array(SURFACE_SLOTS);

/**
 * Returns the rim of the skull at a picture angle (radians, 0 = right, π/2 = up). All points of the plane through the
 * camera, the centre and the picture ray are seen on that ray; the rim is the one whose skin is seen along itself.
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

  // The direction square to the line of sight of the ray that is looked at; where on the skull it is looked at.
  let [wx, wy, wz] = [0, 0, 0];
  let [x, y, z] = [0, 0, 0];
  const look = (turn: number): void => {
    const towards = Math.cos(turn);
    const out = Math.sin(turn);
    x = towards * vx + out * wx;
    y = towards * vy + out * wy;
    z = towards * vz + out * wz;
    surfaceAt(cranium, x, y, z, surface);
  };
  /** How much the skin there faces the camera, as a share of how far away that is. */
  const facing = (turn: number): number => {
    look(turn);
    const share = surface[0] / distance;
    return surface[4] * (vx - share * x) + surface[5] * (vy - share * y) + surface[6] * (vz - share * z);
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
    look(fallingZero(NEAREST, FARTHEST, SQUARE, -1, facing));
    const [, xMm, yMm, zMm, nx, ny, nz] = surface;
    const edge = projectPinhole(pose, { xMm, yMm, zMm });
    const radiusPx = Math.hypot(edge.xPx - seen.xPx, edge.yPx - seen.yPx);
    return { radiusPx, xMm, yMm, zMm, direction: { x, y, z }, normal: { x: nx, y: ny, z: nz } };
  };
  return { centre: { xPx: seen.xPx, yPx: seen.yPx }, rimAt };
}
