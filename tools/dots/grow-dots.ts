import type { DotField } from '~/model/dots/dot-field';
import { hash32, hashUnit } from '~/model/maths/hash';
import { dealSizes } from './deal-sizes';
import { NearDots } from './near-dots';
import type { ScalpMesh } from './scalp-mesh';

/**
 * Smallest distance between the places meant for n dots on an area, as a share of √(area/n) (docs/model.md, Density and edge). Wide, so that
 * a field has no gaps and no crowds; what a hand makes of it (ASTRAY_MM) brings neighbours as near as in real work.
 */
export const SPACING = 0.7;

/**
 * A hand sets each dot beside the place meant for it: by up to this along each axis. At 130 per cm² the nearest neighbour is then .68 of √(area/n)
 * away on the mean, in real work .62 to .72; without it .76, a machine's.
 */
export const ASTRAY_MM = 0.26;
const ASTRAY_CHANNEL = 0xa57a;

/** Fewest darts of a round. */
const FEWEST_DARTS = 64;

/**
 * Throws `darts` darts evenly on the mesh, each into its own equal share of the area, in the order of the triangles (so
 * that neighbours in memory are neighbours on the head), and tells where they hit.
 */
function throwDarts(
  { corners, areaUpToMm2 }: ScalpMesh,
  darts: number,
  key: number,
  hit: (x: number, y: number, z: number, dart: number) => void,
): void {
  const step = (areaUpToMm2.at(-1) ?? 0) / darts;
  let triangle = 0;
  for (let dart = 0; dart < darts; dart++) {
    const own = hash32(dart, key);
    const area = (dart + own / 4294967296) * step;
    while (areaUpToMm2[triangle] <= area) triangle++;
    let u = hashUnit(own, 1);
    let v = hashUnit(own, 2);
    if (u + v > 1) {
      u = 1 - u;
      v = 1 - v;
    }
    const w = 1 - u - v;
    const at = 9 * triangle;
    hit(
      w * corners[at] + u * corners[at + 3] + v * corners[at + 6],
      w * corners[at + 1] + u * corners[at + 4] + v * corners[at + 7],
      w * corners[at + 2] + u * corners[at + 5] + v * corners[at + 8],
      dart,
    );
  }
}

/**
 * Dots in progressive order by dart throwing with a shrinking distance: darts fall evenly on the area, and dot number n is
 * the next dart that keeps SPACING·√(area/n) from all dots before it. So every prefix is as widely spaced as its
 * number allows, by less than a lattice would, and without a lattice's lines. Each is then set a little astray. Darts come in rounds: those that would
 * fit at the round's start are taken in shuffled order, as far as they still fit. Only + − × ÷ √ and integer hashes:
 * the same dots everywhere. `perMm2` is the density of all of them.
 */
export function growDots(mesh: ScalpMesh, perMm2: number, seed: number): DotField {
  const areaMm2 = mesh.areaUpToMm2.at(-1) ?? 0;
  const count = Math.round(areaMm2 * perMm2);
  const directions = new Float32Array(3 * count);
  const points = new Float64Array(3 * count);
  const dots = new NearDots(count);
  const distanceOfNext = (): number => SPACING * Math.sqrt(areaMm2 / (dots.count + 1));

  for (let round = 0; dots.count < count; round++) {
    const key = hash32(round, seed);
    const distance = distanceOfNext();
    dots.shrinkTo(distance);
    const fitting: { readonly x: number; readonly y: number; readonly z: number; readonly order: number }[] = [];
    throwDarts(mesh, Math.max(FEWEST_DARTS, dots.count), key, (x, y, z, dart) => {
      if (dots.isFree(x, y, z, distance)) fitting.push({ x, y, z, order: hash32(dart, ~key) });
    });
    fitting.sort((a, b) => a.order - b.order);
    for (const { x, y, z } of fitting) {
      if (dots.count === count || !dots.isFree(x, y, z, distanceOfNext())) continue;
      const key = hash32(dots.count, seed ^ ASTRAY_CHANNEL);
      const astray = (axis: number): number => ASTRAY_MM * (2 * hashUnit(key, axis) - 1);
      const [ax, ay, az] = [x + astray(1), y + astray(2), z + astray(3)];
      points.set([ax, ay, az], 3 * dots.count);
      const length = Math.sqrt(ax * ax + ay * ay + az * az);
      directions.set([ax / length, ay / length, az / length], 3 * dots.count);
      dots.add(x, y, z);
    }
  }
  return { count, directions, areaMm2, sizeClasses: dealSizes(points, count / areaMm2, seed) };
}
