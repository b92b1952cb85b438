import type { PointMm } from '~/model/base/units';
import { smoothstep } from '~/model/maths/numbers';
import type { Cranium } from './head';

/**
 * The ear as an ellipsoid standing off the head: middle of it in the head frame (x from the widest part of the skull)
 * and half axes, mm. It stands off by 24 (ear protrusion, ANSUR II) and is 64 by 36 (same source) and 3 to 4 more all
 * round, for no two ears and no fit are alike: a dot missing beside an ear is not seen, a dot on it is. Of 126 places that
 * the ears of rendered heads hide, 1 is taken for bare so (45 with an ear of its plain size that stands off by 17).
 */
const EAR_OUT_MM = 8;
const EAR_Y_MM = 8;
const EAR_Z_MM = -51;
const EAR_HALF_MM = [16.5, 35, 22] as const;
/** Above this height no ear hides anything. Y of the head frame; our choice. */
const EAR_TOP_MM = 70;
/** Where the ear ends, as a share of its size: soft between these. */
const EAR_EDGE = [1, 1.08] as const;

/** 0 where the ear covers the skin at (x, y, z) mm, or stands between it and the camera; 1 where it does not. */
export function clearOfEars(cranium: Cranium, camera: PointMm, x: number, y: number, z: number): number {
  if (y > EAR_TOP_MM) return 1;
  const side = x < 0 ? -1 : 1;
  const qx = (x - side * (cranium.halfBreadthMm + EAR_OUT_MM)) / EAR_HALF_MM[0];
  const qy = (y - EAR_Y_MM) / EAR_HALF_MM[1];
  const qz = (z - EAR_Z_MM) / EAR_HALF_MM[2];
  const wx = (camera.xMm - x) / EAR_HALF_MM[0];
  const wy = (camera.yMm - y) / EAR_HALF_MM[1];
  const wz = (camera.zMm - z) / EAR_HALF_MM[2];
  const t = Math.max(-(qx * wx + qy * wy + qz * wz) / (wx * wx + wy * wy + wz * wz), 0);
  const px = qx + t * wx;
  const py = qy + t * wy;
  const pz = qz + t * wz;
  return smoothstep(EAR_EDGE[0], EAR_EDGE[1], Math.sqrt(px * px + py * py + pz * pz));
}

/** The face ends above the brows in front and runs down before the ears; soft over this height, mm. Places in the head frame; ours. */
const FACE_FADE_MM = 4;
const BROW_TOP_MM = 56;
const BROW_TAIL_Z_MM = 12;
const SIDEBURN_Z_MM = -24;
const SIDEBURN_FOOT_MM = 2;
/** The neck's skin below the nape, mm. */
const NAPE_MM = -62;

/** 0 on the face (brows and below) and low on the neck, 1 on skin where hair may grow, (y, z) mm in the head frame. */
export function clearOfFace(y: number, z: number): number {
  if (z < SIDEBURN_Z_MM) return smoothstep(NAPE_MM - FACE_FADE_MM, NAPE_MM, y);
  const forward = Math.min((z - SIDEBURN_Z_MM) / (BROW_TAIL_Z_MM - SIDEBURN_Z_MM), 1);
  const edge = SIDEBURN_FOOT_MM + (BROW_TOP_MM - SIDEBURN_FOOT_MM) * forward;
  return smoothstep(edge, edge + FACE_FADE_MM, y);
}
