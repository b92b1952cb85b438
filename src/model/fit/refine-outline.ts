import type { PointPx } from '~/model/base/units';
import { clamp } from '~/model/maths/numbers';
import { nearestShare } from '~/model/maths/segment';
import { outlineLines } from '~/model/raster/outline-lines';
import type { OutlineMask } from '~/model/raster/photo-map';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import { bilinear } from '~/model/raster/sample-plane';

/**
 * The edge is looked for this far to each side of the segmenter's, in samples of the mask (about 1.4 mm each). Set on the rendered heads,
 * as is all below (docs/model.md, Reading a photo).
 */
const REACH = 2;
/** Steps of the search, per sample. */
const STEPS_PER_SAMPLE = 4;
const OFFSETS = 2 * REACH * STEPS_PER_SAMPLE + 1;
const MIDDLE = REACH * STEPS_PER_SAMPLE;
/** Colours are compared this far to each side of a candidate, in steps: wider than a lens' blur, narrower than shading. */
const ACROSS = 2;
/** A difference of colour across the edge that counts half as much as it could, code values of 255. */
const CLEAR_CODES = 16;
/** Against one clear edge: cost of standing REACH off the segmenter's edge, and of one step from a neighbour's place. */
const STAYING = 0.3;
const BENDING = 0.12;
const MOST_BEND = 2;
/** An edge's foot reaches so far, in steps. */
const FOOT = 3;
/** What lies outside the head's edge looks like what lies farther out; cost of an edge beyond which there is something else. */
const BEYOND_STEPS = 4;
const NOT_GROUND = 0.5;
/** Half width of the ramp that the refined mask has about its edge, in samples: more than a cell's diagonal. */
export const RAMP_SAMPLES = 2;

/**
 * How much the picture changes across each candidate of each line point, from the mean of the three bands' differences: 1 at
 * most; less where what comes next is not yet the ground, for a highlight near the rim has an edge of its own.
 */
function edgeStrength(
  pixels: PhotoPixels,
  line: readonly PointPx[],
  normals: Float32Array,
  stepPx: number,
): Float32Array {
  const { widthPx, heightPx, data, photoPxPerPixel } = pixels;
  const taps = OFFSETS + 2 * ACROSS + BEYOND_STEPS;
  const profile = new Float32Array(3 * taps);
  const strength = new Float32Array(line.length * OFFSETS);
  const change = new Float32Array(OFFSETS);
  line.forEach(({ xPx, yPx }, n) => {
    for (let tap = 0; tap < taps; tap++) {
      const out = (tap - ACROSS - MIDDLE) * stepPx;
      const x = clamp((xPx + out * normals[2 * n]) / photoPxPerPixel - 0.5, 0, widthPx - 1.001);
      const y = clamp((yPx + out * normals[2 * n + 1]) / photoPxPerPixel - 0.5, 0, heightPx - 1.001);
      const i = Math.floor(x);
      const j = Math.floor(y);
      const k = 4 * (j * widthPx + i);
      const below = k + 4 * widthPx;
      const s = x - i;
      const t = y - j;
      for (let band = 0; band < 3; band++) {
        const [a, b] = [k + band, below + band];
        profile[3 * tap + band] = bilinear(data[a], data[a + 4], data[b], data[b + 4], s, t);
      }
    }
    for (let m = 0; m < OFFSETS; m++) {
      let sum = 0;
      for (let band = 0; band < 3; band++) {
        const inner = profile[3 * m + band] + profile[3 * (m + 1) + band];
        const outer = profile[3 * (m + 2 * ACROSS) + band] + profile[3 * (m + 2 * ACROSS - 1) + band];
        sum += ((outer - inner) / 2) ** 2;
      }
      change[m] = sum / 3;
    }
    for (let m = 0; m < OFFSETS; m++) {
      // A clear edge is worth 1 at its very place, however clear: else the search would stop at its foot.
      let most = 0;
      for (let k = Math.max(0, m - FOOT); k <= Math.min(OFFSETS - 1, m + FOOT); k++) most = Math.max(most, change[k]);
      let unlike = 0;
      for (let band = 0; band < 3; band++) {
        const outer = profile[3 * (m + 2 * ACROSS) + band] + profile[3 * (m + 2 * ACROSS + 1) + band];
        const ground = profile[3 * (taps - 1) + band] + profile[3 * (taps - 2) + band];
        unlike += ((outer - ground) / 2) ** 2 / 3;
      }
      strength[n * OFFSETS + m] =
        change[m] / (most + CLEAR_CODES ** 2) - (NOT_GROUND * unlike) / (unlike + CLEAR_CODES ** 2);
    }
  });
  return strength;
}

/** How far out of each point of a line the picture's own edge runs, in steps: cheapest way through all (Viterbi). */
function bestWay(strength: Float32Array, points: number): Float32Array {
  const cost = new Float32Array(points * OFFSETS);
  const from = new Uint8Array(points * OFFSETS);
  for (let n = 0; n < points; n++) {
    for (let m = 0; m < OFFSETS; m++) {
      let least = n === 0 ? 0 : Infinity;
      for (let b = Math.max(0, m - MOST_BEND); n > 0 && b <= Math.min(OFFSETS - 1, m + MOST_BEND); b++) {
        const way = cost[(n - 1) * OFFSETS + b] + BENDING * (m - b) ** 2;
        if (way < least) {
          least = way;
          from[n * OFFSETS + m] = b;
        }
      }
      cost[n * OFFSETS + m] = least - strength[n * OFFSETS + m] + STAYING * (m / MIDDLE - 1) ** 2;
    }
  }
  let at = 0;
  for (let m = 1; m < OFFSETS; m++) if (cost[(points - 1) * OFFSETS + m] < cost[(points - 1) * OFFSETS + at]) at = m;
  const way = new Float32Array(points);
  for (let n = points - 1; n >= 0; n--) {
    way[n] = at - MIDDLE;
    at = from[n * OFFSETS + at];
  }
  // steps are a quarter of a sample: smoothed they fall between
  return way.map((w, n) => (way[Math.max(0, n - 1)] + 2 * w + way[Math.min(points - 1, n + 1)]) / 4);
}

