import { linearToSrgb } from '~/model/colour/linear-rgb';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { hashUnit } from '~/model/maths/hash';
import type { LookPicture, PointPx, Region } from '../../tools/look/picture';

/** A dot that is drawn: a round Gaussian that takes a share of the light. */
export interface DrawnDot {
  readonly xMm: number;
  readonly yMm: number;
  readonly fwhmMm: number;
  /** Share of light lost in its middle: red, green, blue. */
  readonly contrast: LinearRgb;
}

/** A sheet of skin of which everything is known. */
export interface DrawnSkin {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly pxPerMm: number;
  /** Linear light at a place, before dots and grain. */
  readonly light: (xMm: number, yMm: number) => LinearRgb;
  readonly dots: readonly DrawnDot[];
  /** Standard deviation of the grain of each px, log light (grey). */
  readonly grain?: number;
  readonly seed?: number;
}

/** Uniform numbers 0..1, one after the other. */
export function uniforms(seed: number): () => number {
  let count = 0;
  return () => hashUnit(seed, count++);
}

/** Normal deviates, one after the other (Box–Muller). */
export function normals(seed: number): () => number {
  const next = uniforms(seed);
  return () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/** The sheet as pixels, four bytes each. A dot is averaged over each px as a sensor does, at 3 × 3 places. */
export function drawSkin({ widthMm, heightMm, pxPerMm, light, dots, grain = 0, seed = 1 }: DrawnSkin): {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Uint8Array;
} {
  const [widthPx, heightPx] = [Math.round(widthMm * pxPerMm), Math.round(heightMm * pxPerMm)];
  const kept = new Float32Array(3 * widthPx * heightPx).fill(1);
  for (const { xMm, yMm, fwhmMm, contrast } of dots) {
    const sigmaPx = (fwhmMm / 2.3548) * pxPerMm;
    const [cx, cy, reach] = [xMm * pxPerMm, yMm * pxPerMm, Math.ceil(4 * sigmaPx)];
    for (let y = Math.max(0, Math.floor(cy) - reach); y <= Math.min(heightPx - 1, cy + reach); y++)
      for (let x = Math.max(0, Math.floor(cx) - reach); x <= Math.min(widthPx - 1, cx + reach); x++) {
        let depth = 0;
        for (const v of [1 / 6, 1 / 2, 5 / 6])
          for (const u of [1 / 6, 1 / 2, 5 / 6])
            depth += Math.exp(-((x + u - cx) ** 2 + (y + v - cy) ** 2) / (2 * sigmaPx ** 2)) / 9;
        contrast.forEach((share, band) => (kept[3 * (y * widthPx + x) + band] *= 1 - share * depth));
      }
  }
  const deviate = normals(seed);
  const data = new Uint8Array(4 * widthPx * heightPx).fill(255);
  for (let i = 0; i < widthPx * heightPx; i++) {
    const x = i % widthPx;
    const factor = grain === 0 ? 1 : Math.exp(grain * deviate());
    light((x + 0.5) / pxPerMm, ((i - x) / widthPx + 0.5) / pxPerMm).forEach((value, band) => {
      data[4 * i + band] = Math.round(linearToSrgb(value * factor * kept[3 * i + band]));
    });
  }
  return { widthPx, heightPx, data };
}

/** Places thrown at random, none nearer than `apartMm` to another, until so many stand or no more fit. */
export function thrownPlaces(
  [widthMm, heightMm]: readonly [number, number],
  count: number,
  apartMm: number,
  seed: number,
): readonly (readonly [number, number])[] {
  const next = uniforms(seed);
  const cells = new Map<string, (readonly [number, number])[]>();
  const cellMm = Math.max(apartMm, 0.1);
  const places: (readonly [number, number])[] = [];
  for (let tries = 0; places.length < count && tries < 60 * count; tries++) {
    const [x, y] = [widthMm * next(), heightMm * next()];
    const [column, row] = [Math.floor(x / cellMm), Math.floor(y / cellMm)];
    const near = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => cells.get(`${column + dx} ${row + dy}`) ?? []));
    if (near.some(([ox, oy]) => Math.hypot(ox - x, oy - y) < apartMm)) continue;
    places.push([x, y]);
    cells.set(`${column} ${row}`, [...(cells.get(`${column} ${row}`) ?? []), [x, y]]);
  }
  return places;
}

/** Places at random, each for itself: `perCm2` where `share` (0..1) is one, in proportion elsewhere. */
export function placesByChance(
  [widthMm, heightMm]: readonly [number, number],
  perCm2: number,
  seed: number,
  share: (xMm: number, yMm: number) => number,
): readonly (readonly [number, number])[] {
  const next = uniforms(seed);
  const count = Math.round((perCm2 * widthMm * heightMm) / 100);
  return Array.from({ length: count }, () => [widthMm * next(), heightMm * next(), next()] as const)
    .filter(([x, y, chance]) => chance < share(x, y))
    .map(([x, y]) => [x, y] as const);
}

/** A rectangle as a region, mm from the sheet's upper left corner. */
export function rectangle(
  pxPerMm: number,
  [leftMm, topMm, rightMm, bottomMm]: readonly [number, number, number, number],
): Region {
  const corners: readonly PointPx[] = [
    [leftMm, topMm],
    [rightMm, topMm],
    [rightMm, bottomMm],
    [leftMm, bottomMm],
  ];
  return { outlines: [corners.map(([x, y]): PointPx => [x * pxPerMm, y * pxPerMm])] };
}

/** A sheet whose upper part is the field and whose lower part is bare skin, both a little inside. */
export function sheetPicture(sheet: DrawnSkin, fieldMm: number): LookPicture {
  const { widthMm, heightMm, pxPerMm } = sheet;
  return {
    pixels: drawSkin(sheet),
    pxPerMm,
    field: rectangle(pxPerMm, [1, 1, widthMm - 1, fieldMm - 1]),
    bare: rectangle(pxPerMm, [1, fieldMm + 1, widthMm - 1, heightMm - 1]),
  };
}

/** Skin of a* 15 and b* 20, about the mean of the foreheads measured. */
export const SKIN: LinearRgb = [0.46, 0.28, 0.19];

/**
 * Bare skin as uneven as that of real photographs: pores and the light spots between them. At the scale of dots it varies by .031
 * and has a tex5 of .040 (ten real crops: .023–.059, in the middle .033; .026–.078, .043).
 */
export function poredSkin(size: Pick<DrawnSkin, 'widthMm' | 'heightMm' | 'pxPerMm'>, seed = 1): LookPicture['pixels'] {
  const spots = [0.1, -0.1].flatMap((share, i) =>
    placesByChance([size.widthMm, size.heightMm], 200, seed + i, () => 1).map(([xMm, yMm]): DrawnDot => {
      return { xMm, yMm, fwhmMm: 0.4, contrast: [share, share, share] };
    }),
  );
  return drawSkin({ ...size, light: () => SKIN, dots: spots, grain: 0.03, seed });
}
