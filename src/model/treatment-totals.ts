import { chartGridOf, GRID } from './chart-grid';
import { topWeight } from './coverage-zones';
import { densityField, lineWeight } from './density-field';
import type { Design } from './design';
import { hairOnChart } from './hair-on-chart';
import type { HairMap, HeadFit } from './head';
import { MM2_PER_CM2 } from './units';

/** What a design comes to on the whole head, seen or not. */
export interface TreatmentTotals {
  readonly dots: number;
  readonly areaCm2: number;
}

/** Skin counts as treated where at least this share of the density is wanted. */
const TREATED_WEIGHT = 0.1;

/**
 * Dots and treated skin of the whole head, by adding up the chart grid with each node's own skin. Existing hair takes off
 * what it takes off the picture; where the photo does not show the head it is guessed from the other side.
 */
export function totalsOf(design: Design, fit: HeadFit, hairMap: HairMap | null): TreatmentTotals {
  const grid = chartGridOf(fit.cranium);
  const field = densityField(design, fit);
  const { strokes } = field;
  const read = hairMap === null ? null : hairOnChart(fit, hairMap);
  let [dots, areaMm2] = [0, 0];
  for (let node = 0; node < GRID * GRID; node++) {
    const skinMm2 = grid.areaMm2[node];
    if (skinMm2 === 0) continue;
    const top = topWeight(fit.cranium, grid.pointsMm[3 * node + 1]);
    const found = read === null ? 0 : read[node];
    const hair = strokes?.hair == null ? found : found * strokes.hair.kept[node] + strokes.hair.marked[node];
    const own = lineWeight(field, field.line.insideMm[node], field.line.alongMm[node], top, hair);
    const weight = strokes === null ? own : Math.max(own * strokes.kept[node], strokes.added[node] * (1 - hair));
    dots += (weight * design.densityPerCm2 * skinMm2) / MM2_PER_CM2;
    if (weight >= TREATED_WEIGHT) areaMm2 += skinMm2;
  }
  return { dots: Math.round(dots), areaCm2: areaMm2 / MM2_PER_CM2 };
}
