import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStills } from '~/preview/stills';
import type { Design } from '~/model/design/design';
import { PLAIN_BRUSH } from '~/model/design/drawing';
import type { Renderer } from '~/render/scene';
import { committedDesign } from '~/store/shown-design';
import { smallDotField } from '../support/fake-ports';
import { setUp } from '../support/set-up-commands';

const WIDE = { widthPx: 90, heightPx: 60 };
const settle = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));

/** Stills of an opened photo; idle turns are taken by the test. A still is known by its width. */
async function studio({ opened = true, webGl = true, cutting = () => Promise.resolve() } = {}) {
  const { store, open, commands } = setUp();
  if (opened) await open();
  const turns: (() => void)[] = [];
  const log: string[] = [];
  const hand = { isHeld: false };
  const stillOf = createStills({
    store,
    dotField: () => Promise.resolve(smallDotField()),
    renderer: () =>
      Promise.resolve(
        webGl
          ? ({
              readPixels: (_scene, { photo }) => {
                log.push(`draw ${String(photo.width)}`);
                return Promise.resolve(new Uint8ClampedArray(4 * photo.width * photo.height));
              },
            } as Pick<Renderer, 'readPixels'> as Renderer)
          : null,
      ),
    cutPhoto: async (_photo, _part, { widthPx, heightPx }) => {
      log.push(`cut ${String(widthPx)}`);
      await cutting();
      return { width: widthPx, height: heightPx, close: () => log.push(`close ${String(widthPx)}`) };
    },
    whenIdle: (work) => turns.push(work),
    turns: { isHeld: () => hand.isHeld, whenFree: () => Promise.resolve() },
  });
  return {
    store,
    commands,
    log,
    turns,
    hand,
    /** The page is idle once, and what it then does is done. */
    idle: async (): Promise<void> => {
      for (const work of turns.splice(0)) work();
      await settle();
    },
    ask: (widthPx: number, { signal = new AbortController().signal, urgent = false, change = {} } = {}) =>
      stillOf(
        { ...committedDesign(store.getState()), ...(change as Partial<Design>) },
        'hairline',
        { widthPx, heightPx: WIDE.heightPx },
        signal,
        { urgent },
      ),
  };
}

const drawn = (log: readonly string[]): string[] => log.filter((line) => line.startsWith('draw'));

