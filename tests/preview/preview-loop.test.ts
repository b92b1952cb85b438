import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { NO_LINES, NO_MAPS } from '~/preview/overlay';
import type { Overlay } from '~/preview/overlay';
import { startPreviewLoop } from '~/preview/preview-loop';
import type { ShownFacts } from '~/preview/shown-facts';
import type { Renderer, Scene, View } from '~/render/scene';
import type { AppState } from '~/store/app-state';
import { createAppStore } from '~/store/create-store';

const scene = { photo: { width: 400, height: 200 } } as Scene;

/** A loop over a 200×200 container whose frames the test draws by hand. */
function stage() {
  const store = createAppStore();
  const overlay = createStore<Overlay | null>()(() => null);
  const facts = createStore<ShownFacts | null>()(() => null);
  const known = {} as ShownFacts;
  const shown: View[] = [];
  /** What was asked for, in turn. */
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  let visible: Scene | null = scene;
  let held = false;
  let waitedMs = 0;
  /** Whether the card takes its time, and is at a drawing; and who waits for that. */
  let slow = false;
  let busy = false;
  const drawing: (() => void)[] = [];
  const canvas = { width: 16, height: 16 } as HTMLCanvasElement;
  let broken = false;
  const faults: boolean[] = [];
  const loop = startPreviewLoop({
    store,
    overlay,
    facts,
    renderer: {
      canvas,
      show: (_, view) => {
        shown.push(view);
        [canvas.width, canvas.height] = [view.size.widthPx, view.size.heightPx];
        busy = slow;
      },
      onDrawn: (done) => {
        if (busy) drawing.push(done);
        else done();
      },
    } as Pick<Renderer, 'canvas' | 'show' | 'onDrawn'> as Renderer,
    sceneOf: () => {
      if (broken) throw new Error('a mistake');
      return visible;
    },
    onFault: (_, drawnBefore) => void faults.push(drawnBefore),
    linesOf: () => {
      asked.push('lines');
      return NO_LINES;
    },
    mapsOf: () => {
      asked.push('maps');
      return NO_MAPS;
    },
    factsOf: () => {
      asked.push('facts');
      return known;
    },
    frameOf: (_, room) => ({ factor: 2, centreXPx: room.widthPx / 2, centreYPx: 100 }),
    frames: { request: (draw) => waiting.push(draw), cancel: () => waiting.splice(0) },
    isHeld: () => held,
    waitedMs: () => waitedMs,
  });
  const frame = (): void => {
    for (const draw of waiting.splice(0)) draw();
  };
  loop.resize({ widthPx: 200, heightPx: 200 }, 3);
  return {
    store,
    overlay,
    shown,
    facts,
    known,
    asked,
    loop,
    frame,
    waiting,
    faults,
    hide: () => (visible = null),
    hold: (on: boolean) => (held = on),
    /** From now on the card takes its time for each drawing. */
    delay: () => (slow = true),
    /** It has drawn all that it was given. */
    drawn: () => {
      busy = false;
      for (const done of drawing.splice(0)) done();
    },
    holdBack: (ms: number) => (waitedMs = ms),
    change: () => {
      visible = { ...scene };
      loop.redraw();
    },
    fail: (on = true) => (broken = on),
  };
}

