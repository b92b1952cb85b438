import type { Direction } from '~/model/base/units';

/** A place in the flat chart of the scalp: the crown at (0, 0), forehead towards +v, subject's left towards +u. */
export interface ChartPoint {
  readonly u: number;
  readonly v: number;
}

/** Radius of the chart's circle (straight down from the centre). The level of the centre lies at √2. */
export const CHART_RADIUS = 2;

/**
 * Lambert's azimuthal equal-area chart about +Y: equal solid angles get equal areas, and it needs no more than
 * + − × ÷ √, so that every browser agrees. (x, y, z) is a unit vector.
 */
export function toChart({ x, y, z }: Direction): ChartPoint {
  const scale = Math.sqrt(2 / Math.max(1 + y, 1e-12));
  return { u: x * scale, v: z * scale };
}

/** Back from the chart. Outside its circle: the nearest place on the rim. */
export function fromChart(u: number, v: number): Direction {
  const square = u * u + v * v;
  if (square >= CHART_RADIUS * CHART_RADIUS) return { x: 0, y: -1, z: 0 };
  const scale = Math.sqrt(1 - square / 4);
  return { x: u * scale, y: 1 - square / 2, z: v * scale };
}
