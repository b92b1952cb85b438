import type { Page } from 'playwright';

/** What a step took: ms from each input to the picture that answers it, and the tasks that held the page up, ms. */
export interface Watched {
  readonly answersMs: readonly number[];
  /** The same until the frame after it could begin: what the browser and the card do to show the picture is in it. */
  readonly shownMs: readonly number[];
  readonly longMs: readonly number[];
}

interface Watch {
  answers: number[];
  shown: number[];
  longs: number[];
  /** When something was put in that no picture has answered yet; of a step that changes no picture it is forgotten with it. */
  since: number | null;
}
type Watching = typeof globalThis & { visitWatch: Watch };

/** Tasks shorter than this are not told. */
export const LONG_MS = 100;

/**
 * Has the page note when something is put in, and when the picture, or a line over it, has been drawn after it. An answer is counted from the
 * input's own time stamp to the end of the frame that drew: what the browser still does to show it is not in it. What is drawn within a frame
 * is answered with this frame, not with the next.
 */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript((longMs) => {
    const watch: Watch = { answers: [], shown: [], longs: [], since: null };
    Object.assign(globalThis, { visitWatch: watch });
    let ending = false;
    let inFrame = false;
    const request = requestAnimationFrame;
    // A message is taken when the frame it was sent in has come to its end.
    const [frameEnd, answered] = [new MessageChannel(), new MessageChannel()];
    frameEnd.port1.onmessage = () => {
      inFrame = false;
    };
    answered.port1.onmessage = () => {
      ending = false;
      const { since } = watch;
      watch.since = null;
      if (since === null) return;
      watch.answers.push(performance.now() - since);
      request(() => watch.shown.push(performance.now() - since));
    };
    Object.assign(globalThis, {
      requestAnimationFrame: (draw: FrameRequestCallback) =>
        request((now) => {
          if (!inFrame) frameEnd.port2.postMessage(null);
          inFrame = true;
          draw(now);
        }),
    });
    const put = ({ timeStamp }: Event): void => {
      watch.since ??= timeStamp;
    };
    for (const type of ['pointermove', 'pointerup', 'input', 'keydown', 'click']) addEventListener(type, put, true);
    const answer = (): void => {
      if (watch.since === null || ending) return;
      ending = true;
      const end = (): void => answered.port2.postMessage(null);
      if (inFrame) end();
      else request(end);
    };
    // Lines over a picture that stays as it is.
    const lines = new MutationObserver(answer);
    lines.observe(document, { subtree: true, attributes: true, attributeFilter: ['d'] });
    const { prototype } = WebGL2RenderingContext;
    for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'] as const) {
      const draw = Reflect.get(prototype, name) as (...given: unknown[]) => void;
      Object.assign(prototype, {
        [name](this: WebGL2RenderingContext, ...given: unknown[]) {
          draw.apply(this, given);
          answer();
        },
      });
    }
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) if (duration > longMs) watch.longs.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  }, LONG_MS);
}

/** What was noted since it was last asked for. */
export const takeWatched = (page: Page): Promise<Watched> =>
  page.evaluate(() => {
    const { visitWatch } = globalThis as Watching;
    const { answers, shown, longs } = visitWatch;
    visitWatch.answers = [];
    visitWatch.shown = [];
    visitWatch.longs = [];
    visitWatch.since = null;
    return { answersMs: answers, shownMs: shown, longMs: longs };
  });
