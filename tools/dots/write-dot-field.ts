import { DIRECTION_BYTES, foldedX, HEADER_BYTES, MAGIC, VERSION } from '~/model/dots/dot-field';
import type { DotField } from '~/model/dots/dot-field';

const toUint16 = (share: number): number => Math.round((share + 1) * 32767.5);

/** The field as the bytes of `assets/dots.bin`. */
export function writeDotField({ count, directions, areaMm2 }: DotField): ArrayBuffer {
  const file = new DataView(new ArrayBuffer(HEADER_BYTES + DIRECTION_BYTES * count));
  file.setUint32(0, MAGIC, true);
  file.setUint32(4, VERSION, true);
  file.setUint32(8, count, true);
  file.setFloat32(12, areaMm2, true);
  for (let dot = 0; dot < count; dot++) {
    const [x = 0, y = 0, z = 0] = directions.subarray(3 * dot, 3 * dot + 3);
    const sum = Math.abs(x) + Math.abs(y) + Math.abs(z);
    const [a, b] = [x / sum, z / sum];
    const at = HEADER_BYTES + DIRECTION_BYTES * dot;
    file.setUint16(at, toUint16(y < 0 ? foldedX(a, b) : a), true);
    file.setUint16(at + 2, toUint16(y < 0 ? foldedX(b, a) : b), true);
  }
  return file.buffer;
}
