import { jpegSegments, pngChunks } from './picture-structure';
import { latin1, type PictureType } from './picture-type';

/** A directory has so many entries at most: one that says more was made to be slow. */
const MOST_ENTRIES = 500;
/** In HEIC and AVIF the block is looked for by its name, so far into the file. */
const LOOKED_AT_BYTES = 4 * 1024 * 1024;
const NAME = 'Exif\0\0';

/** Tags that are read (EXIF 2.32, tables 4, 7 and 8). */
const EXIF_DIRECTORY = 0x8769;
const TAGS: Readonly<Record<number, string>> = {
  0x920a: 'FocalLength',
  0xa002: 'ExifImageWidth',
  0xa003: 'ExifImageHeight',
  0xa20e: 'FocalPlaneXResolution',
  0xa210: 'FocalPlaneResolutionUnit',
  0xa405: 'FocalLengthIn35mmFormat',
};

/**
 * The few numbers of a photo's EXIF that tell of its camera, by name. Reads two directories and follows nothing else, so no
 * file keeps it busy; what is not in order is left out.
 */
export const readExif = (block: Uint8Array | null): Readonly<Record<string, number>> =>
  block === null || block.length < 14 ? {} : numbersOf(block);

/** So far into a block words are looked for: cameras write them at its beginning, before the small picture. */
const WORDS_WITHIN_BYTES = 16 * 1024;

/** What a photo's EXIF says in words, with all else that stands between them; empty without any. */
export const exifText = (block: Uint8Array | null): string =>
  block === null ? '' : latin1(block, 0, Math.min(block.length, WORDS_WITHIN_BYTES));

/** A photo’s EXIF from its byte-order mark on; null: it has none. */
export function exifBlock(bytes: Uint8Array, kind: PictureType['kind']): Uint8Array | null {
  if (kind === 'jpeg') {
    for (const { marker, start, length } of jpegSegments(bytes)) {
      if (marker === 0xe1 && latin1(bytes, start + 4, start + 10) === NAME)
        return bytes.subarray(start + 10, start + length);
      if (marker === 0xda) return null;
    }
    return null;
  }
  if (kind === 'png') {
    for (const { type, start, length } of pngChunks(bytes))
      if (type === 'eXIf') return bytes.subarray(start + 8, start + length - 4);
    return null;
  }
  return kind === 'avif' || kind === 'heic' || kind === 'webp' ? namedBlock(bytes) : null;
}

function namedBlock(bytes: Uint8Array): Uint8Array | null {
  const end = Math.min(bytes.length - 8, LOOKED_AT_BYTES);
  for (let at = bytes.indexOf(0x45); at >= 0 && at < end; at = bytes.indexOf(0x45, at + 1))
    if (latin1(bytes, at, at + 6) === NAME && /^(II|MM)/.test(latin1(bytes, at + 6, at + 8)))
      return bytes.subarray(at + 6);
  return null;
}

function numbersOf(block: Uint8Array): Record<string, number> {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const little = block[0] === 0x49;
  const read: Record<string, number> = {};
  /** Of type SHORT, LONG or RATIONAL; null: another, or outside. */
  const valueAt = (at: number): number | null => {
    const type = view.getUint16(at + 2, little);
    if (type === 3) return view.getUint16(at + 8, little);
    const value = view.getUint32(at + 8, little);
    if (type === 4) return value;
    if (type !== 5 || value + 8 > block.length) return null;
    return view.getUint32(value, little) / view.getUint32(value + 4, little);
  };
  const directory = (from: number, found: (tag: number, at: number) => void): void => {
    if (from + 2 > block.length) return;
    const entries = Math.min(view.getUint16(from, little), MOST_ENTRIES);
    for (let i = 0; i < entries && from + 14 + 12 * i <= block.length; i += 1)
      found(view.getUint16(from + 2 + 12 * i, little), from + 2 + 12 * i);
  };
  const inner: number[] = [];
  directory(view.getUint32(4, little), (tag, at) => {
    const value = tag === EXIF_DIRECTORY ? valueAt(at) : null;
    if (value !== null) inner.push(value);
  });
  // The first that is named, if any.
  for (const place of inner.slice(0, 1))
    directory(place, (tag, at) => {
      const value = Object.hasOwn(TAGS, tag) ? valueAt(at) : null;
      if (value !== null) read[TAGS[tag]] = value;
    });
  return read;
}
