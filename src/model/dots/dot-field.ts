import { fail, ok } from '~/model/base/result';
import type { Result } from '~/model/base/result';

/**
 * The dots: directions on a reference cranium, made once at build time (tools/make-dots), in progressive order, so that
 * every prefix is itself evenly spread on the reference cranium: about 0.7/√(n per mm²) apart, less what a hand sets them beside
 * that (tools/dots/grow-dots).
 */
export interface DotField {
  readonly count: number;
  /** 3 × count: unit vectors (x, y, z) from the cranium's centre. A dot's index is its rank. */
  readonly directions: Float32Array;
  /** Area of the reference cranium that the dots cover, mm²; count/area is the greatest density, per mm². */
  readonly areaMm2: number;
  /** Which of 16 sizes each dot has (0..15), large ones evenly among small ones (tools/dots/deal-sizes). */
  readonly sizeClasses: Uint8Array;
}

/**
 * The file, little-endian: magic and version (uint32), count (uint32), area (float32), then a dot in 2 × uint16. The upper 14 bits of
 * each are the direction: the octahedral map (the unit vector over |x| + |y| + |z|, seen along −y, the lower half folded out),
 * 0..16383 for −1..1, on a head exact to 0.025 mm. The lower two bits of both are the size class.
 */
export const MAGIC = 0x53544f44; // "DOTS"
export const VERSION = 2;
export const HEADER_BYTES = 16;
export const DOT_BYTES = 4;

export const foldedX = (x: number, z: number): number => (1 - Math.abs(z)) * (x < 0 ? -1 : 1);
/** Greatest of the 14 bits of a direction. */
export const MOST_OF_PLACE = 0x3fff;
const fromUint16 = (code: number): number => (2 * (code >> 2)) / MOST_OF_PLACE - 1;

/** Reads the bytes of `assets/dots.bin`; anything else, or a part of it, is 'damaged'. */
export function readDotField(buffer: ArrayBuffer): Result<DotField, 'damaged'> {
  if (buffer.byteLength < HEADER_BYTES) return fail('damaged');
  const file = new DataView(buffer);
  const count = file.getUint32(8, true);
  const areaMm2 = file.getFloat32(12, true);
  const isWhole = buffer.byteLength === HEADER_BYTES + DOT_BYTES * count;
  const isOurs = file.getUint32(0, true) === MAGIC && file.getUint32(4, true) === VERSION;
  if (!isOurs || !isWhole || !(areaMm2 > 0) || count === 0) return fail('damaged');
  const directions = new Float32Array(3 * count);
  const sizeClasses = new Uint8Array(count);
  for (let dot = 0; dot < count; dot++) {
    const at = HEADER_BYTES + DOT_BYTES * dot;
    const first = file.getUint16(at, true);
    const second = file.getUint16(at + 2, true);
    sizeClasses[dot] = ((first & 3) << 2) | (second & 3);
    const a = fromUint16(first);
    const b = fromUint16(second);
    const y = 1 - Math.abs(a) - Math.abs(b);
    const x = y < 0 ? foldedX(a, b) : a;
    const z = y < 0 ? foldedX(b, a) : b;
    const length = Math.sqrt(x * x + y * y + z * z);
    directions[3 * dot] = x / length;
    directions[3 * dot + 1] = y / length;
    directions[3 * dot + 2] = z / length;
  }
  return ok({ count, directions, areaMm2, sizeClasses });
}
