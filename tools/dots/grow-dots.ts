import type { DotField } from '~/model/dots/dot-field';
import { hash32, hashUnit } from '~/model/maths/hash';
import { NearDots } from './near-dots';
import type { ScalpMesh } from './scalp-mesh';

/**
 * Smallest distance between n dots on an area, as a share of √(area/n) (docs/model.md, Density and edge): with 0.5 the nearest
 * neighbour is .7 of that away on the mean, as in real work (.62 to .72); wider spacing looks like a machine's.
 */
export const SPACING = 0.5;

/** Kept on top of the spacing, because the file rounds directions: each of two by up to 0.006 mm. */
const ROUNDING_ROOM_MM = 0.012;

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
 * number allows, by less than a lattice would, and without a lattice's lines. Darts come in rounds: those that would
 * fit at the round's start are taken in shuffled order, as far as they still fit. Only + − × ÷ √ and integer hashes:
 * the same dots everywhere. `perMm2` is the density of all of them.
 */
export function growDots(mesh: ScalpMesh, perMm2: number, seed: number): DotField {
  const areaMm2 = mesh.areaUpToMm2.at(-1) ?? 0;
  const count = Math.round(areaMm2 * perMm2);
  const directions = new Float32Array(3 * count);
  const dots = new NearDots(count);
  const distanceOfNext = (): number => SPACING * Math.sqrt(areaMm2 / (dots.count + 1)) + ROUNDING_ROOM_MM;

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
      const length = Math.sqrt(x * x + y * y + z * z);
      directions.set([x / length, y / length, z / length], 3 * dots.count);
      dots.add(x, y, z);
    }
  }
  return { count, directions, areaMm2 };
}
