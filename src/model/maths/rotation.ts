/** Row-major 3 × 3 matrices as plain lists of nine numbers. */
export type Matrix3 = readonly number[];

export const IDENTITY: Matrix3 = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export function multiply(a: Matrix3, b: Matrix3): Matrix3 {
  const out: number[] = [];
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) out.push(a[i * 3] * b[j] + a[i * 3 + 1] * b[3 + j] + a[i * 3 + 2] * b[6 + j]);
  return out;
}

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
export function nearestRotation(first: readonly number[], second: readonly number[]): Matrix3 {
  const length = (v: readonly number[]): number => Math.hypot(v[0], v[1], v[2]) || 1;
  const along = (v: readonly number[], by: number): number[] => v.map((c) => c * by);
  const plus = (a: readonly number[], b: readonly number[]): number[] => a.map((c, i) => c + b[i]);
  const a = along(first, 1 / length(first));
  const b = along(second, 1 / length(second));
  const sum = plus(a, b);
  const difference = plus(a, along(b, -1));
  // Sum and difference of two unit vectors stand square to each other: rotating half way back makes the pair square too.
  const p = along(sum, Math.SQRT1_2 / length(sum));
  const q = along(difference, Math.SQRT1_2 / length(difference));
  const [rx = 1, ry = 0, rz = 0] = plus(p, q);
  const [sx = 0, sy = 1, sz = 0] = plus(p, along(q, -1));
  return [rx, ry, rz, sx, sy, sz, ry * sz - rz * sy, rz * sx - rx * sz, rx * sy - ry * sx];
}

/** Where the face's own axis points, radians: to the right of the picture, and downwards (a bowed head), as seen. */
export function headingOf(rotation: Matrix3): { readonly yawRadians: number; readonly pitchRadians: number } {
  const x = rotation[2];
  const y = rotation[5];
  const z = rotation[8];
  return { yawRadians: Math.atan2(x, z), pitchRadians: Math.atan2(-y, Math.hypot(x, z)) };
}
