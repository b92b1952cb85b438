import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import type { OutlineMask } from '~/model/head';
import type { HeadArea } from '~/model/head-area';
import type { PhotoPixels } from '~/model/photo-pixels';

/** A rendered head at 1.1 px per mm, what is head in it, and which pixels are scalp (bytes, 255 all of it). */
export interface SkinFixture {
  readonly pixels: PhotoPixels;
  readonly area: HeadArea;
  readonly outline: OutlineMask;
  readonly scalp: Uint8Array;
}

const picture = (name: string): PNG =>
  PNG.sync.read(readFileSync(new URL(`../fixtures/skin/${name}.png`, import.meta.url)));

/** The first band of a picture of masks. */
export const greyFixture = (name: string): Uint8Array => {
  const { width, height, data } = picture(name);
  return Uint8Array.from({ length: width * height }, (_, i) => data[4 * i] ?? 0);
};

export function skinFixture(name: 'hardlight' | 'stubble' | 'dark'): SkinFixture {
  const { width, height, data } = picture(name);
  const placesFile = readFileSync(new URL('../fixtures/skin/places.json', import.meta.url), 'utf8');
  const places = JSON.parse(placesFile) as Record<string, [number, number][]>;
  return {
    pixels: { widthPx: width, heightPx: height, data: new Uint8ClampedArray(data), photoPxPerPixel: 1 },
    area: {
      box: { left: 0, top: 0, right: width, bottom: height },
      pxPerMm: 1.1,
      skinPx: (places[name] ?? []).map(([xPx, yPx]) => ({ xPx, yPx })),
    },
    outline: {
      columns: width,
      rows: height,
      leftPx: 0,
      topPx: 0,
      pxPerSample: 1,
      confidence: greyFixture(`${name}-mask`),
    },
    scalp: greyFixture(`${name}-scalp`),
  };
}
