import type { PlanePoint } from './plane-curve';

/** The smallest shape without a dent that holds all of these places: its corners, in order around it. */
export function convexHull(places: readonly PlanePoint[]): readonly PlanePoint[] {
  const ordered = places.toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by);
  const half = (from: readonly PlanePoint[]): readonly PlanePoint[] => {
    const kept: PlanePoint[] = [];
    for (const next of from) {
      while (kept.length > 1 && !turns(kept[kept.length - 2], kept[kept.length - 1], next)) kept.pop();
      kept.push(next);
    }
    return kept.slice(0, -1);
  };
  return ordered.length < 2 ? ordered : [...half(ordered), ...half(ordered.toReversed())];
}

/** Whether the way from a over b to c turns to the side that the hull is walked on. */
const turns = ([ax, ay]: PlanePoint, [bx, by]: PlanePoint, [cx, cy]: PlanePoint): boolean =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) > 0;
