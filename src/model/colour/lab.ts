import {
  convertLab65ToRgb,
  convertLrgbToRgb,
  convertRgbToLrgb,
  convertRgbToXyz65,
  convertXyz65ToLab65,
} from 'culori/fn';
import type { LinearRgb } from './linear-rgb';

/** CIELAB under D65. */
export interface Lab {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

export function linearToLab([r, g, b]: LinearRgb): Lab {
  const lab = convertXyz65ToLab65(convertRgbToXyz65(convertLrgbToRgb({ r, g, b })));
  return { l: lab.l, a: lab.a, b: lab.b };
}

export function labToLinear({ l, a, b }: Lab): LinearRgb {
  const linear = convertRgbToLrgb(convertLab65ToRgb({ l, a, b }));
  return [linear.r, linear.g, linear.b];
}

/**
 * Individual typology angle, ITA = atan((L* − 50)/b*), of a skin colour, degrees in [−90, 90]: over 55 very light, under
 * −30 dark (docs/model.md, Skin tone). Out of a photo it is an estimate only: exposure and white balance shift it by tens
 * of degrees.
 */
export function itaDegrees(skin: LinearRgb): number {
  const { l, b } = linearToLab(skin);
  return (Math.atan2(l - 50, Math.max(b, 0)) * 180) / Math.PI;
}
