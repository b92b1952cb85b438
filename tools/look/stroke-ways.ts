import { srgbToLinear } from '~/model/colour/linear-rgb';
import type { Pixels } from './picture';
import { blurred } from './plane';

/** How strokes lie in each part of a crop, as a double angle: cosine and sine, each times how far they agree (0: every way, 1: all one way). */
export type StrokeWays = readonly (readonly [cosine: number, sine: number])[];

/** A crop is looked at in so many parts a side: over a whole work strokes turn. */
const PARTS = 2;
/** Strokes stand out where finer grain and wider shade are taken away, standard deviations, mm. */
const [FINE_MM, COARSE_MM] = [0.12, 0.6] as const;

/** What even skin has of gradients, by the rounding of numbers alone. */
const LEAST_SIZE = 1e-6;

/**
 * The ways that strokes of a crop lie, from its structure tensor (J. Bigün, G. Granlund, 1987: the mean over a part of the squared gradient as a
 * double angle, over its mean size): along strokes there is little gradient, across them much.
 */
export function strokeWays({ widthPx, heightPx, data }: Pixels, pxPerMm: number): StrokeWays {
  const values = Float32Array.from({ length: widthPx * heightPx }, (_, i) =>
    Math.log(srgbToLinear(data[4 * i + 1]) + 0.005),
  );
  const all = new Float32Array(values.length).fill(1);
  const plane = { widthPx, heightPx, values };
  const [fine, coarse] = [FINE_MM, COARSE_MM].map((sigmaMm) => blurred(plane, sigmaMm * pxPerMm, all).values);
  const marks = fine.map((value, i) => value - coarse[i]);
  const sums = Array.from({ length: PARTS * PARTS }, () => ({ cosine: 0, sine: 0, size: 0 }));
  for (let y = 1; y < heightPx - 1; y++)
    for (let x = 1; x < widthPx - 1; x++) {
      const at = y * widthPx + x;
      const across = marks[at + 1] - marks[at - 1];
      const down = marks[at + widthPx] - marks[at - widthPx];
      const sum = sums[Math.floor((PARTS * y) / heightPx) * PARTS + Math.floor((PARTS * x) / widthPx)];
      // A stroke lies square to its gradient: its double angle is the opposite one.
      sum.cosine += down * down - across * across;
      sum.sine -= 2 * across * down;
      sum.size += across * across + down * down;
    }
  return sums.map(({ cosine, sine, size }) => (size < LEAST_SIZE ? [0, 0] : [cosine / size, sine / size]));
}

/** How unlike strokes lie in two crops, 0 for alike: mean square of what their ways differ by. */
export const waysApart = (some: StrokeWays, others: StrokeWays): number =>
  some.reduce((sum, [cosine, sine], i) => sum + (cosine - others[i][0]) ** 2 + (sine - others[i][1]) ** 2, 0) /
  some.length;
