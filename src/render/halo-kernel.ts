/** Taps to each side that the shader has room for. */
export const MOST_TAPS = 15;
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

/** How far pigment changes the skin about a dot, px: decay lengths of the light and of the colour lost, and where redness ends. */
export interface HaloReachPx {
  readonly light: number;
  readonly colour: number;
  /** 0: there is none. */
  readonly redness: number;
}

/**
 * Weights at 0, ±1 … ±reach px, four for each: light, colour, nothing, redness (no weight where there is none); both sides
 * together add up to 1. Lengths may be any positive numbers.
 */
export function haloKernel({ light, colour, redness }: HaloReachPx): {
  readonly weights: Float32Array;
  readonly reach: number;
} {
  const reach = Math.min(MOST_TAPS, Math.max(1, Math.ceil(HALO_REACH * Math.max(light, colour))));
  const rednessReach = Math.min(MOST_TAPS, Math.ceil(redness));
  const weights = new Float32Array(4 * (MOST_TAPS + 1));
  [light, colour].forEach((length, band) => {
    // A tap stands for a pixel's width, whose own variance (1/12) keeps very short halos from falling between taps.
    const tap = (k: number): number =>
      PARTS.reduce((sum, { share, sigma }) => {
        const variance = (sigma * length) ** 2 + 1 / 12;
        return sum + (share * Math.exp((-k * k) / (2 * variance))) / Math.sqrt(variance);
      }, 0);
    setBand(weights, band, reach, tap);
  });
  if (redness > 0) setBand(weights, 3, rednessReach, (k) => Math.max(0, 1 - (k / redness) ** 2) ** 2);
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
/** So many blocks may the light's decay length be, and the colour's, which varies slowly and is cut off where taps end. */
const MOST_BLOCKS = { fine: 1.5, coarse: 0.8, colour: 4 } as const;

/** How many target px the halo may be blurred on as one (a power of two), so that few taps reach far enough. */
export function haloBlock({ light, colour }: Omit<HaloReachPx, 'redness'>): number {
  const most = light > FINE_FROM_PX ? MOST_BLOCKS.fine : MOST_BLOCKS.coarse;
  let block = 1;
  while ((light / block > most || colour / block > MOST_BLOCKS.colour) && block < MOST_BLOCK) block *= 2;
  return block;
}
