import type { Direction, PointMm } from '~/model/base/units';
import type { Build } from '~/model/design/choices';
import { clamp } from '~/model/maths/numbers';
import type { Cranium } from './head';

/** Y of the glabella and Z of the skin there (canonical face); every cranium passes through it. */
export const GLABELLA_Y_MM = 48.9;
export const GLABELLA_Z_MM = 53.9;
const CENTRE_Y_MM = 53.9;

/** Where the relief leaves the widest and the highest place of the skull, as a share of the half axis. */
const WIDEST_SHARE = 0.9954;
const HIGHEST_SHARE = 0.997;

/**
 * How the skull departs from the ellipsoid, as a share of its radius: Σ RELIEF[k][j]·y^j·z^k over the unit direction
 * (x is implied by x² = 1 − y² − z²; both sides are alike). The sloping forehead, the flat temples, the high vertex and
 * the narrowing nape. Least squares over the forehead of the canonical face mesh (weight 6), the mean rendered head and,
 * hardly, a superellipsoid of the same measures; it leaves 0.2 mm median, 0.6 mm at the 95th percentile.
 */
const RELIEF = [
  [-0.0082, -0.0314, 0.0062, 0.0707, 0.0079, -0.0503],
  [-0.0327, -0.0016, -0.0279, -0.1165, 0.1237],
  [0.0715, 0.0281, -0.2206, 0.1353],
  [0.075, -0.0026, -0.0451],
  [-0.066, -0.0825],
  [-0.0356],
] as const;

/** What a skull's own relief counts: the powers of RELIEF, row after row, and then what left and right differ by. */
const EVEN_TERMS = 21;
export const RELIEF_TERMS = 27;

/** The relief that the mean head has, both sides alike: RELIEF_TERMS. */
export const MEAN_RELIEF: readonly number[] = [
  ...RELIEF.flat(),
  ...Array.from({ length: RELIEF_TERMS - EVEN_TERMS }, () => 0),
];

/**
 * The relief's terms in a direction: y^j·z^k in the order of RELIEF, then x times 1, y, z, y², y·z, z², by which the left side
 * differs from the right. `out` has RELIEF_TERMS.
 */
export function reliefTerms(x: number, y: number, z: number, out: Float64Array): void {
  let at = 0;
  let zk = 1;
  for (let k = 0; k <= 5; k++, zk *= z) {
    let term = zk;
    for (let j = 0; j <= 5 - k; j++, term *= y) out[at++] = term;
  }
  out[at] = x;
  out[at + 1] = x * y;
  out[at + 2] = x * z;
  out[at + 3] = x * y * y;
  out[at + 4] = x * y * z;
  out[at + 5] = x * z * z;
}

/**
 * A cranium of these outer measures (head breadth, head length, height of the top over the tragion
 * less 45 mm). The forehead stays at the glabella: a longer head reaches farther back.
 */
function craniumOf(breadthMm: number, lengthMm: number, heightMm: number): Cranium {
  return {
    centre: { xMm: 0, yMm: CENTRE_Y_MM, zMm: GLABELLA_Z_MM - lengthMm / 2 },
    halfBreadthMm: breadthMm / 2 / WIDEST_SHARE,
    halfLengthMm: lengthMm / 2,
    heightMm: heightMm / HIGHEST_SHARE,
    lowerMm: 180,
    relief: MEAN_RELIEF,
  };
}

/** Mean head of men, ANSUR II (docs/model.md, Head and hairline). The dots are made on this one. */
export const REFERENCE_CRANIUM: Cranium = craniumOf(154.3, 199.5, 86.1);
export const WOMENS_CRANIUM: Cranium = craniumOf(147.8, 189.8, 81.5);

/** The cranium to start from for a build. */
export const meanCranium = (build: Build): Cranium => (build === 'men' ? REFERENCE_CRANIUM : WOMENS_CRANIUM);

/** Bounds of the half axes, LEAST_MM to three times that: with hostile corrections a head stays a head. Our choice. */
const LEAST_MM = 40;

/** A cranium with other outer measures; the forehead stays where it is. */
export function resizeCranium(cranium: Cranium, breadthMm: number, lengthMm: number, heightMm: number): Cranium {
  const halfLengthMm = clamp(cranium.halfLengthMm + lengthMm / 2, LEAST_MM, 3 * LEAST_MM);
  return {
    ...cranium,
    centre: { ...cranium.centre, zMm: cranium.centre.zMm + cranium.halfLengthMm - halfLengthMm },
    halfBreadthMm: clamp(cranium.halfBreadthMm + breadthMm / 2, LEAST_MM, 3 * LEAST_MM),
    halfLengthMm,
    heightMm: clamp(cranium.heightMm + heightMm, LEAST_MM, 3 * LEAST_MM),
  };
}

