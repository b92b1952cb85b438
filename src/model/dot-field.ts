/**
 * The dots: directions on a reference cranium, made once at build time (tools/make-dots), in progressive order, so that
 * every prefix is itself evenly spread: among the first n dots the smallest distance is 0.7/√(n per mm²) on the
 * reference cranium.
 */
export interface DotField {
  readonly count: number;
  /** 3 × count: unit vectors (x, y, z) from the cranium's centre. A dot's index is its rank. */
  readonly directions: Float32Array;
  /** Area of the reference cranium that the dots cover, mm²; count/area is the greatest density, per mm². */
  readonly areaMm2: number;
}
