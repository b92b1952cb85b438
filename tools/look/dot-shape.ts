import type { Spot } from './find-dots';
import type { Bands, Patch } from './patch';
import { median } from './statistics';

/** A dot against the skin round it, in a picture. */
export interface DotShape {
  /** Full width at half of the depth, mm: with the camera's blur, without that of the reduction to the ruler's px. */
  readonly fwhmMm: number;
  /** Share of the light that the middle of the dot loses against the skin round it: red, green, blue. */
  readonly contrast: readonly [number, number, number];
  /** Light lost in the core, mm²: the area that would be black if all were lost there. Green. */
  readonly lossMm2: number;
}

/** Rings round the dot's middle, so many mm apart. */
const RING_MM = 0.05;
/** Rings are looked at to here, mm: real dots are .65 mm from the next one (nearest neighbour), so beyond lies no skin of this one. */
const REACH_MM = 0.6;
/** The skin round the dot is taken no nearer than this, mm. */
const SKIN_FROM_MM = 0.3;
/** Places on a ring. */
const AROUND = 24;

/** Weights of the four values round a place between the middle two: a cubic that widens a dot far less than a straight line. */
function cubicWeights(u: number): readonly [number, number, number, number] {
  return [
    u * (-0.5 + u * (1 - 0.5 * u)),
    1 + u * u * (-2.5 + 1.5 * u),
    u * (0.5 + u * (2 - 1.5 * u)),
    u * u * (-0.5 + 0.5 * u),
  ];
}

/** Light at a place between px, red, green, blue; null where something near is not of the region. */
function lightAt(patch: Patch, xPx: number, yPx: number): readonly [number, number, number] | null {
  const [x0, y0] = [Math.floor(xPx), Math.floor(yPx)];
  if (x0 < 1 || y0 < 1 || x0 + 2 >= patch.widthPx || y0 + 2 >= patch.heightPx) return null;
  const [across, down] = [cubicWeights(xPx - x0), cubicWeights(yPx - y0)];
  let [red, green, blue] = [0, 0, 0];
  for (let j = 0; j < 4; j++)
    for (let i = 0; i < 4; i++) {
      const index = (y0 + j - 1) * patch.widthPx + x0 + i - 1;
      if (patch.inside[index] <= 0) return null;
      const weight = down[j] * across[i];
      red += weight * patch.bands[0][index];
      green += weight * patch.bands[1][index];
      blue += weight * patch.bands[2][index];
    }
  return [red, green, blue];
}

/**
 * Light on each ring round a spot, by band, from the middle outwards; null where half of a ring or more is not of the region. The
 * median of the ring's places: what neighbours darken, less than half of it, does not count.
 */
function ringsRound(patch: Patch, spot: Spot): Bands | null {
  const count = Math.round(REACH_MM / RING_MM) + 1;
  const bands = [0, 1, 2].map(() => new Float32Array(count));
  for (let ring = 0; ring < count; ring++) {
    const radiusPx = ring * RING_MM * patch.pxPerMm;
    const places = ring === 0 ? 1 : AROUND;
    const seen: (readonly [number, number, number])[] = [];
    for (let place = 0; place < places; place++) {
      const angle = (2 * Math.PI * place) / places;
      const light = lightAt(patch, spot.xPx + radiusPx * Math.cos(angle), spot.yPx + radiusPx * Math.sin(angle));
      if (light !== null) seen.push(light);
    }
    if (2 * seen.length <= places) return null;
    for (const band of [0, 1, 2] as const) bands[band][ring] = median(seen.map((light) => light[band]));
  }
  // The middle is one place alone: what the first two rings say of it (a parabola's top) halves its grain.
  for (const band of bands) band[0] = (band[0] + (4 * band[1] - band[2]) / 3) / 2;
  return [bands[0], bands[1], bands[2]];
}

/** Where the skin round a dot is lightest in green: the ring whose mean with its two neighbours is highest. */
function skinRing(green: Float32Array): number {
  let best = Math.round(SKIN_FROM_MM / RING_MM);
  const mean = (ring: number): number => (green[ring - 1] + green[ring] + green[ring + 1]) / 3;
  for (let ring = best; ring + 1 < green.length; ring++) if (mean(ring) > mean(best)) best = ring;
  return best;
}

/**
 * The shape of a spot by its profile: the skin's level is that of the lightest ring within .6 mm, width is measured where half
 * of the depth is reached. No form is assumed: real dots have wide skirts, and a fitted Gaussian takes the skirt for the core.
 * Null where it has no shape: cut by the region's border, or no darker than what is round it.
 */
export function shapeOf(patch: Patch, spot: Spot): DotShape | null {
  const rings = ringsRound(patch, spot);
  if (rings === null) return null;
  const skin = skinRing(rings[1]);
  const levels = rings.map((band) => (band[skin - 1] + band[skin] + band[skin + 1]) / 3);
  const [red, green, blue] = rings.map((band, i) => (levels[i] > 0 ? 1 - band[0] / levels[i] : 0));
  if (green <= 0) return null;
  const share = rings[1].map((value) => (1 - value / levels[1]) / green);
  let ring = 0;
  while (ring < skin && share[ring + 1] > 0.5) ring++;
  if (ring === skin) return null;
  const halfMm = RING_MM * (ring + (share[ring] - 0.5) / (share[ring] - share[ring + 1]));
  let lossMm2 = (Math.PI * RING_MM * RING_MM * green) / 4;
  for (let i = 1; i <= skin; i++) lossMm2 += 2 * Math.PI * i * RING_MM * RING_MM * Math.max(0, share[i]) * green;
  // A px is a mean over its square, which widens a Gaussian by 1/12 px² in variance; 8 ln 2 of variance is FWHM².
  const boxMm2 = (8 * Math.LN2) / (12 * patch.pxPerMm * patch.pxPerMm);
  return { fwhmMm: Math.sqrt(Math.max(4 * halfMm * halfMm - boxMm2, 0)), contrast: [red, green, blue], lossMm2 };
}
