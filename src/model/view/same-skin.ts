import type { Direction, PointMm, PointPx } from '~/model/base/units';
import { clearOfEars, clearOfFace } from '~/model/head/bare-skin';
import { SURFACE_SLOTS, surfaceAt, surfacePoint } from '~/model/head/cranium';
import type { Cranium } from '~/model/head/head';
import { fromChart, CHART_RADIUS } from '~/model/head/scalp-chart';
import type { SkinLight } from '~/model/raster/photo-map';
import { bilinear } from '~/model/raster/sample-plane';
import { quantile } from '~/model/maths/quantile';
import { rotate } from '~/model/maths/rotation';
import { cameraPlace, projectPinhole } from './camera';
import type { Pose } from './view';

/** A photo of a head: where the head is thought to be in it, and how bright its skin is; null where that was not read. */
export interface SeenSkin {
  readonly pose: Pose;
  readonly light: SkinLight | null;
}

/** One place of the skin: seen `at` in the photo number `from`, and found again at `seen` in number `to`. */
export interface SameSkin {
  /** Where on the skull it is about. */
  readonly about: Direction;
  readonly from: number;
  readonly to: number;
  readonly at: PointPx;
  readonly seen: PointPx;
}

/** At a slant beyond this (66°) skin is seen too narrow to be known again. */
const LEAST_COSINE = 0.4;
/** Below this height the neck begins, mm, head frame. */
const NECK_MM = -40;
/** A piece of skin is so many samples to each side of its middle, 1 mm apart; looked for first at every other mm. */
const HALF = 8;
const COARSE_MM = 2;
const FINE_MM = 1;
/** So far about the place where it lies by every other mm it is looked for again at every one. Samples. */
const FINE_REACH = 2;
/** The skull bends away from its tangent plane as a ball of this radius does, mm: the half of 1/170 per mm². */
const BEND = 1 / 170;
/** Skin as bright everywhere is not known again: its brightness varies by this at least (standard deviation, of 255). */
const LEAST_CONTRAST = 1;
/** How alike two pieces are that are taken for the same (correlation), and by how much more than any other place nearby. Ours, by what is true of rendered heads. */
const ALIKE = 0.65;
const MORE_ALIKE = 0.12;
/**
 * Fewer that two photos have in common may be alike by chance; and what is alike by chance lies anywhere, while the same skin lies to one
 * side, as the head was laid on wrong: within this share of how far it was looked for.
 */
const LEAST_TOGETHER = 8;
const AGREEING = 0.4;
/** Other places begin so far off, in samples of every other mm. */
const ELSEWHERE = 2;

/** Brightness of a piece of skin, `half` samples to each side of its middle, without its mean and slopes; and the sum of its squares. */
interface Piece {
  readonly half: number;
  readonly values: Float32Array;
  readonly squares: number;
}

/** A place of the skull with its tangent plane, bent as skulls are. */
class Tangent {
  private readonly surface = new Float64Array(SURFACE_SLOTS);
  /** Two ways along the skin, mm; square to each other and to the normal. */
  private readonly across: readonly [number, number, number];
  private readonly along: readonly [number, number, number];

  constructor(cranium: Cranium, x: number, y: number, z: number) {
    surfaceAt(cranium, x, y, z, this.surface);
    const [, , , , nx, ny, nz] = this.surface;
    // Where the skin lies flat there is no way round the head: this one will do.
    const flat = Math.hypot(nx, nz);
    const [wayX, wayZ] = flat > 0.3 ? [nz / flat, -nx / flat] : [1, 0];
    const off = wayX * nx + wayZ * nz;
    const length = Math.hypot(wayX - off * nx, off * ny, wayZ - off * nz);
    const [ax, ay, az] = [(wayX - off * nx) / length, (-off * ny) / length, (wayZ - off * nz) / length];
    this.across = [ax, ay, az];
    this.along = [ny * az - nz * ay, nz * ax - nx * az, nx * ay - ny * ax];
  }

  get isScalp(): boolean {
    const [, , y, z] = this.surface;
    return y > NECK_MM && clearOfFace(y, z) === 1;
  }

  /** Cosine of the slant at which the skin is seen from a place. */
  facing(camera: PointMm): number {
    const s = this.surface;
    const [x, y, z] = [camera.xMm - s[1], camera.yMm - s[2], camera.zMm - s[3]];
    return (x * s[4] + y * s[5] + z * s[6]) / Math.hypot(x, y, z);
  }

  /** Whether the skin is to be known again from there. */
  isClear(cranium: Cranium, camera: PointMm): boolean {
    const [, x, y, z] = this.surface;
    return this.facing(camera) > LEAST_COSINE && clearOfEars(cranium, camera, x, y, z) === 1;
  }

  /** Where a place so many mm across and along is seen. */
  seen(pose: Pose, u: number, v: number): PointPx {
    const { surface: s, across: a, along: b } = this;
    const back = BEND * (u * u + v * v);
    return projectPinhole(pose, {
      xMm: s[1] + u * a[0] + v * b[0] - back * s[4],
      yMm: s[2] + u * a[1] + v * b[1] - back * s[5],
      zMm: s[3] + u * a[2] + v * b[2] - back * s[6],
    });
  }

