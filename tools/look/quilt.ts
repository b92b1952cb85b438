import { LINEAR_OF_CODE, linearToSrgb } from '~/model/colour/linear-rgb';
import { hashUnit } from '~/model/maths/hash';
import type { Pixels } from './picture';

/** Blocks of skin, and how far they overlap, mm: a block holds several pores, an overlap at least one. */
const BLOCK_MM = 5.5;
const OVERLAP_MM = 1.6;
/** Of so many blocks by chance the one that fits best is taken. */
const TRIES = 120;
/** A block that was laid already seems to fit worse by so many times for each time, or the smoothest would be laid everywhere. */
const USED_COST = 1.5;
/** A sheet is lighter at one side than at the other by no more than this share: the photo's own slope, but not beyond what it shows. */
const MOST_SLOPE = 0.15;

/** Light of a piece of skin over its own trend, red, green, blue, and what that trend is. */
interface Evened {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly ratios: readonly Float32Array[];
  /** Mean log light, and how it changes to the right and downwards by px, by band. */
  readonly trend: readonly (readonly [level: number, right: number, down: number])[];
}

/** Takes the slope of the light off a piece of skin, so that its pieces fit beside each other. */
function evened({ widthPx, heightPx, data }: Pixels): Evened {
  const [midX, midY] = [(widthPx - 1) / 2, (heightPx - 1) / 2];
  const count = widthPx * heightPx;
  const bands = [0, 1, 2].map((band) => {
    const log = Float32Array.from({ length: count }, (_, i) =>
      Math.log(Math.max(1e-4, LINEAR_OF_CODE[data[4 * i + band]])),
    );
    let [sum, right, down, xx, yy] = [0, 0, 0, 0, 0];
    for (let i = 0; i < count; i++) {
      const [x, y] = [(i % widthPx) - midX, Math.floor(i / widthPx) - midY];
      sum += log[i];
      right += x * log[i];
      down += y * log[i];
      xx += x * x;
      yy += y * y;
    }
    const slope = [sum / count, xx === 0 ? 0 : right / xx, yy === 0 ? 0 : down / yy] as const;
    const ratios = log.map((value, i) => {
      const [x, y] = [(i % widthPx) - midX, Math.floor(i / widthPx) - midY];
      return Math.exp(value - slope[0] - slope[1] * x - slope[2] * y);
    });
    return { ratios, slope };
  });
  return { widthPx, heightPx, ratios: bands.map(({ ratios }) => ratios), trend: bands.map(({ slope }) => slope) };
}

