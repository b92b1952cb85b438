import { memoEach } from '~/model/base/memo';
import { clamp } from '~/model/maths/numbers';
import { boxOf } from '~/model/view/silhouette-line';
import type { HeadInView } from '~/model/view/view';

/** The middle of the head stays so far inside the photo, share of its width: half a wipe always has two sides. Our choice. */
const LEAST_SIDE = 0.1;

const middleOf = memoEach((fit: HeadInView): number => {
  const { left, right } = boxOf(fit);
  return (left + right) / 2;
});

/** Where half of a wipe lies, share of the photo's width: the middle of the head, or of the photo where none is known. */
function halfAt(fit: HeadInView | null, widthPx: number): number {
  if (fit === null) return 0.5;
  const share = middleOf(fit) / widthPx;
  return Number.isFinite(share) ? clamp(share, LEAST_SIDE, 1 - LEAST_SIDE) : 0.5;
}

/** How much of the photo's width is bare at so many percent: 0 none, 50 up to the middle of the head, 100 all. */
export function wipeShare(percent: number, fit: HeadInView | null, widthPx: number): number {
  const half = halfAt(fit, widthPx);
  return percent <= 50 ? (percent / 50) * half : half + ((percent - 50) / 50) * (1 - half);
}

/** The other way round: the percent of a place in the photo, 0..100. */
export function wipePercentAt(xPx: number, fit: HeadInView | null, widthPx: number): number {
  const half = halfAt(fit, widthPx);
  const share = clamp(xPx / widthPx, 0, 1);
  return share <= half ? (50 * share) / half : 50 + (50 * (share - half)) / (1 - half);
}
