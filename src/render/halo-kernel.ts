/** Taps to each side that the shader has room for. */
export const MOST_TAPS = 15;
/** The halo is cut off here, in decay lengths, so that "outside the treated area" is well defined. */
export const HALO_REACH = 5;

/**
 * The halo of docs/model.md, Dot optics (M6), as a product of two one-directional kernels, each a sum of Gaussians, so that it
 * can be blurred in rows and columns. The wide ones stand for exp(−ρ/L)/(2πL²). The narrow one, .45 mm at the L of 1.2 mm that is
 * drawn, is the skirt of each dot, which photographs show: with dots on an even veil alone a field varies too little over a quarter
 * to half a millimetre. The widest holds less than the model gives it, for real fields end with their last dots, not in a veil beyond them.
 */
const PARTS = [
  { share: 0.35, sigma: 0.375 },
  { share: 0.37, sigma: 0.9 },
  { share: 0.28, sigma: 2.1 },
] as const;

/**
 * What colour a dot takes and how it reddens the skin ends here, mm: a bell without an edge. Redness: assumed, the skin about needle marks
 * reddens for some mm. Colour: real fields are of one hue over 3 to 8 mm, whether they are a little darker there or not; lost as near to
 * dots as light is, it lay in clouds.
 */
export const COLOUR_REACH_MM = 4.5;

/** How far pigment changes the skin about a dot, px: the decay length of the light lost, and where the change of colour ends. */
export interface HaloReachPx {
  readonly light: number;
  readonly colour: number;
}

/**
 * Weights at 0, ±1 … ±reach px, two for each: light, colour; both sides
 * together add up to 1. Lengths may be any positive numbers; a halo that would reach farther than there are taps is cut off.
 */
export function haloKernel({ light, colour }: HaloReachPx): {
  readonly weights: Float32Array;
  readonly reach: number;
} {
  const reach = Math.min(MOST_TAPS, Math.max(1, Math.ceil(HALO_REACH * light)));
  const colourReach = Math.min(MOST_TAPS, Math.max(1, Math.ceil(colour)));
  const weights = new Float32Array(2 * (MOST_TAPS + 1));
  // A tap stands for a pixel's width, whose own variance (1/12) keeps very short halos from falling between taps.
  setBand(weights, 0, reach, (k) =>
    PARTS.reduce((sum, { share, sigma }) => {
      const variance = (sigma * light) ** 2 + 1 / 12;
      return sum + (share * Math.exp((-k * k) / (2 * variance))) / Math.sqrt(variance);
    }, 0),
  );
  setBand(weights, 1, colourReach, (k) => Math.max(0, 1 - (k / colour) ** 2) ** 2);
  return { weights, reach: Math.max(reach, colourReach) };
}

function setBand(weights: Float32Array, band: number, reach: number, tap: (k: number) => number): void {
  let total = tap(0);
  for (let k = 1; k <= reach; k++) total += 2 * tap(k);
  for (let k = 0; k <= reach; k++) weights[2 * k + band] = tap(k) / total;
}

/** Largest block; the cores target is laid out in multiples of it. */
export const MOST_BLOCK = 64;

/** So many blocks the decay length may be: the taps reach as far as the halo. */
const MOST_BLOCKS = MOST_TAPS / HALO_REACH;
/** And so many where a change goes on: an eighth of the work, for half as many taps reach as far on a quarter of the pixels. */
const MOST_BLOCKS_BRIEFLY = MOST_BLOCKS / 2;

/** How many target px the halo may be blurred on as one (a power of two), so that few taps reach far enough. */
export function haloBlock(lightPx: number, brief = false): number {
  const most = brief ? MOST_BLOCKS_BRIEFLY : MOST_BLOCKS;
  let block = 1;
  while (lightPx / block > most && block < MOST_BLOCK) block *= 2;
  return block;
}
