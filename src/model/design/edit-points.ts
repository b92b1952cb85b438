import type { Design } from './design';
import { addedId } from './line-points';
import type { AddedId, AddedPoint, PointId } from './line-points';

export const addedPoint = (design: Design, id: PointId): AddedPoint | null =>
  design.points.find((point) => addedId(point) === id) ?? null;

/** The point itself and, where both sides are meant, its twin. */
const meant = (id: AddedId, both: boolean) => {
  const number = Number(id.replace(/\D+/, ''));
  return (point: AddedPoint): boolean => addedId(point) === id || (both && point.number === number);
};

/** Without an added point; without its twin too where both sides are meant. */
export const withoutPoint = (design: Design, id: AddedId, both: boolean): Design => {
  const gone = meant(id, both);
  return { ...design, points: design.points.filter((point) => !gone(point)) };
};

/** With an added point, and its twin where both sides are meant, changed. */
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
