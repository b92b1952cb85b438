import type { Box, SizePx } from '~/model/base/units';

/** How much of a tile its neighbour repeats, at least: a face up to this share of a tile is whole in one of them. */
const SHARED = 1 / 3;

/** Square tiles of a side (px, at most the photo's shorter side) that cover a photo and overlap by a third. */
export function tiles(photo: SizePx, sidePx: number): Box[] {
  const side = Math.min(sidePx, photo.widthPx, photo.heightPx);
  return starts(photo.heightPx, side).flatMap((top) =>
    starts(photo.widthPx, side).map((left) => ({ left, top, right: left + side, bottom: top + side })),
  );
}

/** Evenly spread positions of a tile along a length, first at 0, last ending at the end. */
function starts(length: number, side: number): number[] {
  const steps = Math.ceil((length - side) / (side * (1 - SHARED)));
  return Array.from({ length: steps + 1 }, (_, i) => (steps === 0 ? 0 : ((length - side) * i) / steps));
}
