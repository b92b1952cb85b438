import { fail, ok } from '~/model/base/result';
import type { Result } from '~/model/base/result';
import type { Design } from '~/model/design/design';
import type { PencilLine } from '~/model/design/drawing';
import type { MainPointId } from '~/model/design/line-points';
import { recessionMm } from '~/model/design/line-style';
import { SETTINGS } from '~/model/design/settings';
import { surfacePoint } from '~/model/head/cranium';
import type { Head } from '~/model/head/head';
import { tapeOf } from '~/model/head/tape';
import { NormalEquations } from '~/model/maths/least-squares';
import { clamp } from '~/model/maths/numbers';
import { nearestShare } from '~/model/maths/segment';
import { between, cross, dot, length, scale, subtract } from '~/model/maths/vector';
import { drawnLine } from './drawn-line';
import { hairlineOf } from './hairline';
import type { Hairline } from './hairline';
import { movePointTo, movePoint } from './point-moves';

/** A design whose hairline follows a sketch, and how near it comes to it along the sketch. */
export interface FollowedSketch {
  readonly design: Design;
  readonly meanMm: number;
  readonly mostMm: number;
}

export type SketchProblem = 'tooShort' | 'farOff';

const LEAST_LENGTH_MM = 20;
/** A line that ends farther from the sketch than this on the mean does not follow it at all. */
const MOST_MEAN_MM = 12;
/** The sketch is looked at in steps of this much. */
const STEP_MM = 2;
const MOST_ROUNDS = 12;
/** Less improvement than this share ends the search. */
const ENOUGH = 1e-3;
/** Far above the steps of 0.1 mm in which moves are kept, far below what a line bends in. */
const PROBE_MM = 1;
/** Keeps a point where it is unless the sketch says otherwise: mm² of distance, summed along the sketch, for a mm² of move. */
const REST_WEIGHT = 0.2;
/** A point that lies this near to where the shape puts it was not moved. */
const UNMOVED_MM = 0.2;

/** The middle first: the others come along with it. */
const ORDER: readonly MainPointId[] = [
  'middle',
  'leftCorner',
  'rightCorner',
  'leftTemple',
  'rightTemple',
  'leftEar',
  'rightEar',
];

type SkinPoint = readonly [x: number, y: number, z: number];

/** Places at even steps along the sketch, head frame, mm. */
function sampled(line: PencilLine, head: Head): { readonly spots: readonly SkinPoint[]; readonly lengthMm: number } {
  const path = line.map((direction): SkinPoint => {
    const { xMm, yMm, zMm } = surfacePoint(head.cranium, direction);
    return [xMm, yMm, zMm];
  });
  const spots = path.slice(0, 1);
  let lengthMm = 0;
  for (let i = 1; i < path.length; i++) {
    const [a, b] = [path[i - 1], path[i]];
    const pieceMm = length(subtract(b, a));
    for (let at = STEP_MM * spots.length; at <= lengthMm + pieceMm; at += STEP_MM) {
      const t = (at - lengthMm) / pieceMm;
      spots.push(between(a, b, t));
    }
    lengthMm += pieceMm;
  }
  return { spots, lengthMm };
}

/** Distance of a place from the line, mm: into the scalp positive, in front of the line negative. */
function besideMm({ count, pointsMm: p }: Hairline, spot: SkinPoint, head: Head): number {
  const at = (k: number): SkinPoint => [p[3 * k], p[3 * k + 1], p[3 * k + 2]];
  let [best, side] = [Infinity, 1];
  for (let k = 0; k < count; k++) {
    const [a, b] = [at(k), at((k + 1) % count)];
    const way = subtract(b, a);
    const from = subtract(spot, a);
    const off = subtract(from, scale(way, nearestShare(...from, ...way)));
    const square = dot(off, off);
    if (square >= best) continue;
    best = square;
    // The line runs from the subject's right over the forehead to the left: the scalp lies on one side of it throughout.
    const { xMm, yMm, zMm } = head.cranium.centre;
    side = dot(off, cross(subtract(spot, [xMm, yMm, zMm]), way)) > 0 ? 1 : -1;
  }
  return side * Math.sqrt(best);
}

/** One way in which a point of the hairline can be moved. */
interface Freedom {
  readonly id: MainPointId;
  readonly way: 'side' | 'up';
}

/** Mirrored points are moved from the left; the middle then stays in the middle. */
const freedoms = ({ mirror }: Design): readonly Freedom[] =>
  ORDER.filter((id) => !(mirror && id.startsWith('right'))).flatMap((id): Freedom[] =>
    mirror && id === 'middle'
      ? [{ id, way: 'up' }]
      : [
          { id, way: 'side' },
          { id, way: 'up' },
        ],
  );

