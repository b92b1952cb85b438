import type { Plane } from '~/model/raster/plane';

/** How light changes across one clean step: bins of BIN_PX from −REACH_PX to REACH_PX, 0 on its dark side, 1 on its bright. */
export interface EdgeProfile {
  readonly values: Float32Array;
  /** Slope in its middle: share of the step per px. */
  readonly steepness: number;
}

/**
 * A step is looked at so far to both sides, px, in bins so wide, and as far along itself. Ours, as all below: set on blurred edges that
 * are known (docs/model.md, Reading a photo).
 */
const REACH_PX = 7;
export const BIN_PX = 0.5;
const ALONG_PX = 4;
export const BINS = 2 * Math.round(REACH_PX / BIN_PX) + 1;
/** From here to the reach both sides are level; nearer, the step itself and the halo of sharpening. */
const LEVEL_FROM_PX = 3.5;

/** More than so many places are not looked at, the weaker ones first. */
const MOST_PLACES = 3000;
/** Steps this high at least, of full linear light, and this many times the picture's median difference of neighbours. */
const LEAST_HEIGHT = 0.012;
const ABOVE_NOISE = 7;
/** Both sides level to this share of the height, and neighbouring gradients of one direction to this share. */
const LEVEL = 0.14;
const ONE_DIRECTION = 0.9;
/** Light this near to none or to full may be clipped. */
const DARKEST = 0.002;
const BRIGHTEST = 0.94;

/**
 * The steps of a picture (linear light) that have a level side each: outlines, lids, lips, collars; not hairs, dots,
 * wrinkles or texture, which are no steps and say nothing about the camera.
 */
export function edgeProfiles(plane: Plane): EdgeProfile[] {
  const profiles: EdgeProfile[] = [];
  const { places, least } = steepPlaces(plane);
  for (const at of places) {
    const profile = profileAt(plane, at, least);
    if (profile !== null) profiles.push(profile);
  }
  return profiles;
}

/** Where light changes most steeply along its own direction, and the least height of a step worth looking at. */
function steepPlaces({ columns, rows, values }: Plane): { places: number[]; least: number } {
  const margin = Math.ceil(REACH_PX) + 2;
  const found: number[] = [];
  const steepness: number[] = [];
  const differences = new Uint32Array(1024);
  let count = 0;
  for (let y = margin; y < rows - margin; y += 3) {
    for (let at = y * columns + margin; at < (y + 1) * columns - margin; at += 3) {
      differences[Math.min(1023, Math.floor(Math.abs(values[at + 1] - values[at]) * 4096))]++;
      count++;
    }
  }
  let median = 0;
  for (let below = differences[0]; below < count / 2; below += differences[median]) median++;
  const least = Math.max(LEAST_HEIGHT, (ABOVE_NOISE * (median + 0.5)) / 4096);
  // A step of the least height blurred by 2 px has this slope over two px.
  const slope = 0.35 * least;
  for (let y = margin; y < rows - margin; y++) {
    for (let at = y * columns + margin; at < (y + 1) * columns - margin; at++) {
      const gx = Math.abs(values[at + 1] - values[at - 1]);
      const gy = Math.abs(values[at + columns] - values[at - columns]);
      if (gx < slope && gy < slope) continue;
      const step = gx >= gy ? 1 : columns;
      const here = gx >= gy ? gx : gy;
      if (Math.abs(values[at + 2 * step] - values[at]) > here || Math.abs(values[at] - values[at - 2 * step]) >= here) {
        continue;
      }
      found.push(at);
      steepness.push(here);
    }
  }
  if (found.length <= MOST_PLACES) return { places: found, least };
  const bins = new Uint32Array(1024);
  for (const value of steepness) bins[Math.min(1023, Math.floor(value * 1024))]++;
  let from = 1023;
  for (let kept = bins[1023]; from > 0 && kept + bins[from - 1] <= MOST_PLACES; kept += bins[from]) from--;
  return { places: found.filter((_, i) => steepness[i] * 1024 >= from), least };
}

