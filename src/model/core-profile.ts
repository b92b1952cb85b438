/**
 * The core of a dot, 1/(1 + (ρ/r)^6) (domain M6): a disc of about the pigment's radius with a soft edge (FWHM ≈ 2r).
 * Integral over the plane, in r²: (2π²/3)/√3 = 3.80.
 */
export const CORE_INTEGRAL = (2 * Math.PI * Math.PI) / (3 * Math.sqrt(3));

/** Variance of that profile along each axis, in r²: ∫ρ³ core / ∫ρ core = 1, over two axes. */
export const CORE_VARIANCE = 0.5;
