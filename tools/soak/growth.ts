import { HELD_NAMES } from './count-objects';
import type { Held } from './count-objects';

/** What was held after so many photos, or minutes. */
export interface Sample {
  readonly at: number;
  readonly held: Held;
}

/** Until then a page may fill what it keeps for good: caches, chunks, pools. */
export const WARM_UP = 10;

/**
 * How much more may be held at the end than after the warm-up. Heads differ in dots and photos in size, so the heap goes up and
 * down by some MB; a picture that is never let go of is at least as much with each photo.
 */
export const TOLERANCE: Readonly<Held> = {
  heapBytes: 12e6,
  nodes: 60,
  listeners: 6,
  urls: 1,
  workers: 0,
  contexts: 0,
  gpu: 6,
  bitmaps: 2,
};

export interface Grown {
  readonly name: keyof Held;
  readonly from: number;
  readonly to: number;
}

const leastOf = (samples: readonly Sample[], name: keyof Held): number =>
  Math.min(...samples.map(({ held }) => held[name]));

/**
 * What grew after the warm-up beyond its tolerance. The least of the first half is held against the least of the second: something
 * that is only held for a while comes down again, a leak does not. Of a run with less than two samples after the warm-up (a short
 * one) the first third counts as warm-up.
 */
export function grown(samples: readonly Sample[]): readonly Grown[] {
  const last = samples.at(-1)?.at ?? 0;
  const warm = Math.min(WARM_UP, last / 3);
  const after = samples.filter(({ at }) => at >= warm);
  const middle = Math.ceil(after.length / 2);
  const [first, second] = [after.slice(0, middle), after.slice(middle)];
  if (second.length === 0) throw new Error('Too few samples to tell whether anything grows.');
  return HELD_NAMES.flatMap((name) => {
    const [from, to] = [leastOf(first, name), leastOf(second, name)];
    return to - from > TOLERANCE[name] ? [{ name, from, to }] : [];
  });
}

const TITLES: Readonly<Record<keyof Held, string>> = {
  heapBytes: 'heap MB',
  nodes: 'nodes',
  listeners: 'listeners',
  urls: 'URLs',
  workers: 'workers',
  contexts: 'contexts',
  gpu: 'GPU things',
  bitmaps: 'bitmaps',
};
const WIDTH = 11;

const shown = (name: keyof Held, value: number): string =>
  name === 'heapBytes' ? (value / 1e6).toFixed(1) : value.toFixed(0);

/** The head of the table. `unit`: what is counted down its left side. */
export const tableHead = (unit: string): string =>
  unit.padEnd(8) + HELD_NAMES.map((name) => TITLES[name].padStart(WIDTH)).join('');

export const tableRow = ({ at, held }: Sample): string =>
  String(at).padEnd(8) + HELD_NAMES.map((name) => shown(name, held[name]).padStart(WIDTH)).join('');

/** What grew, as a line to read. */
export const grownLine = ({ name, from, to }: Grown): string =>
  `${TITLES[name]} grew from ${shown(name, from)} to ${shown(name, to)} (allowed: ${shown(name, TOLERANCE[name])} more)`;
