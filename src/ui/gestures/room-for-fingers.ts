import type { PointPx } from '~/model/base/units';
import { isAdded } from '~/model/design/line-points';
import type { PointId } from '~/model/design/line-points';

/** A finger needs so much, CSS px. */
export const FINGER_PX = 44;

/** The middle first, the added ones last: who comes earlier keeps its place where two are too near to each other. */
const RANK = ['middle', 'Corner', 'Temple', 'Ear'] as const;
const rankOf = (id: PointId): number => (isAdded(id) ? RANK.length : RANK.findIndex((name) => id.endsWith(name)));

/** The points that wait for more zoom, because a finger could not tell them from another one. Places are CSS px. */
export function waitingPoints(points: readonly (PointPx<'view'> & { readonly id: PointId })[]): ReadonlySet<PointId> {
  const waiting = new Set<PointId>();
  const kept: PointPx<'view'>[] = [];
  for (const point of [...points].sort((a, b) => rankOf(a.id) - rankOf(b.id))) {
    if (kept.some(({ xPx, yPx }) => Math.hypot(xPx - point.xPx, yPx - point.yPx) < FINGER_PX)) waiting.add(point.id);
    else kept.push(point);
  }
  return waiting;
}
