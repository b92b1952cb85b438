import type { Box, PointPx } from '~/model/base/units';
import type { HeadInView } from './view';
import { projectPoint } from './camera';
import { silhouette } from './silhouette';

/** Points that the line is drawn through. */
const POINTS = 96;

/**
 * The skull below this level (a hand's breadth under the brows) is no skull any more but face and neck. Y of the head frame; our choice.
 */
const LOWEST_MM = -20;

/**
 * Edge of the skull as seen in the working photo, outline's warp included: points in order around the projected centre,
 * from one end over the top to the other, open where face or neck begin; closed where nothing of them is at the rim.
 */
export function silhouetteLine(fit: HeadInView): readonly PointPx[] {
  const { rimAt } = silhouette(fit.cranium, fit.pose);
  const rim = Array.from({ length: POINTS }, (_, i) => rimAt((i * 2 * Math.PI) / POINTS));
  const above = rim.map(({ yMm }) => yMm > LOWEST_MM);
  // Start right after the gap, so that the line is one piece.
  const start = above.findIndex((there, i) => there && above.at(i - 1) !== true);
  const turned = start === -1 ? [...rim, ...rim.slice(0, 1)] : [...rim.slice(start), ...rim.slice(0, start)];
  return turned.filter(({ yMm }) => yMm > LOWEST_MM).map((point) => projectPoint(fit, point));
}

/** Box of the skull as placed, for the outline to be read around where there is no face. */
export function boxOf(fit: HeadInView): Box {
  const rim = silhouetteLine(fit);
  const xs = rim.map(({ xPx }) => xPx);
  const ys = rim.map(({ yPx }) => yPx);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}
