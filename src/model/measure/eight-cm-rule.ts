import { memoEach } from '~/model/base/memo';
import type { Direction, PointMm } from '~/model/base/units';
import { directionTo, GLABELLA_Y_MM, surfacePoint } from '~/model/head/cranium';
import { geodesic } from '~/model/head/geodesic';
import type { Cranium } from '~/model/head/head';
import { levelOf } from '~/model/head/skin-ray';
import { tapeOf } from '~/model/head/tape';
import { bisect } from '~/model/maths/search';

/** A place of the construction on the subject's left and its mirror image on the right. */
export interface EightCm {
  /** Glabella, and the place 8 cm above it. */
  readonly a: PointMm;
  readonly b: PointMm;
  /** Left: 8 cm beside A; 8 cm from B and from E; on the way from C to E, 5 cm from C. */
  readonly c: PointMm;
  readonly d: PointMm;
  readonly e: PointMm;
  /** From C over D to E. */
  readonly pathCE: readonly PointMm[];
  readonly pathBC: readonly PointMm[];
}

/** The rule’s two lengths, mm (Garg: docs/model.md, Opinions and guides), and rounds until its places stand still. */
const SIDE_MM = 80;
const PEAK_FROM_CORNER_MM = 50;
const ROUNDS = 12;
/** Step for slopes by differences, mm of the tape. */
const STEP_MM = 0.5;

const pointsOf = (path: Float64Array): PointMm[] =>
  Array.from({ length: path.length / 3 }, (_, i) => ({
    xMm: path[3 * i],
    yMm: path[3 * i + 1],
    zMm: path[3 * i + 2],
  }));

/** The place on a path so far from its start. */
function alongPath(points: readonly PointMm[], wantedMm: number): PointMm {
  let walked = 0;
  for (let i = 1; i < points.length; i++) {
    const [p, q] = [points[i - 1], points[i]];
    const piece = Math.hypot(q.xMm - p.xMm, q.yMm - p.yMm, q.zMm - p.zMm);
    if (walked + piece >= wantedMm) {
      const t = (wantedMm - walked) / piece;
      const between = (from: number, to: number): number => from + t * (to - from);
      return { xMm: between(p.xMm, q.xMm), yMm: between(p.yMm, q.yMm), zMm: between(p.zMm, q.zMm) };
    }
    walked += piece;
  }
  return points[points.length - 1];
}

/**
 * The 8-cm construction for the hairline of 431 patients (Garg: docs/model.md, Opinions and guides), with a tape laid
 * tight over the skin: hairline middle at B, corner at C, temple peak at D.
 */
export const eightCmOf = memoEach((cranium: Cranium): EightCm => {
  const tape = tapeOf(cranium);
  const far = (from: Direction, to: Direction): number => geodesic(cranium, from, to).lengthMm;
  const glabella = tape.directionAt({ acrossMm: 0, heightMm: 0 });
  const top = tape.directionAt({ acrossMm: 0, heightMm: SIDE_MM });

  const beside = (azimuth: number): Direction => {
    const place = levelOf(cranium, GLABELLA_Y_MM, azimuth);
    return place === null ? glabella : directionTo(cranium, place);
  };
  const [azimuthRadians] = bisect(0.3, 1.6, 20, (azimuth) => far(glabella, beside(azimuth)) < SIDE_MM);
  const eye = beside(azimuthRadians);

  // Newton's method for the place as far from B as from E; A is the other such place, so it starts well above.
  let place = { acrossMm: tape.placeOf(eye).acrossMm, heightMm: 70 };
  for (let round = 0; round < ROUNDS; round++) {
    const miss = (acrossMm: number, heightMm: number): readonly [number, number] => {
      const there = tape.directionAt({ acrossMm, heightMm });
      return [far(top, there) - SIDE_MM, far(eye, there) - SIDE_MM];
    };
    const [f, g] = miss(place.acrossMm, place.heightMm);
    if (Math.hypot(f, g) < 0.01) break;
    const [fa, ga] = miss(place.acrossMm + STEP_MM, place.heightMm);
    const [fh, gh] = miss(place.acrossMm, place.heightMm + STEP_MM);
    const [a, b, c, d] = [(fa - f) / STEP_MM, (fh - f) / STEP_MM, (ga - g) / STEP_MM, (gh - g) / STEP_MM];
    const determinant = a * d - b * c;
    place = {
      acrossMm: place.acrossMm - (f * d - g * b) / determinant,
      heightMm: place.heightMm - (g * a - f * c) / determinant,
    };
  }
  const corner = tape.directionAt(place);
  const pathCE = pointsOf(geodesic(cranium, corner, eye).pointsMm);
  const at = (direction: Direction): PointMm => surfacePoint(cranium, direction);
  return {
    a: at(glabella),
    b: at(top),
    c: at(corner),
    d: alongPath(pathCE, PEAK_FROM_CORNER_MM),
    e: at(eye),
    pathCE,
    pathBC: pointsOf(geodesic(cranium, top, corner).pointsMm),
  };
});
