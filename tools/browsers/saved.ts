import { mkdtempSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { decode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { until } from './driven';

/** How long making a picture of full size may take where software draws it, ms. */
const SAVED_MS = 90_000;

/**
 * What comes to lie in a folder while something is done. A file that is still being written is waited for: its size stays the same then,
 * and no part file lies beside it.
 */
export async function savedBy(folder: string, act: () => Promise<void>): Promise<{ path: string; bytes: Buffer }> {
  const before = new Set(readdirSync(folder));
  await act();
  let size = 0;
  const path = await until(() => {
    const added = readdirSync(folder).filter((name) => !before.has(name));
    const done = added.find((name) => !/\.(part|wkdownload|crdownload)$/.test(name));
    const now = done === undefined || added.length > 1 ? 0 : statSync(join(folder, done)).size;
    const isWhole = now > 0 && now === size;
    size = now;
    return Promise.resolve(isWhole && done !== undefined ? join(folder, done) : null);
  }, SAVED_MS);
  if (path === null) throw new Error('Nothing was saved.');
  // Out of the way of the next of the same name: WebKit saves none over another.
  const aside = join(mkdtempSync(join(folder, 'saved-')), basename(path));
  renameSync(path, aside);
  return { path: aside, bytes: readFileSync(aside) };
}

/** A picture's pixels, RGBA bytes in rows. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export const readPng = (bytes: Buffer): Pixels => PNG.sync.read(bytes);
export const readJpeg = (bytes: Buffer): Pixels => decode(bytes, { useTArray: true });

/** Parts of a PNG that say nothing but how its pixels are to be read. */
const PLAIN = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'sRGB', 'gAMA', 'cHRM', 'pHYs', 'iCCP', 'cICP', 'sBIT', 'tRNS'];

/** Names of the parts of a PNG that could say something of whoever made it. */
export function tellingParts(png: Buffer): readonly string[] {
  const telling: string[] = [];
  for (let at = 8; at + 8 <= png.length; at += 12 + png.readUInt32BE(at)) {
    const name = png.toString('latin1', at + 4, at + 8);
    if (!PLAIN.includes(name)) telling.push(name);
  }
  return telling;
}

/** Mean over all pixels of how much one is darker than another of the same size, in levels of green (0 to 255). */
export const darkerBy = (one: Pixels, other: Pixels): number => mean(one, other, (a, b) => b - a);

/** The same of how far they are apart. */
export const apart = (one: Pixels, other: Pixels): number => mean(one, other, (a, b) => Math.abs(a - b));

function mean(one: Pixels, other: Pixels, of: (a: number, b: number) => number): number {
  if (one.width !== other.width || one.height !== other.height) return NaN;
  let sum = 0;
  for (let at = 1; at < one.data.length; at += 4) sum += of(one.data[at], other.data[at]);
  return sum / (one.width * one.height);
}
