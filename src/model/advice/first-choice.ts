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
import { USUAL_CHOICE } from './started-from';
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
 * Linear light from which skin is burnt out, and the least ln(R/B) that it has in a picture with colours. Ours (docs/model.md, Reading a
 * photo).
 */
const BURNT = 0.93;
const COLOURED = 0.1;

/** Whether skin of this colour tells its tone: not where it is burnt to white, nor in a picture without colours. */
const tellsTone = ({ skin: [red, green, blue], light }: Pick<SkinReading, 'skin' | 'light'>): boolean =>
  green < BURNT && Math.abs(Math.log((red * light[2]) / (blue * light[0]))) > COLOURED;

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
  const { pigment } = tellsTone(skin) ? suggestPigment(design, estimateTone(skin).itaDegrees, stubble) : USUAL_CHOICE;
  return {
    coverage: firstCoverage(grownHair(design, fit, hair)),
    pigment,
    look: heldBack(design, fit, hair),
  };
}