  /** The piece of skin about (u, v) mm as a photo shows it; null where what was read of the photo ends within it. */
  piece({ pose, light }: SeenSkin, u: number, v: number, half: number, stepMm: number): Piece | null {
    if (light === null) return null;
    const { rotation, translationMm: t, focalPx, principal } = pose;
    const { surface: s, across, along } = this;
    // All in camera axes: the place, the two ways along the skin, the normal.
    const [x0, y0, z0] = rotate(rotation, s[1], s[2], s[3]);
    const [ax, ay, az] = rotate(rotation, ...across);
    const [bx, by, bz] = rotate(rotation, ...along);
    const [nx, ny, nz] = rotate(rotation, s[4], s[5], s[6]);
    const { columns, rows, leftPx, topPx, pxPerSample, light: values } = light;
    const scale = focalPx / pxPerSample;
    const left = (principal.xPx - leftPx) / pxPerSample - 0.5;
    const top = (principal.yPx - topPx) / pxPerSample - 0.5;
    const piece = new Float32Array((2 * half + 1) ** 2);
    let at = 0;
    for (let j = -half; j <= half; j++)
      for (let i = -half; i <= half; i++) {
        const p = u + i * stepMm;
        const q = v + j * stepMm;
        const back = BEND * (p * p + q * q);
        const depth = -(z0 + p * az + q * bz - back * nz + t[2]);
        const x = left + (scale * (x0 + p * ax + q * bx - back * nx + t[0])) / depth;
        const y = top - (scale * (y0 + p * ay + q * by - back * ny + t[1])) / depth;
        if (!(depth > 0 && x >= 0 && y >= 0 && x < columns - 1 && y < rows - 1)) return null;
        const [column, row] = [Math.floor(x), Math.floor(y)];
        const k = row * columns + column;
        const below = k + columns;
        piece[at++] = bilinear(values[k], values[k + 1], values[below], values[below + 1], x - column, y - row);
      }
    return flattened(half, piece);
  }
}

/** A piece without its mean and its slopes, which light from one side makes. */
function flattened(half: number, values: Float32Array): Piece {
  const side = 2 * half + 1;
  const spread = side * side * ((half * (half + 1)) / 3);
  let mean = 0;
  let slopeU = 0;
  let slopeV = 0;
  for (let k = 0, j = -half; j <= half; j++)
    for (let i = -half; i <= half; i++, k++) {
      mean += values[k];
      slopeU += i * values[k];
      slopeV += j * values[k];
    }
  mean /= values.length;
  slopeU /= spread;
  slopeV /= spread;
  let squares = 0;
  for (let k = 0, j = -half; j <= half; j++)
    for (let i = -half; i <= half; i++, k++) {
      values[k] -= mean + slopeU * i + slopeV * j;
      squares += values[k] * values[k];
    }
  return { half, values, squares };
}

interface Likeness {
  /** Of each place, row after row, the correlation, −1..1. */
  readonly scores: Float32Array;
  readonly reach: number;
  /** Where the greatest is, samples from the middle: whole ones, and between them. */
  readonly whole: readonly [number, number];
  readonly between: readonly [number, number];
  /** The greatest; −1 where it lies on the rim, beyond which it may go on. */
  readonly best: number;
}

/** How alike a piece is to each place of a larger one that it fits into. */
function likeness({ half, values: piece, squares: ofPiece }: Piece, within: Piece): Likeness {
  const side = 2 * half + 1;
  const width = 2 * within.half + 1;
  const reach = within.half - half;
  const places = 2 * reach + 1;
  const count = side * side;
  const { values } = within;
  const scores = new Float32Array(places * places);
  let bestAt = 0;
  for (let at = 0; at < scores.length; at++) {
    let row = Math.floor(at / places) * width + (at % places);
    let sum = 0;
    let squares = 0;
    let both = 0;
    for (let k = 0; k < count; row += width)
      for (let i = 0; i < side; i++, k++) {
        const value = values[row + i];
        sum += value;
        squares += value * value;
        both += value * piece[k];
      }
    const own = squares - (sum * sum) / count;
    scores[at] = own > 1e-6 ? both / Math.sqrt(own * ofPiece) : -1;
    if (scores[at] > scores[bestAt]) bestAt = at;
  }
  const i = bestAt % places;
  const j = Math.floor(bestAt / places);
  const isInner = i > 0 && j > 0 && i < places - 1 && j < places - 1;
  /** The top of the parabola through a sample and its neighbours. */
  const top = (stride: number): number => {
    const [before, there, after] = [scores[bestAt - stride], scores[bestAt], scores[bestAt + stride]];
    return (before - after) / 2 / (before - 2 * there + after || -1);
  };
  const whole = [i - reach, j - reach] as const;
  return {
    scores,
    reach,
    whole,
    between: isInner ? [whole[0] + top(1), whole[1] + top(places)] : whole,
    best: isInner ? scores[bestAt] : -1,
  };
}

