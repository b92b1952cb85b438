import { crc32 } from './crc32';
import { joinBytes } from './join-bytes';
import { pictureSegments } from './jpeg-understood';
import { pngChunks, pngOf } from './picture-structure';

/**
 * A JPEG or PNG without anything that tells about the person or the camera: place, time, device, thumbnail, comments,
 * and whatever follows the picture. Pixels are not touched. Colour profile stays, for it says how the picture looks, and a
 * JPEG is marked with `orientation` (EXIF, 1..8) where it is turned. null: this file cannot be stripped so, because its
 * structure is not wholly understood, and something may hide in what is not; it has to be encoded anew.
 */
export function stripMetadata(bytes: Uint8Array, orientation: number): Uint8Array<ArrayBuffer> | null {
  if (bytes[0] === 0xff) return stripJpeg(bytes, orientation);
  return bytes[0] === 0x89 && orientation === 1 ? stripPng(bytes) : null;
}

const JFIF = 0xe0;

function stripJpeg(bytes: Uint8Array, orientation: number): Uint8Array<ArrayBuffer> | null {
  const segments = pictureSegments(bytes);
  if (segments === null) return null;
  const parts = segments.map(({ marker, start, length }) =>
    marker === JFIF ? jfifSegment(bytes.subarray(start + 9, start + 16)) : bytes.subarray(start, start + length),
  );
  // After SOI, as EXIF 2.32, 4.5.2 wants it.
  if (orientation > 1) parts.splice(1, 0, orientationSegment(orientation));
  return joinBytes(parts);
}

/** JFIF's segment of version, unit and densities alone: no thumbnail (ITU-T T.871, 10.1). */
const jfifSegment = (about: Uint8Array): Uint8Array =>
  new Uint8Array([0xff, JFIF, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, ...about, 0, 0]);

/** APP1 with an EXIF block of a single entry: Orientation (0x0112, SHORT). */
export const orientationSegment = (orientation: number): Uint8Array =>
  new Uint8Array([
    ...[0xff, 0xe1, 0x00, 0x22],
    ...[0x45, 0x78, 0x69, 0x66, 0x00, 0x00], // "Exif"
    ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08], // big-endian TIFF, first directory at 8
    ...[0x00, 0x01],
    ...[0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00],
    ...[0x00, 0x00, 0x00, 0x00],
  ]);

/** Where the turn stands in a JPEG that begins with SOI and the segment above, bytes from its start. */
const ORIENTATION_AT = 31;

/** Whether a JPEG or PNG has the form that `stripMetadata` writes: it would take nothing out of it. */
export function isStripped(bytes: Uint8Array): boolean {
  const plain = stripMetadata(bytes, 1);
  if (plain === null) return false;
  const orientation = plain.length < bytes.length ? bytes[ORIENTATION_AT] : 1;
  const kept = orientation === 1 ? plain : orientation <= 8 ? stripMetadata(bytes, orientation) : null;
  return kept?.length === bytes.length && sameBytes(kept, bytes);
}

/** Whether as many bytes are the same. Of a photo they are millions: a loop takes a tenth of what `every` does. */
function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

/** Chunks that say how the picture looks, and how many bytes their data may have (PNG specification, third edition). */
const KEPT_CHUNKS: Readonly<Record<string, (bytes: number) => boolean>> = {
  IHDR: (bytes) => bytes === 13,
  PLTE: (bytes) => bytes <= 768 && bytes % 3 === 0,
  IDAT: () => true,
  IEND: (bytes) => bytes === 0,
  tRNS: (bytes) => bytes <= 256,
  cHRM: (bytes) => bytes === 32,
  gAMA: (bytes) => bytes === 4,
  iCCP: () => true,
  sBIT: (bytes) => bytes <= 4,
  sRGB: (bytes) => bytes === 1,
  cICP: (bytes) => bytes === 4,
};
/** Bytes of a chunk that are not its data: length, type and check sum. */
const AROUND = 12;

function stripPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = [...pngChunks(bytes)];
  if (chunks.at(0)?.type !== 'IHDR' || chunks.at(-1)?.type !== 'IEND') return null;
  const kept = chunks.filter(({ type }) => Object.hasOwn(KEPT_CHUNKS, type));
  const inOrder = kept.every(({ type, start, length }) => {
    const sum = view.getUint32(start + length - 4);
    return KEPT_CHUNKS[type](length - AROUND) && crc32(bytes, start + 4, start + length - 4) === sum;
  });
  if (!inOrder) return null;
  return pngOf(bytes, kept);
}
