import { clamp } from './numbers';
import { add, cross, length, scale, subtract } from './vector';
import type { Vector3 } from './vector';

/** Row-major 3 × 3 matrices as plain lists of nine numbers. */
export type Matrix3 = readonly number[];

export const IDENTITY: Matrix3 = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export function multiply(a: Matrix3, b: Matrix3): Matrix3 {
  const out: number[] = [];
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) out.push(a[i * 3] * b[j] + a[i * 3 + 1] * b[3 + j] + a[i * 3 + 2] * b[6 + j]);
  return out;
}

/** R·p. */
export const rotate = (r: Matrix3, x: number, y: number, z: number): Vector3 => [
  r[0] * x + r[1] * y + r[2] * z,
  r[3] * x + r[4] * y + r[5] * z,
  r[6] * x + r[7] * y + r[8] * z,
];

/** Rᵀ·p: the rotation taken back. */
export const rotateBack = (r: Matrix3, x: number, y: number, z: number): Vector3 => [
  r[0] * x + r[3] * y + r[6] * z,
  r[1] * x + r[4] * y + r[7] * z,
  r[2] * x + r[5] * y + r[8] * z,
];

/** Turn about an axis through the origin: (x, y, z) is the axis times the angle in radians (Rodrigues). */
export function turnBy(x: number, y: number, z: number): Matrix3 {
  const angle = Math.sqrt(x * x + y * y + z * z);
  if (angle < 1e-12) return [1, -z, y, z, 1, -x, -y, x, 1];
  const s = Math.sin(angle) / angle;
  const c = (1 - Math.cos(angle)) / (angle * angle);
  return [
    1 - c * (y * y + z * z),
    c * x * y - s * z,
    c * x * z + s * y,
    c * x * y + s * z,
    1 - c * (x * x + z * z),
    c * y * z - s * x,
    c * x * z - s * y,
    c * y * z + s * x,
    1 - c * (x * x + y * y),
  ];
}

/** The rotation whose first two rows lie nearest to two given vectors of about equal length (row-wise). */
export function nearestRotation(first: Vector3, second: Vector3): Matrix3 {
  const a = scale(first, 1 / (length(first) || 1));
  const b = scale(second, 1 / (length(second) || 1));
  const sum = add(a, b);
  const difference = subtract(a, b);
  // Sum and difference of two unit vectors stand square to each other: rotating half way back makes the pair square too.
  const p = scale(sum, Math.SQRT1_2 / (length(sum) || 1));
  const q = scale(difference, Math.SQRT1_2 / (length(difference) || 1));
  const [right, up] = [add(p, q), subtract(p, q)];
  return [...right, ...up, ...cross(right, up)];
}

/** Where the face's own axis points, radians: to the right of the picture, and downwards (a bowed head), as seen. */
export function headingOf(rotation: Matrix3): { readonly yawRadians: number; readonly pitchRadians: number } {
  const x = rotation[2];
  const y = rotation[5];
  const z = rotation[8];
  return { yawRadians: Math.atan2(x, z), pitchRadians: Math.atan2(-y, Math.hypot(x, z)) };
}

const transposed = (r: Matrix3): Matrix3 => [r[0], r[3], r[6], r[1], r[4], r[7], r[2], r[5], r[8]];

/**
 * The turn that takes one rotation to another, about the axes that both lead to: its axis times its angle, 0..π radians. None
 * where they are half a turn apart: the axis is lost then.
 */
export function turnBetween(from: Matrix3, to: Matrix3): Vector3 {
  const r = multiply(to, transposed(from));
  // Twice the sine of the angle along the axis, and twice its cosine.
  const axis: Vector3 = [r[7] - r[5], r[2] - r[6], r[3] - r[1]];
  const size = length(axis);
  return scale(axis, size > 1e-9 ? Math.atan2(size, r[0] + r[4] + r[8] - 1) / size : 0.5);
}

/** By how much two rotations differ, 0..180 degrees. */
export function degreesBetween(one: Matrix3, other: Matrix3): number {
  const r = multiply(one, transposed(other));
  return (Math.acos(clamp((r[0] + r[4] + r[8] - 1) / 2, -1, 1)) * 180) / Math.PI;
}
