import type { Design } from './design';
import { addedId } from './line-points';
import type { AddedId, AddedPoint, PointId } from './line-points';

export const addedPoint = (design: Design, id: PointId): AddedPoint | null =>
  design.points.find((point) => addedId(point) === id) ?? null;

/** The point itself and, where both sides are meant, the point of the same number on the other side. */
const meant = (id: AddedId, both: boolean) => {
  const number = Number(id.replace(/\D+/, ''));
  return (point: AddedPoint): boolean => addedId(point) === id || (both && point.number === number);
};

/** Without an added point; where both sides are meant, without that of the other side too. */
export const withoutPoint = (design: Design, id: AddedId, both: boolean): Design => {
  const gone = meant(id, both);
  return { ...design, points: design.points.filter((point) => !gone(point)) };
};

/** With an added point changed, and where both sides are meant that of the other side too. */
export const withPoint = (
  design: Design,
  id: AddedId,
  both: boolean,
  change: (point: AddedPoint) => Partial<AddedPoint>,
): Design => {
  const changed = meant(id, both);
  return {
    ...design,
    points: design.points.map((point) => (changed(point) ? { ...point, ...change(point) } : point)),
  };
};
