import type { LinearRgb } from '~/model/colour/linear-rgb';
import { clamp } from '~/model/maths/numbers';

/** Pigment of one dot in the skin, as the optics see it: a disc-shaped column under the surface. */
export interface DotPigment {
  /** Absorption at 545 nm, 1/mm. */
  readonly muPerMm: number;
  /** Absorption by band as a multiple of what carbon of that strength absorbs; carbon's own where it is left out. */
  readonly bands?: LinearRgb;
  readonly radiusMm: number;
  /** Depth of its top under the skin's surface, mm. */
  readonly depthMm: number;
}

/** Integral of the core's profile 1/(1 + (ρ/r)⁶) over the plane, in r². */
export const CORE_INTEGRAL = (2 * Math.PI ** 2) / (3 * Math.sqrt(3));
/**
 * Variance per axis of the dot that is drawn for it, in r²: flat to the middle of its rim, holding as much light, and no wider than real ones.
 * The profile's own is 0.5, for its thin tail, which nobody sees.
 */
export const CORE_VARIANCE = 0.291;
/** No dot takes away more of the light than this in its middle. Our choice. */
export const GREATEST_CONTRAST = 0.97;

/** The thinnest pigment of the fits; below it contrast and area fall to nothing in a straight line. In 1/mm. */
const LEAST_MU = 0.2;

/**
 * Fits to our Monte-Carlo (docs/model.md, Dot optics (M6)), by band (610, 545, 460 nm): l, p, z, ν, m, a, b, q of the
 * core contrast; A₀, ν, m, a, b, l, p of the dark area.
 */
type OfBands<Fit> = readonly [red: Fit, green: Fit, blue: Fit];
const CONTRAST_FITS: OfBands<Readonly<Record<'l' | 'p' | 'z' | 'nu' | 'm' | 'a' | 'b' | 'q', number>>> = [
  { l: 1.629, p: 1.292, z: 0.2016, nu: 2.301, m: 7.421, a: 0.4546, b: 0.9266, q: 0.8939 },
  { l: 0.8372, p: 1.256, z: 0.1816, nu: 2.311, m: 7.068, a: 0.5341, b: 0.9104, q: 1.099 },
  { l: 0.6647, p: 1.194, z: 0.1607, nu: 2.37, m: 6.429, a: 0.6202, b: 0.8932, q: 1.317 },
];
const AREA_FITS: OfBands<Readonly<Record<'area' | 'nu' | 'm' | 'a' | 'b' | 'l' | 'p', number>>> = [
  { area: 0.105, nu: 1.325, m: 11.36, a: 0.662, b: 0.9636, l: 0.9352, p: 2.118 },
  { area: 0.08587, nu: 1.316, m: 10.24, a: 0.6705, b: 0.9587, l: 0.5946, p: 1.485 },
  { area: 0.08041, nu: 1.29, m: 8.789, a: 0.6949, b: 0.9496, l: 0.4668, p: 1.385 },
];

/** The fits' own measure of radius, mm. */
const UNIT_RADIUS_MM = 0.06;

/** The same pigment inside the fits' range: first the radius, its mass kept; then the depth; then the absorption. */
export function inFittedRange({ muPerMm, radiusMm, depthMm, ...others }: DotPigment): DotPigment {
  const inside = clamp(radiusMm, 0.04, 0.3);
  return {
    ...others,
    muPerMm: clamp(muPerMm * (radiusMm / inside) ** 2, 0, 64),
    radiusMm: inside,
    depthMm: clamp(depthMm, 0.07, 0.5),
  };
}

/** A value by band, given the band's fit and the absorption there: no thinner than the fits go, and what that leaves out. */
function ofBands<Fit>(
  fits: OfBands<Fit>,
  { muPerMm, bands }: DotPigment,
  value: (fit: Fit, mu: number, thinness: number) => number,
): LinearRgb {
  const band = (c: 0 | 1 | 2): number => {
    const mu = muPerMm * (bands?.[c] ?? 1);
    return value(fits[c], Math.max(LEAST_MU, mu), Math.min(1, mu / LEAST_MU));
  };
  return [band(0), band(1), band(2)];
}

/** Light lost where pigment of this amount is spread over this radius, as a share of the most that can be lost. */
const saturation = (mu: number, sizes: number, m: number, a: number, b: number): number =>
  1 - Math.exp(-(((mu / m) * sizes ** a) ** b));

/** Core contrast of one dot by band: 1 − I/I_skin in linear light at its middle, 0..0.97 (M6). */
export function coreContrast(pigment: DotPigment): LinearRgb {
  const dot = inFittedRange(pigment);
  const z = dot.depthMm;
  const sizes = dot.radiusMm / UNIT_RADIUS_MM;
  return ofBands(CONTRAST_FITS, dot, (fit, mu, thinness) => {
    const veil = Math.exp(-((z / fit.l) ** fit.p)) / (1 + (z / fit.z / Math.sqrt(sizes)) ** fit.nu);
    return GREATEST_CONTRAST * thinness * veil * saturation(mu, sizes, fit.m * Math.exp(fit.q * z), fit.a, fit.b);
  });
}

/** Effective dark area of one dot by band, mm²: the integral of 1 − I/I_skin over reference skin (M6). */
export function effectiveAreaMm2(pigment: DotPigment): LinearRgb {
  const dot = inFittedRange(pigment);
  const sizes = dot.radiusMm / UNIT_RADIUS_MM;
  return ofBands(
    AREA_FITS,
    dot,
    (fit, mu, thinness) =>
      thinness *
      fit.area *
      sizes ** fit.nu *
      saturation(mu, sizes, fit.m, fit.a, fit.b) *
      Math.exp(-((dot.depthMm / fit.l) ** fit.p)),
  );
}

/**
 * A dot and its companion take so many times of the light that a dot's own core takes, on the mean: of the companion's half the dot's on the
 * mean (model/dots/dot-stroke.ts) half is the dot's.
 */
export const WITH_COMPANION = 1.25;

/**
 * The part of the dark area that lies in the cores of a dot and its companion, on the mean, mm²; the rest is halo. `frayed`: 0 of a clean
 * dot, which is alone, to 1 of a healed one.
 */
export const coreAreaMm2 = (contrast: number, radiusMm: number, frayed = 1): number =>
  (1 + frayed * (WITH_COMPANION - 1)) * CORE_INTEGRAL * contrast * radiusMm ** 2;
