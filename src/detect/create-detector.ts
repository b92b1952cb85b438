import { transfer, wrap, type Remote } from 'comlink';
import { fail, ok, type Result } from '~/model/base/result';
import type { DetectWorker } from './detect-worker';
import type { DetectionProblem, Detector } from './detector';
import { copyPhoto } from './photo-copy';

interface Running {
  readonly worker: Worker;
  readonly remote: Remote<DetectWorker>;
  /** Rejects when the worker cannot start or breaks down. */
  readonly broken: Promise<never>;
  /** The photo that the worker has. */
  photo: ImageBitmap | null;
}

/** A detector; its worker starts with the first request. `assets`: full address of the folder with models/ and wasm/. */
export function createDetector(assets = new URL(import.meta.env.BASE_URL, document.baseURI).href): Detector {
  const disposed = new AbortController();
  let running: Running | null = null;
  let requests = 0;

  function start(): Running {
    const worker = new Worker(new URL('./detect-worker.ts', import.meta.url), { type: 'module', name: assets });
    const broken = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        stop();
        reject(new Error(`The detector's worker broke down: ${event.message}`));
      });
    });
    // Those who wait for an answer hear of it; a warm-up that fails is told with the first photo.
    broken.catch(() => undefined);
    return { worker, remote: wrap<DetectWorker>(worker), broken, photo: null };
  }

  function stop(): void {
    running?.worker.terminate();
    running = null;
  }

  async function answer<Value>(
    photo: ImageBitmap,
    question: (remote: Remote<DetectWorker>) => Promise<Value>,
  ): Promise<Value> {
    const current = (running ??= start());
    const { remote, broken } = current;
    if (current.photo !== photo) {
      const copy = await copyPhoto(photo);
      // Posted together with the question below, so that no other photo comes between.
      void remote.setPhoto(transfer(copy, [copy.pixels]));
      current.photo = photo;
    }
    return Promise.race([question(remote), broken]);
  }

  async function ask<Value>(
    photo: ImageBitmap,
    wanted: AbortSignal,
    question: (remote: Remote<DetectWorker>, request: number) => Promise<Value>,
  ): Promise<Result<Value, DetectionProblem>> {
    if (photo.width === 0) throw new Error('The detector was given a closed bitmap');
    const signal = AbortSignal.any([wanted, disposed.signal]);
    if (signal.aborted) return fail('aborted');
    const request = (requests += 1);
    const aborted = new Promise<Result<never, 'aborted'>>((resolve) => {
      signal.addEventListener('abort', () => resolve(fail('aborted')), { once: true });
    });
    try {
      const result = await Promise.race([answer(photo, (remote) => question(remote, request)).then(ok), aborted]);
      if (!result.ok) void running?.remote.cancel(request);
      return result;
    } catch {
      return fail(wanted.aborted || disposed.signal.aborted ? 'aborted' : 'failed');
    }
  }

  return {
    warmUp: () => {
      running ??= start();
      void running.remote.warmUp().catch(() => undefined);
    },
    findFaces: (photo, signal) => ask(photo, signal, (remote, request) => remote.findFaces(request)),
    readOutline: (photo, around, signal) => ask(photo, signal, (remote) => remote.readOutline(around)),
    dispose: () => {
      disposed.abort();
      stop();
    },
  };
}
