import { joinBytes } from './join-bytes';
import { isoBrands, latin1, type PictureType } from './picture-type';

/** Whether a file holds all of its picture, and more than one picture in time. Nothing is decoded for this. */
export interface PictureStructure {
  readonly complete: boolean;
  readonly animated: boolean;
}

const still = (complete: boolean): PictureStructure => ({ complete, animated: false });

/** Marker codes of JPEG (ITU-T T.81, table B.1). */
export const JPEG = { RST0: 0xd0, RST7: 0xd7, SOI: 0xd8, EOI: 0xd9, SOS: 0xda, TEM: 0x01 } as const;

/** One marker segment; `length` includes the marker's own two bytes, and a scan's entropy-coded data. */
export interface JpegSegment {
  readonly marker: number;
  readonly start: number;
  readonly length: number;
}

/** More segments, and more bytes between them, than any camera or program writes: a file with more was made to be slow. */
const MOST_SEGMENTS = 5000;
export const MOST_FILL_BYTES = 64 * 1024;

/** Segments of a JPEG file from SOI up to EOI. Ends early, without EOI, where the file does, or where there is no end to them. */
export function* jpegSegments(bytes: Uint8Array): Generator<JpegSegment> {
  let at = 0;
  let count = 0;
  let skipped = 0;
  while (at + 1 < bytes.length && count < MOST_SEGMENTS && skipped < MOST_FILL_BYTES) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0xff) {
      at += 1; // fill bytes
      skipped += 1;
      continue;
    }
    const bare = marker === JPEG.SOI || marker === JPEG.EOI || marker === JPEG.TEM;
    let length = bare ? 2 : 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
    if (!bare && length < 4) return;
    if (marker === JPEG.SOS) length = entropyEnd(bytes, at + length) - at;
    if (at + length > bytes.length) return;
    yield { marker, start: at, length };
    count += 1;
    if (marker === JPEG.EOI) return;
    at += length;
  }
}

/** First byte after entropy-coded data: a marker that is neither a stuffed zero nor a restart. */
export function entropyEnd(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= JPEG.RST0 && next <= JPEG.RST7)) return at;
    at = bytes.indexOf(0xff, at + 1);
  }
  return bytes.length;
}

/** One PNG chunk; `length` includes length, type and check sum. */
export interface PngChunk {
  readonly type: string;
  readonly start: number;
  readonly length: number;
}

/** More chunks than any program writes: a file with more was made to be slow. */
const MOST_CHUNKS = 50_000;

const SIGNATURE_BYTES = 8;

export function* pngChunks(bytes: Uint8Array): Generator<PngChunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = SIGNATURE_BYTES;
  for (let count = 0; count < MOST_CHUNKS && at + 12 <= bytes.length; count += 1) {
    const length = 12 + view.getUint32(at);
    if (at + length > bytes.length) return;
    const type = latin1(bytes, at + 4, at + 8);
    yield { type, start: at, length };
    if (type === 'IEND') return;
    at += length;
  }
}

/** The same PNG with these of its chunks alone. */
export const pngOf = (bytes: Uint8Array, chunks: readonly PngChunk[]): Uint8Array<ArrayBuffer> =>
  joinBytes([
    bytes.subarray(0, SIGNATURE_BYTES),
    ...chunks.map(({ start, length }) => bytes.subarray(start, start + length)),
  ]);

function webpStructure(bytes: Uint8Array): PictureStructure {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const complete = bytes.length >= 8 + view.getUint32(4, true);
  const mayMove = latin1(bytes, 12, 16) === 'VP8X' && (bytes[20] & 0x02) !== 0;
  if (!mayMove) return still(complete);
  let frames = 0;
  let others = 0;
  for (let at = 12; at + 8 <= bytes.length && frames < 2 && others < MOST_CHUNKS;) {
    if (latin1(bytes, at, at + 4) === 'ANMF') frames += 1;
    else others += 1;
    const size = view.getUint32(at + 4, true);
    at += 8 + size + (size % 2);
  }
  return { complete, animated: frames > 1 };
}

/** Counts image descriptors up to the second (GIF89a specification, appendix A). */
function gifStructure(bytes: Uint8Array): PictureStructure {
  const tableBytes = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1));
  const skipBlocks = (from: number): number => {
    let at = from;
    while ((bytes[at] ?? 0) > 0) at += 1 + (bytes[at] ?? 0);
    return at + 1;
  };
  let at = 13 + tableBytes(bytes[10]);
  let pictures = 0;
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === 0x21) at = skipBlocks(at + 2);
    else if (block === 0x2c) {
      pictures += 1;
      if (pictures > 1) return { complete: true, animated: true };
      at = skipBlocks(at + 10 + tableBytes(bytes[at + 9] ?? 0) + 1);
    } else return still(block === 0x3b && pictures === 1);
  }
  return still(false);
}

/** So much of a film's index is looked at. */
const LOOKED_AT_BYTES = 1024 * 1024;

/** Whether a film's index ('moov') has a track of more than one picture ('stsz', ISO/IEC 14496-12, 8.7.3.2). */
function hasFrames(moov: Uint8Array): boolean {
  const view = new DataView(moov.buffer, moov.byteOffset, moov.byteLength);
  const end = Math.min(moov.length - 16, LOOKED_AT_BYTES);
  for (let at = moov.indexOf(0x73); at >= 0 && at < end; at = moov.indexOf(0x73, at + 1))
    if (latin1(moov, at, at + 4) === 'stsz' && view.getUint32(at + 12) > 1) return true;
  return false;
}

/**
 * Boxes must end where the file does; a sequence names itself in its brands ('avis', or HEVC's as the major one), and is
 * still where its index says that it has one picture.
 */
function isoStructure(bytes: Uint8Array): PictureStructure {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const brands = isoBrands(bytes);
  let animated = brands.includes('avis') || ['hevc', 'hevx', 'msf1'].includes(brands[0] ?? '');
  let at = 0;
  for (let count = 0; count < MOST_CHUNKS && at + 8 <= bytes.length; count += 1) {
    const size = view.getUint32(at);
    if (size === 0) return { complete: true, animated }; // to the end of the file
    if (size === 1 && at + 16 > bytes.length) break;
    const length = size === 1 ? Number(view.getBigUint64(at + 8)) : size;
    if (length < 8) break;
    if (latin1(bytes, at + 4, at + 8) === 'moov') animated &&= hasFrames(bytes.subarray(at, at + length));
    at += length;
  }
  return { complete: at === bytes.length, animated };
}

export function pictureStructure(
  bytes: Uint8Array,
  kind: Exclude<PictureType['kind'], 'unsupported'>,
): PictureStructure {
  switch (kind) {
    case 'jpeg':
      return still([...jpegSegments(bytes)].at(-1)?.marker === JPEG.EOI);
    case 'png': {
      const chunks = [...pngChunks(bytes)];
      const control = chunks.find(({ type }) => type === 'acTL');
      const frames =
        control === undefined ? 1 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(control.start + 8);
      return { complete: chunks.at(-1)?.type === 'IEND', animated: frames > 1 };
    }
    case 'webp':
      return webpStructure(bytes);
    case 'gif':
      return gifStructure(bytes);
    case 'avif':
    case 'heic':
      return isoStructure(bytes);
    case 'bmp':
    case 'ico':
    case 'jxl':
      return still(true);
  }
}
