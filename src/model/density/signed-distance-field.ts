import { GRID, toGrid } from '~/model/head/chart-grid';
import type { ChartGrid } from '~/model/head/chart-grid';
import type { Hairline } from '~/model/hairline/hairline';
import { toChart } from '~/model/head/scalp-chart';
import { nearestShare } from '~/model/maths/segment';

/** Farther from the line than this nothing depends on the exact distance: widest transition, band and irregularity. */
const NEAR_MM = 48;

/** The line as seen from every node of a chart grid. Off the chart both are meaningless. */
export interface SignedDistanceField {
  /** Straight distance to the line, mm; positive inside it. */
  readonly insideMm: Float32Array;
  /** Way along the line of its nearest place, mm (left of the middle positive). */
  readonly arcLengthMm: Float32Array;
}

/** Nodes inside the line: even–odd fill of the line's polygon in the chart, row by row. */
function fillInside(line: Hairline, grid: ChartGrid, inside: Uint8Array): void {
  const crossings: number[][] = Array.from({ length: GRID }, () => []);
  const { count, directions: d } = line;
  const at = (k: number): readonly [number, number] => {
    const { u, v } = toChart({ x: d[3 * k], y: d[3 * k + 1], z: d[3 * k + 2] });
    return [toGrid(u), toGrid(v)];
  };
  let [ax, ay] = at(count - 1);
  for (let k = 0; k < count; k++) {
    const [bx, by] = at(k);
    const [low, high] = ay < by ? [ay, by] : [by, ay];
    for (let j = Math.max(0, Math.ceil(low)); j < high && j < GRID; j++) {
      crossings[j].push(ax + ((j - ay) / (by - ay)) * (bx - ax));
    }
    [ax, ay] = [bx, by];
  }
  for (let j = 0; j < GRID; j++) {
    const row = crossings[j].sort((a, b) => a - b);
    for (let k = 0; k + 1 < row.length; k += 2) {
      const from = Math.max(grid.from[j], Math.ceil(row[k]));
      const to = Math.min(grid.to[j], Math.ceil(row[k + 1]));
      inside.fill(1, j * GRID + from, j * GRID + Math.max(from, to));
    }
  }
}

/**
 * Nearest point of the line for every node, carried from neighbour to neighbour in two sweeps over the grid
 * (Danielsson's distance mapping, with distances in space).
 */
function sweepNearest(line: Hairline, grid: ChartGrid, nearest: Int16Array, squareMm2: Float32Array): void {
  const { pointsMm: p, from, to } = grid;
  const q = line.pointsMm;
  const offer = (node: number, k: number): void => {
    const dx = p[3 * node] - q[3 * k];
    const dy = p[3 * node + 1] - q[3 * k + 1];
    const dz = p[3 * node + 2] - q[3 * k + 2];
    const square = dx * dx + dy * dy + dz * dz;
    if (square < squareMm2[node]) {
      squareMm2[node] = square;
      nearest[node] = k;
    }
  };
  for (let k = 0; k < line.count; k++) {
    const { u, v } = toChart({
      x: line.directions[3 * k],
      y: line.directions[3 * k + 1],
      z: line.directions[3 * k + 2],
    });
    const [i, j] = [Math.floor(toGrid(u)), Math.floor(toGrid(v))];
    for (const node of [j * GRID + i, j * GRID + i + 1, (j + 1) * GRID + i, (j + 1) * GRID + i + 1]) offer(node, k);
  }
  const take = (node: number, neighbour: number): void => {
    const k = nearest[neighbour];
    if (k >= 0 && k !== nearest[node]) offer(node, k);
  };
  for (let j = 1; j < GRID - 1; j++) {
    const row = j * GRID;
    for (let i = from[j]; i < to[j]; i++) {
      const node = row + i;
      take(node, node - GRID - 1);
      take(node, node - GRID);
      take(node, node - GRID + 1);
      take(node, node - 1);
    }
    for (let i = to[j] - 1; i >= from[j]; i--) take(row + i, row + i + 1);
  }
  for (let j = GRID - 2; j > 0; j--) {
    const row = j * GRID;
    for (let i = to[j] - 1; i >= from[j]; i--) {
      const node = row + i;
      take(node, node + GRID + 1);
      take(node, node + GRID);
      take(node, node + GRID - 1);
      take(node, node + 1);
    }
    for (let i = from[j]; i < to[j]; i++) take(row + i, row + i - 1);
  }
}

/** From the nearest point of the line to the nearest place of the two pieces that meet there. */
function refine(line: Hairline, grid: ChartGrid, node: number, k: number, out: Float64Array): void {
  const { pointsMm: q, arcLengthMm: arcLengthMm, count } = line;
  const p = grid.pointsMm;
  const [px, py, pz] = [p[3 * node], p[3 * node + 1], p[3 * node + 2]];
  let best = Infinity;
  let along = arcLengthMm[k];
  for (let side = -1; side <= 0; side++) {
    const a = (k + side + count) % count;
    const b = (a + 1) % count;
    const [ax, ay, az] = [q[3 * a], q[3 * a + 1], q[3 * a + 2]];
    const [ux, uy, uz] = [q[3 * b] - ax, q[3 * b + 1] - ay, q[3 * b + 2] - az];
    const [wx, wy, wz] = [px - ax, py - ay, pz - az];
    const t = nearestShare(wx, wy, wz, ux, uy, uz);
    const square = (wx - t * ux) ** 2 + (wy - t * uy) ** 2 + (wz - t * uz) ** 2;
    if (square < best) {
      best = square;
      // The nape, where left meets right, has no middle value.
      const step = arcLengthMm[b] - arcLengthMm[a];
      along = arcLengthMm[a] + (step > 0 ? t * step : 0);
    }
  }
  out[0] = Math.sqrt(best);
  out[1] = along;
}

/** Distance to the line and way along it, at every node. */
export function lineField(line: Hairline, grid: ChartGrid): SignedDistanceField {
  const nodes = GRID * GRID;
  const inside = new Uint8Array(nodes);
  fillInside(line, grid, inside);
  const nearest = new Int16Array(nodes).fill(-1);
  const squareMm2 = new Float32Array(nodes).fill(Infinity);
  sweepNearest(line, grid, nearest, squareMm2);
  const insideMm = new Float32Array(nodes);
  const arcLengthMm = new Float32Array(nodes);
  const out = new Float64Array(2);
  for (let j = 0; j < GRID; j++) {
    for (let node = j * GRID + grid.from[j]; node < j * GRID + grid.to[j]; node++) {
      const k = nearest[node];
      if (squareMm2[node] < NEAR_MM * NEAR_MM) {
        refine(line, grid, node, k, out);
      } else {
        out[0] = Math.sqrt(squareMm2[node]);
        out[1] = line.arcLengthMm[k];
      }
      insideMm[node] = inside[node] === 1 ? out[0] : -out[0];
      arcLengthMm[node] = out[1];
    }
  }
  return { insideMm, arcLengthMm: arcLengthMm };
}
