import { hashUnit } from '~/model/maths/hash';
import { clamp } from '~/model/maths/numbers';
import type { PhotoPixels } from '~/model/raster/photo-pixels';

/** Noise of the photo where nothing else is to be seen. */
export interface Grain {
  /**
   * Standard deviation of luma, sRGB codes (0..255). One number for all brightness: photon noise grows with the root of
   * the light, which sRGB's curve just undoes.
   */
  readonly sigmaCodes: number;
  /** How far it is smeared out: standard deviation of the Gaussian that would make it of white noise, working-photo px. */
  readonly smearPx: number;
}

/**
 * Noise is measured on squares of this side, px: small enough to be a plane but for the noise. Ours, as all below: set on noise that is
 * known (docs/model.md, Reading a photo).
 */
const SIDE = 12;
const MOST_SQUARES = 900;
/** In fewer, as on a face of 70 px, nothing is flat. */
const FEWEST_SQUARES = 36;
/** The squares that vary least show noise only; the very least of all may be clipped or painted. */
const FLATTEST = [0.05, 0.25] as const;
/** Codes beyond which light may be clipped. */
const DARKEST = 8;
const BRIGHTEST = 247;

interface Square {
  readonly variance: number;
  /** With the neighbour to the right and below. */
  readonly covariance: number;
}

/** Reads the noise in full-resolution pixels of the head (photoPxPerPixel 1). */
export function measureGrain(pixels: PhotoPixels): Grain {
  const across = Math.floor(pixels.widthPx / SIDE);
  const all = across * Math.floor(pixels.heightPx / SIDE);
  const squares: Square[] = [];
  for (let k = 0; k < all; k++) {
    if (all > MOST_SQUARES && hashUnit(k, 0) * all > MOST_SQUARES) continue;
    const square = readSquare(pixels, (k % across) * SIDE, Math.floor(k / across) * SIDE);
    if (square !== null) squares.push(square);
  }
  squares.sort((a, b) => a.variance - b.variance);
  const flat = squares.slice(Math.floor(FLATTEST[0] * squares.length), Math.ceil(FLATTEST[1] * squares.length));
  if (squares.length < FEWEST_SQUARES) return { sigmaCodes: 0, smearPx: 0 };
  const variance = flat.reduce((sum, square) => sum + square.variance, 0) / flat.length;
  const covariance = flat.reduce((sum, square) => sum + square.covariance, 0) / flat.length;
  // White noise under a Gaussian of σ: neighbours correlate by exp(−1/(4σ²)).
  const alike = clamp(covariance / Math.max(1e-9, variance), 0, 0.9);
  return {
    // Bytes are rounded, which alone makes a variance of 1/12.
    sigmaCodes: Math.sqrt(Math.max(0, variance - 1 / 12)),
    smearPx: (alike < 0.02 ? 0 : 0.5 / Math.sqrt(-Math.log(alike))) * pixels.photoPxPerPixel,
  };
}

/** What is left of a square's luma when its mean and slope are taken away; null where light is clipped. */
function readSquare({ widthPx, data }: PhotoPixels, left: number, top: number): Square | null {
  const rest = new Float32Array(SIDE * SIDE);
  let [sum, sumX, sumY] = [0, 0, 0];
  for (let i = 0; i < rest.length; i++) {
    const at = 4 * ((top + Math.floor(i / SIDE)) * widthPx + left + (i % SIDE));
    const luma = 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
    if (luma < DARKEST || luma > BRIGHTEST) return null;
    rest[i] = luma;
    sum += luma;
    sumX += luma * ((i % SIDE) - MIDDLE);
    sumY += luma * (Math.floor(i / SIDE) - MIDDLE);
  }
  const mean = sum / rest.length;
  const [slopeX, slopeY] = [sumX / SPREAD, sumY / SPREAD];
  let [square, pairs] = [0, 0];
  for (let i = 0; i < rest.length; i++) {
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
    rest[i] = rest[i] - mean - slopeX * (x - MIDDLE) - slopeY * (y - MIDDLE);
    square += rest[i] ** 2;
    if (x > 0) pairs += rest[i] * rest[i - 1];
    if (y > 0) pairs += rest[i] * rest[i - SIDE];
  }
  // Three numbers were fitted.
  return { variance: square / (rest.length - 3), covariance: pairs / (2 * SIDE * (SIDE - 1) - 3) };
}

const MIDDLE = (SIDE - 1) / 2;
/** Σ (x − middle)² over a square. */
const SPREAD = (SIDE * SIDE * (SIDE * SIDE - 1)) / 12;