describe('stills', () => {
  // Node has none.
  beforeEach(() =>
    vi.stubGlobal(
      'ImageData',
      class {
        constructor(
          readonly data: Uint8ClampedArray,
          readonly width: number,
          readonly height: number,
        ) {}
      },
    ),
  );
  afterEach(() => vi.unstubAllGlobals());

  it('have the wanted size, and the line of their own design: a lower hairline lies lower', async () => {
    const { ask, idle, log, store } = await studio();
    const before = store.getState();
    const asked = [60, 95].map((hairlineHeightMm) => ask(WIDE.widthPx, { change: { hairlineHeightMm } }));
    await idle();
    await idle();
    const [low, high] = await Promise.all(asked);
    expect(low?.pixels).toMatchObject({ width: 90, height: 60 });
    const topRow = (line: NonNullable<typeof low>['line'] | undefined): number =>
      Math.min(...(line ?? []).flat().map(({ yPx }) => yPx));
    expect(topRow(low?.line)).toBeGreaterThan(topRow(high?.line) + 2);
    expect(topRow(low?.line)).toBeGreaterThan(0);
    expect(topRow(low?.line)).toBeLessThan(60);
    expect(log).toEqual(['cut 90', 'draw 90', 'close 90', 'cut 90', 'draw 90', 'close 90']);
    // Whenever the pause is over after which work is kept, that is listed; nothing else is touched.
    expect({ ...store.getState(), saved: before.saved }).toEqual(before);
  });

  it('have the lines of the pencil, strokes and notes in their own px, as wide as they lie on the skin', async () => {
    const { ask, idle } = await studio();
    const above = { x: 0, y: 0.6, z: 0.8 };
    const scar = { ...PLAIN_BRUSH, kind: 'scar' as const, widthMm: 4, path: [above, { x: 0.1, y: 0.6, z: 0.79 }] };
    const change = {
      pencil: [[above, { x: 0.1, y: 0.6, z: 0.79 }]],
      notes: [{ at: above, text: 'a mole' }],
      strokes: [scar, { ...scar, kind: 'add' as const }],
    };
    const asked = [ask(WIDE.widthPx, { change }), ask(WIDE.widthPx)];
    await idle();
    await idle();
    const [sketched, plain] = await Promise.all(asked);
    expect(sketched?.pencil.lines).toHaveLength(1);
    expect(sketched?.pencil.lines[0]).toHaveLength(2);
    expect(sketched?.pencil.lines[0][0]).toEqual(sketched?.notes[0].at);
    // The pencil is 1.5 mm wide where the head is, which is a little behind the forehead that a mm is measured on.
    const wideMm = (sketched?.pencil.widthPx ?? 0) / (sketched?.pxPerMm ?? 1);
    expect(wideMm).toBeGreaterThan(1.2);
    expect(wideMm).toBeLessThan(1.6);
    // Strokes lie where they were painted, in that order, as wide as they are on the skin.
    expect(sketched?.strokes.map(({ kind }) => kind)).toEqual(['scar', 'add']);
    for (const { lines, covers } of sketched?.strokes ?? []) {
      expect(lines).toEqual(sketched?.pencil.lines);
      // The scalp leans back there, so the brush is seen lower than it is wide: from the middle of the path to its edge it is.
      const pieces = covers();
      expect(pieces).toHaveLength(2);
      const [from] = lines[0];
      const left = from.xPx - Math.min(...pieces[0].map(({ xPx }) => xPx));
      const up = from.yPx - Math.min(...pieces[0].map(({ yPx }) => yPx));
      expect(left / ((sketched?.pxPerMm ?? 0) * 2)).toBeGreaterThan(0.85);
      expect(left / ((sketched?.pxPerMm ?? 0) * 2)).toBeLessThan(1.05);
      expect(up).toBeLessThan(0.9 * left);
    }
    expect([plain?.pencil.lines, plain?.strokes]).toEqual([[], []]);
    // What is painted lies within the skull's edge.
    const across = (sketched?.skull() ?? []).map(({ xPx }) => xPx);
    const at = sketched?.notes[0].at.xPx ?? NaN;
    expect([at - Math.min(...across), Math.max(...across) - at].every((room) => room > 5)).toBe(true);
  });

  it('are made one after the other, each in an idle turn of its own', async () => {
    let finish = (): void => undefined;
    const { ask, idle, log, turns } = await studio({ cutting: () => new Promise((done) => (finish = done)) });
    void ask(10);
    void ask(20);
    expect(log).toEqual([]);
    await idle();
    expect([log, turns.length]).toEqual([['cut 10'], 0]);
    finish();
    await settle();
    expect([drawn(log), turns.length]).toEqual([['draw 10'], 1]);
    await idle();
    expect(log.at(-1)).toBe('cut 20');
  });

  it('wait until a gesture is over', async () => {
    const { ask, idle, log, commands } = await studio();
    commands.preview((now) => ({ ...now, densityPerCm2: 100 }));
    const asked = ask(10);
    await idle();
    await idle();
    expect(log).toEqual([]);
    commands.commit();
    await idle();
    expect(await asked).not.toBeNull();
  });

  it('wait until no finger is down, whatever it does', async () => {
    const { ask, idle, log, hand } = await studio();
    hand.isHeld = true;
    const asked = ask(10);
    await idle();
    await idle();
    expect(log).toEqual([]);
    hand.isHeld = false;
    await idle();
    expect(await asked).not.toBeNull();
  });

  it('are not made once nobody wants them, and keep nobody else waiting', async () => {
    const { ask, idle, log } = await studio();
    const leave = new AbortController();
    const unwanted = [10, 11, 12].map((width) => ask(width, { signal: leave.signal }));
    const wanted = ask(20);
    leave.abort();
    expect(await Promise.all(unwanted)).toEqual([null, null, null]);
    expect(await ask(13, { signal: leave.signal })).toBeNull();
    await idle();
    expect(await wanted).not.toBeNull();
    await idle();
    expect(drawn(log)).toEqual(['draw 20']);
  });

  it('come first when somebody waits for them', async () => {
    const { ask, idle, log } = await studio();
    void ask(10);
    void ask(20);
    void ask(30, { urgent: true });
    for (let turn = 0; turn < 3; turn++) await idle();
    expect(drawn(log)).toEqual(['draw 30', 'draw 10', 'draw 20']);
  });

  it.each([
    ['without a photo', { opened: false }],
    ['without WebGL', { webGl: false }],
  ])('are none %s', async (_, given) => {
    const { ask, idle, log } = await studio(given);
    const asked = ask(10);
    await idle();
    expect(await asked).toBeNull();
    expect(log).toEqual([]);
  });

  it('go on after one that failed', async () => {
    let fails = true;
    const { ask, idle, log } = await studio({
      cutting: () => (fails ? Promise.reject(new Error('no memory')) : Promise.resolve()),
    });
    const first = expect(ask(10)).rejects.toThrow('no memory');
    void ask(20);
    await idle();
    await first;
    fails = false;
    await idle();
    expect(drawn(log)).toEqual(['draw 20']);
  });
});
