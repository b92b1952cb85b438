import { clearOfEars, clearOfFace } from '~/model/head/bare-skin';
import { surfacePoint } from '~/model/head/cranium';
import { fromChart } from '~/model/head/scalp-chart';
import type { Direction, PointPx } from '~/model/base/units';
import { cameraPlace, facing, projectPoint } from '~/model/view/camera';
import { LANDMARKS } from '~/model/view/head-reading';
import type { FaceReading } from '~/model/view/head-reading';
import type { HeadInView } from '~/model/view/view';

/** A part of a photo at another size: a place of the photo, less its left and top, times this, is a place of the picture. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  /** Px of the picture for each px of the photo. */
  readonly scale: number;
}

/** One head in one picture: how the photo sees it, its face, and the part that the picture shows. */
export interface SeenHead {
  readonly fit: HeadInView;
  readonly face: FaceReading | null;
  readonly crop: Crop;
}

/** Skin seen flatter than this (cosine) is at the rim: it is neither registered by nor measured. */
const LEAST_COSINE = 0.3;
/** Every so many landmarks of the face are enough to register by. */
const LANDMARK_STEP = 4;

/** A place of the scalp in both pictures, px of each. */
export interface SamePlace {
  readonly direction: Direction;
  /** Head frame, mm. */
  readonly heightMm: number;
  readonly sideMm: number;
  readonly real: PointPx<'still'>;
  readonly plan: PointPx<'still'>;
}

const inCrop = ({ left, top, scale }: Crop, { xPx, yPx }: PointPx): PointPx<'still'> => ({
  xPx: (xPx - left) * scale,
  yPx: (yPx - top) * scale,
});

/** How well a head shows a place of its skin, cosine; 0 on the face and behind an ear. */
function sight({ fit }: SeenHead, direction: Direction): number {
  const { xMm, yMm, zMm } = surfacePoint(fit.cranium, direction);
  if (clearOfFace(yMm, zMm) < 0.5) return 0;
  const cosine = facing(fit, direction);
  return cosine > LEAST_COSINE && clearOfEars(fit.cranium, cameraPlace(fit.pose), xMm, yMm, zMm) > 0.5 ? cosine : 0;
}

/**
 * Places of forehead and scalp that both pictures show, so far apart on the chart (head/scalp-chart.ts; .035 is about 3 mm). By
 * direction from the skull's middle: the same place of the skin, however large each photo takes the head to be.
 */
export function scalpPlaces(real: SeenHead, plan: SeenHead, step: number): readonly SamePlace[] {
  const places: SamePlace[] = [];
  const seenAt = ({ fit, crop }: SeenHead, direction: Direction): PointPx<'still'> =>
    inCrop(crop, projectPoint(fit, surfacePoint(fit.cranium, direction)));
  const reach = 1.7;
  for (let u = -reach; u <= reach; u += step) {
    for (let v = -reach; v <= reach; v += step) {
      const direction = fromChart(u, v);
      if (sight(real, direction) === 0 || sight(plan, direction) === 0) continue;
      const { xMm, yMm } = surfacePoint(plan.fit.cranium, direction);
      places.push({
        direction,
        heightMm: yMm,
        sideMm: xMm,
        real: seenAt(real, direction),
        plan: seenAt(plan, direction),
      });
    }
  }
  return places;
}

/** The steps of the scalp's places that a picture is registered by, in units of the chart: about 9 mm. */
const REGISTERED_STEP = 0.1;

/** Places that both pictures show, 4 × n numbers: x and y in the real one, x and y in the plan's, px. */
export function pairedPlaces(real: SeenHead, plan: SeenHead): Float64Array {
  const pairs: number[] = [];
  if (real.face !== null && plan.face !== null) {
    const [seen, planned] = [real.face.landmarksPx, plan.face.landmarksPx];
    for (let k = 0; k < LANDMARKS; k += LANDMARK_STEP) {
      const from = inCrop(real.crop, { xPx: seen[3 * k], yPx: seen[3 * k + 1] });
      const to = inCrop(plan.crop, { xPx: planned[3 * k], yPx: planned[3 * k + 1] });
      pairs.push(from.xPx, from.yPx, to.xPx, to.yPx);
    }
  }
  for (const { real: from, plan: to } of scalpPlaces(real, plan, REGISTERED_STEP))
    pairs.push(from.xPx, from.yPx, to.xPx, to.yPx);
  return Float64Array.from(pairs);
}
