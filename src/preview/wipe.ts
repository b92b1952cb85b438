import { memoEach } from '~/model/base/memo';
import { surfacePoint } from '~/model/head/cranium';
import { tapeOf } from '~/model/head/tape';
import { clamp } from '~/model/maths/numbers';
import { facing, projectPoint } from '~/model/view/camera';
import { boxOf } from '~/model/view/silhouette-line';
import type { HeadInView } from '~/model/view/view';

/** The middle of the head stays so far inside the photo, share of its width: half a wipe always has two sides. Our choice. */
const LEAST_SIDE = 0.1;

/** Of the head's breadth at least so much lies on either side. Our choice. */
const LEAST_OF_HEAD = 0.25;
/** About where the front of a line runs, mm above the brows: whose wipe stays where it is when the line is moved. Our choice. */
const FRONT_MM = 72;

/** Middle of the front of a usual line, corner to corner, photo px; null where it is turned away from the camera. */
function frontOf(fit: HeadInView): number | null {
  const { leftOuterEye, rightOuterEye } = fit.face;
  const tape = tapeOf(fit.cranium);
  const at = (acrossMm: number) => tape.directionAt({ acrossMm, heightMm: FRONT_MM });
  if (facing(fit, at(0)) <= 0) return null;
  // Corners stand over the outer corners of the eyes; one that is turned away lies near the edge of the head.
  const [left, right] = [leftOuterEye, rightOuterEye].map(
    ({ xMm }) => projectPoint(fit, surfacePoint(fit.cranium, at(xMm))).xPx,
  );
  return (left + right) / 2;
}

/**
 * Where both sides of a wipe have skin that is treated, photo px: the middle of the head. On a head that is turned to the left of the
 * picture most of the line's front would then be on the bare side: half of the front, at least, is on the other.
 */
const middleOf = memoEach((fit: HeadInView): number => {
  const { left, right } = boxOf(fit);
  const [middle, kept] = [(left + right) / 2, LEAST_OF_HEAD * (right - left)];
  return clamp(Math.min(frontOf(fit) ?? middle, middle), left + kept, right - kept);
});

/** Where half of a wipe lies, share of the photo's width: such a place of the head, or the photo's middle where none is known. */
function halfAt(fit: HeadInView | null, widthPx: number): number {
  if (fit === null) return 0.5;
  const share = middleOf(fit) / widthPx;
  return Number.isFinite(share) ? clamp(share, LEAST_SIDE, 1 - LEAST_SIDE) : 0.5;
}

/** How much of the photo's width is bare at so many percent: 0 none, 50 up to the middle of the head or of its line, 100 all. */
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
