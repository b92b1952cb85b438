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
const [
  [C00, C01, C02, C03, C04, C05],
  [C10, C11, C12, C13, C14],
  [C20, C21, C22, C23],
  [C30, C31, C32],
  [C40, C41],
  [C50],
] = RELIEF;

/** Length of the part of a direction's ray inside the skull, mm; (x, y, z) is a unit vector from the centre. */
export function surfaceRadius(cranium: Cranium, x: number, y: number, z: number): number {
  const ax = x / cranium.halfBreadthMm;
  const ay = y / (y >= 0 ? cranium.heightMm : cranium.lowerMm);
  const az = z / cranium.halfLengthMm;
  const relief =
    C00 +
    y * (C01 + y * (C02 + y * (C03 + y * (C04 + y * C05)))) +
    z *
      (C10 +
        y * (C11 + y * (C12 + y * (C13 + y * C14))) +
        z * (C20 + y * (C21 + y * (C22 + y * C23)) + z * (C30 + y * (C31 + y * C32) + z * (C40 + y * C41 + z * C50))));
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
  const c = y >= 0 ? cranium.heightMm : cranium.lowerMm;
  const ic = 1 / (c * c);
  const ib = 1 / (cranium.halfLengthMm * cranium.halfLengthMm);
  const q = x * x * ia + y * y * ic + z * z * ib;
  const ellipsoid = 1 / Math.sqrt(q);

  // Polynomials in y that multiply 1, z, z², … and their slopes.
  const a0 = C00 + y * (C01 + y * (C02 + y * (C03 + y * (C04 + y * C05))));
  const a1 = C10 + y * (C11 + y * (C12 + y * (C13 + y * C14)));
  const a2 = C20 + y * (C21 + y * (C22 + y * C23));
  const a3 = C30 + y * (C31 + y * C32);
  const a4 = C40 + y * C41;
  const b0 = C01 + y * (2 * C02 + y * (3 * C03 + y * (4 * C04 + y * 5 * C05)));
  const b1 = C11 + y * (2 * C12 + y * (3 * C13 + y * 4 * C14));
  const b2 = C21 + y * (2 * C22 + y * 3 * C23);
  const b3 = C31 + y * 2 * C32;
  const shape = 1 + a0 + z * (a1 + z * (a2 + z * (a3 + z * (a4 + z * C50))));
  const slopeY = b0 + z * (b1 + z * (b2 + z * (b3 + z * C41)));
  const slopeZ = a1 + z * (2 * a2 + z * (3 * a3 + z * (4 * a4 + z * 5 * C50)));

  const radius = ellipsoid * shape;
  // ∇r/r, extended off the sphere, and then only its part along the sphere.
  const gx = (-x * ia) / q;
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
