/** What the user changed of the head as understood. All zero or one: as found. */
export interface HeadCorrection {
  /** Shift in the picture, in mm at the head, right and up as seen. */
  readonly rightMm: number;
  readonly upMm: number;
  /** Multiplies every length of the head in the picture, within HEAD_SCALES. */
  readonly scale: number;
  /** Turns about the camera's axes, degrees: about the vertical (turn), the horizontal (tilt), the line of sight (roll). */
  readonly turnDegrees: number;
  readonly tiltDegrees: number;
  readonly rollDegrees: number;
  /** Added to the cranium's measures. */
  readonly breadthMm: number;
  readonly lengthMm: number;
  readonly heightMm: number;
  /** Whether the edge of the head follows the outline found in the photo. */
  readonly followOutline: boolean;
}

/** Least and greatest scale of a correction. */
export const HEAD_SCALES = [0.25, 4] as const;

export const NO_CORRECTION: HeadCorrection = {
  rightMm: 0,
  upMm: 0,
  scale: 1,
  turnDegrees: 0,
  tiltDegrees: 0,
  rollDegrees: 0,
  breadthMm: 0,
  lengthMm: 0,
  heightMm: 0,
  followOutline: true,
};
