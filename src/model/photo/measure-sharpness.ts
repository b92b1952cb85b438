import { LINEAR_OF_CODE, LUMINANCE_WEIGHTS } from '~/model/colour/linear-rgb';
import { clamp } from '~/model/maths/numbers';
import { quantile } from '~/model/maths/quantile';
import { gaussianBlur } from '~/model/raster/gaussian-blur';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import type { Plane } from '~/model/raster/plane';

/** How sharp a photo is. */
export interface Sharpness {
  /** Standard deviation of the photo's own blur as a Gaussian, working-photo px. */
  readonly blurPx: number;
  /** By how much detail as fine as dots stands out more than that blur alone would leave it, 1..2.2. */
  readonly detailGain: number;
}

/** A Gaussian narrower than this falls between pixels: what is sharper keeps this blur and gains contrast. */
const LEAST_BLUR_PX = 0.45;
/** Out of focus. */
const MOST_BLUR_PX = 4;

/**
 * Give it full-resolution pixels (a crop of the head, photoPxPerPixel 1): a downsized copy is sharper than the photo.
 *
 * An edge blurred with σ and then by a known σ₁ has the gradient 1/√(2π(σ² + σ₁²)), so the gradients under two known
 * blurs give σ² by their ratio, whatever the edge's height (Zhuo & Sim 2011). Strong edges only, because noise has no
 * such ratio; steps only, because a line (a lash, a wrinkle, a hair) fades under blur faster than an edge and would pass
 * for sharper; and of those the middle one, because not every edge in a face is sharp. Without edges it says 1 px, what
 * a camera at its best does.
 *
 * Sharpening makes σ² small, and negative at last.
 */
export function measureSharpness(pixels: PhotoPixels): Sharpness {
  const tiles = strongestTiles(pixels);
  let variance = varianceBetween(tiles, 0.8, 1.6);
  // A wide edge hardly changes under a narrow blur: measure it again with blurs of its own size.
  if (variance > 1.2 ** 2) {
    const sigma = Math.sqrt(variance);
    variance = varianceBetween(tiles, Math.min(2.5, 0.8 * sigma), Math.min(5, 1.6 * sigma));
  }
  const sigma = Math.sqrt(Math.max(0, variance - BAND_LIMIT_PX2));
  return {
    blurPx: clamp(sigma, LEAST_BLUR_PX, MOST_BLUR_PX) * pixels.photoPxPerPixel,
    detailGain: 1 + clamp(GAIN_PER_PX2 * (SHARPENED_BELOW_PX2 - variance), 0, MOST_GAIN),
  };
}

/**
 * What edge and dot make of the pixels' limit: a picture made smaller keeps all detail up to that limit and none beyond,
 * by which an edge seems wider than a dot of the same contrast does.
 */
const BAND_LIMIT_PX2 = 0.12;
/**
 * Fitted to dots that went through cameras themselves: made smaller, sharpened and compressed
 * (tests/render/through-camera.browser.test.ts). An edge of variance 0.2 px² under an unsharp mask of radius 1 px and
 * amount 0.5 or 1 measures 0.00 or −0.14 px² here.
 */
const SHARPENED_BELOW_PX2 = 0.34;
const GAIN_PER_PX2 = 3.2;
/** Heavier sharpening is rarer than hairs that pass for sharpened edges. */
const MOST_GAIN = 1.2;

const TILE_PX = 160;
const MOST_TILES = 6;
/** Pixels next to a tile's border feel the repeated edge. */
const BORDER_PX = 8;

/** A part of the pixels. */
interface Tile {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
}

/** Of a tile's pixels one in so many is looked at to tell its contrast. */
const CONTRAST_STEP = 7;

