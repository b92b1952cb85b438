import { MM2_PER_CM2 } from '~/model/base/units';
import { besideHair, partingWeight, topWeight } from '~/model/density/coverage-zones';
import { densityField, lineWeight } from '~/model/density/density-field';
import { zoneDensity } from '~/model/density/zone-field';
import { ZONES } from '~/model/design/choices';
import type { Zone } from '~/model/design/choices';
import type { Design } from '~/model/design/design';
import { chartGridOf, GRID } from '~/model/head/chart-grid';
import type { HeadInView } from '~/model/view/view';
import type { HairMap } from '~/model/raster/photo-map';
import { hairOnChart, sightOnChart } from './hair-on-chart';

/** What a design comes to in one zone, seen or not. */
export interface ZoneTotals {
  readonly dots: number;
  readonly areaCm2: number;
  /** Dots there would be at 100 % of the design's density. */
  readonly fullDots: number;
}

/** What a design comes to on the whole head, seen or not. */
export interface TreatmentTotals {
  readonly dots: number;
  readonly areaCm2: number;
  /** Of them what the photo shows. The rest is an estimate. */
  readonly inSight: { readonly dots: number; readonly areaCm2: number };
  readonly zones: Readonly<Record<Zone, ZoneTotals>>;
}

/** Skin counts as treated where at least this share of the density is wanted. Our choice. */
const TREATED_WEIGHT = 0.1;

/**
 * Dots and treated skin of the whole head and of its zones, by adding up the chart grid with each node's own skin. Existing
 * hair takes off what it takes off the picture; where the photo does not show the head it is guessed from the other side.
 */
export function totalsOf(design: Design, fit: HeadInView, hairMap: HairMap | null): TreatmentTotals {
  const grid = chartGridOf(fit.cranium);
  const field = densityField(design, fit);
  const { strokes, hairline, skull, zones } = field;
  const inZones = ZONES.map((zone) => (zone === 'hairline' ? hairline : skull[zone]));
  const sight = sightOnChart(fit);
  let [seenDots, seenMm2] = [0, 0];
  const read = hairMap === null ? null : hairOnChart(fit, hairMap);
  const fullDots = new Float64Array(ZONES.length);
  const areaMm2 = new Float64Array(ZONES.length);
  for (let node = 0; node < GRID * GRID; node++) {
    const skinMm2 = grid.areaMm2[node];
    if (skinMm2 === 0) continue;
    const x = grid.pointsMm[3 * node];
    const y = grid.pointsMm[3 * node + 1];
    const z = grid.pointsMm[3 * node + 2];
    const top = topWeight(fit.cranium, y);
    const parting = design.coverage === 'partLine' ? partingWeight(fit.cranium, design.partingWidthMm, x, y, z) : 0;
    const found = read === null ? 0 : read[node];
    const hair = strokes?.hair == null ? found : found * strokes.hair.kept[node] + strokes.hair.marked[node];
    const own = lineWeight(field, field.line.insideMm[node], field.line.arcLengthMm[node], top, parting, hair);
    const weight =
      strokes === null
        ? own
        : Math.max(own * strokes.kept[node], strokes.added[node] * besideHair(hair, field.equalHair));
    if (weight === 0) continue;
    const dots = (weight * design.densityPerCm2 * skinMm2) / MM2_PER_CM2;
    const treatedMm2 = weight * (zones?.density[node] ?? 1) >= TREATED_WEIGHT ? skinMm2 : 0;
    if (sight[node] === 1) {
      seenDots += dots * (zones?.density[node] ?? 1);
      seenMm2 += treatedMm2;
    }
    for (let zone = 0; zone < ZONES.length; zone++) {
      const share = zone === 0 ? hairline[node] : (1 - hairline[node]) * inZones[zone][node];
      fullDots[zone] += share * dots;
      areaMm2[zone] += share * treatedMm2;
    }
  }
  const totals = ZONES.map((zone, i) => ({
    dots: fullDots[i] * zoneDensity(design, zone),
    areaCm2: areaMm2[i] / MM2_PER_CM2,
    fullDots: fullDots[i],
  }));
  return {
    dots: Math.round(totals.reduce((sum, { dots }) => sum + dots, 0)),
    areaCm2: totals.reduce((sum, { areaCm2 }) => sum + areaCm2, 0),
    inSight: { dots: Math.round(seenDots), areaCm2: seenMm2 / MM2_PER_CM2 },
    zones: Object.fromEntries(ZONES.map((zone, i) => [zone, totals[i]])) as Record<Zone, ZoneTotals>,
  };
}
