import { entropyEnd, JPEG, MOST_FILL_BYTES, type JpegSegment } from './picture-structure';
import { latin1 } from './picture-type';

/** More segments than any camera or program writes: a file with more was made to be slow. */
const MOST_SEGMENTS = 5000;

/** Sum of the tables in a segment's body, each `sizeAt` long; they must fill it. */
function fills(from: number, to: number, sizeAt: (at: number) => number): boolean {
  let at = from;
  while (at < to) {
    const size = sizeAt(at);
    if (size <= 0) return false;
    at += size;
  }
  return at === to && from < to;
}

/** Whether a segment that a decoder needs holds what it should and nothing more (ITU-T T.81, annex B.2). */
function isInOrder(bytes: Uint8Array, marker: number, from: number, to: number): boolean {
  const size = to - from;
  switch (marker) {
    case 0xdb: // quantization tables
      return fills(from, to, (at) =>
        bytes[at] >> 4 > 1 || (bytes[at] & 15) > 3 ? 0 : 1 + 64 * (1 + (bytes[at] >> 4)),
      );
    case 0xc4: // Huffman tables
      return fills(from, to, (at) => {
        if (bytes[at] >> 4 > 1 || (bytes[at] & 15) > 3 || at + 17 > to) return 0;
        const codes = bytes.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0);
        return codes > 256 ? 0 : 17 + codes;
      });
    case 0xcc: // arithmetic conditioning
      return size > 0 && size <= 64 && size % 2 === 0;
    case 0xdd: // restart interval
      return size === 2;
    case JPEG.SOS:
      return bytes[from] >= 1 && bytes[from] <= 4 && size === 4 + 2 * bytes[from];
    case 0xee:
      return size === 12; // Adobe's colour transform
    default: {
      const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8;
      const components = bytes[from + 5];
      return isFrame && components >= 1 && components <= 4 && size === 6 + 3 * components;
    }
  }
}

/** Whether the pieces of a colour profile make up the whole that it says it is (ICC.1:2022, 7.2 and annex B.4). */
function isWholeProfile(bytes: Uint8Array, pieces: readonly JpegSegment[]): boolean {
  if (pieces.length === 0) return true;
  const ordered = pieces.every(({ start }, i) => bytes[start + 16] === i + 1 && bytes[start + 17] === pieces.length);
  const [{ start }] = pieces;
  const said = new DataView(bytes.buffer, bytes.byteOffset).getUint32(start + 18);
  const held = pieces.reduce((sum, { length }) => sum + length - 18, 0);
  return ordered && said === held && latin1(bytes, start + 18 + 36, start + 18 + 40) === 'acsp';
}

const isDropped = (marker: number, name: string): boolean =>
  marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && name !== 'ICC_PROFILE\0' && !name.startsWith('Adobe'));

/**
 * The segments of a JPEG that its picture is made of, in their order, from SOI to EOI: without comments and what tells of
 * the person or the camera. null: not everything in it is understood, so something may hide in what is left.
 */
export function pictureSegments(bytes: Uint8Array): readonly JpegSegment[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== JPEG.SOI) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: JpegSegment[] = [{ marker: JPEG.SOI, start: 0, length: 2 }];
  const profile: JpegSegment[] = [];
  let scans = 0;
  let at = 2;
  for (let count = 0; count < MOST_SEGMENTS; count += 1) {
    const from = at;
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff && at - from < MOST_FILL_BYTES) at += 1;
    if (bytes[at] !== 0xff || at + 2 > bytes.length) return null;
    const marker = bytes[at + 1];
    if (marker === JPEG.EOI) {
      if (scans === 0 || !isWholeProfile(bytes, profile)) return null;
      return [...kept, { marker, start: at, length: 2 }];
    }
    if (at + 4 > bytes.length) return null;
    let length = 2 + view.getUint16(at + 2);
    const end = at + length;
    if (length < 4 || end > bytes.length || marker < 0xc0) return null;
    const name = latin1(bytes, at + 4, Math.min(end, at + 16));
    if (!isDropped(marker, name)) {
      const isJfif = marker === 0xe0;
      const isProfile = marker === 0xe2;
      if (isJfif ? name.startsWith('JFIF\0') && length < 16 : isProfile ? length < 18 + 40 : false) return null;
      if (!isJfif && !isProfile && !isInOrder(bytes, marker, at + 4, end)) return null;
      if (marker === JPEG.SOS) {
        length = entropyEnd(bytes, end) - at;
        scans += 1;
      }
      const segment = { marker, start: at, length };
      if (isProfile) profile.push(segment);
      if (!isJfif || name.startsWith('JFIF\0')) kept.push(segment);
    }
    at += length;
  }
  return null;
}
