import type { Design } from '~/model/design/design';
import { LOOK_ROWS } from '~/model/design/looks';
import type { LookShift } from '~/model/design/looks';
import { firstCoverage, grownHair } from '~/model/hair/first-coverage';
import { hairFrontsOnMap, NO_HAIR_FRONTS } from '~/model/hair/hair-front';
import type { StubbleReading } from '~/model/occlusion/read-stubble';
import type { HairMap } from '~/model/raster/photo-map';
import { estimateTone } from '~/model/skin/estimate-tone';
import type { SkinReading } from '~/model/skin/skin-reading';
import type { HeadInView } from '~/model/view/view';
import { suggestPigment } from './pigment-advice';
import { lineLimits } from './second-opinion';
import type { FirstChoice } from './started-from';

/**
 * By how much the looks are held back on this head: so that the usual one goes with the hair that is there and with the
 * thirds of the face, and gets no note. Careful and bold keep their distance from it, and bold may earn a note.
 */
export function heldBack(design: Design, fit: HeadInView, hair: HairMap | null): LookShift {
  const fronts = hair === null ? NO_HAIR_FRONTS : hairFrontsOnMap(fit, hair);
  const { leastMm, mostMm } = lineLimits({ head: fit, ...fronts }, design.build);
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
