import { LINEAR_OF_CODE, luminance } from '~/model/colour/linear-rgb';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import type { HeadArea } from './head-area';

/** A code value this high may be clipped: its colour is not to be trusted. Of 255; ours. */
const CLIPPED_CODE = 250;

export interface SkinSample {
  readonly rgb: LinearRgb;
  readonly luminance: number;
  readonly clipped: boolean;
}

/** Pixels of small discs (radius 3.5 mm, about `perPlace` of them each) around the places of bare skin. */
export function skinSamples(pixels: PhotoPixels, area: HeadArea, perPlace = 60): SkinSample[] {
  const { widthPx, heightPx, data, photoPxPerPixel } = pixels;
  const radius = Math.max(1, (3.5 * area.pxPerMm) / photoPxPerPixel);
  const step = Math.max(1, Math.round((radius * 1.77) / Math.sqrt(perPlace)));
  const samples: SkinSample[] = [];
  for (const place of area.skinPx) {
    const centreX = Math.floor(place.xPx / photoPxPerPixel);
    const centreY = Math.floor(place.yPx / photoPxPerPixel);
    const reach = step * Math.floor(radius / step);
    for (let y = centreY - reach; y <= centreY + reach; y += step) {
      for (let x = centreX - reach; x <= centreX + reach; x += step) {
        if (x < 0 || y < 0 || x >= widthPx || y >= heightPx) continue;
        if ((x - centreX) ** 2 + (y - centreY) ** 2 > radius * radius) continue;
        const at = 4 * (y * widthPx + x);
        const codes = [data[at], data[at + 1], data[at + 2]] as const;
        const rgb: LinearRgb = [LINEAR_OF_CODE[codes[0]], LINEAR_OF_CODE[codes[1]], LINEAR_OF_CODE[codes[2]]];
        samples.push({ rgb, luminance: luminance(rgb), clipped: Math.max(...codes) >= CLIPPED_CODE });
      }
    }
  }
  return samples;
}
