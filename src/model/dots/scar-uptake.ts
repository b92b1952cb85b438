import { hash32, hashUnit } from '~/model/maths/hash';
import type { VisibleDots } from './visible-dots';

/**
 * How much pigment scars take. That they take it unevenly is known, by how much is not: shares and patches are
 * assumptions. How fast they lose it is told in dot-appearance.ts (k_scar of docs/model.md, Fading (M3)).
 */
const LEAST_UPTAKE = 0.4;
const MOST_UPTAKE = 1;
/** Size of a patch of about equal uptake. */
const PATCH_MM = 3;
/** Beside that each dot takes up to this share less. */
const DOT_VARIATION = 0.3;
/** Channels of the hash, so that patches and dots know nothing of other decisions. */
const PATCH_CHANNEL = 0x5ca2;
const DOT_CHANNEL = 0x5ca3;

const smooth = (t: number): number => t * t * (3 - 2 * t);

/** Smooth noise in space, 0..1, equal over about PATCH_MM: values at the corners of a lattice, blended between them. */
function patch(xMm: number, yMm: number, zMm: number, seed: number): number {
  const [x, y, z] = [xMm / PATCH_MM, yMm / PATCH_MM, zMm / PATCH_MM];
  const [i, j, k] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  const [u, v, w] = [smooth(x - i), smooth(y - j), smooth(z - k)];
  const at = (a: number, b: number, c: number): number => hashUnit(hash32(hash32(a, b), c), seed);
  const row = (b: number, c: number): number => (1 - u) * at(i, b, c) + u * at(i + 1, b, c);
  const sheet = (c: number): number => (1 - v) * row(j, c) + v * row(j + 1, c);
  return (1 - w) * sheet(k) + w * sheet(k + 1);
}

/** Pigment that a dot of the view takes in scarred skin, as a share of what it takes elsewhere. */
export function scarUptake({ pointsMm, rank }: VisibleDots, dot: number, seed: number): number {
  const share = patch(pointsMm[3 * dot], pointsMm[3 * dot + 1], pointsMm[3 * dot + 2], seed ^ PATCH_CHANNEL);
  const own = 1 - DOT_VARIATION * hashUnit(rank[dot], seed ^ DOT_CHANNEL);
  return own * (LEAST_UPTAKE + (MOST_UPTAKE - LEAST_UPTAKE) * smooth(share));
}
