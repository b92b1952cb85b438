import type { VisibleDots } from '~/model/dots/visible-dots';
import { surfacePoint } from '~/model/head/cranium';
import type { Head } from '~/model/head/head';
import { tapeOf } from '~/model/head/tape';
import { maskAt } from '~/model/raster/photo-map';
import type { HairMap } from '~/model/raster/photo-map';
import { facing, projectPoint } from '~/model/view/camera';
import type { HeadInView } from '~/model/view/view';

/** So many dots, in rank order, lie evenly over the head: about 25 per cm². */
const MOST_DOTS = 16_000;
/** Strips up the forehead, and the steps in which each is read, mm. Our choice. */
const HALF_WIDTH_MM = 36;
const STRIP_MM = 12;
const STEP_MM = 5;
const HIGHEST_MM = 160;
const STRIPS = (2 * HALF_WIDTH_MM) / STRIP_MM;
const STEPS = HIGHEST_MM / STEP_MM;
/**
 * Hair begins where a step shows this much of it and so do the next ones; fewer dots say nothing. Stubble shows about .45. Shares of full
 * hair; ours (docs/model.md, Reading a photo).
 */
const HAIRY = 0.3;
const GROWN = 0.6;
/** A front of grown hair gets from the one to the other within this; farther on it is another's, behind a front of stubble, mm. */
const SOFT_FRONT_MM = 10;
const RUN = 3;
const LEAST_DOTS = 3;
/** Of the strips so many must show where hair begins. Our choice. */
const STRIPS_SHARE = 0.6;
/** Where no dot is needed, places so far apart are read, mm; skin seen flatter than this (cosine) tells nothing. */
const APART_MM = 2.5;
const LEAST_COSINE = 0.2;

/**
 * Where the hair that remains begins over the middle of the forehead (median of strips), mm above the glabella along the skin; null:
 * nowhere.
 */
export interface HairFronts {
  /** Any hair, stubble too. */
  readonly hairFrontMm: number | null;
  /** The same where that front is of grown hair. Stubble is what dots look like: a line may stand far before it, as real ones do, but not before grown hair. */
  readonly grownFrontMm: number | null;
}

export const NO_HAIR_FRONTS: HairFronts = { hairFrontMm: null, grownFrontMm: null };

/** As the dots of a view show it: `hair` 0..1 for each. */
export function hairFronts(
  view: Pick<VisibleDots, 'count' | 'directions'>,
  hair: Float32Array,
  head: Head,
): HairFronts {
  const tape = tapeOf(head.cranium);
  const strips = createStrips();
  for (let dot = 0; dot < Math.min(view.count, MOST_DOTS); dot++) {
    const [x = 0, y = 1, z = 0] = view.directions.subarray(3 * dot, 3 * dot + 3);
    if (z < 0) continue;
    const { acrossMm, heightMm } = tape.placeOf({ x, y, z });
    strips.add(acrossMm, heightMm, hair[dot]);
  }
  return strips.fronts();
}

/** The same, read from the photo's own map before there is any dot. */
export function hairFrontsOnMap(fit: HeadInView, map: HairMap): HairFronts {
  const tape = tapeOf(fit.cranium);
  const strips = createStrips();
  for (let acrossMm = APART_MM / 2 - HALF_WIDTH_MM; acrossMm < HALF_WIDTH_MM; acrossMm += APART_MM) {
    for (let heightMm = APART_MM / 2; heightMm < HIGHEST_MM; heightMm += APART_MM) {
      const direction = tape.directionAt({ acrossMm, heightMm });
      if (direction.z < 0 || facing(fit, direction) < LEAST_COSINE) continue;
      const { xPx, yPx } = projectPoint(fit, surfacePoint(fit.cranium, direction));
      const found = maskAt(map, xPx, yPx);
      if (found !== null) strips.add(acrossMm, heightMm, found);
    }
  }
  return strips.fronts();
}

/** How much hair stands in strips up the forehead, and where it begins in most of them. */
function createStrips() {
  const sums = new Float64Array(STRIPS * STEPS);
  const counts = new Uint32Array(STRIPS * STEPS);
  return {
    add(acrossMm: number, heightMm: number, hair: number): void {
      const strip = Math.floor((acrossMm + HALF_WIDTH_MM) / STRIP_MM);
      const step = Math.floor(heightMm / STEP_MM);
      if (strip < 0 || strip >= STRIPS || step < 0 || step >= STEPS) return;
      sums[strip * STEPS + step] += hair;
      counts[strip * STEPS + step]++;
    },
    fronts: (): HairFronts => {
      const hairFrontMm = frontOf(sums, counts, HAIRY);
      const fullMm = frontOf(sums, counts, GROWN);
      const isGrown = hairFrontMm !== null && fullMm !== null && fullMm - hairFrontMm <= SOFT_FRONT_MM;
      return { hairFrontMm, grownFrontMm: isGrown ? hairFrontMm : null };
    },
  };
}

function frontOf(sums: Float64Array, counts: Uint32Array, least: number): number | null {
  const fronts: number[] = [];
  for (let strip = 0; strip < STRIPS; strip++) {
    let run = 0;
    for (let step = 0; step < STEPS && run < RUN; step++) {
      const at = strip * STEPS + step;
      run = counts[at] >= LEAST_DOTS && sums[at] / counts[at] > least ? run + 1 : 0;
      if (run === RUN) fronts.push((step - RUN + 1) * STEP_MM);
    }
  }
  if (fronts.length < STRIPS_SHARE * STRIPS) return null;
  fronts.sort((a, b) => a - b);
  return fronts[fronts.length >> 1];
}
