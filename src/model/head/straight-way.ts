import type { PointMm } from '~/model/base/units';
import { cross, dot, length, scale, subtract } from '~/model/maths/vector';
import type { Vector3 } from '~/model/maths/vector';
import { directionTo, surfaceAt, SURFACE_SLOTS } from './cranium';
import type { Cranium } from './head';

/** A place on the skin and the way that somebody faces there: a unit vector along the skin. */
export interface Bearing {
  readonly pointMm: PointMm;
  readonly way: Vector3;
}

/** Length of one step, mm: on a head's curvature steps of 1 mm miss by less than 0.1 mm after 70 mm. */
const STEP_MM = 1;

const surface = new Float64Array(SURFACE_SLOTS);

/** Outward unit normal of the skin at a place of it. */
export function normalAt(cranium: Cranium, pointMm: PointMm): Vector3 {
  const { x, y, z } = directionTo(cranium, pointMm);
  surfaceAt(cranium, x, y, z, surface);
  return [surface[4], surface[5], surface[6]];
}

/** The place of the skin in the direction of a point. */
function onSkin(cranium: Cranium, pointMm: PointMm): PointMm {
  const { x, y, z } = directionTo(cranium, pointMm);
  surfaceAt(cranium, x, y, z, surface);
  return { xMm: surface[1], yMm: surface[2], zMm: surface[3] };
}

/** The part of a vector along the skin, as a unit vector. */
export function alongSkin(normal: Vector3, vector: Vector3): Vector3 {
  const flat = subtract(vector, scale(normal, dot(normal, vector)));
  const size = length(flat);
  return size > 0 ? scale(flat, 1 / size) : flat;
}

/** The same way turned by an angle about the normal, radians: counterclockwise seen from outside. */
export function turnedOnSkin(normal: Vector3, way: Vector3, radians: number): Vector3 {
  const left = cross(normal, way);
  const [c, s] = [Math.cos(radians), Math.sin(radians)];
  return [c * way[0] + s * left[0], c * way[1] + s * left[1], c * way[2] + s * left[2]];
}

const moved = ({ xMm, yMm, zMm }: PointMm, way: Vector3, mm: number): PointMm => ({
  xMm: xMm + mm * way[0],
  yMm: yMm + mm * way[1],
  zMm: zMm + mm * way[2],
});
const apartMm = (a: PointMm, b: PointMm): number => Math.hypot(a.xMm - b.xMm, a.yMm - b.yMm, a.zMm - b.zMm);

/** One step of a length straight ahead: to the foot of the step on the skin, and the way laid down there again. */
function stepped(cranium: Cranium, { pointMm, way }: Bearing, mm: number): Bearing {
  // The way half-way holds for the whole of the step.
  const half = moved(pointMm, way, mm / 2);
  const wayHalf = alongSkin(normalAt(cranium, half), way);
  const aim = moved(pointMm, wayHalf, mm);
  // Down along the normal; the ray to the cranium's centre, which the skin is known by, would slip aside.
  const normal = normalAt(cranium, aim);
  const skin = onSkin(cranium, aim);
  const out = (skin.xMm - aim.xMm) * normal[0] + (skin.yMm - aim.yMm) * normal[1] + (skin.zMm - aim.zMm) * normal[2];
  const foot = onSkin(cranium, moved(aim, normal, out));
  return { pointMm: foot, way: alongSkin(normalAt(cranium, foot), wayHalf) };
}

/**
 * Straight ahead over the skin for so many mm (backwards where it is negative), as a strip of paper laid flat runs: where one is
 * after each of `lengthsMm`, which go away from 0 in order, and how one faces there.
 */
export function straightWay(cranium: Cranium, from: Bearing, lengthsMm: readonly number[]): readonly Bearing[] {
  const backwards = lengthsMm.some((mm) => mm < 0);
  let here: Bearing = backwards ? { ...from, way: scale(from.way, -1) } : from;
  let gone = 0;
  return lengthsMm.map((to) => {
    const wanted = Math.abs(to);
    while (wanted - gone > 1e-9) {
      const next = stepped(cranium, here, Math.min(STEP_MM, wanted - gone));
      // What was really gone, to the foot.
      gone += Math.max(apartMm(here.pointMm, next.pointMm), 1e-6);
      here = next;
    }
    return backwards ? { ...here, way: scale(here.way, -1) } : here;
  });
}
