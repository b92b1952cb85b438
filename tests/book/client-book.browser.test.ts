import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
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
import { encoded, noisy, tellingJpeg } from '../support/picture-bytes';

const made: string[] = [];
/** A device of its own: its storage, empty, and its book; of a name that is there, another tab of that device. */
function device(name = `stipple-works-${made.length}`) {
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
  vi.restoreAllMocks();
  for (const name of made) indexedDB.deleteDatabase(name);
});

async function keep(
  autosave: Autosave,
  id: string,
  name: string,
  seed: number,
  type: 'image/jpeg' | 'image/png' = 'image/jpeg',
): Promise<void> {
  const opened = await openPhoto(await encoded(noisy(120, 90), type));
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
    type: fc.constantFrom('image/jpeg' as const, 'image/png' as const),
    as: fc.constantFrom((text: string) => text, spaced, older),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(wrote, { minLength: 1, maxLength: 3 }), async (works) => {
      const [from, to] = [device(), device()];
      for (const [at, { name, seed, as, type }] of works.entries()) {
        await keep(from.autosave, `client-${at}`, name, seed, type);
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

test('a photo that somebody put into the document of a work, with all that it tells, is not kept there', async () => {
  const [from, to] = [device(), device()];
  await keep(from.autosave, 'client', 'Ada', 1);
  const plain = await (await encoded(noisy(120, 90), 'image/jpeg')).arrayBuffer();
  const base64 = btoa(String.fromCharCode(...tellingJpeg(new Uint8Array(plain), 1, 50)));
  await rewrite(from.name, 'client', (text) => {
    const document = JSON.parse(text) as { photos: { photo: object | null }[] };
    document.photos[0].photo = { type: 'image/jpeg', base64 };
    return JSON.stringify(document);
  });
  const file = await from.exported();
  const isIn = (bytes: Uint8Array): boolean => new TextDecoder().decode(bytes).includes(base64);
  expect(isIn(file)).toBe(true);
  expect(await to.takeIn(file)).toMatchObject({ kind: 'cameIn', fresh: 1, leftOut: [] });
  expect(isIn(await to.exported())).toBe(false);
  const [kept] = to.store.getState().saved;
  const whole = await to.autosave.whole(kept.id);
  if (!whole.ok) throw new Error(whole.problem);
  expect(JSON.parse(whole.value.document.text)).toMatchObject({ photos: [{ photo: null }] });
  expect(whole.value.photos.size).toBe(1);
});

const CLIENTS = ['Ada', 'Béla', 'Chloé', 'Dana'];

/** A device that keeps those, and the file of them. */
async function practice() {
  const from = device();
  for (const [at, name] of CLIENTS.entries()) await keep(from.autosave, `client-${at}`, name, at);
  return { from, file: await from.exported() };
}

const namesOn = async ({ autosave }: { readonly autosave: Autosave }): Promise<readonly string[]> => {
  const kept = await autosave.list();
  return kept.ok ? kept.value.map(({ name }) => name).sort() : [];
};

test.each([
  ['a photo', 'photo-1.jpg'],
  ['a document', 'work.json'],
])('%s that a byte went wrong in is left out and named, and the good ones come in', async (_, part) => {
  const { file } = await practice();
  const text = new TextDecoder('latin1').decode(file);
  // What there is stands first, then each file behind its name; the newest work is the first.
  const listed = text.indexOf(`0003/${part}`);
  file[text.indexOf(`0003/${part}`, listed + 1) + 200] ^= 1;
  const to = device();
  expect(await to.takeIn(file)).toMatchObject({ kind: 'cameIn', all: 4, fresh: 3, leftOut: ['Béla'] });
  expect(await namesOn(to)).toEqual(['Ada', 'Chloé', 'Dana']);
});

test('a file whose end is cut off brings in the works that are whole, and names those that are lost', async () => {
  const { file } = await practice();
  const text = new TextDecoder('latin1').decode(file);
  // The newest is the first: Dana, Chloé, Béla, Ada. In the middle of the photo of the third.
  const third = text.indexOf('0003/photo-1.jpg', text.indexOf('0003/photo-1.jpg') + 1);
  const to = device();
  const cut = file.subarray(0, third + 400);
  expect(await to.takeIn(cut)).toMatchObject({ kind: 'cameIn', all: 4, fresh: 2, leftOut: ['Béla', 'Ada'], cut: true });
  expect(await namesOn(to)).toEqual(['Chloé', 'Dana']);
  // The same file, whole, brings the rest.
  expect(await to.takeIn(file)).toMatchObject({ kind: 'cameIn', fresh: 2, alike: 2, leftOut: [], cut: false });
  // Without its list of files nothing is lost; without its first one nothing can be read.
  expect(await device().takeIn(file.subarray(0, file.length - 30))).toMatchObject({ fresh: 4, leftOut: [], cut: true });
  expect(await device().takeIn(file.subarray(0, 60))).toEqual({ kind: 'damaged' });
});

test('a work that was deleted in another tab while the file was made is called so, and not damaged', async () => {
  const { from } = await practice();
  const other = createAutosave(from.name);
  const whole = from.autosave.whole.bind(from.autosave);
  vi.spyOn(from.autosave, 'whole').mockImplementation(async (id) => {
    // After the list was read, before its turn.
    if (id === 'client-3') await other.remove('client-1');
    return whole(id);
  });
  await from.book.saveAll('all');
  expect(from.book.state.getState().said).toMatchObject({ kind: 'saved', works: 3, leftOut: [], gone: ['Béla'] });
});

test('cancelled in the middle, what came in is whole; the same file again brings the rest', async () => {
  const { file } = await practice();
  const to = device();
  const save = to.autosave.bringIn.bind(to.autosave);
  const stopped = vi.spyOn(to.autosave, 'bringIn').mockImplementation(async (...given) => {
    const saved = await save(...given);
    to.book.cancel();
    return saved;
  });
  expect(await to.takeIn(file)).toMatchObject({ kind: 'cancelled', all: 4, fresh: 1, leftOut: [] });
  const [only] = to.store.getState().saved;
  expect((await to.autosave.load(only.id)).ok).toBe(true);
  stopped.mockRestore();
  expect(await to.takeIn(file)).toMatchObject({ kind: 'cameIn', fresh: 3, alike: 1 });
  expect(await namesOn(to)).toEqual(CLIENTS);
});

test('two tabs that take in the same file at once have each work once', async () => {
  const { file } = await practice();
  const one = device();
  const other = device(one.name);
  const [first, second] = await Promise.all([one.takeIn(file), other.takeIn(file)]);
  for (const news of [first, second]) expect(news).toMatchObject({ kind: 'cameIn', all: 4, leftOut: [] });
  const counted = [first, second].flatMap((news) => (news?.kind === 'cameIn' ? [news] : []));
  expect(counted.reduce((sum, { fresh }) => sum + fresh, 0)).toBe(4);
  expect(counted.reduce((sum, { newer, older }) => sum + newer + older, 0)).toBe(0);
  expect(await namesOn(one)).toEqual(CLIENTS);
});

test('storage that has no room, and storage that fails, are told apart, with what came in before', async () => {
  const { file } = await practice();
  for (const [error, kind] of [
    ['QuotaExceededError', 'noRoom'],
    ['UnknownError', 'notKept'],
  ] as const) {
    const to = device();
    const save = to.autosave.bringIn.bind(to.autosave);
    vi.spyOn(to.autosave, 'bringIn').mockImplementation((id, ...rest) => {
      // From the third work on; at its last record, when the others are there already.
      if (id === 'client-1')
        vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
          if (key === 'document:client-1') throw new DOMException('refused', error);
          return this.add(value, key);
        });
      return save(id, ...rest);
    });
    expect(await to.takeIn(file)).toMatchObject({ kind, all: 4, fresh: 2, leftOut: [] });
    vi.restoreAllMocks();
    expect(await namesOn(to)).toEqual(['Chloé', 'Dana']);
    expect(await to.takeIn(file)).toMatchObject({ kind: 'cameIn', fresh: 2, alike: 2 });
  }
});

test('storage that cannot be read makes no file that lacks works', async () => {
  const { from } = await practice();
  vi.spyOn(from.autosave, 'whole').mockResolvedValue({ ok: false, problem: 'unavailable' });
  await from.book.saveAll('all');
  expect(from.book.state.getState().said).toEqual({ kind: 'notSaved' });
});

test('photos of a file are decoded once each, one after the other, none stays open, and they are kept byte for byte', async () => {
  const { from, file } = await practice();
  const to = device();
  let [open, most, decoded] = [0, 0, 0];
  const create = globalThis.createImageBitmap;
  vi.spyOn(globalThis, 'createImageBitmap').mockImplementation(async (...given: unknown[]) => {
    const bitmap = await (create as (...all: unknown[]) => Promise<ImageBitmap>)(...given);
    if (given[0] instanceof Blob) decoded += 1;
    open += 1;
    most = Math.max(most, open);
    const close = bitmap.close.bind(bitmap);
    bitmap.close = () => {
      // Once closed it has no size.
      if (bitmap.width > 0) open -= 1;
      close();
    };
    return bitmap;
  });
  expect(await to.takeIn(file)).toMatchObject({ kind: 'cameIn', fresh: 4 });
  expect({ decoded, most, open }).toEqual({ decoded: 4, most: 1, open: 0 });
  expect(await photoOn(to, 'client-0')).toEqual(await photoOn(from, 'client-0'));
});

/** The bytes of the first photo of a work, as that device keeps them. */
async function photoOn({ autosave }: { readonly autosave: Autosave }, id: string): Promise<Uint8Array> {
  const whole = await autosave.whole(id);
  const photo = whole.ok ? whole.value.photos.get(FIRST_VIEW_ID) : undefined;
  return new Uint8Array((await photo?.arrayBuffer()) ?? new ArrayBuffer(0));
}

/** The file of those works with another photo in the place of theirs. */
async function withPhoto(from: ReturnType<typeof device>, photo: Blob): Promise<Uint8Array> {
  const whole = from.autosave.whole.bind(from.autosave);
  vi.spyOn(from.autosave, 'whole').mockImplementation(async (id) => {
    const kept = await whole(id);
    return kept.ok ? { ok: true, value: { ...kept.value, photos: new Map([[FIRST_VIEW_ID, photo]]) } } : kept;
  });
  return from.exported();
}

test('a photo that another program put into the file loses its metadata; one that cannot be decoded, or is of another size, is damaged', async () => {
  const made = new Uint8Array(await (await encoded(noisy(120, 90), 'image/jpeg')).arrayBuffer());
  const said = new TextEncoder().encode('somebody, somewhere');
  const comment = Uint8Array.from([0xff, 0xfe, 0, said.length + 2, ...said]);
  const talking = new Blob([made.subarray(0, 2), comment, made.subarray(2)], { type: 'image/jpeg' });
  const to = device();
  expect(await to.takeIn(await withPhoto((await practice()).from, talking))).toMatchObject({ fresh: 4, leftOut: [] });
  const kept = await photoOn(to, 'client-0');
  expect(kept).toEqual(made);
  for (const photo of [new Blob([made.subarray(0, 400)]), await encoded(noisy(121, 90), 'image/jpeg')]) {
    const file = await withPhoto((await practice()).from, photo);
    expect(await device().takeIn(file)).toMatchObject({ kind: 'cameIn', fresh: 0, leftOut: [...CLIENTS].reverse() });
  }
});
