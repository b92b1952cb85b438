import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLab } from '../../tools/lab/lab';
import type { Lab } from '../../tools/lab/lab';
import { measureOne } from '../../tools/lab/measure-page';
import type { MeasureRow } from '../../tools/lab/measure-page';
import { TARGETS } from '../../tools/lab/measure-targets';
import type { TargetName } from '../../tools/lab/measure-targets';
import { SAMPLE_HEADS } from '../../tools/lab/truth';
import { PLAIN_HEAD, STUBBLE_HEAD } from '../support/pictures';

/** A rendered head and what is still allowed of it. */
interface Tried {
  readonly photo: string;
  /** Its truth and masks in tests/fixtures/heads. */
  readonly head: string;
  /**
   * What a figure is allowed for now where its target is not met yet, as [least, most] in the target's own measure (scalp:
   * multiples of it); an entry whose target is met fails too, so that the table only shrinks.
   */
  readonly still: Partial<Record<TargetName, readonly [least: number, most: number]>>;
}

const sample = (id: keyof typeof SAMPLE_HEADS, still: Tried['still']): Tried => ({
  photo: `/samples/${id}-full.jpg`,
  head: SAMPLE_HEADS[id],
  still,
});

/**
 * Rendered heads from file to picture, with the real detector, against what is true of them: the targets of `npm run measure`.
 * The two that are not shipped are as average as heads get. The samples beside them are not: a very large head, and one seen at
 * 2.2 px/mm, where single dots cannot be counted and fair stubble cannot be seen.
 */
const TRIED: readonly Tried[] = [
  { photo: PLAIN_HEAD, head: 'head_t2_front', still: { rim: [0.7, 1.15] } },
  { photo: STUBBLE_HEAD, head: 'head_t3_stubble', still: { rim: [0.7, 1.15] } },
  sample('front-light', {
    scale: [-3, 5.5],
    frontMedian: [0, 5.5],
    frontP95: [0, 3],
    rim: [0.65, 1.15],
    onStubble: [0, 1],
  }),
  sample('turned-stubble', { rim: [0.62, 1.15], density: [-25, 5], onStubble: [0, 1] }),
  sample('turned-dark', { rim: [0.62, 1.15] }),
  sample('from-behind', { rim: [0.65, 1.15] }),
];

const FILES = import.meta.glob<string>('../fixtures/heads/*', { query: '?url', import: 'default', eager: true });
const fixture = (name: string): string | null => FILES[`../fixtures/heads/${name}`] ?? null;

let lab: Lab;
beforeAll(async () => {
  lab = await createLab();
});
afterAll(() => {
  lab.renderer.dispose();
});

describe.each(TRIED)('$head', ({ photo, head, still }) => {
  let row: MeasureRow;
  beforeAll(async () => {
    row = await measureOne(lab, {
      picture: photo.slice(photo.lastIndexOf('/') + 1),
      photo,
      truth: null,
      fixture: fixture(`${head}.json`),
      mask: fixture(`${head}-mask.png`),
      scalp: fixture(`${head}-scalp.png`),
      stubble: fixture(`${head}-stubble.png`),
    });
  }, 90_000);

  it.each(Object.entries(TARGETS))('%s', (name, target) => {
    const figures = target.of(row).filter((value) => value !== null);
    const allowed = still[name as TargetName];
    const [least, most] = allowed ?? [target.least, target.most];
    for (const value of figures) {
      expect(value, `${target.name} of ${head}`).toBeGreaterThanOrEqual(least);
      expect(value, `${target.name} of ${head}`).toBeLessThanOrEqual(most);
    }
    const isMet = figures.every((value) => value >= target.least && value <= target.most);
    expect(isMet && allowed !== undefined, `${target.name} of ${head} is met: take it off the table`).toBe(false);
  });

  it('was measured in all that its truth can tell', () => {
    const missing = Object.entries(row).filter(([, value]) => value === null);
    const unknown = fixture(`${head}-stubble.png`) === null ? ['hairOnStubble'] : [];
    expect(missing.map(([name]) => name)).toEqual(unknown);
  });
});
