import { memoEach, memoFew } from '~/model/base/memo';
import type { SizePx } from '~/model/base/units';
import type { Build } from '~/model/design/choices';
import type { Design } from '~/model/design/design';
import type { OutlineMask } from '~/model/raster/photo-map';
import type { HeadInView } from '~/model/view/view';
import type { FaceReading, HeadReading } from '~/model/view/head-reading';
import { followOutline } from '~/model/view/outline-warp';
import { fitHead } from './fit-head';
import { correctHead } from './place-by-hand';
import { sizedByKnownLength } from './size-by-known-length';

/** Outlines of one face that are asked for in turn: as read, as mended in two ways; and the other build. */
const KNOWN = 4;

const ofFace = memoEach((face: FaceReading) =>
  memoFew(KNOWN, (build: Build, photo: SizePx, outline: OutlineMask | null, focalPx: number | null) =>
    fitHead({ photo, face, outline, focalPx }, build),
  ),
);

/**
 * The head as one photo by itself shows it, found once for what was read of its face: it is asked for as the photo is read, looked at,
 * compared with others, and at each mark that is tapped in any photo of the head.
 */
export const fitAlone = (reading: HeadReading, build: Build): HeadInView => {
  const { face, photo, outline, focalPx } = reading;
  return face === null ? fitHead(reading, build) : ofFace(face)(build, photo, outline, focalPx);
};

/** The head as understood, corrected, and in the size that a known length tells. One placed by hand follows the outline that was read around it afterwards. */
export function headOf(
  reading: HeadReading,
  { build, head, knownLength }: Pick<Design, 'build' | 'head' | 'knownLength'>,
): HeadInView {
  const fit = correctHead(fitAlone(reading, build), head);
  const { outline } = reading;
  const follows = fit.source === 'hand' && outline !== null && head.followOutline;
  return sizedByKnownLength(follows ? followOutline(fit, outline) : fit, knownLength);
}
