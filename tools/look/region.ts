import type { Pixels, PointPx, Region } from './picture';

/** A box of whole px: the right and lower sides stand outside. */
export interface BoxPx {
  readonly leftPx: number;
  readonly topPx: number;
  readonly rightPx: number;
  readonly bottomPx: number;
}

/** Where a row at the height of `yPx` crosses the outlines, px from the left, in order. */
function crossings(outlines: readonly (readonly PointPx[])[], yPx: number): number[] {
  const found: number[] = [];
  for (const outline of outlines)
    outline.forEach(([xa, ya], i) => {
      const [xb, yb] = outline[(i + 1) % outline.length];
      if (ya <= yPx !== yb <= yPx) found.push(xa + ((yPx - ya) / (yb - ya)) * (xb - xa));
    });
  return found.sort((a, b) => a - b);
}

/** How much of every px belongs to the region, 0..1. An outline takes a px whose middle it holds. */
export function maskOf(region: Region, { widthPx, heightPx }: Pick<Pixels, 'widthPx' | 'heightPx'>): Float32Array {
  if ('mask' in region) {
    if (region.mask.length !== widthPx * heightPx) throw new Error('the mask is not of the picture’s size');
    return Float32Array.from(region.mask);
  }
  const mask = new Float32Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    const at = crossings(region.outlines, y + 0.5);
    for (let i = 0; i + 1 < at.length; i += 2) {
      const from = Math.max(0, Math.ceil(at[i] - 0.5));
      const to = Math.min(widthPx, Math.ceil(at[i + 1] - 0.5));
      if (from < to) mask.fill(1, y * widthPx + from, y * widthPx + to);
    }
  }
  return mask;
}

/** The smallest box round all that belongs to the mask; null where nothing does. */
export function boxOf(mask: Float32Array, widthPx: number): BoxPx | null {
  let [leftPx, topPx, rightPx, bottomPx] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] <= 0) continue;
    const x = i % widthPx;
    const y = (i - x) / widthPx;
    leftPx = Math.min(leftPx, x);
    rightPx = Math.max(rightPx, x + 1);
    topPx = Math.min(topPx, y);
    bottomPx = Math.max(bottomPx, y + 1);
  }
  return leftPx < rightPx ? { leftPx, topPx, rightPx, bottomPx } : null;
}
