/** What the page says to the service worker. */
export type ToWorker = 'cancel' | 'takeOver' | 'tidy' | 'forget';

/** And the worker to the page. */
export interface FromWorker {
  readonly kind: 'progress';
  readonly doneBytes: number;
  readonly allBytes: number;
}

/** Where other apps send what they share (assets/manifest.webmanifest), and where it waits to be opened. */
export const SHARED_ADDRESS = 'share';
export const SHARED_FIELD = 'photo';
export const SHARED_CACHE = 'stipple-shared';
export const SHARED_PAGE = './?shared';

/** How the caches of the app's own files are called, each by its build after this. */
export const PARTS_CACHE = 'stipple-parts-';

/** The service worker's own file, and what there is to know of a build without it: its size. */
export const WORKER_FILE = 'offline-worker.js';
export const ABOUT_FILE = 'offline.json';
export interface AboutOffline {
  readonly version: string;
  readonly bytes: number;
}
