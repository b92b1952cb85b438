import type { Guess } from '~/model/fit/fit-head';
import { maskAt } from '~/model/raster/photo-map';
import type { OutlineMask } from '~/model/raster/photo-map';
import { projectPinhole } from '~/model/view/camera';
import type { PersonField } from './guess-from-outline';

/** Of heads that are upright a neck is seen, so far under the middle of the skull, mm, and no wider than this. */
const NECK_FROM_MM = 90;
const NECK_TO_MM = 140;
const NECK_MM = 145;
/** The upper end of an ear: within so much the person grows wider by so much, but not as by a shoulder, mm. */
const EAR_WITHIN_MM = 15;
const EAR_WIDER_MM = 7;
const SHOULDER_WIDER_MM = 28;
/** It is looked for between these, below the middle of the skull; of an upright head it begins lower than this, mm. */
const EAR_FROM_MM = -40;
const EAR_TO_MM = 60;
const EAR_UPRIGHT_MM = -8;
const STEP_MM = 3;
const FARTHEST_MM = 160;

/** Whether the person narrows to a neck below a head that lies on them; of one seen from above, shoulders come at once. */
function hasNeck({ columns, rows, pxPerPlace, insidePx }: PersonField, { pose, cranium }: Guess): boolean {
  const middle = projectPinhole(pose, cranium.centre);
  const pxPerMm = pose.focalPx / middle.depthMm;
  const row = (mm: number): number => Math.floor((middle.yPx + mm * pxPerMm) / pxPerPlace);
  for (let j = row(NECK_FROM_MM); j <= Math.min(row(NECK_TO_MM), rows - 1); j++) {
    const person = insidePx.subarray(j * columns, (j + 1) * columns).filter((inside) => inside > 0);
    if (person.length > 0 && person.length * pxPerPlace < NECK_MM * pxPerMm) return true;
  }
  return false;
}

/** How far below the middle of the skull the ears begin, mm, the mean of those that are seen; null where none is. */
function earsBegin(outline: OutlineMask, { pose, cranium }: Guess): number | null {
  const middle = projectPinhole(pose, cranium.centre);
  const pxPerMm = pose.focalPx / middle.depthMm;
  const widthAt = (belowMm: number, side: number): number => {
    for (let mm = 0; mm < FARTHEST_MM; mm++) {
      const share = maskAt(outline, middle.xPx + side * mm * pxPerMm, middle.yPx + belowMm * pxPerMm);
      if (share === null || share < 0.5) return mm;
    }
    return FARTHEST_MM;
  };
  const found = [-1, 1].flatMap((side) => {
    for (let mm = EAR_FROM_MM; mm < EAR_TO_MM; mm += STEP_MM) {
      const wider = widthAt(mm + EAR_WITHIN_MM, side) - widthAt(mm, side);
      if (wider > SHOULDER_WIDER_MM) return [];
      if (wider > EAR_WIDER_MM) return [mm];
    }
    return [];
  });
  return found.length === 0 ? null : found.reduce((sum, mm) => sum + mm, 0) / found.length;
}

/**
 * Whether a head that was laid as one from behind is upright: by its ears, which lie higher in the picture of one that is bowed to the
 * camera, or, where none is seen, by its neck.
 */
export function isUpright(field: PersonField, outline: OutlineMask, guess: Guess): boolean {
  const ears = earsBegin(outline, guess);
  return ears === null ? hasNeck(field, guess) : ears > EAR_UPRIGHT_MM;
}
