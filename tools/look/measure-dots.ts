import { shapeOf } from './dot-shape';
import { findSpots, ownSpots, roughness } from './find-dots';
import type { Spot } from './find-dots';
import { areaMm2, WHOLE_PX } from './patch';
import type { Patch } from './patch';
import { mean, median, quantile } from './statistics';

/** What is measured on the dots that can be counted. Lengths as in the picture, with the camera's blur. */
export interface DotMeasures {
  readonly count: number;
  readonly perCm2: number;
  /** Mean distance to the nearest other dot times √(dots/mm²): .5 at random, 1.07 in a honeycomb. */
  readonly spacing: number;
  readonly fwhmMm: number;
  /** Light lost in one core, mm², green. */
  readonly lossMm2: number;
  /** Share of light lost in a dot's middle: red, green, blue. */
  readonly contrast: readonly [number, number, number];
  /** Light lost in one core at the 10th, 50th and 90th percentile, against the 10th. */
  readonly strength: readonly [1, number, number];
}

/** The ruler sees dots at no more px/mm than this: beyond it, real photographs have no more detail, only more grain. */
export const DOTS_PX_PER_MM = 10;
/**
 * Least depth of a dot that the eye can tell from the skin, log light after the filter of `find-dots`. With .06 the healed crops
 * have 86 dots/cm², with this 91, with .03 no more; 100 were told.
 */
const LEAST_DEPTH = 0.04;
/** And so many times what bare skin varies by: beside pores, hairs and grain only what stands out can be counted. */
const TIMES_ROUGHNESS = 1.5;
/** Fewer dots than this make no statistics. */
const LEAST_DOTS = 20;

/** Is all round the place, `reachPx` away, skin of the region? */
function isSurrounded(patch: Patch, { xPx, yPx }: Spot, reachPx: number): boolean {
  return Array.from({ length: 8 }, (_, i) => (i * Math.PI) / 4).every((angle) => {
    const x = Math.round(xPx + reachPx * Math.cos(angle));
    const y = Math.round(yPx + reachPx * Math.sin(angle));
    if (x < 0 || y < 0 || x >= patch.widthPx || y >= patch.heightPx) return false;
    return patch.inside[y * patch.widthPx + x] >= WHOLE_PX;
  });
}

/** Distances from each dot that lies at least a mean spacing inside to the nearest other, mm: near the border the nearest may be out of sight. */
function nearestMm(patch: Patch, own: readonly Spot[], all: readonly Spot[], perMm2: number): readonly number[] {
  const reachPx = patch.pxPerMm / Math.sqrt(perMm2);
  return own
    .filter((dot) => isSurrounded(patch, dot, reachPx))
    .map((dot) => {
      let nearest = Infinity;
      for (const other of all)
        if (other !== dot) nearest = Math.min(nearest, Math.hypot(other.xPx - dot.xPx, other.yPx - dot.yPx));
      return nearest / patch.pxPerMm;
    });
}

/** The dots of a field against the bare skin's roughness; null where there are too few to say anything. */
export function measureDots(field: readonly Patch[], bare: readonly Patch[]): DotMeasures | null {
  const least = Math.max(LEAST_DEPTH, TIMES_ROUGHNESS * roughness(bare));
  const found = field.map((patch) => {
    const all = findSpots(patch, least);
    return { patch, all, own: ownSpots(patch, all) };
  });
  const count = found.reduce((sum, { own }) => sum + own.length, 0);
  const perMm2 = count / areaMm2(field);
  const shapes = found
    .flatMap(({ patch, own }) => own.map((spot) => shapeOf(patch, spot)))
    .filter((shape) => shape !== null);
  if (shapes.length < LEAST_DOTS) return null;
  const nearest = found.flatMap(({ patch, all, own }) => nearestMm(patch, own, all, perMm2));
  const losses = shapes.map(({ lossMm2 }) => lossMm2);
  const strong = (share: number): number => quantile(losses, share) / quantile(losses, 0.1);
  const contrast = (band: 0 | 1 | 2): number => median(shapes.map((shape) => shape.contrast[band]));
  return {
    count,
    perCm2: 100 * perMm2,
    spacing: nearest.length === 0 ? NaN : mean(nearest) * Math.sqrt(perMm2),
    fwhmMm: median(shapes.map(({ fwhmMm }) => fwhmMm)),
    lossMm2: median(losses),
    contrast: [contrast(0), contrast(1), contrast(2)],
    strength: [1, strong(0.5), strong(0.9)],
  };
}
