import { existsSync, readFileSync } from 'node:fs';
import type { Direction, PointMm } from '~/model/base/units';
import {
  directionTo,
  MEAN_RELIEF,
  meanCranium,
  RELIEF_TERMS,
  reliefTerms,
  resizeCranium,
  surfaceRadius,
} from '~/model/head/cranium';
import type { Cranium } from '~/model/head/head';
import type { Bearing } from '~/model/head/straight-way';
import { NormalEquations } from '~/model/maths/least-squares';
import { quantile } from '~/model/maths/quantile';
import { add, cross, dot, length, scale, subtract } from '~/model/maths/vector';
import type { Vector3 } from '~/model/maths/vector';
import { fitSizes } from '../../tools/lab/fit-skull';

/** Rendered heads whose exact places lie beside the checkout, each another skull; and the same skull photographed five times. */
const FOLDERS = ['../shared/heads', '../shared/heads2'];
export const HEADS_ARE_THERE = FOLDERS.every((folder) => existsSync(`${folder}/README.md`));

interface Truth {
  readonly landmarks468: { readonly surface_head_cm: readonly Vector3[] };
  readonly scalp_points: { readonly head_cm: readonly Vector3[] };
}

/** A rendered head's own skin, not a skull made to resemble it. Head frame, mm. */
export interface TrueScalp {
  /** The skull of the model that lies nearest to it, and how far from it the places lie at the 95th percentile, mm. */
  readonly nearest: Cranium;
  readonly offMm: number;
  /** The skin in a direction from the nearest skull's centre. */
  readonly skinAt: (direction: Direction) => PointMm;
  /** The skin under a point, along the ray to the centre. */
  readonly under: (point: PointMm) => PointMm;
  readonly normalAt: (point: PointMm) => Vector3;
  /** How far the nearest exact place is, mm: between places the skin is as smooth as it is taken to be. */
  readonly fromExactMm: (point: PointMm) => number;
  /** Straight ahead over the skin. */
  readonly ahead: (from: Bearing, mm: number) => Bearing;
}

const vector = ({ xMm, yMm, zMm }: PointMm): Vector3 => [xMm, yMm, zMm];
const point = ([xMm, yMm, zMm]: Vector3): PointMm => ({ xMm, yMm, zMm });
const unit = (v: Vector3): Vector3 => scale(v, 1 / length(v));
const along = (normal: Vector3, v: Vector3): Vector3 => unit(subtract(v, scale(normal, dot(normal, v))));

/** Above the brows a face is as smooth as a scalp, mm. */
const FOREHEAD_MM = 60;
/** Below this no design lies, mm. */
const LOWEST_MM = 0;
/** So far a place of the skin tells of what is beside it; places lie about 6 mm apart. */
const REACH_MM = 8;
/** How far the relief may stray where no place tells of it. */
const SPREAD = 0.05;
const STEP_MM = 0.5;

/** The model's skull through places of the skin. */
function skullThrough(places: readonly PointMm[]): Cranium {
  const [breadth, long, high] = fitSizes(places).mm;
  let cranium: Cranium = { ...resizeCranium(meanCranium('men'), breadth, long, high), relief: MEAN_RELIEF };
  const terms = new Float64Array(RELIEF_TERMS);
  for (let round = 0; round < 2; round++) {
    const equations = new NormalEquations(RELIEF_TERMS);
    for (const place of places) {
      const d = directionTo(cranium, place);
      reliefTerms(d.x, d.y, d.z, terms);
      const share = terms.reduce((sum, term, k) => sum + term * cranium.relief[k], 1);
      const radius = surfaceRadius(cranium, d.x, d.y, d.z);
      equations.add(
        radiusTo(cranium, place) - radius,
        terms.map((term) => (-radius / share) * term),
        1,
      );
    }
    MEAN_RELIEF.forEach((towards, k) => {
      equations.believe(k, cranium.relief[k] - towards, SPREAD);
    });
    const step = equations.solve();
    if (step === null) throw new Error('The places leave the skull open.');
    cranium = { ...cranium, relief: cranium.relief.map((value, k) => value + step[k]) };
  }
  return cranium;
}
const radiusTo = ({ centre }: Cranium, place: PointMm): number => length(subtract(vector(place), vector(centre)));

