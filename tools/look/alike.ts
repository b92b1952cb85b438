import { decode, encode } from 'jpeg-js';
import { linearToSrgb, srgbToLinear } from '~/model/colour/linear-rgb';
import type { Pixels } from './picture';

/** Quality of the JPEG that every crop goes through; photographs came as such, and of ours the skin alone did. */
const JPEG_QUALITY = 80;

/** As a JPEG shows it: grain and squares of one kind on skin and dots, on real crops and ours. */
export function savedAlike({ widthPx, heightPx, data }: Pixels): Pixels {
  const file = encode({ width: widthPx, height: heightPx, data: Uint8Array.from(data) }, JPEG_QUALITY).data;
  return { widthPx, heightPx, data: decode(file, { useTArray: true, formatAsRGBA: true }).data };
}

/** Place of a column or a row, −1 to 1. */
const placeOf = (i: number, count: number): number => (2 * (i + 0.5)) / count - 1;

/** How ln of the light runs one way: the shares of place and of its square − 1/3. */
interface Run {
  readonly slope: number;
  readonly bow: number;
}
const NO_RUN: Run = { slope: 0, bow: 0 };

/** How it runs over the columns and over the rows, as fits best; the mean is left out. */
function runsOf({ widthPx, heightPx, data }: Pixels): readonly [across: Run, down: Run] {
  const [across, down] = [
    { slope: 0, bow: 0 },
    { slope: 0, bow: 0 },
  ];
  const add = (run: { slope: number; bow: number }, at: number, light: number): void => {
    // The mean square of the place is 1/3, of its square − 1/3 4/45.
    run.slope += (3 * at * light) / (widthPx * heightPx);
    run.bow += (11.25 * (at * at - 1 / 3) * light) / (widthPx * heightPx);
  };
  for (let y = 0; y < heightPx; y++)
    for (let x = 0; x < widthPx; x++) {
      const light = Math.log(srgbToLinear(data[4 * (y * widthPx + x) + 1]) + 0.005);
      add(across, placeOf(x, widthPx), light);
      add(down, placeOf(y, heightPx), light);
    }
  return [across, down];
}

const between = (theirs: Run, own: Run): Run => ({ slope: theirs.slope - own.slope, bow: theirs.bow - own.bow });
const along = ({ slope, bow }: Run, at: number): number => slope * at + bow * (at * at - 1 / 3);

/**
 * Our crop in light that falls off to the sides as it does in the real one: ours are drawn on a flat patch, heads are round. Only along the line,
 * which runs from left to right: what changes across it is the work; but across it too where all of the crop is `solid`, for there the work is
 * even.
 */
export function shadedAs(ours: Pixels, real: Pixels, solid = false): Pixels {
  const { widthPx, heightPx } = ours;
  const [theirs, own] = [runsOf(real), runsOf(ours)];
  const across = between(theirs[0], own[0]);
  const down = solid ? between(theirs[1], own[1]) : NO_RUN;
  const data = Uint8Array.from(ours.data, (code, i) => {
    if (i % 4 === 3) return code;
    const [x, y] = [(i >> 2) % widthPx, Math.floor((i >> 2) / widthPx)];
    const light = along(across, placeOf(x, widthPx)) + along(down, placeOf(y, heightPx));
    return Math.round(linearToSrgb(Math.min(1, srgbToLinear(code) * Math.exp(light))));
  });
  return { ...ours, data };
}
