import { memoLast } from '~/model/base/memo';
import type { Design } from '~/model/design/design';
import type { HeadInView } from '~/model/view/view';
import type { HeadReading } from '~/model/view/head-reading';
import { followOutline } from '~/model/view/outline-warp';
import { fitHead } from './fit-head';
import { correctHead } from './place-by-hand';
import { sizedByKnownLength } from './size-by-known-length';

const found = memoLast(fitHead);

/** The head as understood, corrected, and in the size that a known length tells. One placed by hand follows the outline that was read around it afterwards. */
export function headOf(
  reading: HeadReading,
  { build, head, knownLength }: Pick<Design, 'build' | 'head' | 'knownLength'>,
): HeadInView {
  const fit = correctHead(found(reading, build), head);
  const { outline } = reading;
  const follows = fit.source === 'hand' && outline !== null && head.followOutline;
  return sizedByKnownLength(follows ? followOutline(fit, outline) : fit, knownLength);
}
