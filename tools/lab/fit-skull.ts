import { directionTo, meanCranium, resizeCranium, surfaceRadius } from '~/model/head/cranium';
import { CANONICAL_MM } from '~/model/head/face-points';
import type { Cranium } from '~/model/head/head';
import { NormalEquations } from '~/model/maths/least-squares';
import { quantile } from '~/model/maths/quantile';
import type { Direction, PointMm } from '~/model/base/units';

type Off = readonly [median: number, p95: number];

const offOf = (values: readonly number[]): Off => {
  const sizes = values.map(Math.abs);
  return [quantile(sizes, 0.5), quantile(sizes, 0.95)];
};

const radiusOf = ({ centre }: Cranium, { xMm, yMm, zMm }: PointMm): number =>
  Math.hypot(xMm - centre.xMm, yMm - centre.yMm, zMm - centre.zMm);

const standsOff = (cranium: Cranium, point: PointMm): number => {
  const { x, y, z } = directionTo(cranium, point);
  return radiusOf(cranium, point) - surfaceRadius(cranium, x, y, z);
};

const SIZE_STEP_MM = 0.5;

/** Breadth, length and height (departures from the mean man's, mm) with which the skull lies nearest to these points. */
export function fitSizes(points: readonly PointMm[]): { readonly mm: readonly number[]; readonly offMm: Off } {
  const withSizes = ([b = 0, l = 0, h = 0]: readonly number[]): Cranium => resizeCranium(meanCranium('men'), b, l, h);
  let mm: readonly number[] = [0, 0, 0];
  for (let round = 0; round < 6; round++) {
    const here = withSizes(mm);
    const beside = mm.map((_, k) => withSizes(mm.map((value, j) => (j === k ? value + SIZE_STEP_MM : value))));
    const equations = new NormalEquations(3);
    for (const point of points) {
      const off = standsOff(here, point);
      equations.add(
        off,
        beside.map((other) => (standsOff(other, point) - off) / SIZE_STEP_MM),
        1,
      );
    }
    const step = equations.solve();
    if (step === null) break;
    mm = mm.map((value, k) => value + (step[k] ?? 0));
  }
  return { mm, offMm: offOf(points.map((point) => standsOff(withSizes(mm), point))) };
}

const DEGREE = 5;
/** Monomials y^j·z^k in the order of cranium.ts's RELIEF: rows by k. */
const POWERS = Array.from({ length: DEGREE + 1 }, (_, k) =>
  Array.from({ length: DEGREE + 1 - k }, (_, j) => [j, k] as const),
).flat();
const monomials = ({ y, z }: Direction): number[] => POWERS.map(([j, k]) => y ** j * z ** k);

const FOREHEAD_WEIGHT = 6;
const SURVEY_WEIGHT = 0.02;

/** Forehead of the canonical mesh: above the brows, off the temples' rim. */
const forehead = (): PointMm[] =>
  Array.from({ length: CANONICAL_MM.length / 3 }, (_, i) => {
    const [xMm = 0, yMm = 0, zMm = 0] = CANONICAL_MM.subarray(3 * i, 3 * i + 3);
    return { xMm, yMm, zMm };
  }).filter(({ xMm, yMm }) => yMm > 48 && Math.abs(xMm) < 55);

/** Radius in a direction of a superellipsoid, on a cylinder, that has the surveyed girth, with these half axes. */
function surveyRadius({ halfBreadthMm, heightMm, halfLengthMm }: Cranium, { x, y, z }: Direction): number {
  const [across, upright] = [2.34, 2.3];
  const flat = (Math.abs(x / halfBreadthMm) ** across + Math.abs(z / halfLengthMm) ** across) ** (upright / across);
  return (flat + (y / heightMm) ** upright) ** (-1 / upright);
}

/**
 * The relief by least squares: how points of skulls, brought to the mean man's sizes by their own, depart from the
 * ellipsoid as a share of its radius; with the forehead of the mesh and, hardly, the survey's superellipsoid.
 */
export function fitRelief(points: readonly PointMm[]): {
  readonly rows: readonly (readonly number[])[];
  readonly offMm: Off;
  readonly shippedOffMm: Off;
} {
  const [breadth = 0, length = 0, height = 0] = fitSizes(points).mm;
  const cranium = resizeCranium(meanCranium('men'), breadth, length, height);
  const share = (target: Cranium, d: Direction, radius: number): number => {
    const { halfBreadthMm, heightMm, lowerMm, halfLengthMm } = target;
    return radius * Math.hypot(d.x / halfBreadthMm, d.y / (d.y >= 0 ? heightMm : lowerMm), d.z / halfLengthMm) - 1;
  };
  const equations = new NormalEquations(POWERS.length);
  const add = (d: Direction, departure: number, weight: number): void => {
    equations.add(-departure, monomials(d), weight);
  };
  const skull = points.filter(({ yMm }) => yMm > cranium.centre.yMm - 40);
  for (const point of skull) {
    const d = directionTo(cranium, point);
    add(d, share(cranium, d, radiusOf(cranium, point)), 1 / skull.length);
  }
  const mean = meanCranium('men');
  const brow = forehead();
  for (const point of brow) {
    const d = directionTo(mean, point);
    add(d, share(mean, d, radiusOf(mean, point)), FOREHEAD_WEIGHT / 10 / brow.length);
  }
  for (let i = 0; i < 400; i++) {
    const y = (i + 0.5) / 400;
    const turn = i * Math.PI * (3 - Math.sqrt(5));
    const d = { x: Math.sqrt(1 - y * y) * Math.cos(turn), y, z: Math.sqrt(1 - y * y) * Math.sin(turn) };
    add(d, share(mean, d, surveyRadius(mean, d)), SURVEY_WEIGHT / 400);
  }
  const all = equations.solve();
  if (all === null) throw new Error('The skulls leave the relief open');
  const fitted = skull.map((point) => {
    const d = directionTo(cranium, point);
    const relief = monomials(d).reduce((sum, m, k) => sum + m * (all[k] ?? 0), 0);
    return (share(cranium, d, radiusOf(cranium, point)) - relief) * radiusOf(cranium, point);
  });
  let from = 0;
  const rows = Array.from({ length: DEGREE + 1 }, (_, k) => [...all.subarray(from, (from += DEGREE + 1 - k))]);
  return { rows, offMm: offOf(fitted), shippedOffMm: offOf(skull.map((point) => standsOff(cranium, point))) };
}
