import { densityField } from '~/model/density/density-field';
import type { Design } from '~/model/design/design';
import type { SizePx } from '~/model/base/units';
import { degreesBetween } from '~/model/maths/rotation';
import { maskAt } from '~/model/raster/photo-map';
import type { HairMap } from '~/model/raster/photo-map';
import { projectPoint } from '~/model/view/camera';
import { compareZones } from './compare-zones';
import type { HealedReport } from './compare-zones';
import { laidOver, overlayOf } from './lay-over';
import type { Picture } from './lay-over';
import { faceDoubt } from './same-face';
import { pairedPlaces, scalpPlaces } from './same-places';
import type { SeenHead } from './same-places';

/** The plan's side: its head, its pictures bare and treated, and the hair that its photo shows. */
export interface PlanSide extends SeenHead {
  readonly bare: Picture;
  readonly planned: Picture;
  readonly hair: HairMap | null;
}

/** The healed photo's side. */
export interface RealSide extends SeenHead {
  readonly picture: Picture;
}

export interface LaidBeside {
  /**
   * The plan in the pose and crop of the healed photo; transparent where its photo ends. As it is where the two were taken from quite other
   * sides: laid over, it would be torn.
   */
  readonly planned: Picture;
  /** What the two tell in numbers; null: with these doubts nothing can be told. */
  readonly report: HealedReport | null;
  /** What makes the pair less than sure, the gravest first. */
  readonly doubts: readonly PairDoubt[];
}
export type PairDoubt = 'mirrored' | 'otherHead' | 'otherSide';

/** Scalp is measured at places so far apart, in units of the chart: about 3 mm. */
const MEASURED_STEP = 0.035;
/** From sides this far apart two photos show too different parts of a head, degrees. */
const OTHER_SIDE_DEGREES = 28;
/** What the two faces say about the pair; nothing where one of the photos shows none. */
function doubtsOf(real: SeenHead, plan: SeenHead): readonly PairDoubt[] {
  const turn = degreesBetween(real.fit.pose.rotation, plan.fit.pose.rotation);
  if (turn > OTHER_SIDE_DEGREES) return ['otherSide'];
  if (real.face === null || plan.face === null) return [];
  const doubt = faceDoubt({ face: plan.face, fit: plan.fit }, { face: real.face, fit: real.fit });
  return doubt === 'mirrored' || doubt === 'otherHead' ? [doubt] : [];
}

/** How large a mm between the brows is in the picture, px. */
const pxPerMmOf = ({ fit, crop }: SeenHead): number =>
  (crop.scale * fit.pose.focalPx) / projectPoint(fit, fit.face.glabella).depthMm;

/** Lays the plan over the healed photo, and compares as far as the two can be; null: they show nothing of the head alike. */
export function layBeside(real: RealSide, plan: PlanSide, design: Design): LaidBeside | null {
  const doubts = doubtsOf(real, plan);
  if (doubts.includes('otherSide')) return { planned: plan.planned, report: null, doubts };
  const size: SizePx<'still'> = real.picture;
  const overlay = overlayOf(pairedPlaces(real, plan), size);
  if (overlay === null) return null;
  const planned = laidOver(plan.planned, overlay, size);
  if (doubts.length > 0) return { planned, report: null, doubts };
  const pictures = { bare: laidOver(plan.bare, overlay, size), planned, real: real.picture };
  const { left, top, scale } = plan.crop;
  const report = compareZones(
    pictures,
    scalpPlaces(real, plan, MEASURED_STEP),
    pxPerMmOf(real),
    densityField(design, plan.fit),
    ({ plan: { xPx, yPx } }) =>
      plan.hair === null ? 0 : (maskAt(plan.hair, left + xPx / scale, top + yPx / scale) ?? 0),
  );
  return { planned, report, doubts };
}
