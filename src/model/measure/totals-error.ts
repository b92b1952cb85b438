import { ZONES } from '~/model/design/choices';
import type { Zone } from '~/model/design/choices';
import type { Design } from '~/model/design/design';
import { POSE_UNKNOWNS } from '~/model/fit/head-pose';
import { headShape, SHAPE_NUMBERS, SHAPE_STEP } from '~/model/fit/head-shape';
import type { HeadError } from '~/model/fit/view-to-fit';
import { VIEW_UNKNOWNS } from '~/model/fit/view-rows';
import type { Hairline } from '~/model/hairline/hairline';
import type { HairMap } from '~/model/raster/photo-map';
import type { HeadInView } from '~/model/view/view';
import { MM2_PER_CM2 } from '~/model/base/units';
import { scaleError } from './face-measures';
import { measurementErrorMm } from './measurement-error';
import { totalsOf } from './treatment-totals';
import type { TreatmentTotals } from './treatment-totals';

/** What the areas of a design may be wrong by, cm² (one standard deviation); dots are wrong by the same share of them. */
export interface TotalsError {
  readonly areaCm2: number;
  readonly inSightCm2: number;
  readonly zonesCm2: Readonly<Record<Zone, number>>;
}

/** Zones that are larger or smaller as the line is lower or higher: the hairline's own band goes along with it. */
const BEHIND_LINE: readonly Zone[] = ['frontal'];

/** In the order of ZONES, then in sight, then all, cm². */
const areasOf = ({ zones, inSight, areaCm2 }: TreatmentTotals): readonly number[] => [
  ...ZONES.map((zone) => zones[zone].areaCm2),
  inSight.areaCm2,
  areaCm2,
];

interface FoundHead {
  readonly fit: HeadInView;
  /** What the fit leaves open of it; null: all that heads differ by. */
  readonly error: HeadError | null;
  readonly hairMap: HairMap | null;
}

/**
 * Errors of a design's areas: of the scale, which counts twice in an area; of the head's shape, by how the areas go with each shape
 * number and what the fit leaves open of them together; and of where the line lies up along the skin, `lineMm`, all along its
 * front. Taken to be independent of each other.
 */
export function totalsError(
  design: Design,
  { fit, error, hairMap }: FoundHead,
  totals: TreatmentTotals,
  line: Pick<Hairline, 'pointArcLengthMm'>,
  lineMm: number,
): TotalsError {
  const { cranium, beside } = error?.shape ?? headShape(design.build);
  const on = (skull: typeof cranium): readonly number[] =>
    areasOf(totalsOf(design, { ...fit, cranium: skull }, hairMap));
  const middle = on(cranium);
  const slopes = beside.map((skull) => on(skull).map((area, i) => (area - middle[i]) / SHAPE_STEP));
  const shared = (k: number, l: number): number =>
    error === null ? Number(k === l) : error.covariance[(POSE_UNKNOWNS + k) * VIEW_UNKNOWNS + POSE_UNKNOWNS + l];
  const { leftCorner, rightCorner } = line.pointArcLengthMm;
  const frontCm2 = ((leftCorner - rightCorner) * lineMm) / MM2_PER_CM2;
  const errors = areasOf(totals).map((area, i) => {
    let shape = 0;
    for (let k = 0; k < SHAPE_NUMBERS; k++)
      for (let l = 0; l < SHAPE_NUMBERS; l++) shape += slopes[k][i] * shared(k, l) * slopes[l][i];
    const moves = i >= ZONES.length || BEHIND_LINE.includes(ZONES[i]);
    return measurementErrorMm(area, 2 * scaleError(design), [
      Math.sqrt(Math.max(shape, 0)),
      moves ? Math.min(area, frontCm2) : 0,
    ]);
  });
  return {
    areaCm2: errors[ZONES.length + 1],
    inSightCm2: errors[ZONES.length],
    zonesCm2: Object.fromEntries(ZONES.map((zone, i) => [zone, errors[i]])) as Record<Zone, number>,
  };
}
