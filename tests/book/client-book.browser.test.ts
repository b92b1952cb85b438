import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createClientBook } from '~/book/client-book';
import type { BookNews } from '~/book/client-book';
import type { WorkKeeper } from '~/commands/keep-work';
import type { Ports } from '~/intake/ports';
import { openPhoto } from '~/io/decode-photo';
import { createAutosave } from '~/keep/autosave';
import type { Autosave } from '~/keep/autosave';
import { consultationOf, FIRST_VIEW_ID } from '~/model/design/consultation';
import { momentOf } from '~/model/design/time-scale';
import type { AppState } from '~/store/app-state';
import V2 from '../model/project/saved/v2.stipple?raw';
import { FULL_DESIGN, fullReading } from '../support/sample-work';
import { encoded, noisy } from '../support/picture-bytes';

const made: string[] = [];
/** A device of its own: its storage, empty, and its book. */
function device() {
  const name = `stipple-works-${made.length}`;
  made.push(name);
  const autosave = createAutosave(name);
  const store = createStore<AppState>()(() => ({ saved: [] }) as unknown as AppState);
  const list = async (): Promise<void> => {
    const kept = await autosave.list();
    if (kept.ok) store.setState({ saved: kept.value });
  };
  const files: Blob[] = [];
  const ports = {
    autosave,
    saveFile: (file: Blob) => void files.push(file),
    storageRoom: () => Promise.resolve(null),
    thumbnail: () => Promise.resolve(null),
    newId: () => crypto.randomUUID(),
  } as unknown as Ports;
  const keeper = { list, flush: () => Promise.resolve() } as unknown as WorkKeeper;
  const book = createClientBook(store, ports, keeper);
  const exported = async (): Promise<Uint8Array> => {
    await book.saveAll('all');
    const file = files.at(-1);
    if (file === undefined) throw new Error('No file was made.');
    return new Uint8Array(await file.arrayBuffer());
  };
  const takeIn = async (file: Uint8Array): Promise<BookNews | null> => {
    await book.bringIn(new Blob([new Uint8Array(file)]));
    return book.state.getState().said;
  };
  return { name, autosave, store, ports, book, exported, takeIn };
}

afterEach(() => {
  for (const name of made) indexedDB.deleteDatabase(name);
});

async function keep(autosave: Autosave, id: string, name: string, seed: number): Promise<void> {
  const opened = await openPhoto(await encoded(noisy(120, 90), 'image/jpeg'));
  if (!opened.ok) throw new Error(opened.problem.kind);
  const photo = opened.value;
  const design = { ...FULL_DESIGN, seed };
  const photos = [{ viewId: FIRST_VIEW_ID, reading: fullReading(photo.size), photo }];
  await autosave.save(id, { name, consultation: consultationOf(design), moment: momentOf(design), photos }, null);
}

/** Puts another text where the device keeps that of a document. */
const rewrite = (database: string, id: string, change: (text: string) => string): Promise<void> =>
  new Promise((resolve) => {
    const open = indexedDB.open(database);
    open.onsuccess = () => {
      const writing = open.result.transaction('projects', 'readwrite');
      const records = writing.objectStore('projects');
      const read = records.get(`document:${id}`) as IDBRequest<{ readonly text: string }>;
      read.onsuccess = () => void records.put({ ...read.result, text: change(read.result.text) }, `document:${id}`);
      writing.oncomplete = () => {
        open.result.close();
        resolve();
      };
    };
  });

/** As an older Stipple wrote it, of the same photo. */
const older = (text: string): string => {
  const { photos } = JSON.parse(text) as { photos: { reading: { photo: object } }[] };
  const old = JSON.parse(V2) as { reading: { photo: object }; photo: null };
  old.reading.photo = photos[0].reading.photo;
  old.photo = null;
  return JSON.stringify(old);
};
/** As another version might set it out. */
const spaced = (text: string): string => JSON.stringify(JSON.parse(text), null, 1);

test('all works in one file, taken in by an empty device and taken away again, are the same file byte for byte', async () => {
  const wrote = fc.record({
    name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
    seed: fc.nat(0xffffffff),
    as: fc.constantFrom((text: string) => text, spaced, older),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(wrote, { minLength: 1, maxLength: 3 }), async (works) => {
      const [from, to] = [device(), device()];
      for (const [at, { name, seed, as }] of works.entries()) {
        await keep(from.autosave, `client-${at}`, name, seed);
        await rewrite(from.name, `client-${at}`, as);
      }
      const file = await from.exported();
      expect(await to.takeIn(file)).toMatchObject({ kind: 'cameIn', fresh: works.length, leftOut: [] });
      expect((await to.exported()).join()).toBe(file.join());
      expect(await to.takeIn(file)).toMatchObject({ kind: 'cameIn', fresh: 0, alike: works.length });
    }),
    { numRuns: 12 },
  );
});
