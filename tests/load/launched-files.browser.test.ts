import { afterEach, expect, test, vi } from 'vitest';
import { takeLaunchedFiles } from '~/load/launched-files';
import { sharedFile } from '~/load/offline';
import { SHARED_CACHE, SHARED_FIELD } from '~/load/offline-messages';

const FOLDER = new URL('./', location.href).href;

afterEach(async () => {
  vi.unstubAllGlobals();
  await caches.delete(SHARED_CACHE);
});

/** As the service worker puts it aside. */
async function share(name: string, content: string): Promise<void> {
  const cache = await caches.open(SHARED_CACHE);
  const headers = { 'content-type': 'image/jpeg', 'x-name': encodeURIComponent(name) };
  await cache.put(new URL(SHARED_FIELD, FOLDER).href, new Response(content, { headers }));
}

test('what another app shares is taken once, under its own name, and nothing of it stays', async () => {
  expect(await sharedFile(caches, FOLDER)).toBeNull();
  await share('Kopf – äöü.jpg', 'a photo');
  const file = await sharedFile(caches, FOLDER);
  expect([file?.name, file?.type, await file?.text()]).toEqual(['Kopf – äöü.jpg', 'image/jpeg', 'a photo']);
  expect(await sharedFile(caches, FOLDER)).toBeNull();
});

test('a file that is opened with the installed app is opened; one opening without any opens none', async () => {
  const opened: string[] = [];
  let consumer: (launch: { files?: { getFile(): Promise<File> }[] }) => void = () => undefined;
  vi.stubGlobal('launchQueue', { setConsumer: (given: typeof consumer) => (consumer = given) });
  takeLaunchedFiles(FOLDER, (file) => opened.push(file.name));
  consumer({});
  consumer({ files: [] });
  consumer({ files: [{ getFile: () => Promise.resolve(new File(['x'], 'head.jpg')) }] });
  await expect.poll(() => opened).toEqual(['head.jpg']);
});
