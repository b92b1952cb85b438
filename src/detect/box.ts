import type { Box, SizePx } from '~/model/base/units';

export const wholeOf = (size: SizePx): Box => ({ left: 0, top: 0, right: size.widthPx, bottom: size.heightPx });

export const longSide = (box: Box): number => Math.max(box.right - box.left, box.bottom - box.top);

export const area = (box: Box): number => Math.max(0, box.right - box.left) * Math.max(0, box.bottom - box.top);

export function intersection(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** Shared area over the area of both together, 0..1. */
export function overlap(a: Box, b: Box): number {
  const { left, top, right, bottom } = intersection(a, b);
  if (right <= left || bottom <= top) return 0;
  const shared = (right - left) * (bottom - top);
  return shared / (area(a) + area(b) - shared);
}

/** A square around a box, `factor` times its longer side wide, its middle moved by `raised` longer sides: up, or another way. */
export function squareAround(
  box: Box,
  factor: number,
  raised = 0,
  [right, down]: readonly [right: number, down: number] = [0, -1],
): Box {
  const side = longSide(box);
  const half = (side * factor) / 2;
  const x = (box.left + box.right) / 2 + side * raised * right;
  const y = (box.top + box.bottom) / 2 + side * raised * down;
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}

/** Smallest box around points (x, y, z), of which x and y count. */
export function boxAround(points: Float32Array): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 3) {
    left = Math.min(left, points[i]);
    right = Math.max(right, points[i]);
    top = Math.min(top, points[i + 1]);
    bottom = Math.max(bottom, points[i + 1]);
  }
  return { left, top, right, bottom };
}
