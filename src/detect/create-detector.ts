import { transfer, wrap, type Remote } from 'comlink';
import { ownScript } from '~/load/own-script';
import { fail, ok, type Result } from '~/model/base/result';
import type { DetectWorker } from './detect-worker';
import workerAddress from './detect-worker?worker&url';
import type { DetectionProblem, Detector } from './detector';
import { copyPhoto } from './photo-copy';

interface Running {
  readonly worker: Worker;
  readonly remote: Remote<DetectWorker>;
  /** What is called when the worker cannot start or breaks down: one for each question that waits for an answer. */
  readonly onBroken: Set<(why: WorkerLost) => void>;
  /** The photo that the worker has. */
  photo: ImageBitmap | null;
}

/** The worker is gone: it could not start, broke down, or says nothing any more. Another one may do better. */
class WorkerLost extends Error {}

/** How long a worker may say nothing while somebody waits, ms. It tells of every piece that it loads and every look. */
const SILENT_MS = 20_000;
/** The outline makes a head's edge truer, but a head can do without: it is waited for less, and asked for once. */
const OUTLINE_SILENT_MS = 10_000;
const FACE_TRIES = 2;
/** Before a lost worker's place is taken, ms: a host that was busy for a moment. */
const PAUSE_MS = 500;

/** Asked again after every wait; a plain `signal.aborted` TypeScript would take for settled by the first check. */
const isOver = (signal: AbortSignal): boolean => signal.aborted;

/**
 * A detector; its worker starts with the first request. `assets`: full address of the folder with models/ and wasm/.
 * Whoever waits gets an answer: a worker that is lost is replaced once, and then the question has failed.
 */
export function createDetector(
  assets = new URL(import.meta.env.BASE_URL, document.baseURI).href,
  { silentMs = SILENT_MS, outlineSilentMs = OUTLINE_SILENT_MS } = {},
): Detector {
  const disposed = new AbortController();
  let running: Running | null = null;
  let requests = 0;

  function start(): Running {
    const worker = new Worker(ownScript(workerAddress), { type: 'module', name: assets });
    const onBroken: Running['onBroken'] = new Set();
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      stop(worker);
      // Those who wait for an answer hear of it; a warm-up that fails is told with the first photo.
      for (const hear of onBroken) hear(new WorkerLost(`The detector's worker broke down: ${event.message}`));
    });
    return { worker, remote: wrap<DetectWorker>(worker), onBroken, photo: null };
  }

  function stop(worker: Worker | undefined): void {
    worker?.terminate();
    if (running?.worker === worker) running = null;
  }

  /**
   * The answer; WorkerLost where the worker says nothing for so long, or breaks down. All that listens for it is gone with the answer:
   * the worker lives for as long as the page, and would hold every answer that ever came.
   */
  async function unlessLost<Value>(ms: number, { worker, onBroken }: Running, answer: Promise<Value>): Promise<Value> {
    const over = new AbortController();
    const lost = new Promise<never>((_, reject) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const wait = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          stop(worker);
          reject(new WorkerLost(`The detector's worker said nothing for ${ms} ms`));
        }, ms);
      };
      worker.addEventListener('message', wait, { signal: over.signal });
      onBroken.add(reject);
      over.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        onBroken.delete(reject);
      });
      wait();
    });
    try {
      return await Promise.race([answer, lost]);
    } finally {
      over.abort();
    }
  }

  async function answer<Value>(
    photo: ImageBitmap,
    patienceMs: number,
    question: (remote: Remote<DetectWorker>) => Promise<Value>,
  ): Promise<Value> {
    const current = (running ??= start());
    const { remote } = current;
    if (current.photo !== photo) {
      const copy = await copyPhoto(photo);
      if (running !== current) throw new WorkerLost('The worker broke down while the photo was copied for it');
      // Posted together with the question below, so that no other photo comes between.
      void remote.setPhoto(transfer(copy, [copy.pixels]));
      current.photo = photo;
    }
    return unlessLost(patienceMs, current, question(remote));
  }

  async function ask<Value>(
    photo: ImageBitmap,
    wanted: AbortSignal,
    { tries, patienceMs }: { readonly tries: number; readonly patienceMs: number },
    question: (remote: Remote<DetectWorker>, request: number) => Promise<Value>,
  ): Promise<Result<Value, DetectionProblem>> {
    if (photo.width === 0) throw new Error('The detector was given a closed bitmap');
    if (wanted.aborted || disposed.signal.aborted) return fail('aborted');
    const request = (requests += 1);
    // Not a signal made of both: one that is listened to lives as long as the detector.
    const over = new AbortController();
    const aborted = new Promise<Result<never, 'aborted'>>((resolve) => {
      for (const signal of [wanted, disposed.signal])
        signal.addEventListener('abort', () => resolve(fail('aborted')), { signal: over.signal });
    });
    try {
      for (let left = tries - 1; ; left--) {
        try {
          const answered = answer(photo, patienceMs, (remote) => question(remote, request)).then(ok);
          const result = await Promise.race([answered, aborted]);
          // What comes of it later nobody hears.
          answered.catch(() => undefined);
          if (!result.ok) void running?.remote.cancel(request);
          return result;
        } catch (error) {
          if (isOver(wanted) || isOver(disposed.signal)) return fail('aborted');
          if (left <= 0 || !(error instanceof WorkerLost)) return fail('failed');
          await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        }
      }
    } finally {
      over.abort();
    }
  }

  return {
    warmUp: () => {
      // A browser may refuse workers altogether; that too is told with the first photo.
      const warm = async (): Promise<void> => (running ??= start()).remote.warmUp();
      warm().catch(() => undefined);
    },
    findFaces: (photo, signal) =>
      ask(photo, signal, { tries: FACE_TRIES, patienceMs: silentMs }, (remote, request) => remote.findFaces(request)),
    readOutline: (photo, around, signal, turn = 0) =>
      ask(photo, signal, { tries: 1, patienceMs: outlineSilentMs }, (remote) => remote.readOutline(around, turn)),
    dispose: () => {
      disposed.abort();
      stop(running?.worker);
    },
  };
}
