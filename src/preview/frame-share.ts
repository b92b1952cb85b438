/**
 * Work that many wait for in every frame, of which only a share can be given: in each frame as much as the time lasts, one piece at
 * least, in turn. Who waits already waits once. `mostMs`: how long a frame's pieces may take together.
 */
export function createFrameShare(
  { request, now }: { readonly request: (run: () => void) => unknown; readonly now: () => number },
  mostMs: number,
): (work: () => void) => void {
  let waiting: readonly (() => void)[] = [];
  let isAsked = false;
  const ask = (): void => {
    if (isAsked || waiting.length === 0) return;
    isAsked = true;
    request(run);
  };
  const run = (): void => {
    isAsked = false;
    const end = now() + mostMs;
    try {
      do {
        const [next, ...rest] = waiting;
        waiting = rest;
        next();
      } while (waiting.length > 0 && now() < end);
    } finally {
      ask();
    }
  };
  return (work) => {
    if (!waiting.includes(work)) waiting = [...waiting, work];
    ask();
  };
}
