import type { SizePx } from '~/model/base/units';
import { jpegSegments } from './picture-structure';
import { latin1, type PictureType } from './picture-type';

/** Properties of a picture stand near the start of a file; nobody looks for them without end. */
const LOOKED_AT_BYTES = 4 * 1024 * 1024;
const MOST_ICONS = 256;

/**
 * The size that a file says its picture has, before anything is decoded and before any turn; null: it is not said where it
 * is expected. A hint, for limits: what counts is the size of the decoded picture.
 */
export function statedSize(bytes: Uint8Array, kind: PictureType['kind']): SizePx | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sized = (widthPx: number, heightPx: number): SizePx | null =>
    widthPx > 0 && heightPx > 0 ? { widthPx, heightPx } : null;
  if (bytes.length < 30) return null;
  switch (kind) {
    case 'jpeg': {
      for (const { marker, start } of jpegSegments(bytes)) {
        const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
        if (isFrame && start + 9 <= bytes.length) return sized(view.getUint16(start + 7), view.getUint16(start + 5));
      }
      return null;
    }
    case 'png':
      return sized(view.getUint32(16), view.getUint32(20));
    case 'gif':
      return sized(view.getUint16(6, true), view.getUint16(8, true));
    case 'webp':
      return webpSize(view, latin1(bytes, 12, 16));
    case 'bmp':
      return view.getUint32(14, true) === 12
        ? sized(view.getUint16(18, true), view.getUint16(20, true))
        : sized(Math.abs(view.getInt32(18, true)), Math.abs(view.getInt32(22, true)));
    case 'ico': {
      const icons = Math.min(view.getUint16(4, true), MOST_ICONS, Math.floor((bytes.length - 6) / 16));
      const sides = Array.from({ length: icons }, (_, i) => [bytes[6 + 16 * i] || 256, bytes[7 + 16 * i] || 256]);
      return sized(Math.max(0, ...sides.map(([width]) => width)), Math.max(0, ...sides.map(([, height]) => height)));
    }
    case 'avif':
    case 'heic':
      return isoSize(bytes, view);
    case 'jxl':
    case 'unsupported':
      return null;
  }
}

/** WebP container specification: the canvas, or the frame where there is only one. */
function webpSize(view: DataView, chunk: string): SizePx | null {
  const uint24 = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  if (chunk === 'VP8X') return { widthPx: 1 + uint24(24), heightPx: 1 + uint24(27) };
  if (chunk === 'VP8 ')
    return { widthPx: view.getUint16(26, true) & 0x3fff, heightPx: view.getUint16(28, true) & 0x3fff };
  if (chunk !== 'VP8L') return null;
  const bits = view.getUint32(21, true);
  return { widthPx: 1 + (bits & 0x3fff), heightPx: 1 + ((bits >>> 14) & 0x3fff) };
}

/** The largest of the sizes that pictures in an ISO media file have ('ispe', ISO/IEC 23008-12, 6.5.3): thumbnails and tiles are smaller. */
function isoSize(bytes: Uint8Array, view: DataView): SizePx | null {
  const end = Math.min(bytes.length - 16, LOOKED_AT_BYTES);
  let found: SizePx | null = null;
  for (let at = bytes.indexOf(0x69); at >= 0 && at < end; at = bytes.indexOf(0x69, at + 1)) {
    if (bytes[at + 1] !== 0x73 || bytes[at + 2] !== 0x70 || bytes[at + 3] !== 0x65) continue;
    const [widthPx, heightPx] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (widthPx * heightPx > (found === null ? 0 : found.widthPx * found.heightPx)) found = { widthPx, heightPx };
  }
  return found;
}
