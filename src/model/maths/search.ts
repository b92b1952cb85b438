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

/** Share of an interval at which the golden section cuts it. */
const SECTION = (3 - Math.sqrt(5)) / 2;

/** Where a function with one peak in [from, to] is largest: golden section, each round leaves 0.618 of the interval. */
export function goldenSection(from: number, to: number, rounds: number, value: (at: number) => number): number {
  let [low, high] = [from, to];
  let left = low + SECTION * (high - low);
  let right = high - SECTION * (high - low);
  let atLeft = value(left);
  let atRight = value(right);
  for (let i = 0; i < rounds; i++) {
    if (atLeft > atRight) {
      high = right;
      right = left;
      atRight = atLeft;
      left = low + SECTION * (high - low);
      atLeft = value(left);
    } else {
      low = left;
      left = right;
      atLeft = atRight;
      right = high - SECTION * (high - low);
      atRight = value(right);
    }
  }
  return (low + high) / 2;
}
