import { smoothstep } from '~/model/maths/numbers';
import { median } from '~/model/maths/quantile';
import { cellMeans } from '~/model/photo/head-grid';
import type { HeadGrid } from '~/model/photo/head-grid';
import { blurWeighted } from '~/model/raster/gaussian-blur';
import { floodFill } from '~/model/raster/flood-fill';
import { maskAt } from '~/model/raster/photo-map';
import type { HairMap } from '~/model/raster/photo-map';
import type { Plane } from '~/model/raster/plane';

/** A dark spot of the skin, working-photo px. */
export interface Mole {
  readonly xPx: number;
  readonly yPx: number;
  readonly radiusMm: number;
}

/** Seen through this much blur, and against the skin within so far. Ours, as all below (docs/model.md, Reading a photo). */
const SEEN_MM = 0.35;
const AROUND_MM = 5;
const AROUND_CELL_MM = 1;
/** At least so much darker, ln(luminance). */
const DARKER = 0.2;
/** Diameters, and how round: of the box about it no side is longer than this times the other. */
const DIAMETER_MM = [1.6, 7] as const;
const LONGEST = 2.2;
const FULLEST = 0.45;
/** All about it, so far from its edge, it is lighter by this share of its contrast: a shadow's edge has one dark side. */
const RING_MM = 1;
const RING_SHARE = 0.6;
const RING_PLACES = 12;
/** Skin about it, so far from its edge, that differs so much more from sample to sample than the scalp usually does bears hairs. */
const ABOUT_MM = [1, 4] as const;
const ROUGHER = 2.5;
const LEAST_ROUGH = 0.06;
/** Where there is so much stubble dark specks are hairs. */
const BARE = 0.08;
/** Texture is not read so far about a spot: it is the spot's. */
const UNREAD_MM = 1.2;
/** Dots keep so far from its edge: none at half of this, all at one and a half times. */
const MOLE_MARGIN_MM = 1.5;

/** Dark, compact spots of the scalp (`zone`: 1, else 0), each alone: moles, or knots of hair. */
export function findSpots(grid: HeadGrid, logLight: Plane, inside: Plane, zone: Uint8Array): readonly Mole[] {
  const { columns, rows, samplesPerMm } = grid;
  const seen = blurWeighted(logLight, inside, SEEN_MM * samplesPerMm).values;
  // wide, so that it may be read coarsely, which is a hundred times faster
  const cell = Math.max(1, Math.round(AROUND_CELL_MM * samplesPerMm));
  const { mean, weight } = cellMeans(logLight, inside, cell);
  const wide = blurWeighted(mean, weight, (AROUND_MM * samplesPerMm) / cell);
  const around = (k: number): number =>
    wide.values[
      Math.min(wide.rows - 1, Math.floor(Math.floor(k / columns) / cell)) * wide.columns +
        Math.min(wide.columns - 1, Math.floor((k % columns) / cell))
    ];
  const dark = seen.map((value, k) => (inside.values[k] === 1 && around(k) - value > DARKER ? 1 : 0));
  const mostRough = Math.max(LEAST_ROUGH, ROUGHER * usualRoughness(logLight, inside, zone));
  const moles: Mole[] = [];
  const known = new Uint8Array(dark.length);
  for (let start = 0; start < dark.length; start++) {
    if (dark[start] === 0 || known[start] === 1) continue;
    known[start] = 1;
    let atRim = 0;
    const spot = floodFill(columns, rows, [start], (to) => {
      if (inside.values[to] === 0) atRim++;
      if (dark[to] === 0 || known[to] === 1) return false;
      known[to] = 1;
      return true;
    });
    const diameterMm = (2 * Math.sqrt(spot.length / Math.PI)) / samplesPerMm;
    // Before anything is asked of its samples: a shadow has a hundred thousand.
    if (diameterMm < DIAMETER_MM[0] || diameterMm > DIAMETER_MM[1]) continue;
    const xs = spot.map((k) => k % columns);
    const ys = spot.map((k) => Math.floor(k / columns));
    const [left, right] = [Math.min(...xs), Math.max(...xs) + 1];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys) + 1];
    const [wide, high] = [right - left, bottom - top];
    const centre = Math.floor((top + bottom) / 2) * columns + Math.floor((left + right) / 2);
    if (atRim > 0 || zone[centre] === 0) continue;
    if (Math.max(wide, high) > LONGEST * Math.min(wide, high) || spot.length < FULLEST * wide * high) continue;
    const xPx = grid.leftPx + ((left + right) / 2) * grid.pxPerSample;
    const yPx = grid.topPx + ((top + bottom) / 2) * grid.pxPerSample;
    const [middleX, middleY] = [(left + right - 1) / 2, (top + bottom - 1) / 2];
    const darkest = Math.min(...spot.map((k) => seen[k]));
    const isAlone = Array.from({ length: RING_PLACES }, (_, i) => (2 * Math.PI * i) / RING_PLACES).every((angle) => {
      const x = Math.round(middleX + (wide / 2 + RING_MM * samplesPerMm) * Math.cos(angle));
      const y = Math.round(middleY + (high / 2 + RING_MM * samplesPerMm) * Math.sin(angle));
      const k = y * columns + x;
      return x >= 0 && x < columns && inside.values[k] === 1 && seen[k] - darkest > RING_SHARE * (around(k) - darkest);
    });
    const radiusMm = Math.max(wide, high) / 2 / samplesPerMm;
    if (
      isAlone &&
      roughnessAbout(logLight, inside, middleX, middleY, radiusMm * samplesPerMm, samplesPerMm) < mostRough
    )
      moles.push({ xPx, yPx, radiusMm });
  }
  return moles;
}

