import type { Cranium } from '~/model/head/head';

/**
 * Real dots are short strokes: the needle goes in at a slant, and practitioners slant it the way hair grows, so that neighbours
 * lean alike. From round to so many times as long as wide, the area kept (photographs: most are 1.3 to 2 times).
 */
const LEAST_ASPECT = 1.2;
const MOST_ASPECT = 2.6;
/** A stroke leans away from the way hair grows here by up to this, either way, rad. */
const ASTRAY = (30 * Math.PI) / 180;
/** Hair grows from the whorl outwards and round it, as seen from above clockwise, by this, rad. */
const SWIRL = (20 * Math.PI) / 180;
/** The whorl: in the middle, so far behind and above the cranium's centre on the mean head of men, mm (scalp-zones.ts: the crown). */
const WHORL_BEHIND_MM = 50;
const WHORL_UP_MM = 77;

/** Slots of what `strokeAt` writes: the unit vector along the stroke in the skin (x, y, z), and how many times as long as wide. */
export const STROKE_SLOTS = 4;

/**
 * The stroke of a dot at a place of the skin (mm, head frame; `n` its normal), by the dot's own random bits: written to `out`.
 * Lengths of the mean head serve for all: a whorl a few mm aside turns no stroke by much.
 */
export function strokeAt(
  { centre }: Cranium,
  x: number,
  y: number,
  z: number,
  nx: number,
  ny: number,
  nz: number,
  own: number,
  out: Float64Array,
): void {
  const wx = x - centre.xMm;
  const wy = y - centre.yMm - WHORL_UP_MM;
  const wz = z - centre.zMm + WHORL_BEHIND_MM;
  const rise = wx * nx + wy * ny + wz * nz;
  let gx = wx - rise * nx;
  let gy = wy - rise * ny;
  let gz = wz - rise * nz;
  const long = Math.sqrt(gx * gx + gy * gy + gz * gz) + 1e-9;
  gx /= long;
  gy /= long;
  gz /= long;
  const angle = SWIRL + ASTRAY * (((own >>> 8) & 0xfff) / 2047.5 - 1);
  const sin = Math.sin(angle);
  const cos = Math.cos(angle);
  out[0] = cos * gx + sin * (ny * gz - nz * gy);
  out[1] = cos * gy + sin * (nz * gx - nx * gz);
  out[2] = cos * gz + sin * (nx * gy - ny * gx);
  out[3] = LEAST_ASPECT + ((MOST_ASPECT - LEAST_ASPECT) * ((own >>> 20) & 0xff)) / 255;
}

/**
 * Makes a round dot's footprint M (three numbers from `at` on, px²/mm²) that of a stroke: `u`, `v` is how a mm along it is seen,
 * px. M/q + (q − 1/q)·uuᵀ keeps the determinant, and so the light that the dot takes.
 */
export function stretchFootprint(footprint: Float32Array, at: number, u: number, v: number, aspect: number): void {
  const across = 1 / aspect;
  const along = aspect - across;
  footprint[at] = across * footprint[at] + along * u * u;
  footprint[at + 1] = across * footprint[at + 1] + along * u * v;
  footprint[at + 2] = across * footprint[at + 2] + along * v * v;
}
