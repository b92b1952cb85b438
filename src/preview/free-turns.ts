/** After so long a frame that does not come is not waited for: a page in the background draws none, ms. */
const FRAME_AT_MOST_MS = 400;
/** So many frames are let pass: with the second, what was drawn before has been shown, and the card has its hands free. */
const FRAMES = 2;

export interface FreeTurns {
  /** Whether a finger, or a button of the mouse, is down. */
  isHeld(): boolean;
  /**
   * How long the last move of a pointer had waited for the page when it was heard, ms; 0 before the first since one came down. Where the card lags behind, the browser goes on giving
   * frames in time for a while, but holds the pointers back.
   */
  waitedMs(): number;
  /** Settles when nobody has a finger down, what was drawn last is on the screen, and the page has nothing more urgent to do. */
  readonly whenFree: () => Promise<void>;
}

type Listening = Pick<EventTarget, 'addEventListener'>;

/** `target` hears of all pointers of the page. */
export function createFreeTurns(
  target: Listening,
  frames: { request(draw: () => void): unknown },
  whenIdle: (work: () => void) => void,
): FreeTurns {
  const held = new Set<number>();
  let waited = 0;
  let released: (() => void)[] = [];
  const letGo = (): void => {
    if (held.size > 0) return;
    for (const goOn of released.splice(0)) goOn();
  };
  const on = (type: string, heard: (event: PointerEvent) => void): void =>
    target.addEventListener(type, (event) => heard(event as PointerEvent), { capture: true, passive: true });
  const lifted = ({ pointerId }: PointerEvent): void => {
    held.delete(pointerId);
    letGo();
  };
  on('pointerdown', ({ pointerId }) => {
    held.add(pointerId);
    // What the drag before waited says nothing of this one, which may be told of a change before its first move.
    waited = 0;
  });
  on('pointerup', lifted);
  on('pointercancel', lifted);
  // Some systems keep the release for themselves, of a menu as of a switch to another window.
  on('pointermove', (event) => {
    waited = performance.now() - firstOf(event);
    if (event.buttons === 0 && held.has(event.pointerId)) lifted(event);
  });
  on('blur', (event) => {
    // What is taken hold of takes the focus from something else, which blurs too.
    if (event.target !== target) return;
    held.clear();
    letGo();
  });

  const frame = (): Promise<void> =>
    new Promise((passed) => {
      setTimeout(passed, FRAME_AT_MOST_MS);
      frames.request(passed);
    });
  const idle = (): Promise<void> => new Promise((free) => whenIdle(free));
  const release = (): Promise<void> => new Promise((free) => void (released = [...released, free]));

  return {
    isHeld: () => held.size > 0,
    waitedMs: () => waited,
    whenFree: async () => {
      do {
        if (held.size > 0) await release();
        for (let passed = 0; passed < FRAMES; passed++) await frame();
        await idle();
      } while (held.size > 0);
    },
  };
}

/** When the first of the moves came that an event stands for; not all browsers tell of more than the last. */
function firstOf(event: PointerEvent): number {
  const [first = event] = 'getCoalescedEvents' in event ? event.getCoalescedEvents() : [];
  return Math.min(first.timeStamp, event.timeStamp);
}
