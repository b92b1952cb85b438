import { CANONICAL_MM, oppositeLandmark } from '~/model/head/face-points';
import { degreesBetween, headingOf, rotateBack } from '~/model/maths/rotation';
import { LANDMARKS } from '~/model/view/head-reading';
import type { FaceReading, HeadReading } from '~/model/view/head-reading';
import type { HeadInView } from '~/model/view/view';
import { skinSides } from './same-skin-side';

/** Landmarks that a mood does not move: above the nose's tip, and off the rim, which hair and hands hide. */
const LOWEST_MM = -8;
const FARTHEST_ASIDE_MM = 62;
const SOLID: readonly number[] = Array.from({ length: LANDMARKS }, (_, at) => at).filter(
  (at) => CANONICAL_MM[3 * at + 1] > LOWEST_MM && Math.abs(CANONICAL_MM[3 * at]) < FARTHEST_ASIDE_MM,
);

/** A face, and how its head lies in the photo. */
export interface SeenFace {
  readonly face: FaceReading;
  readonly fit: HeadInView;
  /** All that was read of the photo, by whose skin it may be compared as well; left out: by the face alone. */
  readonly reading?: HeadReading;
}

/** The face as seen from the front, x to the subject's left and y up, in px of its photo. */
function frontal({ landmarksPx }: FaceReading, { pose }: HeadInView, mirrored: boolean): Float64Array {
  const places = new Float64Array(2 * SOLID.length);
  SOLID.forEach((landmark, at) => {
    const k = 3 * (mirrored ? oppositeLandmark(landmark) : landmark);
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
export function facesApart(one: SeenFace, other: SeenFace): { readonly asIs: number; readonly mirrored: number } {
  const first = normed(frontal(one.face, one.fit, false));
  return {
    asIs: apart(first, normed(frontal(other.face, other.fit, false))),
    mirrored: apart(first, normed(frontal(other.face, other.fit, true))),
  };
}

/**
 * Faces seen from sides nearer than this can be compared, degrees: what is known of a face leans with its turn. Of one person twice
 * they are nearer than `SAME_FACE`, a share of the face's size (docs/model.md, The healed photo).
 */
const COMPARED_DEGREES = 15;
const SAME_FACE = 0.045;
/**
 * A mirrored face is farther off than one person's is by reading alone, and by `LEAN_PER_DEGREE` for each degree that the two are turned from
 * each other: turned to the left and to the right by as much, even faces lean as mirror images do. And it is so much nearer once it is
 * mirrored back.
 */
const LEAST_APART = 0.03;
const LEAN_PER_DEGREE = 0.002;
const MIRROR_GAIN = 0.55;
const DEGREES = 180 / Math.PI;

/** From how far off on two faces may be mirror images. */
function leastApart(one: SeenFace, other: SeenFace): number {
  const [first, second] = [one, other].map(({ fit }) => headingOf(fit.pose.rotation).yawRadians);
  return LEAST_APART + LEAN_PER_DEGREE * Math.abs(first - second) * DEGREES;
}

/** What two faces say about their photos: one is mirrored, shows another head, or neither; null: seen from sides too far apart to tell. */
export function faceDoubt(one: SeenFace, other: SeenFace): 'mirrored' | 'otherHead' | 'none' | null {
  const turn = degreesBetween(one.fit.pose.rotation, other.fit.pose.rotation);
  if (turn > COMPARED_DEGREES) return null;
  const apart = facesApart(one, other);
  if (apart.asIs > leastApart(one, other) && apart.mirrored < MIRROR_GAIN * apart.asIs) return 'mirrored';
  return apart.asIs > SAME_FACE ? 'otherHead' : 'none';
}

/** The same of photos that may have skin in common: that tells sides apart, and one head, where faces do not. */
const doubtBetween = (one: SeenFace, other: SeenFace): ReturnType<typeof faceDoubt> =>
  (one.reading && other.reading && skinSides(one.reading, other.reading)) ?? faceDoubt(one, other);

/**
 * Which photos of one head are mirrored beside the others, in their order; null stands for a photo without a face. Those that fewer
 * agree with are: of two that are mirror images the later one. Photos that can be compared with none are never said to be.
 */
export function mirroredAmong(faces: readonly (SeenFace | null)[]): readonly boolean[] {
  const right: SeenFace[] = [];
  const wrong: SeenFace[] = [];
  for (const face of comparedAmong(faces, 'mirrored')) {
    const says = [...right, ...wrong].reduce((sum, other) => {
      const doubt = doubtBetween(other, face);
      if (doubt !== 'mirrored' && doubt !== 'none') return sum;
      return sum + ((doubt === 'none') === right.includes(other) ? 1 : -1);
    }, 0);
    (says < 0 ? wrong : right).push(face);
  }
  const fewer = wrong.length > right.length ? right : wrong;
  return faces.map((face) => face !== null && fewer.includes(face));
}

/**
 * Which photos show a face unlike that of most of the others, likewise: of two the later one. Strangers need not be like each other, so it is
 * the largest group of faces that are like one another that counts.
 */
export function unlikeAmong(faces: readonly (SeenFace | null)[]): readonly boolean[] {
  const groups: SeenFace[][] = [];
  for (const face of comparedAmong(faces, 'otherHead')) {
    const own = groups.find((group) => group.some((other) => doubtBetween(other, face) === 'none'));
    if (own === undefined) groups.push([face]);
    else own.push(face);
  }
  const most = groups.reduce<readonly SeenFace[]>((best, group) => (group.length > best.length ? group : best), []);
  // One's mirror image is one's own face, whatever the others say of it.
  const isUnlike = (face: SeenFace): boolean => {
    const doubts = most.map((other) => doubtBetween(other, face));
    return doubts.includes('otherHead') && !doubts.includes('mirrored');
  };
  return faces.map((face) => face !== null && !most.includes(face) && isUnlike(face));
}

/** The faces about which another one tells whether there is such a doubt. */
function comparedAmong(faces: readonly (SeenFace | null)[], doubted: 'mirrored' | 'otherHead'): readonly SeenFace[] {
  const seen = faces.filter((face) => face !== null);
  const tells = (one: SeenFace, other: SeenFace): boolean => {
    const doubt = doubtBetween(one, other);
    return doubt === doubted || doubt === 'none';
  };
  return seen.filter((face) => seen.some((other) => other !== face && tells(other, face)));
}
