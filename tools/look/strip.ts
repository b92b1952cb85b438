import { bilinear } from '~/model/raster/sample-plane';
import type { LookPicture, PointPx, StripPlaces, TracedLine } from './picture';
import { scaleAt } from './picture';
import { reduced } from './patch';
import type { Bands, Patch } from './patch';
import type { BoxPx } from './region';

/** The border straightened: along the line to the right, from bare skin (row 0) into the field downwards. */
export interface Strip {
  readonly pxPerMm: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Distance of the first row from the line, mm; below 0 is bare skin. */
  readonly fromMm: number;
  /** Linear light; NaN outside the picture and where nothing may be measured. */
  readonly bands: Bands;
}

/** How far from the line the strip goes into bare skin and into the field, mm: twice the widest edge of healed work. */
export const STRIP_MM = { bare: 12, field: 22 };
/** Finer than any edge by far, and coarse enough that the grain of the skin is averaged. */
const STRIP_PX_PER_MM = 4;
const STRIP_HEIGHT_PX = Math.round((STRIP_MM.bare + STRIP_MM.field) * STRIP_PX_PER_MM);

/** A smooth curve through the points (centripetal enough for points set by hand: uniform Catmull-Rom), in short steps. */
export function smoothLine(points: readonly PointPx[], steps = 40): readonly PointPx[] {
  const at = (i: number): PointPx => {
    if (i < 0) return [2 * points[0][0] - points[1][0], 2 * points[0][1] - points[1][1]];
    const last = points.length - 1;
    if (i > last) return [2 * points[last][0] - points[last - 1][0], 2 * points[last][1] - points[last - 1][1]];
    return points[i];
  };
  const curve: PointPx[] = [];
  for (let i = 0; i + 1 < points.length; i++)
    for (let k = 0; k < steps; k++) {
      const u = k / steps;
      const value = (axis: 0 | 1): number => {
        const [a, b, c, d] = [at(i - 1)[axis], at(i)[axis], at(i + 1)[axis], at(i + 2)[axis]];
        return b + 0.5 * u * (c - a + u * (2 * a - 5 * b + 4 * c - d + u * (3 * (b - c) + d - a)));
      };
      curve.push([value(0), value(1)]);
    }
  return [...curve, points[points.length - 1]];
}

/** A place on the line, the direction into the field there (length 1) and the scale. */
interface Stand {
  readonly place: PointPx;
  readonly inwards: PointPx;
  readonly pxPerMm: number;
}

/** Places along the line, `stepMm` apart. */
function standsOn(picture: LookPicture, line: TracedLine, stepMm: number): readonly Stand[] {
  const curve = smoothLine(line.points);
  const stands: Stand[] = [];
  let leftMm = 0;
  for (let i = 0; i + 1 < curve.length; i++) {
    const [ax, ay] = curve[i];
    const [dx, dy] = [curve[i + 1][0] - ax, curve[i + 1][1] - ay];
    const lengthPx = Math.hypot(dx, dy);
    if (lengthPx === 0) continue;
    const pxPerMm = scaleAt(picture.pxPerMm, ax, ay);
    const lengthMm = lengthPx / pxPerMm;
    for (; leftMm < lengthMm; leftMm += stepMm) {
      const share = leftMm / lengthMm;
      // To the left of the way, on the screen.
      stands.push({ place: [ax + share * dx, ay + share * dy], inwards: [dy / lengthPx, -dx / lengthPx], pxPerMm });
    }
    leftMm -= lengthMm;
  }
  return stands;
}

