import type { LinearRgb } from '~/model/colour/linear-rgb';
import type { Strip } from './strip';

/** Log light by row of a strip, red, green, blue: NaN where too little of the row is seen. */
export type Profile = readonly [Float64Array, Float64Array, Float64Array];

/** A row counts where so much of it is seen. */
const SEEN = 0.5;

/** The row that is farthest from the line on the bare side is first; its middle lies at this, mm. */
export const rowMm = (strip: Strip, row: number): number => strip.fromMm + row / strip.pxPerMm;

/**
 * Mean light of the strip's columns from one to another, in logs. `shiftMm` moves each column so that what lies there comes to 0.
 */
export function profileOf(
  strip: Strip,
  [from, to]: readonly [number, number],
  shiftMm: (column: number) => number = () => 0,
): Profile {
  const { widthPx, heightPx, pxPerMm } = strip;
  const bands = strip.bands.map((band) => {
    const profile = new Float64Array(heightPx).fill(NaN);
    for (let row = 0; row < heightPx; row++) {
      let [sum, seen] = [0, 0];
      for (let column = from; column < to; column++) {
        const at = row + shiftMm(column) * pxPerMm;
        const low = Math.floor(at);
        if (low < 0 || low + 1 >= heightPx) continue;
        const share = at - low;
        const value = band[low * widthPx + column] * (1 - share) + band[(low + 1) * widthPx + column] * share;
        if (Number.isNaN(value)) continue;
        sum += value;
        seen++;
      }
      if (seen > SEEN * (to - from) && sum > 0) profile[row] = Math.log(sum / seen);
    }
    return profile;
  });
  return [bands[0], bands[1], bands[2]];
}

/** Mean log light of the rows between two distances from the line, mm; NaN where none is seen. */
export function levelOf(strip: Strip, profile: Profile, [fromMm, toMm]: readonly [number, number]): LinearRgb {
  const [red, green, blue] = profile.map((band) => {
    let [sum, seen] = [0, 0];
    band.forEach((value, row) => {
      if (Number.isNaN(value) || rowMm(strip, row) < fromMm || rowMm(strip, row) > toMm) return;
      sum += value;
      seen++;
    });
    return sum / seen;
  });
  return [red, green, blue];
}
