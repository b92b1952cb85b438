import type { Design } from './design';
import { fitHead } from './fit-head';
import type { HeadFit, HeadReading } from './head';
import { memoLast } from './memo-last';
import { followOutline } from './outline-warp';
import { correctHead } from './place-head';

const found = memoLast(fitHead);

/** The head as understood and corrected. One placed by hand follows the outline that was read around it afterwards. */
export function headOf(reading: HeadReading, { build, head }: Pick<Design, 'build' | 'head'>): HeadFit {
  const fit = correctHead(found(reading, build), head);
  const { outline } = reading;
  return fit.source === 'face' || outline === null || !head.followOutline ? fit : followOutline(fit, outline);
}
