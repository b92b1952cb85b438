import { CANONICAL_MM } from '~/model/head/face-points';
import { rotateBack } from '~/model/maths/rotation';
import { LANDMARKS } from '~/model/view/head-reading';
import type { FaceReading } from '~/model/view/head-reading';
import type { HeadInView } from '~/model/view/view';

/** Landmarks that a mood does not move: above the nose's tip, and off the rim, which hair and hands hide. */
const LOWEST_MM = -8;
const FARTHEST_ASIDE_MM = 62;
const SOLID: readonly number[] = Array.from({ length: LANDMARKS }, (_, at) => at).filter(
  (at) => CANONICAL_MM[3 * at + 1] > LOWEST_MM && Math.abs(CANONICAL_MM[3 * at]) < FARTHEST_ASIDE_MM,
);

const keyOf = (at: number, side: 1 | -1): string =>
  [side * CANONICAL_MM[3 * at], CANONICAL_MM[3 * at + 1], CANONICAL_MM[3 * at + 2]].join();
const atKey = new Map(SOLID.map((at) => [keyOf(at, 1), at]));
/** The landmark at the same place of the face's other half. */
const opposite = (at: number): number => atKey.get(keyOf(at, -1)) ?? at;

/** The face as seen from the front, x to the subject's left and y up, in px of its photo. */
function frontal({ landmarksPx }: FaceReading, { pose }: HeadInView, mirrored: boolean): Float64Array {
  const places = new Float64Array(2 * SOLID.length);
  SOLID.forEach((landmark, at) => {
    const k = 3 * (mirrored ? opposite(landmark) : landmark);
    const [x, y] = rotateBack(pose.rotation, landmarksPx[k], -landmarksPx[k + 1], -landmarksPx[k + 2]);
    places[2 * at] = mirrored ? -x : x;
    places[2 * at + 1] = y;
  });
  return places;
}

/** Moved to its middle and made of size 1. */
function normed(places: Float64Array): Float64Array {
  const count = places.length / 2;
  let [mx, my] = [0, 0];
  for (let at = 0; at < count; at++) {
    mx += places[2 * at] / count;
    my += places[2 * at + 1] / count;
  }
  const moved = places.map((value, at) => value - (at % 2 === 0 ? mx : my));
  const size = Math.sqrt(moved.reduce((sum, value) => sum + value * value, 0));
  return moved.map((value) => value / (size || 1));
}

/** What is left between two shapes once the second is moved, turned and sized onto the first; share of their size. */
function apart(one: Float64Array, other: Float64Array): number {
  let [along, across] = [0, 0];
  for (let k = 0; k < one.length; k += 2) {
    along += one[k] * other[k] + one[k + 1] * other[k + 1];
    across += one[k + 1] * other[k] - one[k] * other[k + 1];
  }
  return Math.sqrt(Math.max(0, 1 - along * along - across * across));
}

/**
 * How far two faces are apart in shape, as a share of their size, with what the pose does taken off: as they are, and with the second one
 * mirrored. Landmarks know a face only roughly.
 */
export function facesApart(
  one: { readonly face: FaceReading; readonly fit: HeadInView },
  other: { readonly face: FaceReading; readonly fit: HeadInView },
): { readonly asIs: number; readonly mirrored: number } {
  const first = normed(frontal(one.face, one.fit, false));
  return {
    asIs: apart(first, normed(frontal(other.face, other.fit, false))),
    mirrored: apart(first, normed(frontal(other.face, other.fit, true))),
  };
}
