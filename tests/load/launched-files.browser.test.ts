import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { takeLaunchedFiles } from '~/load/launched-files';
import { sharedFile } from '~/load/offline';
import { SHARED_ADDRESS, SHARED_CACHE, SHARED_FIELD, SHARED_PAGE } from '~/load/offline-messages';
import { takeShared } from '~/load/take-shared';

const FOLDER = new URL('./', location.href).href;
const PAGE = location.href;

let opened: string[] = [];
let unreadable = 0;
beforeEach(() => {
  [opened, unreadable] = [[], 0];
});
afterEach(async () => {
  vi.unstubAllGlobals();
  history.replaceState(history.state, '', PAGE);
  await caches.delete(SHARED_CACHE);
});

/** What a browser sends to the service worker, as the manifest says it. */
const form = (body: BodyInit): Request => new Request(new URL(SHARED_ADDRESS, FOLDER), { method: 'POST', body });
const withFile = (name: string, content: string): Request => {
  const fields = new FormData();
  fields.set(SHARED_FIELD, new File([content], name, { type: 'image/jpeg' }));
  return form(fields);
};
const FULL: Pick<CacheStorage, 'open'> = {
  open: async (name) => {
    const cache = await caches.open(name);
    const full = (): Promise<void> => Promise.reject(new DOMException('There is no room.', 'QuotaExceededError'));
    return Object.assign(Object.create(cache) as Cache, { delete: cache.delete.bind(cache), put: full });
  },
};

const launch = (): void =>
  takeLaunchedFiles(
    FOLDER,
    (file) => opened.push(file.name),
    () => (unreadable += 1),
  );
/** Goes where an answer leads, and starts the app there. */
const startAt = (answer: Response): void => {
  // What an answer made by a page leads to can only be read of its header.
  history.replaceState(history.state, '', answer.headers.get('location') ?? '');
  launch();
};

describe('what another app shares', () => {
  test('is put aside and taken once, under its own name, and nothing of it stays', async () => {
    expect(await sharedFile(caches, FOLDER)).toBeNull();
    const answer = await takeShared(withFile('Kopf – äöü.jpg', 'a photo'), caches, FOLDER);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(new URL(SHARED_PAGE, FOLDER).href);
    const file = await sharedFile(caches, FOLDER);
    expect([file?.name, file?.type, await file?.text()]).toEqual(['Kopf – äöü.jpg', 'image/jpeg', 'a photo']);
    expect(await sharedFile(caches, FOLDER)).toBeNull();
  });

  test('is opened by the page that is then shown, and not again when that is loaded anew', async () => {
    startAt(await takeShared(withFile('head.jpg', 'a photo'), caches, FOLDER));
    await expect.poll(() => opened).toEqual(['head.jpg']);
    expect(location.href).toBe(FOLDER);
    launch();
    expect(unreadable).toBe(0);
  });

  test('and nobody came for is not taken for the next: the later one is opened', async () => {
    await takeShared(withFile('former.jpg', 'a photo'), caches, FOLDER);
    startAt(await takeShared(withFile('later.jpg', 'a photo'), caches, FOLDER));
    await expect.poll(() => opened).toEqual(['later.jpg']);
  });

  test.each([
    ['has no file in its form', () => form(new FormData()), caches],
    ['is a text where a file should be', () => form(new URLSearchParams({ [SHARED_FIELD]: 'a text' })), caches],
    ['breaks off in the middle', () => form('--x\r\nContent-Disposition'), caches],
    ['finds no room', () => withFile('head.jpg', 'a photo'), FULL],
  ])('and %s: the page is shown all the same, and says that it cannot be read', async (_, request, storage) => {
    await takeShared(withFile('former.jpg', 'a photo'), caches, FOLDER);
    startAt(await takeShared(request(), storage, FOLDER));
    await expect.poll(() => unreadable).toBe(1);
    expect(opened).toEqual([]);
  });
});

describe('a file that is opened with the installed app', () => {
  let consumer: (launched: { files?: { getFile(): Promise<File> }[] }) => void = () => undefined;
  beforeEach(() => {
    vi.stubGlobal('launchQueue', { setConsumer: (given: typeof consumer) => (consumer = given) });
    launch();
  });

  test('is opened; one opening without any opens none', async () => {
    consumer({});
    consumer({ files: [] });
    consumer({ files: [{ getFile: () => Promise.resolve(new File(['x'], 'head.jpg')) }] });
    await expect.poll(() => opened).toEqual(['head.jpg']);
    expect(unreadable).toBe(0);
  });

  test('and is gone by then, is said to be unreadable', async () => {
    consumer({ files: [{ getFile: () => Promise.reject(new DOMException('It is gone.', 'NotFoundError')) }] });
    await expect.poll(() => unreadable).toBe(1);
    expect(opened).toEqual([]);
  });
});
