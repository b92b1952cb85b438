/** Where the head is in one photo, as the user moved it from where it was found. Zero and one: as found. */
export interface HeadPlacement {
  /** Shift in the picture, in mm at the head, right and up as seen. */
  readonly rightMm: number;
  readonly upMm: number;
  /** Multiplies every length of the head in the picture, within HEAD_SCALES. */
  readonly scale: number;
  /** Turns about the camera's axes, degrees: about the vertical (turn), the horizontal (tilt), the line of sight (roll). */
  readonly turnDegrees: number;
  readonly tiltDegrees: number;
  readonly rollDegrees: number;
  /** Whether the edge of the head follows the outline found in the photo. */
  readonly followOutline: boolean;
}

/** What the user added to the skull's measures, mm: true of the head in every photo. */
export interface SkullReshaping {
  readonly breadthMm: number;
  readonly lengthMm: number;
  readonly heightMm: number;
}

/** What the user changed of the head as understood, in one photo. */
export interface HeadCorrection extends HeadPlacement, SkullReshaping {}

/** Least and greatest scale of a correction. */
export const HEAD_SCALES = [0.25, 4] as const;

export const NO_PLACEMENT: HeadPlacement = {
  rightMm: 0,
  upMm: 0,
  scale: 1,
  turnDegrees: 0,
  tiltDegrees: 0,
  rollDegrees: 0,
  followOutline: true,
};

/** Whether the head is in a photo where it was found. */
export const isAsFound = (placement: HeadPlacement): boolean =>
  (Object.keys(NO_PLACEMENT) as (keyof HeadPlacement)[]).every((key) => placement[key] === NO_PLACEMENT[key]);

export const NO_RESHAPING: SkullReshaping = { breadthMm: 0, lengthMm: 0, heightMm: 0 };

export const NO_CORRECTION: HeadCorrection = { ...NO_PLACEMENT, ...NO_RESHAPING };
