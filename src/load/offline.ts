import { ownScript } from './own-script';
import { ABOUT_FILE, PARTS_CACHE, SHARED_CACHE, SHARED_FIELD, WORKER_FILE } from './offline-messages';
import type { AboutOffline, FromWorker, ToWorker } from './offline-messages';

/** How far the app is kept on this device, to work without a network. */
export type OfflineState =
  /** Not known yet, or not possible here (no https, a private window). */
  | { readonly kind: 'unknown' }
  /** `bytes`: how much would be kept; null: the host does not say. */
  | { readonly kind: 'off'; readonly bytes: number | null }
  | { readonly kind: 'fetching'; readonly doneBytes: number; readonly allBytes: number }
  | { readonly kind: 'failed' }
  /** `persisted`: the browser has agreed not to clear it when space runs short. */
  | { readonly kind: 'ready'; readonly persisted: boolean }
  /** Another build has come, whole, and waits. */
  | { readonly kind: 'updateReady' };

export interface Offline {
  /** Brings the app onto this device. Somebody has asked for it. */
  make(): Promise<void>;
  cancel(): void;
  /** Goes over to the build that waits. The page is to be loaded anew when it has: `onTakenOver`. */
  takeOver(): void;
  /** Takes all of it off this device; work that is kept stays. */
  forget(): Promise<void>;
}

interface Outside {
  readonly container: ServiceWorkerContainer;
  readonly caches: CacheStorage;
  readonly storage: Pick<StorageManager, 'persist' | 'persisted'> | undefined;
  /** The app's own folder. */
  readonly folder: string;
  readonly say: (state: OfflineState) => void;
  /** Another build answers from now on, because somebody said so. */
  readonly onTakenOver: () => void;
}

/** Follows the service worker, if there is one; nothing is registered or fetched (but the size, to tell it) until `make`. */
export async function watchOffline(outside: Outside): Promise<Offline> {
  const { container, caches, storage, folder, say, onTakenOver } = outside;
  let cancelled = false;
  let takingOver = false;
  let registration = (await container.getRegistration(folder)) ?? null;

  const tell = (worker: ServiceWorker | null | undefined, what: ToWorker): void => worker?.postMessage(what);
  const ready = async (): Promise<void> =>
    say({ kind: 'ready', persisted: (await storage?.persisted().catch(() => false)) === true });
  const off = async (): Promise<void> => {
    const about = await fetch(new URL(ABOUT_FILE, folder), { cache: 'no-cache' })
      .then((answer) => (answer.ok ? (answer.json() as Promise<AboutOffline>) : null))
      .catch(() => null);
    say({ kind: 'off', bytes: about?.bytes ?? null });
  };

  /** What becomes of a build on its way: beside one that is there it comes quietly. */
  const followed = new WeakSet<ServiceWorker>();
  const follow = (worker: ServiceWorker, isFirst: boolean): void => {
    if (followed.has(worker)) return;
    followed.add(worker);
    const changed = (): void => {
      if (worker.state === 'installed' && !isFirst) say({ kind: 'updateReady' });
      if (worker.state === 'activated') void ready();
      if (worker.state === 'redundant' && isFirst) {
        if (cancelled) void off();
        else say({ kind: 'failed' });
      }
    };
    worker.addEventListener('statechange', changed);
  };

  const watched = new WeakSet<ServiceWorkerRegistration>();
  const watch = (it: ServiceWorkerRegistration): void => {
    registration = it;
    const comes = (): void => {
      if (it.installing !== null) follow(it.installing, it.active === null);
    };
    // One that failed is the same one at the next try.
    if (!watched.has(it)) it.addEventListener('updatefound', comes);
    watched.add(it);
    comes();
  };

  container.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    const { doneBytes, allBytes } = data;
    if (registration?.active === null && registration.installing !== null)
      say({ kind: 'fetching', doneBytes, allBytes });
  });
  container.addEventListener('controllerchange', () => {
    if (takingOver) onTakenOver();
  });

  if (registration?.active) {
    watch(registration);
    tell(registration.active, 'tidy');
    if (registration.waiting === null) await ready();
    else say({ kind: 'updateReady' });
    // Whether there is another build. Without a network there is no answer, and nothing is lost.
    registration.update().catch(() => undefined);
  } else await off();

  return {
    async make() {
      cancelled = false;
      say({ kind: 'fetching', doneBytes: 0, allBytes: 1 });
      try {
        void storage?.persist().catch(() => false);
        const made = await container.register(ownScript(new URL(WORKER_FILE, folder)), { updateViaCache: 'none' });
        watch(made);
        // It may have failed, or be done, before anybody could watch it.
        if (made.active !== null) await ready();
        else if (made.installing === null && made.waiting === null) say({ kind: 'failed' });
      } catch {
        say({ kind: 'failed' });
      }
    },
    cancel() {
      cancelled = true;
      tell(registration?.installing, 'cancel');
    },
    takeOver() {
      takingOver = true;
      tell(registration?.waiting, 'takeOver');
    },
    async forget() {
      tell(registration?.active, 'forget');
      await registration?.unregister();
      for (const name of await caches.keys()) if (name.startsWith(PARTS_CACHE)) await caches.delete(name);
      registration = null;
      await off();
    },
  };
}

/** What another app has shared, once; null: nothing. */
export async function sharedFile(caches: CacheStorage, folder: string): Promise<File | null> {
  const cache = await caches.open(SHARED_CACHE);
  const address = new URL(SHARED_FIELD, folder).href;
  const kept = await cache.match(address);
  if (kept === undefined) return null;
  await cache.delete(address);
  const name = decodeURIComponent(kept.headers.get('x-name') ?? '');
  const blob = await kept.blob();
  return new File([blob], name, { type: blob.type });
}
