const RADIANS_PER_DEGREE = Math.PI / 180;

/** Held so flat that nobody can say which edge is the upper one: no more than this of gravity along the screen. */
const LEAST_UPRIGHT = 0.4;

/**
 * How far a device leans to its side, degrees, clockwise positive as its user sees it; null where it lies flat. `betaDegrees`,
 * `gammaDegrees`: as the browser's orientation events tell them; `screenDegrees`: how the screen is turned, 0, 90, 180 or 270.
 */
export function leanDegrees(betaDegrees: number, gammaDegrees: number, screenDegrees: number): number | null {
  const [beta, gamma] = [betaDegrees * RADIANS_PER_DEGREE, gammaDegrees * RADIANS_PER_DEGREE];
  // Gravity along the screen: to its right, and up.
  const [right, up] = [Math.cos(beta) * Math.sin(gamma), -Math.sin(beta)];
  if (Math.hypot(right, up) < LEAST_UPRIGHT) return null;
  const lean = Math.atan2(right, -up) / RADIANS_PER_DEGREE + screenDegrees;
  return ((((lean + 180) % 360) + 360) % 360) - 180;
}

/** What to say of the distance to a face. */
export type Distance = 'nearer' | 'good' | 'farther';

/** A face from brow to chin is so much of the picture's height, with the whole head and some air in it. Our choice. */
const FACE_SHARE = { least: 0.22, most: 0.48 } as const;

/** `faceShare`: the height of the face as a share of the picture's, 0..1. */
export const distanceOf = (faceShare: number): Distance =>
  faceShare < FACE_SHARE.least ? 'nearer' : faceShare > FACE_SHARE.most ? 'farther' : 'good';
