import { readFileSync } from 'node:fs';
import { decode } from 'jpeg-js';
import { PNG } from 'pngjs';
import type { Pixels } from './picture';

/** A JPEG or PNG file as pixels. JPEG: no colour profile is applied, as none of the pictures measured here has one. */
export function readPicture(file: string): Pixels {
  const bytes = readFileSync(file);
  const { width, height, data } = /\.png$/i.test(file)
    ? PNG.sync.read(bytes)
    : decode(bytes, { useTArray: true, maxMemoryUsageInMB: 1024, maxResolutionInMP: 64 });
  return { widthPx: width, heightPx: height, data };
}
