import { LINEAR_OF_CODE, luminance } from '~/model/colour/linear-rgb';
import type { LookPicture, Pixels, Region } from './picture';
import { scaleAt } from './picture';
import type { Plane } from './plane';
import { boxOf, maskOf } from './region';
import type { BoxPx } from './region';

/** Red, green and blue of every px, linear light 0..1. */
export type Bands = readonly [Float32Array, Float32Array, Float32Array];

/** A piece of a region at a scale of its own, reduced from the picture by area. */
export interface Patch {
  readonly pxPerMm: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bands: Bands;
  /** How much of each px belongs to the region, 0..1. */
  readonly inside: Float32Array;
  /** The part that counts here; what lies round it is another patch's, and only seen. */
  readonly own: BoxPx;
}

/** Where the scale changes from place to place, the region is measured in squares of so many mm. */
const TILE_MM = 20;
/** Skin round a square that is seen with it, so that no dot is cut: more than any filter's reach. */
const MARGIN_MM = 2;
/** A px counts where no more than a hundredth of it lies outside. */
export const WHOLE_PX = 0.99;

/** One axis of an area filter: for each px made, the first px it takes from and the share of each. */
function areaShares(fromPx: number, count: number, factor: number): readonly { first: number; shares: number[] }[] {
  return Array.from({ length: count }, (_, i) => {
    const [a, b] = [fromPx + i * factor, fromPx + (i + 1) * factor];
    const first = Math.floor(a);
    const shares: number[] = [];
    for (let px = first; px < b - 1e-9; px++) shares.push((Math.min(b, px + 1) - Math.max(a, px)) / factor);
    return { first, shares };
  });
}

/**
 * The box reduced to `pxPerMm` (never enlarged): each px is the mean linear light of the area it stands for, of what belongs to
 * the region alone.
 */
export function reduced(
  { widthPx, heightPx, data }: Pixels,
  mask: Float32Array,
  box: BoxPx,
  [fromPxPerMm, toPxPerMm]: readonly [number, number],
): Omit<Patch, 'own'> {
  const factor = Math.max(1, fromPxPerMm / toPxPerMm);
  const width = Math.max(1, Math.floor((box.rightPx - box.leftPx) / factor + 1e-6));
  const height = Math.max(1, Math.floor((box.bottomPx - box.topPx) / factor + 1e-6));
  const columns = areaShares(box.leftPx, width, factor);
  const rows = areaShares(box.topPx, height, factor);
  const [red, green, blue, inside] = [0, 0, 0, 0].map(() => new Float32Array(width * height));
  rows.forEach((row, y) =>
    columns.forEach((column, x) => {
      let [r, g, b, share] = [0, 0, 0, 0];
      row.shares.forEach((rowShare, dy) =>
        column.shares.forEach((columnShare, dx) => {
          const from = Math.min(row.first + dy, heightPx - 1) * widthPx + Math.min(column.first + dx, widthPx - 1);
          const weight = rowShare * columnShare * mask[from];
          r += weight * LINEAR_OF_CODE[data[4 * from]];
          g += weight * LINEAR_OF_CODE[data[4 * from + 1]];
          b += weight * LINEAR_OF_CODE[data[4 * from + 2]];
          share += weight;
        }),
      );
      const to = y * width + x;
      inside[to] = share;
      if (share > 0) [red[to], green[to], blue[to]] = [r / share, g / share, b / share];
    }),
  );
  return { pxPerMm: fromPxPerMm / factor, widthPx: width, heightPx: height, bands: [red, green, blue], inside };
}

/** The squares of a region: one box where the scale is the same everywhere. */
function tilesOf(picture: LookPicture, box: BoxPx): readonly BoxPx[] {
  if (typeof picture.pxPerMm === 'number') return [box];
  const tiles: BoxPx[] = [];
  for (let topPx = box.topPx; topPx < box.bottomPx;) {
    let rowPx = Infinity;
    for (let leftPx = box.leftPx; leftPx < box.rightPx;) {
      const sidePx = Math.max(4, Math.round(TILE_MM * picture.pxPerMm(leftPx, topPx)));
      tiles.push({ leftPx, topPx, rightPx: leftPx + sidePx, bottomPx: topPx + sidePx });
      rowPx = Math.min(rowPx, sidePx);
      leftPx += sidePx;
    }
    for (let i = tiles.length - 1; i >= 0 && tiles[i].topPx === topPx; i--)
      tiles[i] = { ...tiles[i], bottomPx: topPx + rowPx };
    topPx += rowPx;
  }
  return tiles.map((tile) => ({
    ...tile,
    rightPx: Math.min(tile.rightPx, box.rightPx),
    bottomPx: Math.min(tile.bottomPx, box.bottomPx),
  }));
}

/** A region as patches of at most `pxPerMm`; none where it is empty. */
export function patchesOf(picture: LookPicture, region: Region, pxPerMm: number): readonly Patch[] {
  const { pixels } = picture;
  const mask = maskOf(region, pixels);
  const box = boxOf(mask, pixels.widthPx);
  if (box === null) return [];
  return tilesOf(picture, box).map((tile) => {
    const scale = scaleAt(picture.pxPerMm, (tile.leftPx + tile.rightPx) / 2, (tile.topPx + tile.bottomPx) / 2);
    const margin = Math.ceil(MARGIN_MM * scale);
    const seen = {
      leftPx: Math.max(box.leftPx, tile.leftPx - margin),
      topPx: Math.max(box.topPx, tile.topPx - margin),
      rightPx: Math.min(box.rightPx, tile.rightPx + margin),
      bottomPx: Math.min(box.bottomPx, tile.bottomPx + margin),
    };
    const patch = reduced(pixels, mask, seen, [scale, pxPerMm]);
    const factor = scale / patch.pxPerMm;
    const own = {
      leftPx: Math.round((tile.leftPx - seen.leftPx) / factor),
      topPx: Math.round((tile.topPx - seen.topPx) / factor),
      rightPx: Math.min(patch.widthPx, Math.round((tile.rightPx - seen.leftPx) / factor)),
      bottomPx: Math.min(patch.heightPx, Math.round((tile.bottomPx - seen.topPx) / factor)),
    };
    return { ...patch, own };
  });
}

/** Does a place belong to the patch itself, not to the skin round it? */
export const owns = ({ own }: Patch, xPx: number, yPx: number): boolean =>
  xPx >= own.leftPx && xPx < own.rightPx && yPx >= own.topPx && yPx < own.bottomPx;

/** Calls for each px that counts here and lies wholly in the region. */
export function forEachWhole(patch: Patch, visit: (index: number) => void): void {
  const { own, widthPx, inside } = patch;
  for (let y = own.topPx; y < own.bottomPx; y++)
    for (let x = own.leftPx; x < own.rightPx; x++) if (inside[y * widthPx + x] >= WHOLE_PX) visit(y * widthPx + x);
}

/** Luminance of every px, linear light 0..1. */
export const luminancePlane = ({ widthPx, heightPx, bands: [red, green, blue] }: Patch): Plane => ({
  widthPx,
  heightPx,
  values: red.map((value, i) => luminance([value, green[i], blue[i]])),
});

/** The region's area, mm². */
export function areaMm2(patches: readonly Patch[]): number {
  return patches.reduce((sum, patch) => {
    let px = 0;
    forEachWhole(patch, () => px++);
    return sum + px / patch.pxPerMm ** 2;
  }, 0);
}