/** `name` with its folder, as `heads/head_t2_front`. */
export function trueScalp(name: string): TrueScalp {
  const truth = JSON.parse(readFileSync(`../shared/${name}.json`, 'utf8')) as Truth;
  const inMm = ([x, y, z]: Vector3): PointMm => ({ xMm: 10 * x, yMm: 10 * y, zMm: 10 * z });
  const places = [
    ...truth.scalp_points.head_cm.map(inMm).filter(({ yMm }) => yMm > LOWEST_MM),
    ...truth.landmarks468.surface_head_cm.map(inMm).filter(({ yMm }) => yMm > FOREHEAD_MM),
  ];
  const nearest = skullThrough(places);
  const { centre } = nearest;
  const exact = places.map((place) => {
    const d = directionTo(nearest, place);
    return {
      place: vector(place),
      way: [d.x, d.y, d.z] as Vector3,
      off: radiusTo(nearest, place) - surfaceRadius(nearest, d.x, d.y, d.z),
    };
  });

  /** By how much the skin stands off the nearest skull: of the exact places around, as a plane through them, the near ones most. */
  const offAt = (d: Vector3, radius: number): number => {
    const u = unit(cross(d, Math.abs(d[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]));
    const v = cross(d, u);
    const equations = new NormalEquations(3);
    const reach = REACH_MM / radius;
    const near = Math.cos(4 * reach);
    for (const { way, off } of exact) {
      const cosine = dot(d, way);
      if (cosine < near) continue;
      equations.add(-off, [1, dot(u, way), dot(v, way)], Math.exp((2 * (cosine - 1)) / (reach * reach)));
    }
    equations.believe(0, 0, 1000);
    equations.believe(1, 0, 1000);
    equations.believe(2, 0, 1000);
    return equations.solve()?.[0] ?? 0;
  };
  const skinAt = ({ x, y, z }: Direction): PointMm => {
    const radius = surfaceRadius(nearest, x, y, z);
    const r = radius + offAt([x, y, z], radius);
    return { xMm: centre.xMm + r * x, yMm: centre.yMm + r * y, zMm: centre.zMm + r * z };
  };
  const under = (place: PointMm): PointMm => skinAt(directionTo(nearest, place));
  const normalAt = (place: PointMm): Vector3 => {
    const p = vector(place);
    const out = unit(subtract(p, vector(centre)));
    const u = unit(cross(out, Math.abs(out[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]));
    const v = cross(out, u);
    const beside = (way: Vector3, mm: number): Vector3 => vector(under(point(add(p, scale(way, mm)))));
    const n = cross(subtract(beside(u, 1), beside(u, -1)), subtract(beside(v, 1), beside(v, -1)));
    return unit(dot(n, out) > 0 ? n : scale(n, -1));
  };
  const ahead = (from: Bearing, mm: number): Bearing => {
    let here = vector(from.pointMm);
    let way = scale(from.way, Math.sign(mm) || 1);
    for (let gone = 0; gone < Math.abs(mm) - 1e-9;) {
      const step = Math.min(STEP_MM, Math.abs(mm) - gone);
      way = along(normalAt(point(here)), way);
      const next = vector(under(point(add(here, scale(way, step)))));
      gone += length(subtract(next, here));
      way = unit(subtract(next, here));
      here = next;
    }
    return { pointMm: point(here), way: scale(along(normalAt(point(here)), way), Math.sign(mm) || 1) };
  };
  return {
    nearest,
    offMm: quantile(
      exact.map(({ off }) => Math.abs(off)),
      0.95,
    ),
    skinAt,
    under,
    normalAt,
    fromExactMm: (place) => Math.min(...exact.map((each) => length(subtract(each.place, vector(place))))),
    ahead,
  };
}
