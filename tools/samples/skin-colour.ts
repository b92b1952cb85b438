import { labToLinear, linearToLab } from '~/model/colour/lab';
import { LINEAR_OF_CODE, linearToSrgb } from '~/model/colour/linear-rgb';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import type { Pixels, PointPx } from '../look/picture';
import type { SkinAim } from './sources';

/** Colour of a part of a picture, of its mean linear light: CIELAB lightness and a*, and the hue angle, degrees. */
export interface SkinColour extends SkinAim {
  readonly l: number;
}

/** Vertices of the face mesh around the upper half of the forehead: above the brows' own muscles, below the hair. */
const FOREHEAD = [103, 67, 109, 10, 338, 297, 332, 333, 299, 337, 151, 108, 69, 104];

/** The outline of the forehead, px, of what is in sight of it. `px`, `visible`: all 468 vertices. */
export const foreheadOf = (px: readonly PointPx[], visible: readonly number[]): readonly PointPx[] =>
  FOREHEAD.filter((vertex) => visible[vertex] === 1).map((vertex) => px[vertex]);

/** Mean linear light of a picture where `mask` (0..1 of every px) says. */
export function lightWithin({ data }: Pixels, mask: ArrayLike<number>): LinearRgb {
  let [red, green, blue, weight] = [0, 0, 0, 0];
  for (let i = 0; i < mask.length; i++) {
    red += mask[i] * LINEAR_OF_CODE[data[4 * i]];
    green += mask[i] * LINEAR_OF_CODE[data[4 * i + 1]];
    blue += mask[i] * LINEAR_OF_CODE[data[4 * i + 2]];
    weight += mask[i];
  }
  if (weight === 0) throw new Error('there is no skin to measure');
  return [red / weight, green / weight, blue / weight];
}

export function skinColourOf(light: LinearRgb): SkinColour {
  const { l, a, b } = linearToLab(light);
  return { l, a, hueDegrees: (Math.atan2(b, a) * 180) / Math.PI };
}

/** Factors of linear red, green and blue that give this light the colour aimed at, and leave its lightness alone. */
export function gainTo(light: LinearRgb, { a, hueDegrees }: SkinAim): LinearRgb {
  const aim = labToLinear({ l: linearToLab(light).l, a, b: a * Math.tan((hueDegrees * Math.PI) / 180) });
  return [aim[0] / light[0], aim[1] / light[1], aim[2] / light[2]];
}

/**
 * The picture with its skin's light multiplied, band by band. Only the skin is: it is the skin that was painted too pale, not the
 * light that falls on it, and a grey wall stays grey. `skin`: how much of every px is skin, 0..1.
 */
export function withSkinGain({ widthPx, heightPx, data }: Pixels, skin: ArrayLike<number>, gain: LinearRgb): Pixels {
  const out = new Uint8Array(data.length);
  for (let i = 0; i < widthPx * heightPx; i++) {
    for (let band = 0; band < 3; band++) {
      const factor = 1 + skin[i] * (gain[band] - 1);
      out[4 * i + band] = Math.round(linearToSrgb(LINEAR_OF_CODE[data[4 * i + band]] * factor));
    }
    out[4 * i + 3] = 255;
  }
  return { widthPx, heightPx, data: out };
}
