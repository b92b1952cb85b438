import type { Coverage, Pigment } from '~/model/design/choices';
import type { Design } from '~/model/design/design';
import { applyPigment, isAsBrought } from '~/model/design/pigment-presets';
import { CHOICES } from '~/model/design/settings';
import { firstCoverage, grownHair } from '~/model/hair/first-coverage';
import type { StubbleReading } from '~/model/occlusion/read-stubble';
import type { HairMap } from '~/model/raster/photo-map';
import { estimateTone } from '~/model/skin/estimate-tone';
import type { SkinReading } from '~/model/skin/skin-reading';
import type { HeadInView } from '~/model/view/view';
import { suggestPigment } from './pigment-advice';

/** What a design of this photo starts from, because of what grows on the head. All else starts as it always does. */
export interface FirstChoice {
  readonly coverage: Coverage;
  readonly pigment: Pigment;
}

/** Where nothing is known of the photo. */
export const USUAL_CHOICE: FirstChoice = {
  coverage: CHOICES.coverage.initial,
  pigment: CHOICES.pigment.initial,
};

/** Coverage by how much hair is grown, pigment by the photo's own stubble where there is enough of it. */
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
    pigment: stubble === null ? USUAL_CHOICE.pigment : suggestPigment(design, itaDegrees, stubble).pigment,
  };
}

/** The design with the first choices of a photo, but for what somebody has chosen otherwise since those before. */
export function startedFrom(design: Design, first: FirstChoice, before: FirstChoice = USUAL_CHOICE): Design {
  const started =
    isAsBrought(design, before.pigment) && first.pigment !== before.pigment
      ? applyPigment(design, first.pigment)
      : design;
  return design.coverage === before.coverage && first.coverage !== before.coverage
    ? { ...started, coverage: first.coverage }
    : started;
}
