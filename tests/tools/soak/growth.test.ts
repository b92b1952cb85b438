import { describe, expect, it } from 'vitest';
import type { Held } from '../../../tools/soak/count-objects';
import { HELD_NAMES } from '../../../tools/soak/count-objects';
import { grown, TOLERANCE, WARM_UP } from '../../../tools/soak/growth';
import type { Sample } from '../../../tools/soak/growth';

const LEVEL: Held = {
  heapBytes: 90e6,
  nodes: 3000,
  listeners: 470,
  urls: 1,
  workers: 1,
  contexts: 1,
  gpu: 50,
  bitmaps: 3,
};

/** What is held after each tenth photo, `of` changed by what it is given. */
const run = (upTo: number, of: (level: Held, at: number) => Held): readonly Sample[] =>
  Array.from({ length: upTo / 10 }, (_, i) => ({ at: 10 * (i + 1), held: of(LEVEL, 10 * (i + 1)) }));

describe('what grows while photos come and go', () => {
  it('is nothing where all stays, goes up and down, or only fills at first', () => {
    expect(grown(run(60, (level) => level))).toEqual([]);
    expect(grown(run(60, (level, at) => ({ ...level, heapBytes: 90e6 + (at % 20) * 2e6 })))).toEqual([]);
    expect(
      grown([
        { at: 2, held: { ...LEVEL, heapBytes: 20e6, gpu: 0 } },
        { at: 4, held: { ...LEVEL, heapBytes: 40e6, gpu: 10 } },
        ...run(60, (level) => level),
      ]),
    ).toEqual([]);
  });

  it.each(HELD_NAMES)('is %s where it gets more with each ten photos', (name) => {
    const by = TOLERANCE[name] / 2 + 1;
    const leaking = run(60, (level, at) => ({ ...level, [name]: level[name] + by * (at / 10) }));
    expect(grown(leaking)).toEqual([{ name, from: LEVEL[name] + by, to: LEVEL[name] + 4 * by }]);
  });

  it('is told of a short run too, and not of one that was hardly looked at', () => {
    const held = (urls: number): Held => ({ ...LEVEL, urls });
    const short = [2, 4, 6, 8].map((at) => ({ at, held: held(at) }));
    expect(short.every(({ at }) => at < WARM_UP)).toBe(true);
    expect(grown(short)).toEqual([{ name: 'urls', from: 4, to: 8 }]);
    expect(() => grown([{ at: 10, held: held(1) }])).toThrow(/Too few/);
  });
});
