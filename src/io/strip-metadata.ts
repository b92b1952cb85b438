import { jpegSegments, pngChunks } from './picture-structure';
import { latin1 } from './picture-type';

/**
 * A JPEG or PNG without anything that tells about the person or the camera: place, time, device, thumbnail, comments,
 * and whatever follows the picture. Pixels are not touched. Colour profile and orientation stay, for they say how the
 * picture looks. null: this file cannot be stripped so (another format, or a PNG that is turned by EXIF).
 */
export function stripMetadata(bytes: Uint8Array, orientation: number): Uint8Array<ArrayBuffer> | null {
  if (bytes[0] === 0xff) return stripJpeg(bytes, orientation);
  return bytes[0] === 0x89 ? stripPng(bytes) : null;
}

const APP0 = 0xe0;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;

/** Application segments that a decoder needs: JFIF's density, the ICC profile, Adobe's colour transform. */
function keepsSegment(marker: number, name: string): boolean {
  if (marker === COMMENT) return false;
  if (marker < APP0 || marker > APP15) return true;
  if (marker === APP0) return name.startsWith('JFIF\0');
  if (marker === APP2) return name === 'ICC_PROFILE\0';
  return marker === APP14 && name.startsWith('Adobe');
}

function stripJpeg(bytes: Uint8Array, orientation: number): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  for (const { marker, start, length } of jpegSegments(bytes)) {
    if (keepsSegment(marker, latin1(bytes, start + 4, start + 16))) parts.push(bytes.subarray(start, start + length));
  }
  // After SOI, as EXIF 2.32, 4.5.2 wants it.
  if (orientation > 1) parts.splice(1, 0, orientationSegment(orientation));
  return joined(parts);
}

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

/** Chunks that say how the picture looks (PNG specification, third edition). */
const KEPT_CHUNKS = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP'];

function stripPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const chunks = [...pngChunks(bytes)];
  if (chunks.some(({ type }) => type === 'eXIf')) return null;
  const kept = chunks.filter(({ type }) => KEPT_CHUNKS.includes(type));
  return joined([bytes.subarray(0, 8), ...kept.map(({ start, length }) => bytes.subarray(start, start + length))]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
