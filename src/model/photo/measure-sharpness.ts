import { LINEAR_OF_CODE, LUMINANCE_WEIGHTS } from '~/model/colour/linear-rgb';
import { clamp, smoothstep } from '~/model/maths/numbers';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import type { Plane } from '~/model/raster/plane';
import { BINS, edgeProfiles } from './edge-profiles';
import type { EdgeProfile } from './edge-profiles';
import { fitEdge } from './fit-edge';

/** How sharp a photo is: its light was blurred, and then perhaps sharpened by an unsharp mask. */
export interface Sharpness {
  /** Standard deviation of the photo's own blur as a Gaussian, working-photo px, before any sharpening. */
  readonly blurPx: number;
  /** Sharpening: so much of the difference from a copy blurred by `radiusPx` was added; 0: none. */
  readonly amount: number;
  /** Standard deviation, working-photo px. */
  readonly radiusPx: number;
}

/** By how much a round spot of `spotPx` (standard deviation, the photo's blur included) stands out more by sharpening. */
export const detailGain = ({ amount, radiusPx }: Sharpness, spotPx: number): number =>
  1 + amount / (1 + (spotPx / radiusPx) ** 2);

/**
 * A Gaussian narrower than this falls between pixels. Ours, as all below: set on blurred discs that are known (docs/model.md, Reading a
 * photo).
 */
const LEAST_BLUR_PX = 0.45;
/** Out of focus. */
const MOST_BLUR_PX = 4.5;
/** Of a photo without any step: what photos off the web mostly have. */
const USUAL_BLUR_PX = 0.75;

/** So many places on steps tell all; what fewer say is mixed with what is usual. */
const ENOUGH_PLACES = 50;
/** A step wider than this is no step any more as near as it is looked at: it is looked at in a picture of half the size. */
const WIDE_PX = [1.5, 1.9] as const;
/**
 * A picture made smaller keeps all detail up to the limit of its pixels and none beyond, by which an edge seems wider
 * than a dot of the same contrast does: of the blur, px².
 */
const BAND_LIMIT_PX2 = 0.1;
const HALVINGS = 2;
/**
 * Of all steps sorted from the steepest, the share that is taken: not all in a face are sharp, so rather the steepest;
 * the very steepest have something dark or bright beside them.
 */
const STEEPEST = [0.05, 0.35] as const;

/**
 * Give it full-resolution pixels (a crop of the head with its outline, photoPxPerPixel 1): a downsized copy is sharper
 * than the photo.
 *
 * The camera is read off steps of light (`edgeProfiles`): of their profiles, laid over one another, the median is taken,
 * in which what happens to lie beside one of them has no say but the halo of sharpening has, and blur and sharpening are
 * fitted to it. A narrow unsharp mask on a wide blur looks like less blur, and is taken for it: a dot comes out the same.
 */
export function measureSharpness(pixels: PhotoPixels): Sharpness {
  const found = readSteps(luminance(pixels), Math.hypot(USUAL_BLUR_PX, Math.sqrt(BAND_LIMIT_PX2)), HALVINGS);
  return {
    blurPx:
      clamp(Math.sqrt(Math.max(0, found.blurPx ** 2 - BAND_LIMIT_PX2)), LEAST_BLUR_PX, MOST_BLUR_PX) *
      pixels.photoPxPerPixel,
    amount: found.amount,
    radiusPx: found.radiusPx * pixels.photoPxPerPixel,
  };
}

/** Sharpness in px of the plane, in which photos usually have a blur of `usualPx`. */
function readSteps(plane: Plane, usualPx: number, halvings: number): Sharpness {
  const usual = { blurPx: usualPx, amount: 0, radiusPx: 1 };
  const coarser = (): Sharpness =>
    halvings === 0 ? usual : doubled(readSteps(halved(plane), usualPx / 2, halvings - 1));
  const edges = edgeProfiles(plane);
  if (edges.length === 0) return coarser();
  const { sigmaPx, amount, radiusPx } = fitEdge(medianProfile(edges));
  const sure = Math.min(1, edges.length / ENOUGH_PLACES);
  const found = mixed({ blurPx: sigmaPx, amount, radiusPx }, usual, sure);
  const narrow = 1 - smoothstep(...WIDE_PX, sigmaPx);
  return narrow === 1 ? found : mixed(found, coarser(), narrow);
}

/** `share` of one and the rest of the other. */
function mixed(one: Sharpness, other: Sharpness, share: number): Sharpness {
  const amount = share * one.amount + (1 - share) * other.amount;
  const radii = share * one.amount * one.radiusPx + (1 - share) * other.amount * other.radiusPx;
  return {
    blurPx: one.blurPx ** share * other.blurPx ** (1 - share),
    amount,
    radiusPx: amount === 0 ? 1 : radii / amount,
  };
}

const doubled = ({ blurPx, amount, radiusPx }: Sharpness): Sharpness => ({
  blurPx: 2 * blurPx,
  amount,
  radiusPx: 2 * radiusPx,
});

/** Of the steeper edges, bin by bin. */
function medianProfile(edges: readonly EdgeProfile[]): Float32Array {
  const sorted = [...edges].sort((a, b) => b.steepness - a.steepness);
  const from = Math.floor(STEEPEST[0] * sorted.length);
  const taken = sorted.slice(from, Math.max(from + 1, Math.ceil(STEEPEST[1] * sorted.length)));
  const column = new Float32Array(taken.length);
  return Float32Array.from({ length: BINS }, (_, k) => {
    taken.forEach(({ values }, i) => (column[i] = values[k]));
    column.sort();
    return (column[column.length >> 1] + column[(column.length - 1) >> 1]) / 2;
  });
}

function luminance({ widthPx: columns, heightPx: rows, data }: PhotoPixels): Plane {
  const [red, green, blue] = LUMINANCE_WEIGHTS;
  const values = new Float32Array(columns * rows);
  for (let i = 0; i < values.length; i++) {
    values[i] =
      red * LINEAR_OF_CODE[data[4 * i]] +
      green * LINEAR_OF_CODE[data[4 * i + 1]] +
      blue * LINEAR_OF_CODE[data[4 * i + 2]];
  }
  return { columns, rows, values };
}

/** Half as large: each value the mean of four. */
function halved({ columns, rows, values }: Plane): Plane {
  const [across, down] = [columns >> 1, rows >> 1];
  const half = new Float32Array(across * down);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      const at = 2 * y * columns + 2 * x;
      half[y * across + x] = (values[at] + values[at + 1] + values[at + columns] + values[at + columns + 1]) / 4;
    }
  }
  return { columns: across, rows: down, values: half };
}
