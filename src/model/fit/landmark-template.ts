import { CANONICAL_MM } from '~/model/head/face-points';
import { LANDMARKS } from '~/model/view/head-reading';

/**
 * The landmarker does not read a landmark where the canonical mesh has it: forehead, temples and the edge of the face
 * are read too low, the chin too high. Left alone, that tilts every head back by 3 to 6 degrees. These are the mean
 * offsets, mm, as polynomials over the face, by least squares (with shrinkage) over the rendered heads, whose poses are
 * known, each shown in twelve ways: tools/fit-constants.ts makes them, and says how well each head fares without itself.
 * Terms: see `termsAt`; sideways the sum is multiplied by x.
 */
const SIDE = [0.57, 0.01, -0.27, 0.69, -0.13, 0.08, -0.25, -0.03, 0.29, 0.63] as const;
const UP = [-0.54, -0.79, -0.07, 0.44, 0.7, -0.05, -0.03, -0.57, -1.24, 0.81] as const;

/** Unit of length of the polynomials, mm: about half a face. */
const UNIT_MM = 70;

/** What the coefficients multiply at a vertex of the mesh, and its x, all in units of 70 mm. */
export function termsAt(vertex: number): { readonly x: number; readonly terms: readonly number[] } {
  const x = CANONICAL_MM[3 * vertex] / UNIT_MM;
  const y = CANONICAL_MM[3 * vertex + 1] / UNIT_MM;
  const z = CANONICAL_MM[3 * vertex + 2] / UNIT_MM;
  return { x, terms: [1, x * x, y, z, y * y, x * x * y, y * z, x * x * x * x, y * y * y, z * z] };
}

/** 3 × 468 places, mm, from coefficients of the offsets sideways and up. */
export function readPlaces(side: ArrayLike<number>, up: ArrayLike<number>): Float64Array {
  const places = CANONICAL_MM.slice();
  for (let i = 0; i < LANDMARKS; i++) {
    const { x, terms } = termsAt(i);
    terms.forEach((term, k) => {
      places[3 * i] += x * term * side[k];
      places[3 * i + 1] += term * up[k];
    });
  }
  return places;
}

/** 3 × 468: where on the average face, head frame, mm, the landmarker reads each landmark. */
export const READ_MM: Float64Array = readPlaces(SIDE, UP);

/** 468: how much each landmark counts in the pose: the features of the face fully, its edge (hair, jaw) little. */
export const LANDMARK_WEIGHTS: Float64Array = Float64Array.from({ length: LANDMARKS }, (_, i) => {
  const x = CANONICAL_MM[3 * i];
  const z = CANONICAL_MM[3 * i + 2];
  return Math.abs(x) < 62 && z > 8 ? 1 : 0;
});
