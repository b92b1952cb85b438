/**
 * Halves the interval [low, high] so many times about the place where `before` turns from true to false; it is taken to do
 * so once. Both ends of what is left: `before` held at the lower one (unless that is still the first), not at the upper.
 */
export function bisect(
  from: number,
  to: number,
  halvings: number,
  before: (at: number) => boolean,
): readonly [low: number, high: number] {
  let [low, high] = [from, to];
  for (let i = 0; i < halvings; i++) {
    const middle = (low + high) / 2;
    if (before(middle)) low = middle;
    else high = middle;
  }
  return [low, high];
}

/** The last index from `from` on and before `to` at which a rising list is `before` something; `from` where none is. */
export function bisectIndex(from: number, to: number, before: (index: number) => boolean): number {
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (before(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** A step shorter than this ends the search for a zero, and so many are taken at most. */
const CLOSE = 1e-4;
const STEPS = 12;

/**
 * Where a function that falls through 0 once in [from, to] does so: by the secant from `start`, where it falls by about `slope` (less than
 * 0); half the interval that is left, where that leads out of it. As near as the last step, which was shorter than CLOSE, and mostly by far.
 */
export function fallingZero(
  from: number,
  to: number,
  start: number,
  slope: number,
  value: (at: number) => number,
): number {
  let [low, high] = [from, to];
  let at = start;
  let there = value(at);
  let falls = slope;
  for (let step = 0; step < STEPS; step++) {
    if (there > 0) low = at;
    else high = at;
    const straight = at - there / falls;
    const next = straight > low && straight < high ? straight : (low + high) / 2;
    if (Math.abs(next - at) < CLOSE) return next;
    const then = value(next);
    falls = (then - there) / (next - at);
    at = next;
    there = then;
  }
  return at;
}
