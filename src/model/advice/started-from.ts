import type { Coverage, Pigment } from '~/model/design/choices';
import type { Design } from '~/model/design/design';
import { lookOf, withLook } from '~/model/design/looks';
import type { LookShift } from '~/model/design/looks';
import { applyPigment, isAsBrought } from '~/model/design/pigment-presets';
import { CHOICES, HAIRLINE_HEIGHT_MM } from '~/model/design/settings';

/** What a design of this photo starts from, because of the head and what grows on it. All else starts as it always does. */
export interface FirstChoice {
  readonly coverage: Coverage;
  readonly pigment: Pigment;
  /** Where the looks stand on this head; null: nothing is known of it, and the line is the shape's own. */
  readonly look: LookShift | null;
}

/** Where nothing is known of the photo. */
export const USUAL_CHOICE: FirstChoice = {
  coverage: CHOICES.coverage.initial,
  pigment: CHOICES.pigment.initial,
  look: null,
};

/** Nobody has moved the line from where it stood before. */
function hasFirstLine(design: Design, { look }: FirstChoice): boolean {
  if (look !== null) return lookOf(design, look) === 'usual';
  const { shape, hairlineHeightMm, templeRecessionMm, handles, points, build } = design;
  return (
    shape === CHOICES.shape.initial &&
    hairlineHeightMm === HAIRLINE_HEIGHT_MM[build] &&
    templeRecessionMm === null &&
    points.length + Object.keys(handles).length === 0
  );
}

/** The design with the first choices of a photo, but for what somebody has chosen otherwise since those before. */
export function startedFrom(design: Design, first: FirstChoice, before: FirstChoice = USUAL_CHOICE): Design {
  const pigmented =
    isAsBrought(design, before.pigment) && first.pigment !== before.pigment
      ? applyPigment(design, first.pigment)
      : design;
  const covered =
    design.coverage === before.coverage && first.coverage !== before.coverage
      ? { ...pigmented, coverage: first.coverage }
      : pigmented;
  return first.look !== null && hasFirstLine(design, before) ? withLook(covered, 'usual', first.look) : covered;
}