/** Luminance of the tiles with the strongest contrast: bounds the time on large photos and leaves empty parts out. */
function strongestTiles({ widthPx, heightPx, data }: PhotoPixels): Plane[] {
  const [y0, y1, y2] = LUMINANCE_WEIGHTS;
  const lightAt = ({ left, top, columns }: Tile, i: number): number => {
    const at = 4 * ((top + Math.floor(i / columns)) * widthPx + left + (i % columns));
    return y0 * LINEAR_OF_CODE[data[at]] + y1 * LINEAR_OF_CODE[data[at + 1]] + y2 * LINEAR_OF_CODE[data[at + 2]];
  };
  const contrastOf = (tile: Tile): number => {
    let contrast = 0;
    const away = 2 * tile.columns + 2;
    for (let i = CONTRAST_STEP * Math.ceil(away / CONTRAST_STEP); i < tile.columns * tile.rows; i += CONTRAST_STEP) {
      contrast += (lightAt(tile, i) - lightAt(tile, i - away)) ** 2;
    }
    return contrast;
  };
  const across = Math.max(1, Math.round(widthPx / TILE_PX));
  const down = Math.max(1, Math.round(heightPx / TILE_PX));
  const tiles = Array.from({ length: across * down }, (_, k): Tile => {
    const left = Math.floor(((k % across) * widthPx) / across);
    const top = Math.floor((Math.floor(k / across) * heightPx) / down);
    const columns = Math.floor((((k % across) + 1) * widthPx) / across) - left;
    const rows = Math.floor(((Math.floor(k / across) + 1) * heightPx) / down) - top;
    return { left, top, columns, rows };
  });
  return tiles
    .map((tile) => ({ tile, contrast: contrastOf(tile) }))
    .sort((a, b) => b.contrast - a.contrast)
    .slice(0, MOST_TILES)
    .map(({ tile }) => {
      const { columns, rows } = tile;
      const values = new Float32Array(columns * rows);
      for (let i = 0; i < values.length; i++) values[i] = lightAt(tile, i);
      return { columns, rows, values };
    });
}

interface Edge {
  readonly strength: number;
  /** Of the blur that it shows, px². */
  readonly variance: number;
  /** Asked of strong edges only. */
  isStep(): boolean;
}

/** Share of the strongest edge's gradient that an edge must have, and share of those edges that is sharper than the answer. */
const STRONG = 0.3;
const SHARPER = 0.35;
/** A step's gradient has fallen to this share so far away, in standard deviations of the finer blur. */
const FLAT = 0.15;
const FLAT_FROM = 5;
const FEWEST_STEPS = 24;

function varianceBetween(tiles: readonly Plane[], fine: number, coarse: number): number {
  const edges = tiles.flatMap((tile) => edgesOf(tile, fine, coarse));
  const strongest = quantile(
    edges.map((edge) => edge.strength),
    0.995,
  );
  const strong = edges.filter((edge) => edge.strength > STRONG * strongest);
  const steps = strong.filter((edge) => edge.isStep());
  const sharp = quantile(
    (steps.length < FEWEST_STEPS ? strong : steps).map((edge) => edge.variance),
    SHARPER,
  );
  return Number.isFinite(sharp) ? sharp : 1 + BAND_LIMIT_PX2;
}

/** Ridges of the gradient and the blur that the ratio of their gradients under the two blurs tells. */
function edgesOf(tile: Plane, fine: number, coarse: number): Edge[] {
  const { columns, rows } = tile;
  const a = gaussianBlur(tile, fine).values;
  const b = gaussianBlur(tile, coarse).values;
  const slope = (values: Float32Array, at: number): [number, number] => [
    (values[at + 1] - values[at - 1]) / 2,
    (values[at + columns] - values[at - columns]) / 2,
  ];
  const strengthAt = (at: number): number => Math.hypot(...slope(a, at));
  const edges: Edge[] = [];
  const far = FLAT_FROM * fine;
  const border = Math.max(BORDER_PX, Math.ceil(1.25 * far) + 1);
  const beside = [-1.25 * far, -far, far, 1.25 * far];
  const isFlatBeside = (at: number, ux: number, uy: number, strength: number): boolean =>
    beside.every((px) => {
      const [gx, gy] = slope(a, at + Math.round(px * ux) + columns * Math.round(px * uy));
      return Math.abs(gx * ux + gy * uy) < FLAT * strength;
    });
  for (let y = border; y < rows - border; y++) {
    for (let x = border; x < columns - border; x++) {
      const at = y * columns + x;
      const [dx, dy] = slope(a, at);
      const strength = Math.hypot(dx, dy);
      if (strength < 0.01) continue;
      const step = Math.round(dx / strength) + columns * Math.round(dy / strength);
      if (strengthAt(at + step) > strength || strengthAt(at - step) >= strength) continue;
      const ratio2 = (strength / Math.hypot(...slope(b, at))) ** 2;
      // central differences blur by themselves, with the variance of a box of two pixels: 1/3
      const [fine2, coarse2] = [fine * fine + 1 / 3, coarse * coarse + 1 / 3];
      if (ratio2 < 1.02) continue;
      edges.push({
        strength,
        variance: (coarse2 - ratio2 * fine2) / (ratio2 - 1),
        isStep: () => isFlatBeside(at, dx / strength, dy / strength, strength),
      });
    }
  }
  return edges;
}