/** Length of the part of a direction's ray inside the skull, mm; (x, y, z) is a unit vector from the centre. */
export function surfaceRadius(cranium: Cranium, x: number, y: number, z: number): number {
  const ax = x / cranium.halfBreadthMm;
  const ay = y / (y >= 0 ? cranium.heightMm : cranium.lowerMm);
  const az = z / cranium.halfLengthMm;
  const c = cranium.relief;
  const relief =
    c[0] +
    y * (c[1] + y * (c[2] + y * (c[3] + y * (c[4] + y * c[5])))) +
    z *
      (c[6] +
        y * (c[7] + y * (c[8] + y * (c[9] + y * c[10]))) +
        z *
          (c[11] +
            y * (c[12] + y * (c[13] + y * c[14])) +
            z * (c[15] + y * (c[16] + y * c[17]) + z * (c[18] + y * c[19] + z * c[20])))) +
    x * (c[21] + y * (c[22] + y * c[24] + z * c[25]) + z * (c[23] + z * c[26]));
  return (1 + relief) / Math.sqrt(ax * ax + ay * ay + az * az);
}

/** Where `surfaceAt` writes: [radius, px, py, pz, nx, ny, nz, mm² of skin per steradian]. */
export const SURFACE_SLOTS = 8;

/**
 * All of the surface in one direction at once, without allocating, for loops over many dots: radius, place in the head
 * frame, outward unit normal and area per steradian. A surface r(d) has the normal along d − ∇r/r (∇ along the sphere)
 * and the area r²·|d − ∇r/r| per steradian.
 */
export function surfaceAt(cranium: Cranium, x: number, y: number, z: number, out: Float64Array): void {
  const ia = 1 / (cranium.halfBreadthMm * cranium.halfBreadthMm);
  const upright = y >= 0 ? cranium.heightMm : cranium.lowerMm;
  const ic = 1 / (upright * upright);
  const ib = 1 / (cranium.halfLengthMm * cranium.halfLengthMm);
  const q = x * x * ia + y * y * ic + z * z * ib;
  const ellipsoid = 1 / Math.sqrt(q);

  // Polynomials in y that multiply 1, z, z², … and their slopes; then what the sides differ by.
  const c = cranium.relief;
  const a0 = c[0] + y * (c[1] + y * (c[2] + y * (c[3] + y * (c[4] + y * c[5]))));
  const a1 = c[6] + y * (c[7] + y * (c[8] + y * (c[9] + y * c[10])));
  const a2 = c[11] + y * (c[12] + y * (c[13] + y * c[14]));
  const a3 = c[15] + y * (c[16] + y * c[17]);
  const a4 = c[18] + y * c[19];
  const b0 = c[1] + y * (2 * c[2] + y * (3 * c[3] + y * (4 * c[4] + y * 5 * c[5])));
  const b1 = c[7] + y * (2 * c[8] + y * (3 * c[9] + y * 4 * c[10]));
  const b2 = c[12] + y * (2 * c[13] + y * 3 * c[14]);
  const b3 = c[16] + y * 2 * c[17];
  const odd = c[21] + y * (c[22] + y * c[24] + z * c[25]) + z * (c[23] + z * c[26]);
  const shape = 1 + a0 + z * (a1 + z * (a2 + z * (a3 + z * (a4 + z * c[20])))) + x * odd;
  const slopeY = b0 + z * (b1 + z * (b2 + z * (b3 + z * c[19]))) + x * (c[22] + 2 * y * c[24] + z * c[25]);
  const slopeZ =
    a1 + z * (2 * a2 + z * (3 * a3 + z * (4 * a4 + z * 5 * c[20]))) + x * (c[23] + y * c[25] + 2 * z * c[26]);

  const radius = ellipsoid * shape;
  // ∇r/r, extended off the sphere, and then only its part along the sphere.
  const gx = (-x * ia) / q + odd / shape;
  const gy = (-y * ic) / q + slopeY / shape;
  const gz = (-z * ib) / q + slopeZ / shape;
  const radial = gx * x + gy * y + gz * z;
  const nx = x - gx + radial * x;
  const ny = y - gy + radial * y;
  const nz = z - gz + radial * z;
  const length = Math.sqrt(nx * nx + ny * ny + nz * nz);

  out[0] = radius;
  out[1] = cranium.centre.xMm + radius * x;
  out[2] = cranium.centre.yMm + radius * y;
  out[3] = cranium.centre.zMm + radius * z;
  out[4] = nx / length;
  out[5] = ny / length;
  out[6] = nz / length;
  out[7] = radius * radius * length;
}

const scratch = new Float64Array(SURFACE_SLOTS);

/** Place of a direction on the skull, head frame. */
export function surfacePoint(cranium: Cranium, { x, y, z }: Direction): PointMm {
  surfaceAt(cranium, x, y, z, scratch);
  return { xMm: scratch[1], yMm: scratch[2], zMm: scratch[3] };
}

/** The direction of a point of the head frame, seen from the cranium's centre. */
export function directionTo(cranium: Cranium, point: PointMm): Direction {
  const x = point.xMm - cranium.centre.xMm;
  const y = point.yMm - cranium.centre.yMm;
  const z = point.zMm - cranium.centre.zMm;
  const length = Math.sqrt(x * x + y * y + z * z);
  return length > 0 ? { x: x / length, y: y / length, z: z / length } : { x: 0, y: 1, z: 0 };
}