function profileAt({ columns, values }: Plane, at: number, least: number): EdgeProfile | null {
  let [xx, xy, yy, sumX, sumY] = [0, 0, 0, 0, 0];
  for (let j = -2; j <= 2; j++) {
    for (let i = at + j * columns - 2; i <= at + j * columns + 2; i++) {
      const gx = values[i + 1] - values[i - 1];
      const gy = values[i + columns] - values[i - columns];
      xx += gx * gx;
      xy += gx * gy;
      yy += gy * gy;
      sumX += gx;
      sumY += gy;
    }
  }
  if (Math.hypot(xx - yy, 2 * xy) < ONE_DIRECTION * (xx + yy)) return null;
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
  const side = sumX * Math.cos(angle) + sumY * Math.sin(angle) < 0 ? -1 : 1;
  const [ux, uy] = [side * Math.cos(angle), side * Math.sin(angle)];
  const near = (px: number): number => values[at + Math.round(px * ux) + columns * Math.round(px * uy)];
  const height = near(5) - near(-5);
  if (height < least) return null;
  const loose = 2 * LEVEL * height;
  if (Math.abs(near(7) - near(4)) > loose || Math.abs(near(-7) - near(-4)) > loose) return null;

  const first = binned(columns, values, at, [ux, uy], 0, FLAT);
  const middle = crossing(first);
  if (middle === null) return null;
  const profile = binned(columns, values, at, [ux, uy], middle, slopesOf(first, middle));
  const dark = mean(profile, 0, LEVEL_BINS);
  const bright = mean(profile, BINS - LEVEL_BINS, BINS);
  const rise = bright - dark;
  if (rise < least || dark < DARKEST || bright > BRIGHTEST) return null;
  for (let k = 0; k < BINS; k++) {
    profile[k] = (profile[k] - dark) / rise;
    const isDarkSide = k < LEVEL_BINS;
    if ((isDarkSide || k >= BINS - LEVEL_BINS) && Math.abs(profile[k] - (isDarkSide ? 0 : 1)) > LEVEL) return null;
  }
  const centre = (BINS - 1) / 2;
  const half = Math.round(1 / BIN_PX);
  let [slope, spread] = [0, 0];
  for (let k = -half; k <= half; k++) {
    slope += k * BIN_PX * profile[centre + k];
    spread += (k * BIN_PX) ** 2;
  }
  return { values: profile, steepness: slope / spread };
}

/** Bins at each end that are level. */
export const LEVEL_BINS = Math.round((REACH_PX - LEVEL_FROM_PX) / BIN_PX);

function mean(values: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let k = from; k < to; k++) sum += values[k];
  return sum / (to - from);
}

/**
 * Mean light by distance from the step, on which `middle` px is taken off. Pixels seldom lie in the middle of a bin: by
 * `slopes` (light per px, bin by bin, of the profile as known so far) each is moved there.
 */
function binned(
  columns: number,
  values: Float32Array,
  at: number,
  [ux, uy]: readonly [number, number],
  middle: number,
  slopes: Float32Array,
): Float32Array {
  const sums = new Float32Array(BINS);
  const counts = new Uint8Array(BINS);
  const reach = REACH_PX + 1;
  for (let j = -reach; j <= reach; j++) {
    for (let i = -reach; i <= reach; i++) {
      const along = j * ux - i * uy;
      if (along > ALONG_PX || along < -ALONG_PX) continue;
      const place = (i * ux + j * uy - middle + REACH_PX) / BIN_PX;
      const bin = Math.round(place);
      if (bin < 0 || bin >= BINS) continue;
      sums[bin] += values[at + j * columns + i] + (bin - place) * BIN_PX * slopes[bin];
      counts[bin]++;
    }
  }
  for (let k = 0; k < BINS; k++) if (counts[k] > 0) sums[k] /= counts[k];
  // Along a row or column every other bin stays empty: a smooth curve goes through it.
  for (let k = 0; k < BINS; k++) {
    if (counts[k] > 0) continue;
    const [before, after] = [sums[Math.max(0, k - 1)], sums[Math.min(BINS - 1, k + 1)]];
    if (k === 0) sums[k] = after;
    else if (k === BINS - 1) sums[k] = before;
    else if (k < 3 || k > BINS - 4) sums[k] = (before + after) / 2;
    else sums[k] = (9 * (before + after) - sums[k - 3] - sums[k + 3]) / 16;
  }
  return sums;
}

/** Light per px at each bin of a profile, moved by `middle` px. */
function slopesOf(profile: Float32Array, middle: number): Float32Array {
  const moved = Math.round(middle / BIN_PX);
  return profile.map((_, k) => {
    const at = Math.min(BINS - 2, Math.max(1, k + moved));
    return (profile[at + 1] - profile[at - 1]) / (2 * BIN_PX);
  });
}

const FLAT = new Float32Array(BINS);

/**
 * Where a profile passes half its height, px from its middle, by a line through the bins about there, each of which is
 * noisy; null where it does so nowhere near.
 */
function crossing(profile: Float32Array): number | null {
  const half = (mean(profile, 0, LEVEL_BINS) + mean(profile, BINS - LEVEL_BINS, BINS)) / 2;
  const centre = (BINS - 1) / 2;
  for (let away = 0; away <= 3; away++) {
    for (const k of [centre + away, centre - away - 1]) {
      if (profile[k] > half || profile[k + 1] <= half) continue;
      const nearest = half - profile[k] < profile[k + 1] - half ? k : k + 1;
      const height = mean(profile, nearest - 2, nearest + 3) - half;
      const slope =
        (2 * (profile[nearest + 2] - profile[nearest - 2]) + profile[nearest + 1] - profile[nearest - 1]) / 10;
      return slope <= 0 ? null : (nearest - centre - height / slope) * BIN_PX;
    }
  }
  return null;
}
