import type { Coverage, Pigment } from '~/model/design/choices';
import type { Design } from '~/model/design/design';
import { LOOK_ROWS, lookOf, withLook } from '~/model/design/looks';
import type { LookShift } from '~/model/design/looks';
import { applyPigment, isAsBrought } from '~/model/design/pigment-presets';
import { CHOICES, HAIRLINE_HEIGHT_MM } from '~/model/design/settings';
import { firstCoverage, grownHair } from '~/model/hair/first-coverage';
import { hairFrontOnMap } from '~/model/hair/hair-front';
import type { StubbleReading } from '~/model/occlusion/read-stubble';
import type { HairMap } from '~/model/raster/photo-map';
import { estimateTone } from '~/model/skin/estimate-tone';
import type { SkinReading } from '~/model/skin/skin-reading';
import type { HeadInView } from '~/model/view/view';
import { suggestPigment } from './pigment-advice';
import { lineLimits } from './second-opinion';

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

/**
 * By how much the looks are held back on this head: so that the usual one goes with the hair that is there and with the
 * thirds of the face, and gets no note. Careful and bold keep their distance from it, and bold may earn a note.
 */
export function heldBack(design: Design, fit: HeadInView, hair: HairMap | null): LookShift {
  const hairFrontMm = hair === null ? null : hairFrontOnMap(fit, hair);
  const { leastMm, mostMm } = lineLimits({ head: fit, hairFrontMm }, design.build);
  const usualMm = LOOK_ROWS[design.build].usual.middleMm;
  return { shiftMm: Math.max(leastMm, Math.min(usualMm, mostMm)) - usualMm };
}

/**
 * Coverage by how much hair is grown; the pigment that suits the photo's own stubble, or else its skin; the usual line, held
 * back by hair and face.
 */
export function firstChoice(
  design: Design,
  fit: HeadInView,
  skin: Pick<SkinReading, 'skin' | 'light'>,
  hair: HairMap,
  stubble: StubbleReading | null,
): FirstChoice {
  const { itaDegrees } = estimateTone(skin);
  return {
    coverage: firstCoverage(grownHair(design, fit, hair)),
    pigment: suggestPigment(design, itaDegrees, stubble).pigment,
    look: heldBack(design, fit, hair),
  };
}

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