/** How much a sample differs from the next, squared: NaN beyond the rim. */
const stepAt = ({ columns, values }: Plane, inside: Plane, k: number): number =>
  (k + 1) % columns === 0 || inside.values[k] * inside.values[k + 1] === 0 ? NaN : (values[k + 1] - values[k]) ** 2;

/** What samples usually differ by, rms, in a zone most of which may be bare or stubble: of every third. */
function usualRoughness(logLight: Plane, inside: Plane, zone: Uint8Array): number {
  const steps: number[] = [];
  for (let k = 0; k < zone.length; k += 3) {
    const step = zone[k] === 1 ? stepAt(logLight, inside, k) : NaN;
    if (step >= 0) steps.push(step);
  }
  return steps.length === 0 ? 0 : 1.5 * Math.sqrt(median(steps));
}

/** The same in a ring about a spot, all in samples. */
function roughnessAbout(
  logLight: Plane,
  inside: Plane,
  x: number,
  y: number,
  radius: number,
  samplesPerMm: number,
): number {
  const [from, to] = ABOUT_MM.map((mm) => radius + mm * samplesPerMm);
  let [sum, count] = [0, 0];
  for (let j = Math.max(0, Math.ceil(y - to)); j <= Math.min(logLight.rows - 1, y + to); j++) {
    for (let i = Math.max(0, Math.ceil(x - to)); i <= Math.min(logLight.columns - 1, x + to); i++) {
      const away = Math.hypot(i - x, j - y);
      const step = away < from || away > to ? NaN : stepAt(logLight, inside, j * logLight.columns + i);
      if (!(step >= 0)) continue;
      sum += step;
      count++;
    }
  }
  return count === 0 ? 0 : Math.sqrt(sum / count);
}

/** A plane of weights with none about the spots. */
export function withoutSpots(weights: Plane, grid: HeadGrid, spots: readonly Mole[]): Plane {
  if (spots.length === 0) return weights;
  const values = weights.values.slice();
  for (const { xPx, yPx, radiusMm } of spots) {
    const x = (xPx - grid.leftPx) / grid.pxPerSample - 0.5;
    const y = (yPx - grid.topPx) / grid.pxPerSample - 0.5;
    const reach = (radiusMm + UNREAD_MM) * grid.samplesPerMm;
    for (let j = Math.max(0, Math.ceil(y - reach)); j <= Math.min(grid.rows - 1, y + reach); j++) {
      for (let i = Math.max(0, Math.ceil(x - reach)); i <= Math.min(grid.columns - 1, x + reach); i++) {
        if (Math.hypot(i - x, j - y) <= reach) values[j * grid.columns + i] = 0;
      }
    }
  }
  return { ...weights, values };
}

/** The spots on bare skin: moles, which no needle touches. Among stubble they are hair. */
export const molesOf = (spots: readonly Mole[], hair: HairMap): readonly Mole[] =>
  spots.filter(({ xPx, yPx }) => (maskAt(hair, xPx, yPx) ?? 0) <= BARE);

/** The hair map with moles and a margin about each in it, softly: dots keep off both. */
export function spareMoles(hair: HairMap, moles: readonly Mole[], pxPerMm: number): HairMap {
  if (moles.length === 0) return hair;
  const confidence = hair.confidence.slice();
  for (const { xPx, yPx, radiusMm } of moles) {
    const reachPx = (radiusMm + 1.5 * MOLE_MARGIN_MM) * pxPerMm;
    const at = (px: number, startPx: number): number => Math.floor((px - startPx) / hair.pxPerSample);
    for (let j = Math.max(0, at(yPx - reachPx, hair.topPx)); j < hair.rows; j++) {
      const dy = hair.topPx + (j + 0.5) * hair.pxPerSample - yPx;
      if (dy > reachPx) break;
      for (let i = Math.max(0, at(xPx - reachPx, hair.leftPx)); i < hair.columns; i++) {
        const dx = hair.leftPx + (i + 0.5) * hair.pxPerSample - xPx;
        if (dx > reachPx) break;
        const outMm = Math.hypot(dx, dy) / pxPerMm - radiusMm;
        const kept = 1 - smoothstep(0.5 * MOLE_MARGIN_MM, 1.5 * MOLE_MARGIN_MM, outMm);
        const k = j * hair.columns + i;
        confidence[k] = Math.max(confidence[k], Math.round(255 * kept));
      }
    }
  }
  return { ...hair, confidence };
}