/** The design with its points moved along the skin, mm for each freedom. */
function moved(design: Design, head: Head, free: readonly Freedom[], movesMm: ArrayLike<number>): Design {
  return ORDER.reduce((now, id) => {
    const mm = (way: Freedom['way']): number => {
      const index = free.findIndex((freedom) => freedom.id === id && freedom.way === way);
      // A freedom that is not there stays where it is.
      return index < 0 ? 0 : movesMm[index];
    };
    const [sideMm, upMm] = [mm('side'), mm('up')];
    return sideMm === 0 && upMm === 0 ? now : movePoint(now, head, id, sideMm, upMm);
  }, design);
}

/**
 * The rise of the corners as the setting that says so, and the points' own moves beside it; the line stays as it is but
 * for the rounding of the setting.
 */
function withRecession(design: Design, head: Head): Design {
  const { points } = drawnLine(design, head);
  const riseMm = (points.leftCorner.heightMm + points.rightCorner.heightMm) / 2 - points.middle.heightMm;
  const { min, max } = SETTINGS.templeRecessionMm;
  const templeRecessionMm = clamp(Math.round(riseMm), min, max);
  if (Math.abs(templeRecessionMm - recessionMm(design)) < 1) return design;
  const { middle } = design.handles;
  const start: Design = { ...design, templeRecessionMm, handles: middle === undefined ? {} : { middle } };
  const { template } = drawnLine(start, head);
  return ORDER.slice(1).reduce((now, id) => {
    const [from, to] = [template[id], points[id]];
    const far = Math.hypot(from.acrossMm - to.acrossMm, from.heightMm - to.heightMm);
    return far < UNMOVED_MM ? now : movePointTo(now, head, id, tapeOf(head.cranium).directionAt(to));
  }, start);
}

/**
 * Lays the hairline along a sketch: height, temple recession and the seven points such that the sum of squares of the
 * distances from the sketch to the line is least (Levenberg and Marquardt), within the limits that dragging keeps to. Where
 * there is no sketch, points stay. With both sides mirrored the line comes as near to both as one line can.
 */
export function hairlineFromPencil(
  design: Design,
  head: Head,
  line: PencilLine,
): Result<FollowedSketch, SketchProblem> {
  const { spots, lengthMm } = sampled(line, head);
  if (lengthMm < LEAST_LENGTH_MM) return fail('tooShort');
  const free = freedoms(design);
  const missesOf = (now: Design): number[] => {
    const hairline = hairlineOf(now, head);
    return spots.map((spot) => besideMm(hairline, spot, head));
  };
  const costOf = (missesMm: readonly number[], movesMm: Float64Array): number =>
    missesMm.reduce((sum, mm) => sum + mm * mm, 0) + REST_WEIGHT * movesMm.reduce((sum, mm) => sum + mm * mm, 0);

  let moves = new Float64Array(free.length);
  let misses = missesOf(design);
  let cost = costOf(misses, moves);
  let damping = 1e-3;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const slopes = free.map((_, i) => {
      const probe = moves.slice();
      probe[i] += PROBE_MM;
      const there = missesOf(moved(design, head, free, probe));
      return misses.map((mm, at) => (there[at] - mm) / PROBE_MM);
    });
    const equations = new NormalEquations(free.length);
    misses.forEach((mm, at) =>
      equations.add(
        mm,
        slopes.map((slope) => slope[at]),
        1,
      ),
    );
    free.forEach((_, i) =>
      equations.add(
        moves[i],
        Float64Array.from(free, (_, j) => (i === j ? 1 : 0)),
        REST_WEIGHT,
      ),
    );
    const before = cost;
    for (let tries = 0; tries < 6; tries++) {
      const step = equations.solve(damping);
      const next = step === null ? null : moves.map((mm, i) => mm + step[i]);
      const there = next === null ? misses : missesOf(moved(design, head, free, next));
      if (next !== null && costOf(there, next) < cost) {
        [moves, misses, cost] = [next, there, costOf(there, next)];
        damping /= 5;
        break;
      }
      damping = Math.max(10 * damping, 1e-2);
    }
    if (before - cost <= ENOUGH * before) break;
  }

  const made = withRecession(moved(design, head, free, moves), head);
  const left = missesOf(made).map(Math.abs);
  const meanMm = left.reduce((sum, mm) => sum + mm, 0) / left.length;
  return meanMm > MOST_MEAN_MM ? fail('farOff') : ok({ design: made, meanMm, mostMm: Math.max(...left) });
}
