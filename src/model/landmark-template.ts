import { CANONICAL_MM } from './face-points';
import { LANDMARKS } from './head';

/**
 * The landmarker does not read a landmark where the canonical mesh has it: forehead, temples and the edge of the face
 * are read 3 to 9 mm too low, the chin too high. Left alone, that tilts every head back by 3 to 6 degrees. These are
 * the mean offsets, mm, as polynomials over the face, by least squares (with shrinkage) over the rendered heads, whose
 * poses are known; on real photos, which took no part, they make landmarks and mesh agree better on every one.
 * Terms: 1, x², y, z, y², x²y, yz, x⁴, y³, z² with x, y, z in units of 70 mm; sideways the sum is multiplied by x.
 */
const UNIT_MM = 70;
const SIDE = [0.62, -0.42, -0.5, 1.48, -0.27, -0.07, -0.28, -0.83, 0.34, 0.94] as const;
const UP = [-0.82, -1.52, -0.1, 1.32, 0.33, -0.82, 0.54, -2.54, -2.12, 0.74] as const;

function readPlaces(): Float64Array {
  const places = CANONICAL_MM.slice();
  for (let i = 0; i < LANDMARKS; i++) {
    const x = (CANONICAL_MM[3 * i] ?? 0) / UNIT_MM;
    const y = (CANONICAL_MM[3 * i + 1] ?? 0) / UNIT_MM;
    const z = (CANONICAL_MM[3 * i + 2] ?? 0) / UNIT_MM;
    const terms = [1, x * x, y, z, y * y, x * x * y, y * z, x * x * x * x, y * y * y, z * z];
    terms.forEach((term, k) => {
      places[3 * i] = (places[3 * i] ?? 0) + x * term * (SIDE[k] ?? 0);
      places[3 * i + 1] = (places[3 * i + 1] ?? 0) + term * (UP[k] ?? 0);
    });
  }
  return places;
}

/** 3 × 468: where on the average face, head frame, mm, the landmarker reads each landmark. */
export const READ_MM: Float64Array = readPlaces();

/** 468: how much each landmark counts in the pose: the features of the face fully, its edge (hair, jaw) little. */
export const LANDMARK_WEIGHTS: Float64Array = Float64Array.from({ length: LANDMARKS }, (_, i) => {
  const x = CANONICAL_MM[3 * i] ?? 0;
  const z = CANONICAL_MM[3 * i + 2] ?? 0;
  return Math.abs(x) < 62 && z > 8 ? 1 : 0;
});
