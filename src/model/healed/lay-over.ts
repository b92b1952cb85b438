import type { SizePx } from '~/model/base/units';
import { bilinear } from '~/model/raster/sample-plane';

/** A picture as rows of RGBA bytes, top first. */
export interface Picture extends SizePx<'still'> {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** Where each place of one picture lies in another: at the nodes of a grid, straight between them. */
export interface Overlay {
  readonly columns: number;
  readonly rows: number;
  /** Px of the picture between two nodes; the first lies at its corner. */
  readonly stepPx: number;
  /** 2 × columns × rows, px of the other picture. */
  readonly places: Float32Array;
}

/** How far apart the places are that the overlay is told at, px of the picture. Our choice. */
const STEP_PX = 12;
/** A pair that is this near counts as much as one that is there, as a share of the picture's width: what was found is some px off. */
const NEAR_SHARE = 0.03;

/**
 * The smooth overlay that carries the first of each pair to its second: at every node the affine map that fits the pairs best, the
 * nearer ones far more (moving least squares: Schaefer, McPhail, Warren 2006). Fewer than three pairs: null.
 */
export function overlayOf(pairs: Float64Array, { widthPx, heightPx }: SizePx<'still'>): Overlay | null {
  const count = pairs.length / 4;
  if (count < 3) return null;
  const columns = Math.ceil(widthPx / STEP_PX) + 1;
  const rows = Math.ceil(heightPx / STEP_PX) + 1;
  const places = new Float32Array(2 * columns * rows);
  const near = (NEAR_SHARE * widthPx) ** 2;
  const weights = new Float64Array(count);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const [x, y] = [i * STEP_PX, j * STEP_PX];
      let [sum, px, py, qx, qy] = [0, 0, 0, 0, 0];
      for (let k = 0; k < count; k++) {
        const away = (pairs[4 * k] - x) ** 2 + (pairs[4 * k + 1] - y) ** 2 + near;
        const weight = 1 / (away * away);
        weights[k] = weight;
        sum += weight;
        px += weight * pairs[4 * k];
        py += weight * pairs[4 * k + 1];
        qx += weight * pairs[4 * k + 2];
        qy += weight * pairs[4 * k + 3];
      }
      [px, py, qx, qy] = [px / sum, py / sum, qx / sum, qy / sum];
      let [xx, xy, yy, xu, yu, xv, yv] = [0, 0, 0, 0, 0, 0, 0];
      for (let k = 0; k < count; k++) {
        const weight = weights[k];
        const [dx, dy] = [pairs[4 * k] - px, pairs[4 * k + 1] - py];
        const [du, dv] = [pairs[4 * k + 2] - qx, pairs[4 * k + 3] - qy];
        xx += weight * dx * dx;
        xy += weight * dx * dy;
        yy += weight * dy * dy;
        xu += weight * dx * du;
        yu += weight * dy * du;
        xv += weight * dx * dv;
        yv += weight * dy * dv;
      }
      const determinant = xx * yy - xy * xy;
      const [gx, gy] = [x - px, y - py];
      const solve = (a: number, b: number): number =>
        determinant > 1e-9 * xx * yy ? (gx * (a * yy - b * xy) + gy * (b * xx - a * xy)) / determinant : 0;
      places[2 * (j * columns + i)] = qx + solve(xu, yu);
      places[2 * (j * columns + i) + 1] = qy + solve(xv, yv);
    }
  }
  return { columns, rows, stepPx: STEP_PX, places };
}

/** Where a place of the picture lies in the other one, px. */
export function placeOver({ columns, rows, stepPx, places }: Overlay, x: number, y: number): readonly [number, number] {
  const gx = Math.min(Math.max(x / stepPx, 0), columns - 1.001);
  const gy = Math.min(Math.max(y / stepPx, 0), rows - 1.001);
  const [i, j] = [Math.floor(gx), Math.floor(gy)];
  const [s, t] = [gx - i, gy - j];
  const k = 2 * (j * columns + i);
  const below = k + 2 * columns;
  return [
    bilinear(places[k], places[k + 2], places[below], places[below + 2], s, t),
    bilinear(places[k + 1], places[k + 3], places[below + 1], places[below + 3], s, t),
  ];
}

/** The other picture brought to the places of the first, of size `size`; transparent where it shows nothing. */
export function laidOver(picture: Picture, overlay: Overlay, { widthPx, heightPx }: SizePx<'still'>): Picture {
  const data = new Uint8ClampedArray(4 * widthPx * heightPx);
  const { widthPx: wide, heightPx: high, data: from } = picture;
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const [placeX, placeY] = placeOver(overlay, x + 0.5, y + 0.5);
      const [u, v] = [placeX - 0.5, placeY - 0.5];
      const [i, j] = [Math.floor(u), Math.floor(v)];
      if (i < 0 || j < 0 || i >= wide - 1 || j >= high - 1) continue;
      const [s, t] = [u - i, v - j];
      const k = 4 * (j * wide + i);
      const below = k + 4 * wide;
      const to = 4 * (y * widthPx + x);
      for (let band = 0; band < 4; band++)
        data[to + band] = bilinear(
          from[k + band],
          from[k + 4 + band],
          from[below + band],
          from[below + 4 + band],
          s,
          t,
        );
    }
  }
  return { widthPx, heightPx, data };
}
