import { chartGridOf } from '~/model/head/chart-grid';
import type { ChartGrid } from '~/model/head/chart-grid';
import { bandWeight, coverageWeight, equalHair } from './coverage-zones';
import type { Design } from '~/model/design/design';
import { hairlineOf } from '~/model/hairline/hairline';
import type { Hairline } from '~/model/hairline/hairline';
import type { Cranium, Head } from '~/model/head/head';
import { edgeEntry, edgeWeight, lineEdge } from './line-edge';
import type { LineEdge } from './line-edge';
import { lineField } from './signed-distance-field';
import type { SignedDistanceField } from './signed-distance-field';
import { memoLast } from '~/model/base/memo';
import type { Coverage } from '~/model/design/choices';
import { hairlineShare, skullZonesOf } from './scalp-zones';
import type { SkullZones } from './scalp-zones';
import { strokeField } from './stroke-field';
import type { StrokeField } from './stroke-field';
import { zoneField } from './zone-field';
import type { ZoneField } from './zone-field';

/** What a design wants everywhere on one head: line, edge and paint over the chart grid. */
export interface DensityField {
  readonly grid: ChartGrid;
  readonly line: SignedDistanceField;
  readonly edge: LineEdge;
  readonly strokes: StrokeField | null;
  readonly coverage: Coverage;
  /** Shares of the zones at every node. */
  readonly hairline: Float32Array;
  readonly skull: SkullZones;
  /** null while the zones are alike. */
  readonly zones: ZoneField | null;
  /** Existing hair, 0..1, beside which nothing is missing (coverage-zones.ts). */
  readonly equalHair: number;
}

/** What depends on the line alone, over the chart grid. */
interface LineOnGrid {
  readonly line: Hairline;
  readonly grid: ChartGrid;
  readonly seen: SignedDistanceField;
  readonly hairline: Float32Array;
}

const sameNumbers = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);

/** Whether two lines run through the very same places: a design with another density has a line of its own that does. */
const sameLine = (a: Hairline, b: Hairline): boolean =>
  sameNumbers(a.pointsMm, b.pointsMm) &&
  sameNumbers(a.directions, b.directions) &&
  sameNumbers(a.arcLengthMm, b.arcLengthMm) &&
  JSON.stringify(a.points) === JSON.stringify(b.points);

let lastLine: LineOnGrid | null = null;

/** The same objects while the line runs where it ran last. */
function lineOnGrid(line: Hairline, grid: ChartGrid, cranium: Cranium): LineOnGrid {
  if (lastLine?.grid !== grid || !sameLine(lastLine.line, line)) {
    const seen = lineField(line, grid);
    lastLine = { line, grid, seen, hairline: hairlineShare(line, seen, cranium) };
  }
  return lastLine;
}

/** Kept for the last design and head, because dots and totals both ask for it in every frame of a drag. */
export const densityField = memoLast((design: Design, head: Head): DensityField => {
  const grid = chartGridOf(head.cranium);
  const line = hairlineOf(design, head);
  const { seen, hairline } = lineOnGrid(line, grid, head.cranium);
  const skull = skullZonesOf(head.cranium);
  return {
    grid,
    line: seen,
    hairline,
    skull,
    zones: zoneField(design, hairline, skull),
    edge: lineEdge(design, line),
    strokes: strokeField(design.strokes, grid),
    coverage: design.coverage,
    equalHair: equalHair(design),
  };
});

/** Edge weight times that of the coverage at a depth and a way along the line. */
export function lineWeight(
  { edge, coverage, equalHair: equal }: DensityField,
  insideMm: number,
  arcLengthMm: number,
  top: number,
  parting: number,
  hair: number,
): number {
  if (insideMm < -edge.mostForwardMm) return 0;
  const entry = edgeEntry(arcLengthMm);
  const rim = edgeWeight(edge, insideMm + edge.forwardMm[entry], entry);
  if (rim === 0) return 0;
  return rim * coverageWeight(coverage, bandWeight(insideMm) * edge.temples[entry], top, parting, hair, equal);
}
