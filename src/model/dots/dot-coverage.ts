/**
 * What the design makes of each dot of a ScalpView: four bytes a dot, in the same order.
 *   0 strength: multiple of the core's contrast, 0..255 = 0..2.1 (120 = 1; 0: the dot is not there)
 *   1 size: share of the class radius, 0..255 = 0..1.275 (200 = 1)
 *   2 look row: session * 16 + size class, in scarred skin 80 more
 *   3 tone: what a dot's own strength is of its neighbours', by chance, 0..255 = 0..2.1 (120 = 1)
 */
export interface DotCoverage {
  readonly bytes: Uint8Array;
  /** Dots beyond this index are all absent. */
  readonly drawCount: number;
  /** Dots that are there, facing the camera. */
  readonly shown: number;
}

/** Bytes of a dot, and the byte that stands for 1 of its size and of its strength and tone: room above, up to 1.275 and 2.125 times. */
export const BYTES_PER_DOT = 4;
export const SIZE_BYTE_ONE = 200;
export const STRENGTH_BYTE_ONE = 120;
