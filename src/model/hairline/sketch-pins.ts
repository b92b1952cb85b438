import type { Design } from '~/model/design/design';
import { MOST_ADDED, STRETCHES } from '~/model/design/line-points';
import type { AddedPoint, Side, Stretch } from '~/model/design/line-points';
import type { Head } from '~/model/head/head';
import type { TapePlace } from '~/model/head/tape';
import { clamp } from '~/model/maths/numbers';
import { baseLineOf, LEAST_GAP_MM, offsetAlong, offsetOfPlace, placedPoints, spotAt } from './added-line';
import type { BaseLine } from './added-line';
import { drawnLine } from './drawn-line';

/**
 * A line nearer to the sketch than this needs no point more, mm. Ours, as is the next: set on the random sketches of
 * tests/support/sketches.ts.
 */
const NEAR_MM = 0.6;
/** A hand trembles: a point is led through the mean of the sketch over so much to either side, mm. */
const TREMOR_MM = 2.5;

/** A place of the sketch along the line without added points, and off it, mm. */
interface Offset {
  readonly arcLengthMm: number;
  readonly outMm: number;
}

const stretchAt = ({ to }: BaseLine, arcLengthMm: number): Stretch =>
  STRETCHES.find((stretch) => arcLengthMm <= to[stretch]) ?? 'side';

const shareOf = ({ from, to }: BaseLine, stretch: Stretch, arcLengthMm: number): number =>
  (arcLengthMm - from[stretch]) / Math.max(to[stretch] - from[stretch], 1e-9);

/** Points that lead one side of the line along a sketch, as few as it takes, where another may be added by hand too. */
export function pinsOf(design: Design, head: Head, side: Side, half: readonly TapePlace[]): readonly AddedPoint[] {
  const { plane, drawing } = drawnLine(design, head).side(side);
  const baseLine = baseLineOf(drawing, plane, head);
  const endMm = baseLine.to.side;
  let nearMm = 0;
  const sketch = half
    .map((place): Offset => {
      const offset = offsetOfPlace(baseLine, plane.flat(place), nearMm);
      nearMm = offset.arcLengthMm;
      return offset;
    })
    .filter(({ arcLengthMm }) => arcLengthMm > 0 && arcLengthMm < endMm);

  const meanOut = (atMm: number): number => {
    const about = sketch.filter(({ arcLengthMm }) => Math.abs(arcLengthMm - atMm) <= TREMOR_MM);
    return about.reduce((sum, { outMm }) => sum + outMm, 0) / Math.max(1, about.length);
  };
  let pins: readonly AddedPoint[] = [];
  while (pins.length < MOST_ADDED) {
    const placed = placedPoints(baseLine, pins);
    const outAt = offsetAlong(baseLine, placed);
    const isFree = (atMm: number): boolean => {
      const stretch = stretchAt(baseLine, atMm);
      const ends = [baseLine.from[stretch], baseLine.to[stretch], ...placed.map(({ arcLengthMm }) => arcLengthMm)];
      return ends.every((each) => Math.abs(each - atMm) >= LEAST_GAP_MM);
    };
    const worst = sketch
      .filter(({ arcLengthMm }) => isFree(arcLengthMm))
      .map((offset) => {
        const run = spotAt(baseLine, offset.arcLengthMm, outAt(offset.arcLengthMm));
        const drawn = spotAt(baseLine, offset.arcLengthMm, offset.outMm);
        return { offset, farMm: Math.hypot(run[0] - drawn[0], run[1] - drawn[1]) };
      })
      .reduce<{ readonly offset: Offset; readonly farMm: number } | null>(
        (most, each) => (most === null || each.farMm > most.farMm ? each : most),
        null,
      );
    if (worst === null || worst.farMm < NEAR_MM) break;
    const { arcLengthMm } = worst.offset;
    const stretch = stretchAt(baseLine, arcLengthMm);
    const share = clamp(shareOf(baseLine, stretch, arcLengthMm), 0, 1);
    pins = [...pins, { number: pins.length + 1, side, stretch, share, outMm: meanOut(arcLengthMm), sharp: false }];
  }
  return pins;
}
