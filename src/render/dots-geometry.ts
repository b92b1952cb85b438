import { Buffer, BufferUsage, Geometry } from 'pixi.js';
import type { Box } from '~/model/base/units';
import { BYTES_PER_DOT } from '~/model/dots/dot-coverage';
import type { DotCoverage } from '~/model/dots/dot-coverage';
import { MARKS_PER_DOT } from '~/model/dots/dot-stroke';
import type { VisibleDots } from '~/model/dots/visible-dots';
import { vertexBuffer } from './gpu';

/** Two triangles per dot, one for each mark. */
export const CORNERS_OF_MARK = 3;
export const CORNERS_PER_DOT = CORNERS_OF_MARK * MARKS_PER_DOT;
/** Place (2), footprint (3) and mark (3) per corner. */
const FLOATS = 8;
/** The scale is the mean over some of the dots; in rank order every so many are spread over all of the scalp. */
const SCALE_EVERY = 16;

/** The triangles of one head's dots: places and footprints are written once, coverage on every change of the design. */
export interface DotsGeometry {
  readonly geometry: Geometry;
  /** What the coverage set last shows: how many dots, and their box in photo px. */
  readonly shown: ShownDots;
  /** Photo px per mm of skin seen squarely, mean over the dots. */
  readonly pxPerMm: number;
  setCoverage(coverage: DotCoverage): void;
  destroy(): void;
}

export interface ShownDots {
  readonly count: number;
  /** x, y of the dots that are there, photo px; the first `count` pairs. */
  readonly placesPx: Float32Array;
  readonly box: Box;
  /** x, y of the dots that the coverage before showed otherwise, or not, or alone; the first `changed` pairs. */
  readonly changedPx: Float32Array;
  readonly changed: number;
}

type Strokes = Pick<VisibleDots, 'pointsPx' | 'footprint' | 'bend'>;

/** What of a head's marks no design changes, laid out for the card: two static triangles per dot. */
interface Marks {
  readonly places: Buffer;
  readonly pxPerMm: number;
}

/** Marks of the heads that are drawn: two pictures of one head (the screen's, and small ones and files) have the same. */
export interface MarksInUse {
  take(view: VisibleDots): Marks;
  giveBack(view: VisibleDots): void;
}

export function createMarksInUse(): MarksInUse {
  const inUse = new Map<VisibleDots, { readonly marks: Marks; users: number }>();
  return {
    take: (view) => {
      const used = inUse.get(view) ?? { marks: layMarks(view), users: 0 };
      used.users++;
      inUse.set(view, used);
      return used.marks;
    },
    giveBack: (view) => {
      const used = inUse.get(view);
      if (used === undefined || --used.users > 0) return;
      inUse.delete(view);
      used.marks.places.destroy();
    },
  };
}

function layMarks(view: VisibleDots): Marks {
  const { count, footprint, companions } = view;
  const places = new Float32Array(count * CORNERS_PER_DOT * FLOATS);
  let scaleSum = 0;
  let to = 0;
  const layMark = ({ pointsPx, footprint, bend }: Strokes, dot: number, itself: 0 | 1, share: number): void => {
    for (let corner = 0; corner < CORNERS_OF_MARK; corner++, to += FLOATS) {
      places[to] = pointsPx[2 * dot];
      places[to + 1] = pointsPx[2 * dot + 1];
      places[to + 2] = footprint[3 * dot];
      places[to + 3] = footprint[3 * dot + 1];
      places[to + 4] = footprint[3 * dot + 2];
      places[to + 5] = bend[dot];
      places[to + 6] = itself;
      places[to + 7] = share;
    }
  };
  for (let i = 0; i < count; i++) {
    if (i % SCALE_EVERY === 0) {
      const [xx, xy, yy] = footprint.subarray(3 * i, 3 * i + 3);
      scaleSum += Math.sqrt((xx + yy) / 2 + Math.hypot((xx - yy) / 2, xy));
    }
    layMark(view, i, 1, companions.share[i]);
    layMark(companions, i, 0, companions.share[i]);
  }
  return { places: vertexBuffer(places), pxPerMm: count === 0 ? 1 : scaleSum / Math.ceil(count / SCALE_EVERY) };
}