/** A box of the sheet, px. */
interface Block {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The way of least difference through an overlap: for each of `length` steps, how many of its `width` px stay the old block's. */
export function leastCut(
  difference: (step: number, across: number) => number,
  length: number,
  width: number,
): number[] {
  const costs: Float64Array[] = [];
  for (let step = 0; step < length; step++) {
    const before = step === 0 ? null : costs[step - 1];
    costs.push(
      Float64Array.from({ length: width }, (_, across) => {
        const from = before === null ? 0 : Math.min(...before.subarray(Math.max(0, across - 1), across + 2));
        return difference(step, across) + from;
      }),
    );
  }
  const cut = new Array<number>(length).fill(0);
  for (let step = length - 1; step >= 0; step--) {
    const [low, high] =
      step === length - 1 ? [0, width - 1] : [Math.max(0, cut[step + 1] - 1), Math.min(width - 1, cut[step + 1] + 1)];
    let best = low;
    for (let across = low + 1; across <= high; across++) if (costs[step][across] < costs[step][best]) best = across;
    cut[step] = best;
  }
  return cut;
}

/** Lays one block of the source over the sheet, cut along the way of least difference where it overlaps what lies there. */
function layBlock(source: Evened, from: readonly [number, number], sheet: Evened, at: Block, overlapPx: number): void {
  const green = sheet.ratios[1];
  const sourceAt = (x: number, y: number): number => (from[1] + y) * source.widthPx + from[0] + x;
  const sheetAt = (x: number, y: number): number => (at.top + y) * sheet.widthPx + at.left + x;
  const differs = (x: number, y: number): number => (green[sheetAt(x, y)] - source.ratios[1][sourceAt(x, y)]) ** 2;
  const [wide, high] = [Math.min(overlapPx, at.width), Math.min(overlapPx, at.height)];
  const left = at.left === 0 ? null : leastCut((y, x) => differs(x, y), at.height, wide);
  const top = at.top === 0 ? null : leastCut((x, y) => differs(x, y), at.width, high);
  for (let y = 0; y < at.height; y++)
    for (let x = 0; x < at.width; x++) {
      if ((left !== null && x < left[y]) || (top !== null && y < top[x])) continue;
      for (const band of [0, 1, 2]) sheet.ratios[band][sheetAt(x, y)] = source.ratios[band][sourceAt(x, y)];
    }
}

/** How much a block of the source differs from what lies in the overlaps. */
function misfit(
  source: Evened,
  [fromX, fromY]: readonly [number, number],
  sheet: Evened,
  at: Block,
  overlapPx: number,
): number {
  let sum = 0;
  for (let y = 0; y < at.height; y += 2)
    for (let x = 0; x < at.width; x += 2) {
      const isOverlap = (at.left > 0 && x < overlapPx) || (at.top > 0 && y < overlapPx);
      if (!isOverlap) continue;
      for (const band of [0, 1]) {
        const there = sheet.ratios[band][(at.top + y) * sheet.widthPx + at.left + x];
        sum += (there - source.ratios[band][(fromY + y) * source.widthPx + fromX + x]) ** 2;
      }
    }
  return sum;
}

/**
 * A larger sheet of a small piece of skin: blocks of it, chosen by chance among those that fit, cut where they differ least
 * (image quilting, Efros & Freeman 2001). The photo's own slope of light goes over all of it. The same seed, the same sheet.
 */
export function quilted(
  skin: Pixels,
  pxPerMm: number,
  [widthPx, heightPx]: readonly [number, number],
  seed: number,
): Pixels {
  const source = evened(skin);
  const block = Math.min(Math.round(BLOCK_MM * pxPerMm), source.widthPx, source.heightPx);
  const overlapPx = Math.min(Math.round(OVERLAP_MM * pxPerMm), Math.floor(block / 2));
  const step = block - overlapPx;
  const blank = { widthPx, heightPx, ratios: [0, 1, 2].map(() => new Float32Array(widthPx * heightPx)), trend: [] };
  const laid: (readonly [number, number])[] = [];
  let draws = 0;
  const chance = (most: number): number => Math.floor(hashUnit(seed, draws++) * (most + 1));
  for (let top = 0; top < heightPx; top += step)
    for (let left = 0; left < widthPx; left += step) {
      const at = { left, top, width: Math.min(block, widthPx - left), height: Math.min(block, heightPx - top) };
      const tries = Array.from({ length: TRIES }, () => {
        const from = [chance(source.widthPx - at.width), chance(source.heightPx - at.height)] as const;
        const used = laid.filter(([x, y]) => Math.hypot(x - from[0], y - from[1]) < overlapPx).length;
        return { from, cost: (misfit(source, from, blank, at, overlapPx) + 1e-6) * (1 + USED_COST * used) };
      });
      const best = tries.reduce((least, one) => (one.cost < least.cost ? one : least));
      laid.push(best.from);
      layBlock(source, best.from, blank, at, overlapPx);
    }
  const data = new Uint8Array(4 * widthPx * heightPx).fill(255);
  const clamped = (slope: number, px: number): number => Math.max(-MOST_SLOPE / px, Math.min(MOST_SLOPE / px, slope));
  source.trend.forEach(([level, right, down], band) => {
    const [toRight, downwards] = [clamped(right, widthPx), clamped(down, heightPx)];
    for (let i = 0; i < widthPx * heightPx; i++) {
      const x = i % widthPx;
      const y = (i - x) / widthPx;
      const log = level + toRight * (x - widthPx / 2) + downwards * (y - heightPx / 2);
      data[4 * i + band] = Math.round(linearToSrgb(blank.ratios[band][i] * Math.exp(log)));
    }
  });
  return { widthPx, heightPx, data };
}
