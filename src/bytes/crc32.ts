const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});

/** Check sum of some bytes as PNG has it (third edition, annex D): 0..2³² − 1. `before`: that of the bytes ahead of them. */
export function crc32(bytes: Uint8Array, from: number, to: number, before = 0): number {
  let crc = before ^ 0xffffffff;
  for (let at = from; at < to; at += 1) crc = (crc >>> 8) ^ TABLE[(crc ^ bytes[at]) & 0xff];
  return (crc ^ 0xffffffff) >>> 0;
}

/** The same of a file, piece by piece: however large it is, one piece is in memory. Fails where it cannot be read. */
export async function crc32Of(file: Blob): Promise<number> {
  const pieces = file.stream().getReader();
  let crc = 0;
  for (let piece = await pieces.read(); !piece.done; piece = await pieces.read())
    crc = crc32(piece.value, 0, piece.value.length, crc);
  return crc;
}