describe('preview loop', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('shows all of the photo, at two device pixels a CSS px at most, and the overlay in CSS px', () => {
    const { shown, overlay, frame } = stage();
    frame();
    expect(shown).toEqual([
      {
        size: { widthPx: 400, heightPx: 400 },
        camera: { scale: 1, offsetXPx: 0, offsetYPx: 100 },
        wipe: 0,
        moving: false,
      },
    ]);
    expect(overlay.getState()?.camera).toEqual({ scale: 0.5, offsetXPx: 0, offsetYPx: 50 });
  });

  it('draws many changes of one frame once, and nothing when nothing changed', () => {
    const { store, shown, frame } = stage();
    // A photo's first frame has the lines only, and the next one the numbers.
    frame();
    frame();
    shown.length = 0;
    for (let wipePercent = 1; wipePercent <= 40; wipePercent++) store.setState({ wipePercent });
    frame();
    frame();
    expect(shown.map(({ wipe }) => wipe)).toEqual([0.4]);
  });

  it('shows a new photo with its lines first, and what there is to read in the next frame', () => {
    const { asked, facts, known, frame } = stage();
    frame();
    expect(asked).toEqual(['lines']);
    expect(facts.getState()).toBeNull();
    frame();
    frame();
    expect(asked).toEqual(['lines', 'lines', 'maps', 'facts']);
    expect(facts.getState()).toBe(known);
  });

  it('shows the bare photo while it is held', () => {
    const { store, shown, frame } = stage();
    store.setState({ holdingBefore: true });
    frame();
    expect(shown.at(-1)?.wipe).toBe(1);
  });

  it('moves the dots along while zooming and draws them afresh once the zoom stands still', () => {
    const { store, shown, frame } = stage();
    frame();
    store.setState({ zoom: { factor: 2, centreXPx: 100, centreYPx: 100 } });
    frame();
    expect(shown.at(-1)).toMatchObject({ moving: true, camera: { scale: 2, offsetXPx: 0, offsetYPx: 0 } });
    vi.runAllTimers();
    frame();
    expect(shown.at(-1)).toMatchObject({ moving: false, camera: { scale: 2 } });
  });

  describe('under a finger', () => {
    /** Changes the picture, frame by frame, each so many ms after the one before. */
    const drag = ({ change, frame }: ReturnType<typeof stage>, frameMs: number, frames: number): void => {
      for (let i = 0; i < frames; i++) {
        change();
        frame();
        vi.advanceTimersByTime(frameMs);
      }
    };
    const WHOLE_PX = { widthPx: 400, heightPx: 400 };
    const COARSE_PX = { widthPx: 200, heightPx: 200 };

    it('is drawn whole where frames come in time', () => {
      const at = stage();
      at.hold(true);
      drag(at, 16, 20);
      expect(at.shown.every(({ size, brief }) => size.widthPx === 400 && brief === undefined)).toBe(true);
    });

    it('is drawn with fewer px where frames are late, and whole again soon after the last change, the finger still down', () => {
      const at = stage();
      at.hold(true);
      drag(at, 90, 4);
      expect(at.shown.at(-1)).toMatchObject({ size: COARSE_PX, camera: { scale: 0.5 }, brief: true });
      at.frame();
      vi.advanceTimersByTime(300 - 90);
      at.frame();
      expect(at.shown.at(-1)?.size).toEqual(WHOLE_PX);
      expect(at.shown.at(-1)?.brief).toBeUndefined();
      // It goes on as it was before.
      drag(at, 90, 1);
      expect(at.shown.at(-1)?.brief).toBe(true);
    });

    it('has as many px in a large room as faces need, and no fewer on a screen with few', () => {
      const at = stage();
      at.loop.resize({ widthPx: 1500, heightPx: 900 }, 1);
      at.hold(true);
      drag(at, 200, 8);
      expect(at.shown.at(-1)?.size).toEqual({ widthPx: 700, heightPx: 420 });
      at.loop.resize({ widthPx: 400, heightPx: 600 }, 1);
      drag(at, 200, 8);
      expect(at.shown.at(-1)?.size).toEqual({ widthPx: 300, heightPx: 450 });
    });

    it('has what there is to read beside it follow now and then where pictures come slowly, and in the end', () => {
      const at = stage();
      at.hold(true);
      drag(at, 60, 6);
      at.asked.length = 0;
      drag(at, 60, 10);
      const told = at.asked.filter((what) => what === 'facts').length;
      expect(told).toBeGreaterThanOrEqual(3);
      expect(told).toBeLessThanOrEqual(5);
      expect(at.asked.filter((what) => what === 'lines')).toHaveLength(10);
      at.asked.length = 0;
      at.frame();
      vi.advanceTimersByTime(300);
      at.frame();
      expect(at.asked.at(-1)).toBe('facts');
    });

    it('is drawn with fewer px where frames come in time but the finger is held back, and whole again soon', () => {
      const at = stage();
      at.hold(true);
      at.holdBack(100);
      drag(at, 16, 4);
      expect(at.shown.at(-1)).toMatchObject({ size: COARSE_PX, brief: true });
      at.frame();
      vi.advanceTimersByTime(300 - 16);
      at.frame();
      expect(at.shown.at(-1)?.size).toEqual(WHOLE_PX);
      expect(at.shown.at(-1)?.brief).toBeUndefined();
    });

    it('is never drawn whole between two moves, however late frames are', () => {
      const at = stage();
      at.hold(true);
      drag(at, 300, 4);
      at.shown.length = 0;
      for (let i = 0; i < 6; i++) {
        drag(at, 300, 1);
        // The picture is there; the finger moves on a moment later.
        at.frame();
        vi.advanceTimersByTime(100);
      }
      expect(at.shown.length).toBeGreaterThanOrEqual(6);
      expect(at.shown.every(({ brief }) => brief === true)).toBe(true);
    });

    it('does not change its size while the card is at one of another size, and is drawn then as it is by then', () => {
      const at = stage();
      at.hold(true);
      drag(at, 90, 4);
      at.frame();
      vi.advanceTimersByTime(300);
      at.delay();
      at.frame();
      expect(at.shown.at(-1)?.size).toEqual(WHOLE_PX);
      at.shown.length = 0;
      drag(at, 16, 10);
      expect(at.shown).toEqual([]);
      at.drawn();
      at.frame();
      expect(at.shown.map(({ size }) => size)).toEqual([COARSE_PX]);
      // The next has the same size.
      drag(at, 16, 1);
      expect(at.shown).toHaveLength(2);
    });

    it('is never drawn whole before the card has drawn the last move and the finger has rested since', () => {
      const at = stage();
      at.hold(true);
      drag(at, 90, 4);
      at.delay();
      at.shown.length = 0;
      drag(at, 16, 1);
      for (let i = 0; i < 60; i++) {
        at.frame();
        vi.advanceTimersByTime(16);
      }
      expect(at.shown.map(({ brief }) => brief)).toEqual([true]);
      at.drawn();
      at.frame();
      vi.advanceTimersByTime(100);
      at.frame();
      expect(at.shown).toHaveLength(1);
      vi.advanceTimersByTime(3000);
      at.frame();
      expect(at.shown.map(({ brief }) => brief)).toEqual([true, undefined]);
    });

    it('is drawn at once where the finger lets go and the canvas keeps its size, whatever the card is at', () => {
      const at = stage();
      at.hold(true);
      at.delay();
      drag(at, 90, 2);
      at.hold(false);
      at.shown.length = 0;
      drag(at, 16, 1);
      expect(at.shown).toHaveLength(1);
    });

    it('is drawn whole with the frame in which the finger lets go, and by what changes without one', () => {
      const at = stage();
      at.hold(true);
      drag(at, 90, 6);
      at.hold(false);
      drag(at, 90, 1);
      expect(at.shown.at(-1)?.size).toEqual(WHOLE_PX);
      expect(at.shown.at(-1)?.brief).toBeUndefined();
    });

    it('stays whole where only the bare photo is looked at, or how much of it', () => {
      const at = stage();
      at.hold(true);
      drag(at, 90, 6);
      at.frame();
      vi.advanceTimersByTime(300 - 90);
      at.frame();
      at.store.setState({ wipePercent: 30 });
      at.frame();
      expect(at.shown.at(-1)?.brief).toBeUndefined();
    });
  });

  it('takes another room once the card has drawn all for the one before, as it is by then, and not after its end', () => {
    const { store, shown, loop, frame, delay, drawn, waiting } = stage();
    frame();
    delay();
    frame();
    shown.length = 0;
    loop.resize({ widthPx: 300, heightPx: 150 }, 1);
    frame();
    store.setState({ wipePercent: 30 });
    frame();
    expect(shown).toEqual([]);
    drawn();
    frame();
    expect(shown).toMatchObject([{ size: { widthPx: 300, heightPx: 150 }, wipe: 0.3 }]);
    // The card is at this one now.
    loop.resize({ widthPx: 200, heightPx: 200 }, 1);
    frame();
    loop.dispose();
    drawn();
    expect(waiting).toEqual([]);
    expect(shown).toHaveLength(1);
  });

  it('frames a new photo to the room before it is drawn, and again when the room turns, until somebody zooms', () => {
    const { store, shown, loop, frame } = stage();
    store.setState({ toFrame: true });
    frame();
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatchObject({ moving: false, camera: { scale: 2, offsetXPx: 0 } });
    expect(store.getState()).toMatchObject({ toFrame: false, zoom: { factor: 2, centreXPx: 100 } });
    loop.resize({ widthPx: 300, heightPx: 150 }, 1);
    frame();
    expect(store.getState().zoom).toMatchObject({ centreXPx: 150 });
    store.setState({ zoom: { factor: 3, centreXPx: 20, centreYPx: 20 } });
    loop.resize({ widthPx: 200, heightPx: 200 }, 1);
    frame();
    expect(store.getState().zoom).toEqual({ factor: 3, centreXPx: 20, centreYPx: 20 });
  });

  it('shows nothing without a photo, and lets go when it ends', () => {
    const { store, overlay, facts, shown, loop, frame, hide, waiting } = stage();
    frame();
    frame();
    hide();
    store.setState({ wipePercent: 1 });
    frame();
    expect(overlay.getState()).toBeNull();
    expect(facts.getState()).toBeNull();
    expect(shown).toHaveLength(2);
    loop.dispose();
    store.setState({ wipePercent: 2 });
    expect(waiting).toHaveLength(0);
  });

  it('tells of a state that cannot be drawn once, whether one before it was, and goes on with the next', () => {
    const { store, faults, fail, frame, shown } = stage();
    store.setState({ screen: { kind: 'editing', subject: { photo: { working: scene.photo } } } as AppState['screen'] });
    frame();
    fail();
    for (const wipePercent of [1, 2]) {
      store.setState({ wipePercent });
      frame();
    }
    expect(faults).toEqual([true, false]);
    fail(false);
    store.setState({ wipePercent: 3 });
    frame();
    expect(shown.at(-1)?.wipe).toBe(0.03);
  });
});
