import type { Plane } from './gaussian-blur';
import { gaussianBlur } from './gaussian-blur';
import type { PhotoPixels } from './photo-pixels';
import { quantile } from './quantile';
import { clamp, LINEAR_OF_CODE, luminance } from './units';

/** What a photo's blur may be, px: below, an edge is narrower than a pixel shows; above, the head is out of focus. */
const LEAST_BLUR_PX = 0.4;
const MOST_BLUR_PX = 4;

/**
 * Standard deviation of the photo's own blur as a Gaussian, working-photo px. Give it full-resolution pixels (a crop of
 * the head, photoPxPerPixel 1): a downsized copy is sharper than the photo.
 *
 * An edge blurred with σ and then by a known σ₁ has the gradient 1/√(2π(σ² + σ₁²)), so the gradients under two known
 * blurs give σ by their ratio, whatever the edge's height (Zhuo & Sim 2011). Strong edges only, because noise has no
 * such ratio, and of those the middle one, because not every edge in a face is sharp. Without edges it
 * says 1 px, what a camera at its best does.
 */
export function measureBlur(pixels: PhotoPixels): number {
  const tiles = strongestTiles(pixels);
  let sigma = sigmaBetween(tiles, 0.8, 1.6);
  // A wide edge hardly changes under a narrow blur: measure it again with blurs of its own size.
  if (sigma > 1.2) sigma = sigmaBetween(tiles, Math.min(2.5, 0.8 * sigma), Math.min(5, 1.6 * sigma));
  return clamp(sigma, LEAST_BLUR_PX, MOST_BLUR_PX) * pixels.photoPxPerPixel;
}

const TILE_PX = 160;
const MOST_TILES = 6;
/** Pixels next to a tile's border feel the repeated edge. */
const BORDER_PX = 8;

/** Luminance of the tiles with the strongest contrast: bounds the time on large photos and leaves empty parts out. */
function strongestTiles({ widthPx, heightPx, data }: PhotoPixels): Plane[] {
  const across = Math.max(1, Math.round(widthPx / TILE_PX));
  const down = Math.max(1, Math.round(heightPx / TILE_PX));
  const tiles = Array.from({ length: across * down }, (_, k): { plane: Plane; contrast: number } => {
    const left = Math.floor(((k % across) * widthPx) / across);
    const top = Math.floor((Math.floor(k / across) * heightPx) / down);
    const columns = Math.floor((((k % across) + 1) * widthPx) / across) - left;
    const rows = Math.floor(((Math.floor(k / across) + 1) * heightPx) / down) - top;
    const values = new Float32Array(columns * rows);
    let contrast = 0;
    for (let i = 0; i < values.length; i++) {
      const at = 4 * ((top + Math.floor(i / columns)) * widthPx + left + (i % columns));
      values[i] = luminance([LINEAR_OF_CODE[data[at]], LINEAR_OF_CODE[data[at + 1]], LINEAR_OF_CODE[data[at + 2]]]);
      if (i % 7 === 0 && i > 2 * columns) contrast += ((values[i] ?? 0) - (values[i - 2 * columns - 2] ?? 0)) ** 2;
    }
    return { plane: { columns, rows, values }, contrast };
  });
  return tiles
    .sort((a, b) => b.contrast - a.contrast)
    .slice(0, MOST_TILES)
    .map((tile) => tile.plane);
}

interface Edge {
  readonly strength: number;
  readonly sigma: number;
}

/** Share of the strongest edge's gradient that an edge must have, and share of those edges that is sharper than the answer. */
const STRONG = 0.3;
const SHARPER = 0.5;

function sigmaBetween(tiles: readonly Plane[], fine: number, coarse: number): number {
  const edges = tiles.flatMap((tile) => edgesOf(tile, fine, coarse));
  const strongest = quantile(
    edges.map((edge) => edge.strength),
    0.995,
  );
  const sharp = quantile(
    edges.filter((edge) => edge.strength > STRONG * strongest).map((edge) => edge.sigma),
    SHARPER,
  );
  return Number.isFinite(sharp) ? sharp : 1;
}

/** Ridges of the gradient and the blur that the ratio of their gradients under the two blurs tells. */
function edgesOf(tile: Plane, fine: number, coarse: number): Edge[] {
  const { columns, rows } = tile;
  const a = gaussianBlur(tile, fine).values;
  const b = gaussianBlur(tile, coarse).values;
  const slope = (values: Float32Array, at: number): [number, number] => [
    ((values[at + 1] ?? 0) - (values[at - 1] ?? 0)) / 2,
    ((values[at + columns] ?? 0) - (values[at - columns] ?? 0)) / 2,
  ];
  const strengthAt = (at: number): number => Math.hypot(...slope(a, at));
  const edges: Edge[] = [];
  for (let y = BORDER_PX; y < rows - BORDER_PX; y++) {
    for (let x = BORDER_PX; x < columns - BORDER_PX; x++) {
      const at = y * columns + x;
      const [dx, dy] = slope(a, at);
      const strength = Math.hypot(dx, dy);
      if (strength < 0.01) continue;
      const step = Math.round(dx / strength) + columns * Math.round(dy / strength);
      if (strengthAt(at + step) > strength || strengthAt(at - step) >= strength) continue;
      const ratio2 = (strength / Math.hypot(...slope(b, at))) ** 2;
      // central differences blur by themselves, with the variance of a box of two pixels: 1/3
      const [fine2, coarse2] = [fine * fine + 1 / 3, coarse * coarse + 1 / 3];
      if (ratio2 > 1.02)
        edges.push({ strength, sigma: Math.sqrt(Math.max(0, (coarse2 - ratio2 * fine2) / (ratio2 - 1))) });
    }
  }
  return edges;
}
