import type { LinearRgb } from '~/model/colour/linear-rgb';

/** Taps to each side that the shader has room for: as far as redness reaches; the halo itself needs fewer. */
export const MOST_TAPS = 15;
const MOST_HALO_TAPS = 8;
/** The halo is cut off here, in decay lengths, so that "outside the treated area" is well defined. */
export const HALO_REACH = 5;

/**
 * The halo exp(−ρ/L)/(2πL²) of docs/model.md, Dot optics (M6), as a product of two one-directional kernels, each the
 * sum of two Gaussians whose variances add up to the halo's own (3 L² per axis), so that it can be blurred in rows and
 * columns.
 */
const PARTS = [
  { share: 0.55, sigma: 0.9 },
  { share: 0.45, sigma: 2.38 },
] as const;

/** Redness about a dot ends here, mm: a bell without an edge. Assumed; the skin about needle marks reddens for some mm. */
export const REDNESS_REACH_MM = 4.5;

/**
 * Weights at 0, ±1 … ±reach px for each band and, fourth, for redness that ends after `rednessPx` (0: there is none, and
 * no weight); both sides together add up to 1. `lengthPx` may be any positive number.
 */
export function haloKernel(
  lengthPx: LinearRgb,
  rednessPx: number,
): { readonly weights: Float32Array; readonly reach: number } {
  const reach = Math.min(MOST_HALO_TAPS, Math.max(1, Math.ceil(HALO_REACH * Math.max(...lengthPx))));
  const rednessReach = Math.min(MOST_TAPS, Math.ceil(rednessPx));
  const weights = new Float32Array(4 * (MOST_TAPS + 1));
  lengthPx.forEach((length, band) => {
    // A tap stands for a pixel's width, whose own variance (1/12) keeps very short halos from falling between taps.
    const tap = (k: number): number =>
      PARTS.reduce((sum, { share, sigma }) => {
        const variance = (sigma * length) ** 2 + 1 / 12;
        return sum + (share * Math.exp((-k * k) / (2 * variance))) / Math.sqrt(variance);
      }, 0);
    setBand(weights, band, reach, tap);
  });
  if (rednessPx > 0) setBand(weights, 3, rednessReach, (k) => Math.max(0, 1 - (k / rednessPx) ** 2) ** 2);
  return { weights, reach: Math.max(reach, rednessReach) };
}

function setBand(weights: Float32Array, band: number, reach: number, tap: (k: number) => number): void {
  let total = tap(0);
  for (let k = 1; k <= reach; k++) total += 2 * tap(k);
  for (let k = 0; k <= reach; k++) weights[4 * k + band] = tap(k) / total;
}

/** Largest block; the cores target is laid out in multiples of it. */
export const MOST_BLOCK = 64;

/** Up to this decay length dots are smaller than a pixel, and nobody sees how smooth the halo between them is. */
const FINE_FROM_PX = 2;

/** How many target px the halo may be blurred on as one (a power of two), so that few taps reach far enough. */
export function haloBlock(lengthPx: LinearRgb): number {
  const longest = Math.max(...lengthPx);
  const most = longest > FINE_FROM_PX ? 1.5 : 0.8;
  let block = 1;
  while (longest / block > most && block < MOST_BLOCK) block *= 2;
  return block;
}
