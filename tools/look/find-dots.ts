import { forEachWhole, luminancePlane, owns, WHOLE_PX } from './patch';
import type { Patch } from './patch';
import { blurred } from './plane';
import type { Plane } from './plane';

/** A dark spot, at the px (not whole) of its patch where it is darkest. */
export interface Spot {
  readonly xPx: number;
  readonly yPx: number;
  /** How much darker than the skin round it after the filter, in log light. */
  readonly depth: number;
}

/**
 * The filter that finds dots: a narrow Gaussian against a wide one, standard deviations in mm. The narrow is about that of the
 * sharpest real dot (FWHM .30–.50 mm: .13–.21) less a little, so that two dots .5 mm apart stay two; the wide spans dot and
 * surroundings.
 */
export const FILTER_MM = { narrow: 0.12, wide: 0.4 };
/** Two spots nearer than this are one, mm: below it real photographs show one dot with two dents (blur of .2–.25 mm FWHM). */
export const APART_MM = 0.3;

/** Log luminance of the dot's scale against that of its surroundings: below 0 where it is darker. */
export function spotPlane(patch: Patch): Plane {
  const luminance = luminancePlane(patch);
  const log = { ...luminance, values: luminance.values.map((value) => Math.log(Math.max(value, 1e-4))) };
  const weight = patch.inside;
  const narrow = blurred(log, FILTER_MM.narrow * patch.pxPerMm, weight);
  const wide = blurred(log, FILTER_MM.wide * patch.pxPerMm, weight);
  return { ...narrow, values: narrow.values.map((value, i) => value - wide.values[i]) };
}

/** How far the lowest place of a parabola through three values is from the middle one, in steps. */
function lowest(before: number, at: number, after: number): number {
  const curve = before - 2 * at + after;
  return curve > 1e-9 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * curve))) : 0;
}

/** All places that are darker than everything within `APART_MM`, deeper than `least` (log light), strongest first. */
export function findSpots(patch: Patch, least: number): readonly Spot[] {
  const { widthPx, heightPx, values } = spotPlane(patch);
  const apartPx = APART_MM * patch.pxPerMm;
  const spots: Spot[] = [];
  for (let y = 1; y < heightPx - 1; y++)
    for (let x = 1; x < widthPx - 1; x++) {
      const i = y * widthPx + x;
      const at = values[i];
      if (-at < least || patch.inside[i] < WHOLE_PX) continue;
      let isLowest = true;
      for (let dy = -1; dy <= 1 && isLowest; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          // Of equal neighbours the first is taken.
          const other = values[i + dy * widthPx + dx];
          if (other < at || (other === at && (dy < 0 || (dy === 0 && dx < 0)))) isLowest = false;
        }
      if (!isLowest) continue;
      spots.push({
        xPx: x + lowest(values[i - 1], at, values[i + 1]),
        yPx: y + lowest(values[i - widthPx], at, values[i + widthPx]),
        depth: -at,
      });
    }
  const kept: Spot[] = [];
  for (const spot of spots.sort((a, b) => b.depth - a.depth))
    if (kept.every(({ xPx, yPx }) => Math.hypot(xPx - spot.xPx, yPx - spot.yPx) >= apartPx)) kept.push(spot);
  return kept;
}

/** Those of the spots that are the patch's own. */
export const ownSpots = (patch: Patch, spots: readonly Spot[]): readonly Spot[] =>
  spots.filter(({ xPx, yPx }) => owns(patch, Math.round(xPx), Math.round(yPx)));

/** How much skin varies at the scale of dots, standard deviation in log light (of the middle 68 %, so that moles do not count). */
export function roughness(patches: readonly Patch[]): number {
  const all: number[] = [];
  for (const patch of patches) {
    const { values } = spotPlane(patch);
    forEachWhole(patch, (i) => all.push(values[i]));
  }
  all.sort((a, b) => a - b);
  return all.length === 0 ? 0 : (all[Math.floor(0.84 * all.length)] - all[Math.floor(0.16 * all.length)]) / 2;
}
