import { describe, expect, it } from 'vitest';
import { createFreeTurns } from '~/preview/free-turns';

const settle = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));

/** A page whose pointers, frames and idle turns the test gives. */
function page() {
  const target = new EventTarget();
  const frames: (() => void)[] = [];
  const turns: (() => void)[] = [];
  const free = createFreeTurns(target, { request: (draw) => frames.push(draw) }, (work) => void turns.push(work));
  const give = async (from: (() => void)[]): Promise<void> => {
    for (const each of from.splice(0)) each();
    await settle();
  };
  return {
    free,
    pointer: (type: string, pointerId = 1, buttons = 1): boolean =>
      target.dispatchEvent(Object.assign(new Event(type), { pointerId, buttons })),
    move: (of: { timeStamp: number; getCoalescedEvents?: () => { timeStamp: number }[] }): void => {
      const event = Object.assign(new Event('pointermove'), { pointerId: 1, buttons: 1 });
      for (const [name, value] of Object.entries(of)) Object.defineProperty(event, name, { value });
      target.dispatchEvent(event);
    },
    /** Of something in the page, or of the window itself. */
    blur: (of: EventTarget | null): void => {
      const event = new Event('blur');
      if (of !== null) Object.defineProperty(event, 'target', { value: of });
      target.dispatchEvent(event);
    },
    frame: () => give(frames),
    idle: () => give(turns),
    asked: (): { isFree: boolean } => {
      const asked = { isFree: false };
      void free.whenFree().then(() => (asked.isFree = true));
      return asked;
    },
  };
}

describe('free turns', () => {
  it('come once what was drawn has been shown and the page is idle', async () => {
    const { asked, frame, idle } = page();
    const turn = asked();
    await frame();
    await idle();
    expect(turn.isFree).toBe(false);
    await frame();
    expect(turn.isFree).toBe(false);
    await idle();
    expect(turn.isFree).toBe(true);
  });

  it.each([
    ['is lifted', 'pointerup', 1],
    ['is taken away by the system', 'pointercancel', 1],
    ['comes back with nothing pressed', 'pointermove', 0],
  ])('do not come while a finger is down, but once it %s', async (_, type, buttons) => {
    const { asked, frame, idle, pointer, free } = page();
    pointer('pointerdown');
    const turn = asked();
    for (const give of [frame, idle, frame, idle, frame, idle]) await give();
    expect([turn.isFree, free.isHeld()]).toEqual([false, true]);
    pointer(type, 1, buttons);
    expect(free.isHeld()).toBe(false);
    await settle();
    for (const give of [frame, frame, idle]) await give();
    expect(turn.isFree).toBe(true);
  });

  it('wait for the second finger too, and for one that comes down meanwhile', async () => {
    const { asked, frame, idle, pointer } = page();
    const turn = asked();
    await frame();
    pointer('pointerdown', 1);
    pointer('pointerdown', 2);
    pointer('pointermove', 2);
    await frame();
    await idle();
    expect(turn.isFree).toBe(false);
    pointer('pointerup', 1);
    await settle();
    for (const give of [frame, frame, idle]) await give();
    expect(turn.isFree).toBe(false);
    pointer('pointerup', 2);
    await settle();
    for (const give of [frame, frame, idle]) await give();
    expect(turn.isFree).toBe(true);
  });

  it('do not come when something of the page loses the focus to what is taken hold of, but when the window does', () => {
    const { pointer, blur, free } = page();
    pointer('pointerdown');
    blur(new EventTarget());
    expect(free.isHeld()).toBe(true);
    blur(null);
    expect(free.isHeld()).toBe(false);
  });

  it('tell how long a move was held back, from the first of those that it stands for', () => {
    const { pointer, move, free } = page();
    pointer('pointerdown');
    expect(free.waitedMs()).toBe(0);
    const late = (agoMs: number) => ({ timeStamp: performance.now() - agoMs });
    move(late(10));
    expect(Math.round(free.waitedMs())).toBeGreaterThanOrEqual(10);
    move({ ...late(10), getCoalescedEvents: () => [late(300), late(10)] });
    expect(Math.round(free.waitedMs())).toBeGreaterThanOrEqual(300);
    move({ ...late(10), getCoalescedEvents: () => [] });
    expect(free.waitedMs()).toBeLessThan(200);
    move(late(300));
    pointer('pointerup');
    pointer('pointerdown');
    expect(free.waitedMs()).toBe(0);
  });

  it('come in a page that draws no frames', async () => {
    const { asked, idle } = page();
    const turn = asked();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await idle();
    expect(turn.isFree).toBe(true);
  });
});
