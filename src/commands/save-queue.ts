import type { StoreApi } from 'zustand/vanilla';
import type { AppState, Notice } from '~/store/app-state';
import { notify } from '~/store/notify';

/** One save: what it is called while it goes on, and what tells it from the same one asked for twice. */
export interface Save {
  readonly name: NonNullable<AppState['saving']>['name'];
  /** Compared by identity, one by one. */
  readonly of: readonly unknown[];
  /** Makes and hands over the file, tells how far it is, 0..1, and answers with what is to be said; null: nobody wants it any more. */
  readonly run: (signal: AbortSignal, progress: (share: number) => void) => Promise<Notice | null>;
}

export interface SaveQueue {
  add(save: Save): void;
  /** Ends the save that runs; those that wait still come. */
  cancel(): void;
  /** Settles when nothing is left to save. */
  idle(): Promise<void>;
}

const isSame = (a: Save, b: Save): boolean => a.name === b.name && a.of.every((part, i) => Object.is(part, b.of[i]));

/**
 * Saves, one after the other. Each was given what it saves when it was asked for, so neither another save nor another photo
 * ends it or changes it: only the person can. The very same one asked for again while it waits or runs is made once.
 */
export function createSaveQueue(store: StoreApi<AppState>, onBug: (error: unknown) => void): SaveQueue {
  let waiting: readonly Save[] = [];
  let running: { readonly save: Save; readonly controller: AbortController } | null = null;
  let worked: Promise<void> = Promise.resolve();

  const runOne = async (save: Save, signal: AbortSignal): Promise<void> => {
    try {
      // Nobody waits for the end of a save that they no longer want: decoding cannot be stopped half-way.
      const called = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null)));
      const progress = (share: number): void => {
        const percent = Math.floor(100 * share);
        if (!signal.aborted && store.getState().saving?.percent !== percent)
          store.setState({ saving: { name: save.name, percent } });
      };
      const notice = await Promise.race([save.run(signal, progress), called]);
      if (notice !== null) store.setState(notify(notice));
    } catch (error) {
      store.setState(notify({ kind: 'ownFault' }));
      // Apart, so that what is thrown there does not end the queue.
      queueMicrotask(() => onBug(error));
    }
  };

  const work = async (): Promise<void> => {
    for (let save = waiting.at(0); save !== undefined; save = waiting.at(0)) {
      waiting = waiting.slice(1);
      const controller = new AbortController();
      running = { save, controller };
      store.setState({ saving: { name: save.name } });
      await runOne(save, controller.signal);
    }
    running = null;
    store.setState({ saving: null });
  };

  return {
    add(save) {
      const inHand = running === null || running.controller.signal.aborted ? waiting : [running.save, ...waiting];
      if (inHand.some((other) => isSame(other, save))) return;
      waiting = [...waiting, save];
      if (running === null) worked = work();
    },
    cancel() {
      if (running === null) return;
      running.controller.abort();
      store.setState(notify({ kind: 'cancelled' }));
    },
    idle: () => worked,
  };
}
