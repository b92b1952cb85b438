import { orientationSegment } from '~/bytes/strip-metadata';

/** Bytes of small pictures, good and bad, made in the test that needs them. */
type Bytes = Uint8Array<ArrayBuffer>;

export const ascii = (text: string): Bytes => Uint8Array.from(text, (character) => character.charCodeAt(0));

export function joinBytes(...parts: readonly (Uint8Array | readonly number[])[]): Bytes {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

export const blobOf = (...parts: readonly (Uint8Array | readonly number[])[]): Blob => new Blob([joinBytes(...parts)]);

export const bytesOf = async (blob: Blob): Promise<Bytes> => new Uint8Array(await blob.arrayBuffer());

/** A picture with a colour of its own in every quarter, so that turns and mirrorings show: red green / blue grey. */
export function quarters(widthPx: number, heightPx: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  const colours = ['#c81414', '#14c814', '#1414c8', '#787878'];
  colours.forEach((colour, at) => {
    context.fillStyle = colour;
    context.fillRect(((at % 2) * widthPx) / 2, (Math.floor(at / 2) * heightPx) / 2, widthPx / 2, heightPx / 2);
  });
  return canvas;
}

/** The same with noise over it: a picture that does not compress to nothing. */
export function noisy(widthPx: number, heightPx: number): OffscreenCanvas {
  const canvas = quarters(widthPx, heightPx);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  const pixels = context.getImageData(0, 0, widthPx, heightPx);
  pixels.data.forEach((value, at) => {
    if (at % 4 !== 3) pixels.data[at] = value + ((at * 2654435761) >>> 27);
  });
  context.putImageData(pixels, 0, 0);
  return canvas;
}

export const encoded = (canvas: OffscreenCanvas, type: 'image/png' | 'image/jpeg' | 'image/webp'): Promise<Blob> =>
  canvas.convertToBlob({ type, quality: 0.95 });

/** RGBA of all pixels of a bitmap, in rows. */
export function pixelsOf(bitmap: ImageBitmap): Uint8ClampedArray {
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
}

/** RGB at a place of a bitmap. */
export function colourAt(bitmap: ImageBitmap, xPx: number, yPx: number): readonly number[] {
  const at = 4 * (yPx * bitmap.width + xPx);
  return [...pixelsOf(bitmap).subarray(at, at + 3)];
}

/** A JPEG with EXIF orientation put in behind its SOI. */
export const turnedJpeg = (jpeg: Uint8Array, orientation: number): Bytes =>
  joinBytes(jpeg.subarray(0, 2), orientationSegment(orientation), jpeg.subarray(2));

/** A JPEG, or one without a picture, with that text in its EXIF. */
export function jpegWithExif(text: string, jpeg: Uint8Array | readonly number[] = [0xff, 0xd8, 0xff, 0xd9]): Bytes {
  const block = ascii(`Exif\0\0II*\0\u0008\0\0\0\0\0\0\0\0\0${text}`);
  const length = block.length + 2;
  return joinBytes(jpeg.slice(0, 2), [0xff, 0xe1, length >> 8, length & 255], block, jpeg.slice(2));
}

/** A JPEG that tells orientation, 35-mm focal length, a maker, a place, and a comment. */
export function tellingJpeg(jpeg: Uint8Array, orientation: number, focal35Mm: number): Bytes {
  const short = (tag: number, value: number): number[] => [tag >> 8, tag & 255, 0, 3, 0, 0, 0, 1, 0, value, 0, 0];
  const long = (tag: number, value: number): number[] => [tag >> 8, tag & 255, 0, 4, 0, 0, 0, 1, 0, 0, 0, value];
  // The first directory has 4 entries: maker ("Me!"), orientation, EXIF directory at 62, GPS directory at 80.
  const tiff = [
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 4, 0x01, 0x0f, 0, 2, 0, 0, 0, 4, 0x4d, 0x65, 0x21, 0],
    ...short(0x0112, orientation),
    ...long(0x8769, 62),
    ...long(0x8825, 80),
    ...[0, 0, 0, 0],
    ...[0, 1, ...short(0xa405, focal35Mm), 0, 0, 0, 0],
    ...[0, 1, 0, 1, 0, 2, 0, 0, 0, 2, 0x4e, 0, 0, 0, 0, 0, 0, 0],
  ];
  const comment = [0xff, 0xfe, 0, 2 + 6, ...ascii('secret')];
  const app1 = [0xff, 0xe1, 0, 2 + 6 + tiff.length, ...ascii('Exif\0\0'), ...tiff];
  return joinBytes(jpeg.subarray(0, 2), app1, comment, jpeg.subarray(2), ascii('video after the picture'));
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const uint32 = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

export function pngChunk(type: string, data: Uint8Array | readonly number[]): Bytes {
  const body = joinBytes(ascii(type), data);
  return joinBytes(uint32(data.length), body, uint32(crc32(body)));
}

/** Signature and header of a PNG of any size: 33 bytes, and no pixels. */
export const pngHeader = (widthPx: number, heightPx: number): Bytes =>
  joinBytes(
    [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a],
    pngChunk('IHDR', [...uint32(widthPx), ...uint32(heightPx), 8, 2, 0, 0, 0]),
  );

/** A PNG with a chunk put in behind its header. */
export const withChunk = (png: Uint8Array, type: string, data: Uint8Array): Bytes =>
  joinBytes(png.subarray(0, 33), pngChunk(type, data), png.subarray(33));

/** A GIF of one colour with so many pictures in time, `sidePx` a side (up to 255). */
export function gif(sidePx: number, pictures: number): Bytes {
  // Every pixel is colour 0. With a clear code before each, codes stay 3 bits wide.
  const codes = Array.from({ length: sidePx * sidePx }, () => [4, 0])
    .flat()
    .concat(5);
  const bits = codes.flatMap((code) => [code & 1, (code >> 1) & 1, (code >> 2) & 1]);
  const packed: number[] = [];
  bits.forEach((bit, at) => {
    packed[at >> 3] = (packed[at >> 3] ?? 0) | (bit << (at & 7));
  });
  const blocks: number[] = [];
  for (let at = 0; at < packed.length; at += 255) {
    const block = packed.slice(at, at + 255);
    blocks.push(block.length, ...block);
  }
  const picture = [0x2c, 0, 0, 0, 0, sidePx, 0, sidePx, 0, 0, 2, ...blocks, 0];
  const control = [0x21, 0xf9, 4, 0, 10, 0, 0, 0];
  const head = [...ascii('GIF89a'), sidePx, 0, sidePx, 0, 0x80, 0, 0, 200, 20, 20, 20, 20, 200];
  return joinBytes(head, ...Array.from({ length: pictures }, () => [...control, ...picture]), [0x3b]);
}

/** Index of the first byte that differs, or -1: for large arrays, which `toEqual` compares slowly. */
export function firstDifference(a: Uint8Array | Uint8ClampedArray, b: Uint8Array | Uint8ClampedArray): number {
  return a.length === b.length ? a.findIndex((value, at) => value !== b[at]) : Math.min(a.length, b.length);
}
