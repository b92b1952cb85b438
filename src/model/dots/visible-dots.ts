/**
 * The dots of one head that face the camera, with all that depends only on head and photo (not on the design), in rank
 * order. Made anew when the head is corrected; read on every change of the design.
 */
export interface VisibleDots {
  readonly count: number;
  /** Rank of each dot in the field: the key of its random numbers. */
  readonly rank: Uint32Array;
  /** 3 × count: unit direction from the cranium's centre. */
  readonly directions: Float32Array;
  /** 3 × count: place on the head, mm. */
  readonly pointsMm: Float32Array;
  /** 2 × count: place in the working photo, px. */
  readonly pointsPx: Float32Array;
  /** 3 × count: M = J·Jᵀ (xx, xy, yy), px²/mm²: how a small circle on the skin looks in the picture, stretched along the stroke. */
  readonly footprint: Float32Array;
  /** How far each stroke is bent (dot-stroke.ts). */
  readonly bend: Float32Array;
  /** The weaker mark beside each dot. */
  readonly companions: Companions;
  /** The dot is there where the wanted density, dots/cm², is greater than this. */
  readonly appearsAtPerCm2: Float32Array;
  /** 0..1: how much pigment the photo lets be seen here (1 bare skin in sight; 0 off the head, on face, ear or hair). */
  readonly visible: Float32Array;
  /** 0..1: hair the photo shows here already. */
  readonly hair: Float32Array;
  /** 0..255 per 16 classes: which lognormal size class the dot belongs to (0..15). */
  readonly sizeClass: Uint8Array;
}

/** The weaker mark beside each dot (dot-stroke.ts), in the units of the dots. */
export interface Companions {
  readonly pointsPx: Float32Array;
  readonly footprint: Float32Array;
  readonly bend: Float32Array;
  /** 0..1: how strong it is against its dot. */
  readonly share: Float32Array;
}
