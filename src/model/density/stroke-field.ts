import type { Stroke } from '~/model/design/drawing';
import { GRID, toGrid } from '~/model/head/chart-grid';
import type { ChartGrid } from '~/model/head/chart-grid';
import { toChart } from '~/model/head/scalp-chart';
import { smoothstep } from '~/model/maths/numbers';
import { nearestShare } from '~/model/maths/segment';
import { bilinear } from '~/model/raster/sample-plane';

/** What all strokes together do at every node of the grid. */
export interface StrokeField {
  /** 0..1: how much pigment was painted here. */
  readonly added: Float32Array;
  /** 0..1: how much is left of what line and zone put here. */
  readonly kept: Float32Array;
  /** 0..1: how much the skin is scarred; null where nobody marked a scar. */
  readonly scar: Float32Array | null;
  /** The map of hair as corrected; null where nobody corrected it. */
  readonly hair: HairField | null;
}

/** Corrections of the hair that the photo shows: hair = read · kept + marked. */
export interface HairField {
  readonly kept: Float32Array;
  readonly marked: Float32Array;
}

/** A stroke's nodes and its weight there, 0..1. */
interface Dabs {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/** However hard the brush, it fades out over what the grid can show. */
const LEAST_SOFT_MM = 3;

type SkinPoint = readonly [x: number, y: number, z: number];

/** A path's point: its place in the grid, and on the head (bilinear between the nodes: good to a small part of a mm). */
function spotOf(grid: ChartGrid, node: number, s: number, t: number): SkinPoint {
  const p = grid.pointsMm;
  const axis = (k: number): number =>
    bilinear(p[node * 3 + k], p[(node + 1) * 3 + k], p[(node + GRID) * 3 + k], p[(node + GRID + 1) * 3 + k], s, t);
  return [axis(0), axis(1), axis(2)];
}

/** Square of a node's distance from the piece from a to b, and how far along it the nearest place lies, 0..1. */
function nearestOnPiece(
  p: Float32Array,
  node: number,
  a: SkinPoint,
  b: SkinPoint,
): readonly [square: number, share: number] {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [wx, wy, wz] = [p[3 * node] - a[0], p[3 * node + 1] - a[1], p[3 * node + 2] - a[2]];
  const t = nearestShare(wx, wy, wz, ux, uy, uz);
  return [(wx - t * ux) ** 2 + (wy - t * uy) ** 2 + (wz - t * uz) ** 2, t];
}

/** Spreads one stroke over the nodes near its path by distance in space, flooding outwards from the path. */
function dabsOf(grid: ChartGrid, stroke: Stroke): Dabs {
  const softMm = Math.max(LEAST_SOFT_MM, (stroke.softness * stroke.widthMm) / 2);
  const outerMm = (stroke.widthMm + softMm) / 2;
  const weights = new Map<number, number>();
  const onChart = (node: number): boolean => node > GRID && node < GRID * (GRID - 1) - 1 && grid.areaMm2[node] > 0;
  let before: SkinPoint | null = null;
  let pressedBefore = 1;
  for (const [index, direction] of stroke.path.entries()) {
    // A path without pressures (a mouse) is pressed fully.
    const pressed = index < stroke.pressure.length ? stroke.pressure[index] : 1;
    const { u, v } = toChart(direction);
    const [gx, gy] = [toGrid(u), toGrid(v)];
    const node = Math.floor(gy) * GRID + Math.floor(gx);
    const around = [node, node + 1, node + GRID, node + GRID + 1];
    if (!around.every(onChart)) {
      before = null;
      continue;
    }
    const spot = spotOf(grid, node, gx - Math.floor(gx), gy - Math.floor(gy));
    const from = before ?? spot;
    const pressedFrom = before === null ? pressed : pressedBefore;
    const seen = new Set(around);
    const open = [...seen];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [square, share] = nearestOnPiece(grid.pointsMm, next, from, spot);
      if (square >= outerMm * outerMm) continue;
      const fadedOut = 1 - smoothstep(outerMm - softMm, outerMm, Math.sqrt(square));
      const weight = fadedOut * (pressedFrom + share * (pressed - pressedFrom));
      if (weight > (weights.get(next) ?? 0)) weights.set(next, weight);
      for (const beside of [next - 1, next + 1, next - GRID, next + GRID]) {
        if (seen.has(beside) || !onChart(beside)) continue;
        seen.add(beside);
        open.push(beside);
      }
    }
    before = spot;
    pressedBefore = pressed;
  }
  return { nodes: [...weights.keys()], weights: [...weights.values()] };
}

const made = new WeakMap<ChartGrid, WeakMap<Stroke, Dabs>>();

/** Strokes never change, so each is spread once for a head; a growing stroke is a new one every time. */
function knownDabs(grid: ChartGrid, stroke: Stroke): Dabs {
  const ofGrid = made.get(grid) ?? new WeakMap<Stroke, Dabs>();
  made.set(grid, ofGrid);
  const dabs = ofGrid.get(stroke) ?? dabsOf(grid, stroke);
  ofGrid.set(stroke, dabs);
  return dabs;
}

/** All strokes, the later over the earlier; null where there are none. */
export function strokeField(strokes: readonly Stroke[], grid: ChartGrid): StrokeField | null {
  if (strokes.length === 0) return null;
  const added = new Float32Array(GRID * GRID);
  const kept = new Float32Array(GRID * GRID).fill(1);
  const scar = strokes.some(({ kind }) => kind === 'scar') ? added.slice() : null;
  const hair = strokes.some(correctsHair) ? { kept: kept.slice(), marked: added.slice() } : null;
  /** What one stroke does at a node where its weight is `weight`. */
  const lay = ({ kind, strength }: Stroke, node: number, weight: number): void => {
    if (kind === 'add') {
      added[node] = Math.max(added[node], weight * strength);
    } else if (kind === 'less') {
      // To this share and no further, however often the brush passes.
      const most = 1 - weight * strength;
      added[node] = Math.min(added[node], most);
      kept[node] = Math.min(kept[node], most);
    } else if (kind === 'none') {
      added[node] *= 1 - weight;
      kept[node] *= 1 - weight;
    } else if (kind === 'scar') {
      if (scar !== null) scar[node] = Math.max(scar[node], weight);
    } else if (hair !== null) {
      hair.kept[node] *= 1 - weight;
      hair.marked[node] *= 1 - weight;
      if (kind === 'hair') hair.marked[node] += weight;
    }
  };
  for (const stroke of strokes) {
    const { nodes, weights } = knownDabs(grid, stroke);
    nodes.forEach((node, i) => lay(stroke, node, weights[i]));
  }
  return { added, kept, scar, hair };
}

const correctsHair = ({ kind }: Stroke): boolean => kind === 'hair' || kind === 'bare';
