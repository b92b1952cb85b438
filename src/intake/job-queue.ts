/** Slow work of one kind: it is told by the signal when nobody wants it any more, and then must change nothing. */
export type Job = (signal: AbortSignal) => Promise<void>;

/** Asked again after every wait; a plain `signal.aborted` TypeScript would take for settled by the first check. */
export const isOver = (signal: AbortSignal): boolean => signal.aborted;

export interface JobQueue {
  /** Aborts what runs and runs this instead. */
  replace(job: Job): void;
  abort(): void;
  /** Settles when the newest job has come to its end. */
  idle(): Promise<void>;
}

/**
 * One thing at a time, the newest request first. An aborted job is not waited for: decoding cannot be stopped half-way,
 * and nobody should have to wait for a photo they no longer want. A job that throws is a bug of ours: it goes to
 * `onBug`, and the queue lives on.
 */
export function createJobQueue(onBug: (error: unknown) => void): JobQueue {
  let current: AbortController | null = null;
  let running: Promise<void> = Promise.resolve();

  const run = async (job: Job, controller: AbortController): Promise<void> => {
    try {
      await job(controller.signal);
    } catch (error) {
      if (!controller.signal.aborted) onBug(error);
    } finally {
      if (current === controller) current = null;
    }
  };

  return {
    replace(job) {
      current?.abort();
      const controller = new AbortController();
      current = controller;
      running = run(job, controller);
    },
    abort() {
      current?.abort();
      current = null;
    },
    async idle() {
      let awaited;
      do {
        awaited = running;
        await awaited;
      } while (awaited !== running);
    },
  };
}
