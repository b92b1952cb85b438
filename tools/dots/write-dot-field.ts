import { DOT_BYTES, foldedX, HEADER_BYTES, MAGIC, MOST_OF_PLACE, VERSION } from '~/model/dots/dot-field';
import type { DotField } from '~/model/dots/dot-field';

/** A share of −1..1 and two bits of the size class. */
const toUint16 = (share: number, bits: number): number => 4 * Math.round(((share + 1) / 2) * MOST_OF_PLACE) + bits;

/** The field as the bytes of `assets/dots.bin`. */
export function writeDotField({ count, directions, areaMm2, sizeClasses }: DotField): ArrayBuffer {
  const file = new DataView(new ArrayBuffer(HEADER_BYTES + DOT_BYTES * count));
  file.setUint32(0, MAGIC, true);
  file.setUint32(4, VERSION, true);
  file.setUint32(8, count, true);
  file.setFloat32(12, areaMm2, true);
  for (let dot = 0; dot < count; dot++) {
    const [x = 0, y = 0, z = 0] = directions.subarray(3 * dot, 3 * dot + 3);
    const sum = Math.abs(x) + Math.abs(y) + Math.abs(z);
    const [a, b] = [x / sum, z / sum];
    const at = HEADER_BYTES + DOT_BYTES * dot;
    file.setUint16(at, toUint16(y < 0 ? foldedX(a, b) : a, sizeClasses[dot] >> 2), true);
    file.setUint16(at + 2, toUint16(y < 0 ? foldedX(b, a) : b, sizeClasses[dot] & 3), true);
  }
  return file.buffer;
}
