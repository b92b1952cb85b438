import { CANONICAL_MM, LANDMARKS } from './face-points';

/** 3 × 468: where on the average face, head frame, mm, the landmarker reads each landmark. */
export const READ_MM: Float64Array = CANONICAL_MM;

/** 468: how much each landmark counts in the pose. The rim and the mouth move with expression and hair; the jaw too. */
export const LANDMARK_WEIGHTS: Float64Array = Float64Array.from({ length: LANDMARKS }, (_, i) => {
  const x = CANONICAL_MM[3 * i] ?? 0;
  const z = CANONICAL_MM[3 * i + 2] ?? 0;
  return Math.abs(x) < 62 && z > 8 ? 1 : 0;
});
