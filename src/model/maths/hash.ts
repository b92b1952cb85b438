/** Integer hash of two 32-bit words (the finaliser of MurmurHash3 over both). Same in every engine. */
export function hash32(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b ^ 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The same hash as a number in [0, 1). */
export const hashUnit = (a: number, b: number): number => hash32(a, b) / 4294967296;
