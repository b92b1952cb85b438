import type { PointPx } from '~/model/base/units';
import type { HeadCorrection } from '~/model/design/head-correction';
import { projectPinhole } from '~/model/view/camera';
import { HEAD_MARKS } from '~/model/design/consultation';
import type { HeadMark } from '~/model/design/consultation';
import { markPlace } from '~/model/head/head-marks';
import type { OutlineMask } from '~/model/raster/photo-map';
import { layByOutline, personField } from './guess-from-outline';
import { isUpright } from './is-upright';
import { correctionOf, guessAt, guessOf, layFrom } from './lay-by-marks';
import type { Laid, LaidOn, Marks } from './lay-by-marks';
import type { HeadView } from './view-priors';

/** The head as such a view shows it: by the person's outline, or, without one to go by, where it lies now. */
export function layAsView(on: LaidOn, now: HeadCorrection): HeadCorrection {
  const { photo, outline } = on;
  const laid = outline === null ? null : layByOutline(personField(outline, photo), on);
  if (laid !== null) return correctionOf(laid.guess, on);
  const { pose, cranium } = guessOf(now, on);
  const seen = projectPinhole(pose, cranium.centre);
  return correctionOf(guessAt(on, seen, pose.focalPx / seen.depthMm), on);
}

/** Where these marks of a head are seen as it lies now. */
export function marksSeen(on: Omit<LaidOn, 'view'>, now: HeadCorrection, marks: Marks): Marks {
  const { pose, cranium } = guessOf(now, on);
  const seen = (mark: HeadMark): PointPx => {
    const { xPx, yPx } = projectPinhole(pose, markPlace(cranium, mark));
    return { xPx, yPx };
  };
  return Object.fromEntries(HEAD_MARKS.filter((mark) => mark in marks).map((mark) => [mark, seen(mark)]));
}

/** The head by what was marked of it, gone on from where it lies now, or begun anew where that leads to something likelier. */
export function layByMarks(on: LaidOn, marks: Marks, now: HeadCorrection): HeadCorrection {
  const start = guessOf(now, on);
  const seen = projectPinhole(start.pose, start.cranium.centre);
  const usual = guessAt(on, seen, start.pose.focalPx / seen.depthMm);
  const [a, b] = [start, usual].map((from) => layFrom(from, on, marks));
  return correctionOf((a.unlikely < b.unlikely ? a : b).guess, on);
}

/** A side is told from the back by its outline alone where that fits it so much better. */
const SIDE_MARGIN = 0.4;

/**
 * A head on a person, as far as their outline alone tells: as the view that was said, or, where none was (null), the one it looks
 * like. Front and back look alike, but a front with a face in sight is not asked about.
 */
export function layUnasked(
  seen: Omit<LaidOn, 'view' | 'outline'> & { readonly outline: OutlineMask },
  said: HeadView | null,
): { readonly view: HeadView; readonly head: HeadCorrection } | null {
  const field = personField(seen.outline, seen.photo);
  const as = (view: HeadView): { readonly view: HeadView; readonly laid: Laid } | null => {
    const laid = layByOutline(field, { ...seen, view });
    return laid === null ? null : { view, laid };
  };
  const likelier = (one: ReturnType<typeof as>, other: ReturnType<typeof as>, margin = 0): ReturnType<typeof as> =>
    other !== null && (one === null || other.laid.unlikely + margin < one.laid.unlikely) ? other : one;
  const guessed = (): ReturnType<typeof as> => {
    const back = as('back');
    const side = likelier(back, likelier(as('left'), as('right')), SIDE_MARGIN);
    if (back === null || side !== back || isUpright(field, seen.outline, back.laid.guess)) return side;
    return as('top') ?? back;
  };
  const found = said === null ? guessed() : as(said);
  return found === null ? null : { view: found.view, head: correctionOf(found.laid.guess, seen) };
}
