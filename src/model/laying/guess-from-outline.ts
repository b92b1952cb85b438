import type { PointPx, SizePx } from '~/model/base/units';
import { clamp } from '~/model/maths/numbers';
import { insideDistance } from '~/model/raster/inside-distance';
import { maskAt } from '~/model/raster/photo-map';
import type { OutlineMask } from '~/model/raster/photo-map';
import { projectPinhole } from '~/model/view/camera';
import { rimEdges, rimIsBare } from '~/model/view/outline-warp';
import { silhouette } from '~/model/view/silhouette';
import { guessAt, layFrom } from './lay-by-marks';
import type { Laid, LaidOn } from './lay-by-marks';

/** A person in a photo: how far each place of a coarse grid lies inside their edge, px; negative outside. */
export interface PersonField {
  readonly columns: number;
  readonly rows: number;
  readonly pxPerPlace: number;
  readonly insidePx: Float32Array;
}

/** The longer side of a photo is looked at in so many places. */
const PLACES = 64;
const RAYS = 60;
/** Sizes that are tried: breadths of a head from 6 % of the shorter side of the photo to all of it. */
const SIZES = 24;
const LEAST_BREADTH = 0.08;
const MOST_BREADTH = 1.15;
/** Breadth that a head usually has, as a share of the photo's shorter side, and its spread (log). */
const USUAL_BREADTH = 0.45;
const BREADTH_DEVIATION = 0.6;
const BREADTH_MM = 154;
/** Rim and edge farther apart than this are no nearer to each other than if they were farther still, mm. */
const FARTHEST_MM = 25;
/** What the rim misses where the photo has ended, as a share of that. */
const BEYOND_SHARE = 0.6;
/** The middle of a head lies at least so far inside the person, mm. */
const LEAST_INSIDE_MM = 30;
/** The whole rim counts as so many places, read to so many mm. */
const RIM_COUNTS = 20;
const RIM_MM = 5;
/** So many of the best sizes are made better, and the best of them taken. */
const TRIED = 3;
/** A rim that so few of its rays find beside an edge is on no head. */
const LEAST_RAYS = 25;

export function personField(outline: OutlineMask, { widthPx, heightPx }: SizePx): PersonField {
  const pxPerPlace = Math.max(widthPx, heightPx) / PLACES;
  const columns = Math.ceil(widthPx / pxPerPlace);
  const rows = Math.ceil(heightPx / pxPerPlace);
  const isPerson = Uint8Array.from({ length: columns * rows }, (_, k) => {
    const share = maskAt(outline, ((k % columns) + 0.5) * pxPerPlace, (Math.floor(k / columns) + 0.5) * pxPerPlace);
    return share !== null && share > 0.5 ? 1 : 0;
  });
  return { columns, rows, pxPerPlace, insidePx: insideDistance(columns, rows, isPerson).map((d) => d * pxPerPlace) };
}

interface Spot {
  readonly at: PointPx;
  readonly pxPerMm: number;
  readonly cost: number;
}

/** For each size of a head seen so, where its bare rim would lie best on the person's edge. */
function spotsOf({ columns, rows, pxPerPlace, insidePx }: PersonField, on: LaidOn): readonly Spot[] {
  const { photo } = on;
  const shown = guessAt(on, { xPx: photo.widthPx / 2, yPx: photo.heightPx / 2 }, 1);
  const { rimAt } = silhouette(shown.cranium, shown.pose);
  const rim = Array.from({ length: RAYS }, (_, ray) => (2 * Math.PI * ray) / RAYS).flatMap((angle) => {
    const point = rimAt(angle);
    return rimIsBare(point) ? [[Math.cos(angle) * point.radiusPx, -Math.sin(angle) * point.radiusPx] as const] : [];
  });
  const short = Math.min(photo.widthPx, photo.heightPx);
  const spots: Spot[] = [];
  for (let size = 0; size < SIZES; size++) {
    const breadth = LEAST_BREADTH * (MOST_BREADTH / LEAST_BREADTH) ** (size / (SIZES - 1));
    const pxPerMm = (breadth * short) / BREADTH_MM;
    const most = FARTHEST_MM * pxPerMm;
    const unusual = (Math.log(breadth / USUAL_BREADTH) / BREADTH_DEVIATION) ** 2;
    let best: Spot | null = null;
    for (let place = 0; place < insidePx.length; place++) {
      if (insidePx[place] < LEAST_INSIDE_MM * pxPerMm) continue;
      const [i, j] = [(place % columns) + 0.5, Math.floor(place / columns) + 0.5];
      let sum = 0;
      for (const [dx, dy] of rim) {
        const x = Math.floor(i + (dx * pxPerMm) / pxPerPlace);
        const y = Math.floor(j + (dy * pxPerMm) / pxPerPlace);
        const beyond = x < 0 || y < 0 || x >= columns || y >= rows;
        sum += (beyond ? BEYOND_SHARE * most : clamp(insidePx[y * columns + x], -most, most)) ** 2;
      }
      const cost = (RIM_COUNTS * sum) / rim.length / (RIM_MM * pxPerMm) ** 2 + unusual;
      if (best === null || cost < best.cost) best = { at: { xPx: i * pxPerPlace, yPx: j * pxPerPlace }, pxPerMm, cost };
    }
    if (best !== null) spots.push(best);
  }
  return spots.sort((a, b) => a.cost - b.cost);
}

/** Whether a head lies in the photo, and enough of its rim beside an edge of the person. */
function isOnPerson({ guess: { pose, cranium } }: Laid, { photo, outline }: LaidOn): boolean {
  const { xPx, yPx } = projectPinhole(pose, cranium.centre);
  if (xPx < 0 || yPx < 0 || xPx > photo.widthPx || yPx > photo.heightPx) return false;
  return outline !== null && rimEdges(cranium, pose, outline).length >= LEAST_RAYS;
}

/** A head laid on a person by their outline alone; null where there is no room for one. */
export function layByOutline(field: PersonField, on: LaidOn): Laid | null {
  const tried = spotsOf(field, on)
    .slice(0, TRIED)
    .map(({ at, pxPerMm }) => layFrom(guessAt(on, at, pxPerMm), on, {}))
    .filter((laid) => isOnPerson(laid, on));
  return tried.reduce<Laid | null>(
    (best, other) => (best === null || other.unlikely < best.unlikely ? other : best),
    null,
  );
}
