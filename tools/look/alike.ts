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

/** Place of a column, −1 to 1. */
const across = (x: number, widthPx: number): number => (2 * (x + 0.5)) / widthPx - 1;

/** How ln of the light runs over the columns: the shares of x and of x² − 1/3 that fit best; the mean is left out. */
function shading({ widthPx, heightPx, data }: Pixels): readonly [slope: number, bow: number] {
  let [slope, bow] = [0, 0];
  for (let x = 0; x < widthPx; x++) {
    let sum = 0;
    for (let y = 0; y < heightPx; y++) sum += Math.log(srgbToLinear(data[4 * (y * widthPx + x) + 1]) + 0.005);
    const at = across(x, widthPx);
    // The mean square of x is 1/3, of x² − 1/3 4/45.
    slope += (3 * at * sum) / (widthPx * heightPx);
    bow += (11.25 * (at * at - 1 / 3) * sum) / (widthPx * heightPx);
  }
  return [slope, bow];
}

/**
 * Our crop in light that falls off to the sides as it does in the real one: ours are drawn on a flat patch, heads are round. Only along the line,
 * which runs from left to right: what changes across it is the work.
 */
export function shadedAs(ours: Pixels, real: Pixels): Pixels {
  const [theirs, own] = [shading(real), shading(ours)];
  const [slope, bow] = [theirs[0] - own[0], theirs[1] - own[1]];
  const { widthPx } = ours;
  const data = Uint8Array.from(ours.data, (code, i) => {
    if (i % 4 === 3) return code;
    const at = across((i >> 2) % widthPx, widthPx);
    return Math.round(linearToSrgb(Math.min(1, srgbToLinear(code) * Math.exp(slope * at + bow * (at * at - 1 / 3)))));
  });
  return { ...ours, data };
}
