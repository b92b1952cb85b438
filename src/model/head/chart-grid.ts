import { memoEach } from '~/model/base/memo';
import type { Direction } from '~/model/base/units';
import { SURFACE_SLOTS, surfaceAt } from './cranium';
import type { Cranium } from './head';
import { CHART_RADIUS, fromChart, toChart } from './scalp-chart';

/** Nodes along one side of the grid over the scalp chart, about 2.5 mm apart on a head. */
export const GRID = 144;
const STEP = (2 * CHART_RADIUS) / (GRID - 1);
/** The chart's rim, straight down through the neck, is left out: no scalp lies there, and neighbours on the chart lie far apart. */
const RIM = 0.985 * CHART_RADIUS;

/** A square grid over the scalp chart, with where its nodes lie on one cranium. Node (i, j) has index j·GRID + i. */
export interface ChartGrid {
  /** 3 × GRID²: places, head frame, mm. */
  readonly pointsMm: Float32Array;
  /** Skin that a node stands for, mm²; 0 at nodes off the chart. */
  readonly areaMm2: Float32Array;
  /** First and one past the last node of each row that lie on the chart. */
  readonly from: Int16Array;
  readonly to: Int16Array;
}

/** Chart coordinate to grid coordinate. */
export const toGrid = (chart: number): number => (chart + CHART_RADIUS) / STEP;

/** The node nearest to a direction. */
export function nodeAt(direction: Direction): number {
  const { u, v } = toChart(direction);
  return Math.round(toGrid(v)) * GRID + Math.round(toGrid(u));
}
const chartOf = (node: number): number => node * STEP - CHART_RADIUS;

function createChartGrid(cranium: Cranium): ChartGrid {
  const pointsMm = new Float32Array(3 * GRID * GRID);
  const areaMm2 = new Float32Array(GRID * GRID);
  const from = new Int16Array(GRID);
  const to = new Int16Array(GRID);
  const surface = new Float64Array(SURFACE_SLOTS);
  for (let j = 0; j < GRID; j++) {
    const v = chartOf(j);
    const half = Math.sqrt(Math.max(RIM * RIM - v * v, 0));
    from[j] = Math.ceil(toGrid(-half));
    to[j] = Math.abs(v) >= RIM ? from[j] : Math.floor(toGrid(half)) + 1;
    for (let i = from[j]; i < to[j]; i++) {
      const { x, y, z } = fromChart(chartOf(i), v);
      surfaceAt(cranium, x, y, z, surface);
      const node = j * GRID + i;
      pointsMm.set(surface.subarray(1, 4), 3 * node);
      // The chart is equal-area: each node stands for STEP² steradians.
      areaMm2[node] = surface[7] * STEP * STEP;
    }
  }
  return { pointsMm, areaMm2, from, to };
}

/** The grid of a cranium, made once for each. */
export const chartGridOf = memoEach(createChartGrid);