/** Whether no other place is nearly as alike as the best. */
function isAlone({ scores, reach, whole, best }: Likeness): boolean {
  const places = 2 * reach + 1;
  return scores.every(
    (score, k) =>
      score < best - MORE_ALIKE ||
      Math.hypot((k % places) - reach - whole[0], Math.floor(k / places) - reach - whole[1]) <= ELSEWHERE,
  );
}

/** Where skin about a tangent's place, as one photo shows it by every other mm, is found again in another, mm across and along; null: nowhere. */
function foundAgain(
  tangent: Tangent,
  coarse: Piece,
  from: SeenSkin,
  to: SeenSkin,
  reachMm: number,
): readonly [number, number] | null {
  const around = tangent.piece(to, 0, 0, coarse.half + Math.ceil(reachMm / COARSE_MM), COARSE_MM);
  if (around === null) return null;
  const roughly = likeness(coarse, around);
  if (roughly.best < ALIKE - MORE_ALIKE || !isAlone(roughly)) return null;
  const [u, v] = roughly.whole.map((samples) => samples * COARSE_MM);
  const fine = tangent.piece(from, 0, 0, HALF, FINE_MM);
  const near = tangent.piece(to, u, v, HALF + FINE_REACH, FINE_MM);
  if (fine === null || near === null) return null;
  const { best, between } = likeness(fine, near);
  return best < ALIKE ? null : [u + between[0] * FINE_MM, v + between[1] * FINE_MM];
}

/**
 * Skin that is known again: places of scalp and forehead that two photos show or more, each from the one that sees it most from the front
 * to the others. `apart`: of the places, on the scalp chart. `reachMm`: so far from where the heads have it at most. The spots, freckles,
 * scars and hairs that somebody would tap one by one; where there are none, nothing.
 */
export function sameSkin(
  cranium: Cranium,
  views: readonly SeenSkin[],
  apart: number,
  reachMm: number,
): readonly SameSkin[] {
  const cameras = views.map(({ pose }) => cameraPlace(pose));
  const found: SameSkin[] = [];
  for (let v = -CHART_RADIUS; v <= CHART_RADIUS; v += apart) {
    const half = Math.sqrt(CHART_RADIUS ** 2 - v * v);
    for (let u = -half + apart / 2; u < half; u += apart) {
      const { x, y, z } = fromChart(u, v);
      const tangent = new Tangent(cranium, x, y, z);
      if (!tangent.isScalp) continue;
      const seeing = [...views.keys()].filter((k) => views[k].light !== null && tangent.isClear(cranium, cameras[k]));
      if (seeing.length < 2) continue;
      const from = seeing.reduce((best, k) => (tangent.facing(cameras[k]) > tangent.facing(cameras[best]) ? k : best));
      const sought = tangent.piece(views[from], 0, 0, HALF / COARSE_MM, COARSE_MM);
      if (sought === null || sought.squares < LEAST_CONTRAST ** 2 * sought.values.length) continue;
      for (const to of seeing) {
        const off = to === from ? null : foundAgain(tangent, sought, views[from], views[to], reachMm);
        if (off === null) continue;
        const at = tangent.seen(views[from].pose, 0, 0);
        found.push({ about: { x, y, z }, from, to, at, seen: tangent.seen(views[to].pose, ...off) });
      }
    }
  }
  return [...views.keys()].flatMap((one) =>
    [...views.keys()].slice(one + 1).flatMap((other) => {
      const both = found.filter(({ from, to }) => (from === one && to === other) || (from === other && to === one));
      return agreeing(both, cranium, views, AGREEING * reachMm);
    }),
  );
}

/** Of what two photos have in common, what lies beside where the heads have it as most of it does: so far apart at most, mm. */
function agreeing(
  both: readonly SameSkin[],
  cranium: Cranium,
  views: readonly SeenSkin[],
  apartMm: number,
): readonly SameSkin[] {
  if (both.length < LEAST_TOGETHER) return [];
  const offs = both.map(({ about, from, to, seen }) => {
    const { pose } = views[to];
    const { xPx, yPx, depthMm } = projectPinhole(pose, surfacePoint(cranium, about));
    // As the later photo sees it: what the earlier one sees of the later one's lies on the other side.
    const mmPerPx = (from < to ? 1 : -1) * (depthMm / pose.focalPx);
    return [(seen.xPx - xPx) * mmPerPx, (seen.yPx - yPx) * mmPerPx] as const;
  });
  const middle = [0, 1].map((axis) =>
    quantile(
      offs.map((off) => off[axis]),
      0.5,
    ),
  );
  const kept = both.filter((_, k) => Math.hypot(offs[k][0] - middle[0], offs[k][1] - middle[1]) <= apartMm);
  return kept.length < LEAST_TOGETHER ? [] : kept;
}
