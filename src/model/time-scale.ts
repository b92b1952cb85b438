import { clamp, DAYS_PER_YEAR } from './units';

/** The moments that the time strip names, in years since the last session; the last is the end of the scale. */
export const TIME_STOPS_YEARS: readonly number[] = [0, 7 / DAYS_PER_YEAR, 1 / 12, 0.5, 1, 2, 3, 5, 8, 10, 15];

const LAST = TIME_STOPS_YEARS.length - 1;

/** Years at a place 0..1 of the time slider: the stops lie evenly, so days have room at first and years later on. */
export function yearsAt(position: number): number {
  const stops = clamp(position, 0, 1) * LAST;
  const before = Math.min(LAST - 1, Math.floor(stops));
  const [from, to] = [TIME_STOPS_YEARS[before], TIME_STOPS_YEARS[before + 1]];
  return from + (to - from) * (stops - before);
}

/** Place 0..1 of the time slider for years; the inverse of `yearsAt`. */
export function positionOf(years: number): number {
  const after = Math.max(
    1,
    TIME_STOPS_YEARS.findIndex((stop) => years <= stop),
  );
  const inside = years > TIME_STOPS_YEARS[LAST] ? LAST : after;
  const [from, to] = [TIME_STOPS_YEARS[inside - 1], TIME_STOPS_YEARS[inside]];
  return clamp((inside - 1 + (years - from) / (to - from)) / LAST, 0, 1);
}
