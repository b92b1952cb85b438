import type { PhotoPlace } from '~/model/raster/photo-map';
import type { VisibleDots } from './visible-dots';

/** Squares of the photo that the dots in sight lie in. */
export interface DotPlaces extends PhotoPlace {
  /** Which square a dot lies in: its row · columns + its column. */
  readonly placeOf: (dot: number) => number;
}

/**
 * The squares, `pxPerSample` photo px a side, over all dots in sight and `around` more on each side; without a dot there is
 * none of them. From the edge of the outermost dots, so that the first row and column have some.
 */
export function dotPlaces(
  { count, pointsPx }: Pick<VisibleDots, 'count' | 'pointsPx'>,
  pxPerSample: number,
  around = 0,
): DotPlaces {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let dot = 0; dot < count; dot++) {
    left = Math.min(left, pointsPx[2 * dot]);
    right = Math.max(right, pointsPx[2 * dot]);
    top = Math.min(top, pointsPx[2 * dot + 1]);
    bottom = Math.max(bottom, pointsPx[2 * dot + 1]);
  }
  const some = count > 0;
  const [leftPx, topPx] = some ? [left - around * pxPerSample, top - around * pxPerSample] : [0, 0];
  const columns = some ? Math.floor((right - leftPx) / pxPerSample) + 1 + around : 0;
  const rows = some ? Math.floor((bottom - topPx) / pxPerSample) + 1 + around : 0;
  const placeOf = (dot: number): number =>
    Math.floor((pointsPx[2 * dot + 1] - topPx) / pxPerSample) * columns +
    Math.floor((pointsPx[2 * dot] - leftPx) / pxPerSample);
  return { columns, rows, leftPx, topPx, pxPerSample, placeOf };
}
