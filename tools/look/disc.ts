import { LINEAR_OF_CODE } from '~/model/colour/linear-rgb';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import type { PointPx } from '~/model/base/units';
import type { Pixels } from './picture';

/** Mean linear light in a disc of a picture, as far as it lies in it; NaN where none of it does. */
export function lightIn({ widthPx, heightPx, data }: Pixels, { xPx, yPx }: PointPx, radiusPx: number): LinearRgb {
  const sum: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let y = Math.max(0, Math.floor(yPx - radiusPx)); y < Math.min(heightPx, yPx + radiusPx); y++)
    for (let x = Math.max(0, Math.floor(xPx - radiusPx)); x < Math.min(widthPx, xPx + radiusPx); x++) {
      if ((x + 0.5 - xPx) ** 2 + (y + 0.5 - yPx) ** 2 > radiusPx ** 2) continue;
      for (const band of [0, 1, 2] as const) sum[band] += LINEAR_OF_CODE[data[4 * (y * widthPx + x) + band]];
      count++;
    }
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}
