import { chartGridOf, GRID } from './chart-grid';
import { topWeight } from './coverage-zones';
import { densityField, lineWeight } from './density-field';
import type { Design } from './design';
import type { HeadFit } from './head';
import { MM2_PER_CM2 } from './units';

/** What a design comes to on the whole head, seen or not. */
export interface TreatmentTotals {
  readonly dots: number;
  readonly areaCm2: number;
}

/** Skin counts as treated where at least this share of the density is wanted. */
const TREATED_WEIGHT = 0.1;

/**
 * Dots and treated skin of the whole head, by adding up the chart grid with each node's own skin. Hair that the photo
 * shows is not known all round, so existing hair takes nothing off; between hair, the top counts.
 */
export function totalsOf(design: Design, fit: HeadFit): TreatmentTotals {
  const grid = chartGridOf(fit.cranium);
  const field = densityField(design, fit);
  let [dots, areaMm2] = [0, 0];
  for (let node = 0; node < GRID * GRID; node++) {
    const skinMm2 = grid.areaMm2[node];
    if (skinMm2 === 0) continue;
    const top = topWeight(fit.cranium, grid.pointsMm[3 * node + 1]);
    const own = lineWeight(field, field.line.insideMm[node], field.line.alongMm[node], top, 0);
    const weight = field.strokes === null ? own : Math.max(own * field.strokes.kept[node], field.strokes.added[node]);
    dots += (weight * design.densityPerCm2 * skinMm2) / MM2_PER_CM2;
    if (weight >= TREATED_WEIGHT) areaMm2 += skinMm2;
  }
  return { dots: Math.round(dots), areaCm2: areaMm2 / MM2_PER_CM2 };
}
