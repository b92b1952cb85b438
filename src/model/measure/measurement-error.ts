/**
 * Relative standard deviations of the scale (docs/model.md, Scale (M9)): from the face mesh of an average face, and
 * from one known length.
 */
export const AVERAGE_FACE_SCALE = 0.06;
export const KNOWN_LENGTH_SCALE = 0.01;

/**
 * What a distance may be wrong by, mm (one standard deviation): the scale's share of it, and how far off its ends may
 * lie along it. Independent errors add as squares.
 */
export const measurementErrorMm = (lengthMm: number, scale: number, endsMm: readonly number[]): number =>
  Math.hypot(lengthMm * scale, ...endsMm);