/** Unit normals of a line, away from the person (seen in the picture, on the left as one goes); over a few points, so without its jags. */
function normalsOf(line: readonly PointPx[]): Float32Array {
  const closed = line.length > 4 && line.at(0)?.xPx === line.at(-1)?.xPx && line.at(0)?.yPx === line.at(-1)?.yPx;
  const count = closed ? line.length - 1 : line.length;
  const place = (n: number): PointPx => line[closed ? (n + count) % count : clamp(n, 0, count - 1)];
  const normals = new Float32Array(2 * line.length);
  for (let n = 0; n < line.length; n++) {
    const a = place(n - 4);
    const b = place(n + 4);
    const length = Math.hypot(b.xPx - a.xPx, b.yPx - a.yPx) || 1;
    normals[2 * n] = (a.yPx - b.yPx) / length;
    normals[2 * n + 1] = (b.xPx - a.xPx) / length;
  }
  return normals;
}

/**
 * The mask with what lies beyond the photo cut off: where the photo ends is no edge of the person. One more sample goes on as
 * it was inside, so that the mask is known up to the photo's edge.
 */
function withinPhoto(mask: OutlineMask, { widthPx, heightPx, photoPxPerPixel }: PhotoPixels): OutlineMask {
  const { leftPx, topPx, pxPerSample, confidence } = mask;
  /** First and last sample of an axis with their middle in the photo. */
  const inside = (startPx: number, lengthPx: number, count: number): readonly [number, number] => [
    clamp(Math.ceil(-startPx / pxPerSample - 0.5), 0, count - 1),
    clamp(Math.ceil((lengthPx - startPx) / pxPerSample - 0.5) - 1, 0, count - 1),
  ];
  const [left, right] = inside(leftPx, widthPx * photoPxPerPixel, mask.columns);
  const [top, bottom] = inside(topPx, heightPx * photoPxPerPixel, mask.rows);
  const [i, j] = [Math.max(0, left - 1), Math.max(0, top - 1)];
  const columns = Math.min(mask.columns - 1, right + 1) - i + 1;
  const rows = Math.min(mask.rows - 1, bottom + 1) - j + 1;
  if (columns < 2 || rows < 2) return mask;
  return {
    columns,
    rows,
    pxPerSample,
    leftPx: leftPx + i * pxPerSample,
    topPx: topPx + j * pxPerSample,
    confidence: Uint8Array.from({ length: columns * rows }, (_, k) => {
      const x = clamp(i + (k % columns), left, right);
      const y = clamp(j + Math.floor(k / columns), top, bottom);
      return confidence[y * mask.columns + x];
    }),
  };
}

/**
 * The outline moved onto the photo's own edge. The segmenter's edge is a sample or so off and rounds what is smaller; where
 * the picture has a clear edge within REACH samples of it, the edge goes there, and it bends little between. The refined
 * confidence is a straight ramp of 2·RAMP_SAMPLES about the edge, so that between samples it is known to a fraction. It ends where the photo does.
 */
export function refineOutline(read: OutlineMask, pixels: PhotoPixels): OutlineMask {
  const mask = withinPhoto(read, pixels);
  const { columns, rows, pxPerSample, leftPx, topPx } = mask;
  const nearest = new Float32Array(columns * rows).fill(Infinity);
  const moved = new Float32Array(columns * rows);
  const reach = RAMP_SAMPLES + REACH + 1;
  for (const line of outlineLines(mask)) {
    const points = line.length;
    const way = bestWay(edgeStrength(pixels, line, normalsOf(line), pxPerSample / STEPS_PER_SAMPLE), points);
    line.forEach(({ xPx, yPx }, n) => {
      const x = (xPx - leftPx) / pxPerSample - 0.5;
      const y = (yPx - topPx) / pxPerSample - 0.5;
      const next = line[n + 1] ?? line[n];
      const bx = (next.xPx - leftPx) / pxPerSample - 0.5 - x;
      const by = (next.yPx - topPx) / pxPerSample - 0.5 - y;
      for (let j = Math.max(0, Math.ceil(y - reach)); j <= Math.min(rows - 1, y + reach); j++) {
        for (let i = Math.max(0, Math.ceil(x - reach)); i <= Math.min(columns - 1, x + reach); i++) {
          const t = nearestShare(i - x, j - y, 0, bx, by, 0);
          const away = Math.hypot(i - x - t * bx, j - y - t * by);
          const k = j * columns + i;
          if (away >= nearest[k]) continue;
          nearest[k] = away;
          moved[k] = (way[n] + t * ((way[n + 1] ?? way[n]) - way[n])) / STEPS_PER_SAMPLE;
        }
      }
    });
  }
  const confidence = mask.confidence.map((share, k) => {
    const inside = (share > 127 ? nearest[k] : -nearest[k]) + moved[k];
    return Math.round(255 * clamp(0.5 + inside / (2 * RAMP_SAMPLES), 0, 1));
  });
  return { ...mask, confidence };
}