/** Between four px, by distance; NaN where one of them is not to be measured. */
function between(patch: Omit<Patch, 'own'>, band: Float32Array, xPx: number, yPx: number): number {
  const [x, y] = [Math.floor(xPx), Math.floor(yPx)];
  // Where the strip is not seen, the place is no number.
  if (!(x >= 0 && y >= 0) || x + 1 >= patch.widthPx || y + 1 >= patch.heightPx) return NaN;
  const i = y * patch.widthPx + x;
  const corners = [i, i + 1, i + patch.widthPx, i + patch.widthPx + 1];
  if (corners.some((corner) => patch.inside[corner] < 0.5)) return NaN;
  const [u, v] = [xPx - x, yPx - y];
  const [a, b, c, d] = corners.map((corner) => band[corner]);
  return (a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v;
}

/** Places of a strip, px of the picture, a quarter of a millimetre apart; NaN where nothing is seen. */
interface StripPx {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly placesPx: Float32Array;
  /** Mean scale along the line, px/mm. */
  readonly pxPerMm: number;
}

/** Flat skin: straight across the line, at the scale that counts on it. */
function flatStrip(picture: LookPicture, line: TracedLine): StripPx {
  const stepMm = 1 / STRIP_PX_PER_MM;
  const stands = standsOn(picture, line, stepMm);
  const [widthPx, heightPx] = [stands.length, STRIP_HEIGHT_PX];
  const placesPx = new Float32Array(2 * widthPx * heightPx);
  for (let row = 0; row < heightPx; row++)
    stands.forEach(({ place, inwards, pxPerMm }, column) => {
      const away = (row * stepMm - STRIP_MM.bare) * pxPerMm;
      placesPx.set([place[0] + away * inwards[0], place[1] + away * inwards[1]], 2 * (row * widthPx + column));
    });
  const pxPerMm = stands.reduce((sum, stand) => sum + stand.pxPerMm, 0) / Math.max(1, widthPx);
  return { widthPx, heightPx, placesPx, pxPerMm };
}

/** Skin whose shape is known: between the places of its millimetres. */
function shapedStrip(picture: LookPicture, { columns, fromMm, placesPx: placesMm }: StripPlaces): StripPx {
  const stepMm = 1 / STRIP_PX_PER_MM;
  const [widthPx, heightPx] = [(columns - 1) * STRIP_PX_PER_MM, STRIP_HEIGHT_PX];
  const placesPx = new Float32Array(2 * widthPx * heightPx);
  const rowOfLine = -fromMm;
  for (let y = 0; y < heightPx; y++)
    for (let x = 0; x < widthPx; x++) {
      const [across, along] = [y * stepMm - STRIP_MM.bare + rowOfLine, x * stepMm];
      const [row, column] = [Math.floor(across), Math.floor(along)];
      const [t, s] = [across - row, along - column];
      const at = 2 * (row * columns + column);
      for (const axis of [0, 1])
        placesPx[2 * (y * widthPx + x) + axis] = bilinear(
          placesMm[at + axis],
          placesMm[at + 2 + axis],
          placesMm[at + 2 * columns + axis],
          placesMm[at + 2 * columns + 2 + axis],
          s,
          t,
        );
    }
  const places = Array.from({ length: columns }, (_, i): PointPx => {
    const at = 2 * (rowOfLine * columns + i);
    return [placesMm[at], placesMm[at + 1]];
  });
  // Where a mole lies on the line, its place is not seen.
  const seen = places.filter(([x]) => !Number.isNaN(x));
  const pxPerMm = seen.reduce((sum, [x, y]) => sum + scaleAt(picture.pxPerMm, x, y), 0) / Math.max(1, seen.length);
  return { widthPx, heightPx, placesPx, pxPerMm };
}

/** The box of the picture that a strip needs, with a margin; null where it lies wholly outside. */
function boxRound({ placesPx }: StripPx, { widthPx, heightPx }: LookPicture['pixels'], marginPx: number): BoxPx | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < placesPx.length; i += 2) {
    const [x, y] = [placesPx[i], placesPx[i + 1]];
    if (Number.isNaN(x)) continue;
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  }
  const box = {
    leftPx: Math.max(0, Math.floor(left - marginPx)),
    topPx: Math.max(0, Math.floor(top - marginPx)),
    rightPx: Math.min(widthPx, Math.ceil(right + marginPx)),
    bottomPx: Math.min(heightPx, Math.ceil(bottom + marginPx)),
  };
  return box.leftPx < box.rightPx && box.topPx < box.bottomPx ? box : null;
}

/**
 * The picture straightened along the line; what its `skin` leaves out is left out. Where only the line is known the scale may vary
 * along it, and across it the one on the line counts.
 */
export function stripAlong(picture: LookPicture, line: TracedLine): Strip {
  const { pixels } = picture;
  const strip = line.places === undefined ? flatStrip(picture, line) : shapedStrip(picture, line.places);
  const { widthPx, heightPx, placesPx, pxPerMm } = strip;
  const [red, green, blue] = [0, 0, 0].map(() => new Float32Array(widthPx * heightPx).fill(NaN));
  const box = boxRound(strip, pixels, 2 * pxPerMm);
  if (box !== null) {
    const valid = picture.skin ?? new Float32Array(pixels.widthPx * pixels.heightPx).fill(1);
    const mask = valid instanceof Float32Array ? valid : Float32Array.from(valid);
    const patch = reduced(pixels, mask, box, [pxPerMm, STRIP_PX_PER_MM]);
    const factor = pxPerMm / patch.pxPerMm;
    [red, green, blue].forEach((values, b) => {
      for (let i = 0; i < values.length; i++) {
        const [x, y] = [(placesPx[2 * i] - box.leftPx) / factor, (placesPx[2 * i + 1] - box.topPx) / factor];
        values[i] = between(patch, patch.bands[b], x - 0.5, y - 0.5);
      }
    });
  }
  return { pxPerMm: STRIP_PX_PER_MM, widthPx, heightPx, fromMm: -STRIP_MM.bare, bands: [red, green, blue] };
}
