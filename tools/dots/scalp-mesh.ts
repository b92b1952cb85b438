import { SURFACE_SLOTS, surfaceAt } from '~/model/head/cranium';
import type { Cranium } from '~/model/head/head';
import { tableAt } from '~/model/maths/table';
import type { TableRow } from '~/model/maths/table';

/** Triangles of a cranium where dots may lie: 9 numbers each (three corners × x, y, z), mm from the cranium's centre. */
export interface ScalpMesh {
  readonly corners: Float64Array;
  /** Area of the triangles up to and including each one, mm²; the last is the whole area. */
  readonly areaUpToMm2: Float64Array;
}

/**
 * Lowest height of a dot, by how far round the head it is: (cosine of the angle from straight ahead, Y in the head
 * frame, mm). The eyebrows in front, the outer end of the brow at the temple, below the ear canal (Y 8.9) at the side,
 * the nape behind: wider all round than an adult hairline, so that no hairline, head shape or brush runs out of dots.
 * Between the rows it runs straight.
 */
const LOWEST: readonly TableRow[] = [
  [-1, -75],
  [-0.9, -68],
  [-0.7, -48],
  [-0.4, -24],
  [0, -8],
  [0.25, -5],
  [0.5, 20],
  [0.7, 38],
  [0.85, 46],
  [1, 46],
];

/** Y of the region's edge in a horizontal direction (x to the subject's left, z to the front, from the centre). */
export function lowestDotMm(x: number, z: number): number {
  const across = Math.sqrt(x * x + z * z);
  const cosine = across > 0 ? z / across : 1;
  return tableAt(LOWEST, cosine);
}

/** Steps along one side of a cube's face; triangles of about 2 mm on a head. */
const STEPS = 96;

type Corner = readonly [x: number, y: number, z: number];

/** Corner (i, j) of face f of a cube around the centre, on the way out to the surface. */
function cubeCorner(face: number, i: number, j: number): Corner {
  const side = face % 2 === 0 ? 1 : -1;
  const u = (2 * i) / STEPS - 1;
  const v = (2 * j) / STEPS - 1;
  const length = Math.sqrt(1 + u * u + v * v);
  const [a, b, c] = [side / length, u / length, v / length];
  if (face < 2) return [a, b, c];
  return face < 4 ? [b, a, c] : [b, c, a];
}

function triangleAreaMm2(a: Corner, b: Corner, c: Corner): number {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
  const [nx, ny, nz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  return Math.sqrt(nx * nx + ny * ny + nz * nz) / 2;
}

/** Cuts the part of a cranium where dots may lie into small triangles, whose area is then known exactly. */
export function scalpMesh(cranium: Cranium): ScalpMesh {
  const surface = new Float64Array(SURFACE_SLOTS);
  const corners: number[] = [];
  const areas: number[] = [];
  let areaMm2 = 0;

  const add = (a: Corner, b: Corner, c: Corner): void => {
    const middle = (k: 0 | 1 | 2): number => (a[k] + b[k] + c[k]) / 3;
    if (middle(1) + cranium.centre.yMm < lowestDotMm(middle(0), middle(2))) return;
    areaMm2 += triangleAreaMm2(a, b, c);
    areas.push(areaMm2);
    corners.push(...a, ...b, ...c);
  };
  const cornerAt = (face: number, i: number, j: number): Corner => {
    const [x, y, z] = cubeCorner(face, i, j);
    surfaceAt(cranium, x, y, z, surface);
    return [surface[0] * x, surface[0] * y, surface[0] * z];
  };

  for (let face = 0; face < 6; face++) {
    let row = Array.from({ length: STEPS + 1 }, (_, j) => cornerAt(face, 0, j));
    for (let i = 1; i <= STEPS; i++) {
      const next = row.map((_, j) => cornerAt(face, i, j));
      for (let j = 1; j <= STEPS; j++) {
        add(row[j - 1], row[j], next[j - 1]);
        add(row[j], next[j], next[j - 1]);
      }
      row = next;
    }
  }
  return { corners: Float64Array.from(corners), areaUpToMm2: Float64Array.from(areas) };
}
