import type { PointPx } from '~/model/base/units';
import { bilinear } from './sample-plane';

/**
 * Where the samples of a map lie over the photo: rows from the top. Sample centre (i + 0.5, j + 0.5) lies at photo px
 * left + (i + 0.5) * pxPerSample, and so for top.
 */
export interface PhotoPlace {
  readonly columns: number;
  readonly rows: number;
  readonly leftPx: number;
  readonly topPx: number;
  readonly pxPerSample: number;
}

/** A map over the photo: where it lies, and its rows of bytes under the name of what they say. */
export type PhotoMap<What extends string> = PhotoPlace & { readonly [Of in What]: Uint8Array };

/** How much each place of a square (or photo-wide) crop belongs to the person, 0 background to 255. */
export type OutlineMask = PhotoMap<'confidence'>;

/** Share of the light that is gloss (0 none .. 255 all), one for all bands. */
export type SpecularMap = PhotoMap<'shares'>;

/** How much hair or stubble a place of the photo already shows (0 none .. 255 covered). */
export type HairMap = PhotoMap<'confidence'>;

/** Half of what a byte can say. */
const HALF = 127.5;

/** How bright the skin is, as sRGB has it (0 black .. 255). */
export type SkinLight = PhotoMap<'light'>;

/** Share 0..1 of a map's bytes at a place of the photo, between its samples; null outside the crop. */
function shareOf(map: PhotoPlace, bytes: Uint8Array, xPx: number, yPx: number): number | null {
  const x = (xPx - map.leftPx) / map.pxPerSample - 0.5;
  const y = (yPx - map.topPx) / map.pxPerSample - 0.5;
  if (!(x >= 0 && y >= 0 && x <= map.columns - 1 && y <= map.rows - 1)) return null;
  const i = Math.min(Math.floor(x), map.columns - 2);
  const j = Math.min(Math.floor(y), map.rows - 2);
  const k = j * map.columns + i;
  const below = k + map.columns;
  return bilinear(bytes[k], bytes[k + 1], bytes[below], bytes[below + 1], x - i, y - j) / 255;
}

/** Share 0..1 of a mask at a place of the photo, between its samples; null outside the crop. */
export const maskAt = (mask: OutlineMask, xPx: number, yPx: number): number | null =>
  shareOf(mask, mask.confidence, xPx, yPx);

/** Share 0..1 of the light that is gloss at a place of the photo; none outside the map. */
export const glossAt = (gloss: SpecularMap, xPx: number, yPx: number): number =>
  shareOf(gloss, gloss.shares, xPx, yPx) ?? 0;

/**
 * Distance at which a ray from a place inside the outline leaves it, px, between `fromPx` and `toPx`; null where it
 * begins outside, does not leave, or the crop or the picture ends first.
 */
export function edgeAlong(
  mask: OutlineMask,
  from: PointPx,
  angle: number,
  fromPx: number,
  toPx: number,
): number | null {
  const { columns, rows, confidence, pxPerSample } = mask;
  const dx = Math.cos(angle);
  const dy = -Math.sin(angle);
  const step = pxPerSample / 2;
  const begin = maskAt(mask, from.xPx + dx * fromPx, from.yPx + dy * fromPx);
  if (begin === null || begin < 0.5) return null;
  // In samples: most places lie between four of which each is well inside, and need not be worked out.
  const x = (from.xPx - mask.leftPx) / pxPerSample - 0.5;
  const y = (from.yPx - mask.topPx) / pxPerSample - 0.5;
  for (let distance = fromPx + step; distance <= toPx; distance += step) {
    const i = Math.floor(x + (dx * distance) / pxPerSample);
    const j = Math.floor(y + (dy * distance) / pxPerSample);
    const k = j * columns + i;
    const isWithin = i >= 0 && j >= 0 && i < columns - 1 && j < rows - 1;
    const below = k + columns;
    if (isWithin && Math.min(confidence[k], confidence[k + 1], confidence[below], confidence[below + 1]) > HALF)
      continue;
    const now = maskAt(mask, from.xPx + dx * distance, from.yPx + dy * distance);
    if (now === null) return null;
    if (now >= 0.5) continue;
    const last = distance - step;
    const before = maskAt(mask, from.xPx + dx * last, from.yPx + dy * last) ?? now;
    return distance - (step * (0.5 - now)) / Math.max(before - now, 1e-6);
  }
  return null;
}
