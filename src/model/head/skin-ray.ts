import { bisect } from '~/model/maths/search';
import { surfaceRadius } from './cranium';
import type { Cranium } from './head';
import type { Direction, PointMm } from '~/model/base/units';

/** Farther from where it starts no ray is followed, mm. */
const FARTHEST_MM = 400;
const HALVINGS = 40;

/** Where a ray from a place inside the skull comes out through the skin; null where it starts outside. */
function skinOnRay(cranium: Cranium, from: PointMm, { x, y, z }: Direction): PointMm | null {
  const { centre } = cranium;
  const on = (t: number): PointMm => ({ xMm: from.xMm + t * x, yMm: from.yMm + t * y, zMm: from.zMm + t * z });
  const inside = (t: number): boolean => {
    const { xMm, yMm, zMm } = on(t);
    const [px, py, pz] = [xMm - centre.xMm, yMm - centre.yMm, zMm - centre.zMm];
    const length = Math.hypot(px, py, pz);
    return length === 0 || length < surfaceRadius(cranium, px / length, py / length, pz / length);
  };
  if (!inside(0)) return null;
  const [last] = bisect(0, FARTHEST_MM, HALVINGS, inside);
  return on(last);
}

/** The place on the front of the skull with this x and y of the head frame; null beside and above the head. */
export const frontOf = (cranium: Cranium, xMm: number, yMm: number): PointMm | null =>
  skinOnRay(cranium, { xMm, yMm, zMm: cranium.centre.zMm }, { x: 0, y: 0, z: 1 });

/** The place at this y of the head frame, so far round from straight ahead (to the subject's left positive). */
export const levelOf = (cranium: Cranium, yMm: number, azimuthRadians: number): PointMm | null =>
  skinOnRay(cranium, { ...cranium.centre, yMm }, { x: Math.sin(azimuthRadians), y: 0, z: Math.cos(azimuthRadians) });
