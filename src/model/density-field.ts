import { chartGridOf } from './chart-grid';
import type { ChartGrid } from './chart-grid';
import { bandWeight, equalHair, zoneWeight } from './coverage-zones';
import type { Design } from './design';
import { hairlineOf } from './hairline';
import type { HeadFit } from './head';
import { edgeEntry, lineEdge } from './line-edge';
import type { LineEdge } from './line-edge';
import { lineField } from './line-field';
import type { LineField } from './line-field';
import { memoLast } from './memo-last';
import type { Coverage } from './params';
import { strokeField } from './stroke-field';
import type { StrokeField } from './stroke-field';
import { smoothstep } from './units';

/** What a design wants everywhere on one head: line, edge and paint over the chart grid. */
export interface DensityField {
  readonly grid: ChartGrid;
  readonly line: LineField;
  readonly edge: LineEdge;
  readonly strokes: StrokeField | null;
  readonly coverage: Coverage;
  /** Existing hair, 0..1, beside which nothing is missing (coverage-zones.ts). */
  readonly equalHair: number;
}

/** Kept for the last design and head, because dots and totals both ask for it in every frame of a drag. */
export const densityField = memoLast((design: Design, fit: HeadFit): DensityField => {
  const grid = chartGridOf(fit.cranium);
  const line = hairlineOf(design, fit);
  return {
    grid,
    line: lineField(line, grid),
    edge: lineEdge(design, line),
    strokes: strokeField(design.strokes, grid),
    coverage: design.coverage,
    equalHair: equalHair(design.densityPerCm2),
  };
});

/**
 * Density weight of the edge, 0..1, at a depth behind the (irregular) edge: nothing in front of it, the style's weight at
 * it, rising as a smoothstep over the depth of the transition zone.
 */
export const edgeWeight = ({ weight, depthMm }: LineEdge, insideMm: number): number =>
  insideMm < 0 ? 0 : weight + (1 - weight) * smoothstep(0, depthMm, insideMm);

/** Edge weight times zone weight at a depth and a way along the line. */
export function lineWeight(
  { edge, coverage, equalHair: equal }: DensityField,
  insideMm: number,
  alongMm: number,
  top: number,
  hair: number,
): number {
  if (insideMm < -edge.mostForwardMm) return 0;
  const entry = edgeEntry(alongMm);
  const rim = edgeWeight(edge, insideMm + edge.forwardMm[entry]);
  return rim === 0 ? 0 : rim * zoneWeight(coverage, bandWeight(insideMm) * edge.temples[entry], top, hair, equal);
}