/** Triangles of a head's dots; `view.count` must be the count of every coverage set later. */
export function createDotsGeometry(view: VisibleDots, marksInUse: MarksInUse): DotsGeometry {
  const { count, pointsPx } = view;
  const { places, pxPerMm } = marksInUse.take(view);
  const coverageWords = new Uint32Array(count * CORNERS_PER_DOT);
  const coverageBuffer = vertexBuffer(new Uint8Array(coverageWords.buffer));
  // Only the dots that are there are drawn: their corners' numbers, so that the absent ones cost nothing; then those of their companions.
  const corners = new Uint32Array(count * CORNERS_PER_DOT);
  const cornersBuffer = new Buffer({ data: corners, usage: BufferUsage.INDEX | BufferUsage.COPY_DST });
  const geometry = new Geometry({
    attributes: {
      aPlace: { buffer: places, format: 'float32x2', stride: FLOATS * 4, offset: 0 },
      aFootprint: { buffer: places, format: 'float32x3', stride: FLOATS * 4, offset: 8 },
      aMark: { buffer: places, format: 'float32x3', stride: FLOATS * 4, offset: 20 },
      aCoverage: { buffer: coverageBuffer, format: 'unorm8x4', stride: BYTES_PER_DOT, offset: 0 },
    },
    indexBuffer: cornersBuffer,
  });
  const placesShown = new Float32Array(2 * count);
  const changedPx = new Float32Array(2 * count);
  let shown: ShownDots = {
    count: 0,
    placesPx: placesShown,
    box: { left: 0, top: 0, right: 0, bottom: 0 },
    changedPx,
    changed: 0,
  };
  /** Each dot's word of the coverage before, 0 where it was not there. */
  const before = new Uint32Array(count);
  let drawnBefore = 0;
  return {
    geometry,
    get shown() {
      return shown;
    },
    pxPerMm,
    setCoverage: ({ bytes, drawCount }) => {
      const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / BYTES_PER_DOT);
      let left = Infinity;
      let top = Infinity;
      let right = -Infinity;
      let bottom = -Infinity;
      let to = 0;
      let kept = 0;
      let changed = 0;
      for (let i = 0; i < Math.max(drawCount, drawnBefore); i++) {
        const word = i >= drawCount || bytes[BYTES_PER_DOT * i] === 0 ? 0 : words[i];
        if (word !== before[i]) {
          before[i] = word;
          changedPx[2 * changed] = pointsPx[2 * i];
          changedPx[2 * changed + 1] = pointsPx[2 * i + 1];
          changed++;
        }
        if (word === 0) continue;
        const first = CORNERS_PER_DOT * i;
        for (let corner = first; corner < first + CORNERS_PER_DOT; corner++) coverageWords[corner] = word;
        for (let corner = first; corner < first + CORNERS_OF_MARK; corner++) corners[to++] = corner;
        const x = pointsPx[2 * i];
        const y = pointsPx[2 * i + 1];
        placesShown[2 * kept] = x;
        placesShown[2 * kept + 1] = y;
        kept++;
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        if (y > bottom) bottom = y;
      }
      for (let own = 0, owns = to; own < owns; own++) corners[to++] = corners[own] + CORNERS_OF_MARK;
      drawnBefore = drawCount;
      shown = { count: kept, placesPx: placesShown, box: { left, top, right, bottom }, changedPx, changed };
      coverageBuffer.update(drawCount * CORNERS_PER_DOT * BYTES_PER_DOT);
      cornersBuffer.update(to * 4);
    },
    destroy: () => {
      geometry.destroy(false);
      coverageBuffer.destroy();
      cornersBuffer.destroy();
      marksInUse.giveBack(view);
    },
  };
}
