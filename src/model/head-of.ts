import type { Design } from './design';
import { fitHead } from './fit-head';
import type { HeadFit, HeadReading } from './head';
import { sizedByKnownLength } from './known-length';
import { memoLast } from './memo-last';
import { followOutline } from './outline-warp';
import { correctHead } from './place-head';

const found = memoLast(fitHead);

/** The head as understood, corrected, and in the size that a known length tells. One placed by hand follows the outline that was read around it afterwards. */
export function headOf(
  reading: HeadReading,
  { build, head, knownLength }: Pick<Design, 'build' | 'head' | 'knownLength'>,
): HeadFit {
  const fit = correctHead(found(reading, build), head);
  const { outline } = reading;
  const follows = fit.source === 'hand' && outline !== null && head.followOutline;
  return sizedByKnownLength(follows ? followOutline(fit, outline) : fit, knownLength);
}
