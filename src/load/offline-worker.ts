/// <reference lib="webworker" />
import { createKeptParts } from './kept-parts';
import type { OfflineParts } from './kept-parts';
import { SHARED_ADDRESS } from './offline-messages';
import type { FromWorker, ToWorker } from './offline-messages';
import { takeShared } from './take-shared';

/** Put in when the app is built: tools/offline-plugin.ts. */
declare const OFFLINE_PARTS: OfflineParts;
const worker = globalThis as unknown as ServiceWorkerGlobalScope;

/**
 * The service worker: registered only once somebody has said that the app is to work offline. It brings all of a build before it
 * is used, and answers from that. Another build waits until it is told to take over.
 */
const scope = worker.registration.scope;
const cancelling = new AbortController();

const tell = async (what: FromWorker): Promise<void> => {
  for (const client of await worker.clients.matchAll({ type: 'window', includeUncontrolled: true }))
    client.postMessage(what);
};

const parts = createKeptParts(OFFLINE_PARTS, {
  caches: worker.caches,
  fetch: (address, options) => fetch(address, options),
  digest: (bytes) => crypto.subtle.digest('SHA-256', bytes),
  scope,
  progress: (doneBytes, allBytes) => void tell({ kind: 'progress', doneBytes, allBytes }),
});

worker.addEventListener('install', (event) => event.waitUntil(parts.bring(cancelling.signal)));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'POST' && request.url === new URL(SHARED_ADDRESS, scope).href)
    event.respondWith(takeShared(request, worker.caches, scope));
  else if (request.method === 'GET' && request.url.startsWith(scope))
    event.respondWith(parts.find(request).then((there) => there ?? fetch(request)));
});

/** A page that was just loaded anew is counted twice for a moment, ms. */
const AFTER_MS = 1500;

/** Old builds go as soon as nothing shows them any more, and none is on its way. */
async function tidy(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, AFTER_MS));
  const { installing, waiting } = worker.registration;
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (installing === null && waiting === null && pages.length <= 1) await parts.tidy();
}

worker.addEventListener('message', (event) => {
  const what = event.data as ToWorker;
  if (what === 'cancel') cancelling.abort();
  else if (what === 'takeOver') event.waitUntil(worker.skipWaiting());
  else if (what === 'forget') event.waitUntil(parts.forget());
  else event.waitUntil(tidy());
});
