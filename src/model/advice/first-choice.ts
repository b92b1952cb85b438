import type { Coverage, Pigment } from '~/model/design/choices';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { applyPigment } from '~/model/design/pigment-presets';
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
export const USUAL_CHOICE: FirstChoice = { coverage: initialDesign(0).coverage, pigment: initialDesign(0).pigment };

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

const PIGMENTS_OWN = ['densityPerCm2', 'strengthPercent', 'dotSizeMm'] as const;

/** The design with the first choices of a photo, but for what somebody has chosen otherwise since those before. */
export function startedFrom(design: Design, first: FirstChoice, before: FirstChoice = USUAL_CHOICE): Design {
  const usual = applyPigment(design, before.pigment);
  const isUntouched = design.pigment === before.pigment && PIGMENTS_OWN.every((key) => design[key] === usual[key]);
  const started = isUntouched && first.pigment !== before.pigment ? applyPigment(design, first.pigment) : design;
  return design.coverage === before.coverage && first.coverage !== before.coverage
    ? { ...started, coverage: first.coverage }
    : started;
}
