import { createStore, del, delMany, get, getMany, keys, promisifyRequest } from 'idb-keyval';
import type { UseStore } from 'idb-keyval';
import { fail, ok, type Result } from '~/model/base/result';
import { FIRST_VIEW_ID } from '~/model/design/consultation';
import { EARLY_STAGES, projectText, readProjectText } from './project-file';
import type { EarlyStage, Work } from './project-file';
import { strippedPhoto } from './stripped-photo';

/** What the first screen shows of a project kept on this device. */
export interface KeptProject {
  readonly id: string;
  readonly name: string;
  readonly savedAtMs: number;
  readonly thumbnail: Blob | null;
}

/** `unavailable`: no storage, none left, or not allowed. `damaged`: what was kept cannot be opened. */
export type KeepProblem = 'unavailable' | 'damaged';

/**
 * Work kept on this device: a record for the list, one for the document, and one for each photo, so that a changed design does
 * not write the photos again. The document says which photos it was written with; all are read in one transaction and
 * checked against it, so that parts of two different times are never taken for one work.
 */
export interface Autosave {
  save(id: string, work: Work, thumbnail: Blob | null): Promise<Result<null, KeepProblem>>;
  /** Newest first. */
  list(): Promise<Result<readonly KeptProject[], KeepProblem>>;
  load(id: string): Promise<Result<Work, KeepProblem>>;
  remove(id: string): Promise<Result<null, KeepProblem>>;
  /** What was worked on last, if it is still there. */
  lastId(): Promise<Result<string | null, KeepProblem>>;
  /** Nothing is to come back by itself any more (the user went to the first screen). */
  forgetLast(): Promise<Result<null, KeepProblem>>;
}

const LAST = 'last';
const about = (id: string): string => `about:${id}`;
const documentKey = (id: string): string => `document:${id}`;
/** The first view's key is that of the time when a project had one photo. */
const photoKey = (id: string, viewId: string): string =>
  viewId === FIRST_VIEW_ID ? `photo:${id}` : `photo:${id}:${viewId}`;
const isPhotoOf = (id: string, key: string): boolean => key === `photo:${id}` || key.startsWith(`photo:${id}:`);

/** A photo as the document knows it: which view it is, and how many bytes it has; null: nobody wrote that down then. */
interface PhotoStamp {
  readonly viewId: string;
  readonly bytes: number | null;
}
interface KeptDocument {
  readonly text: string;
  readonly photos: readonly PhotoStamp[];
  readonly stage?: EarlyStage;
}

const keptAs = (work: Work, photos: readonly PhotoStamp[]): KeptDocument => ({
  text: projectText(work, null),
  photos,
  ...(work.stage !== undefined && { stage: work.stage }),
});

/** Documents written before there were several photos are a text alone, with the one photo beside it. */
const keptDocument = (record: unknown): KeptDocument | null => {
  if (typeof record === 'string') return { text: record, photos: [{ viewId: FIRST_VIEW_ID, bytes: null }] };
  const { text, photos, stage } = (record ?? {}) as Partial<KeptDocument>;
  if (typeof text !== 'string' || !Array.isArray(photos)) return null;
  return stage !== undefined && EARLY_STAGES.includes(stage) ? { text, photos, stage } : { text, photos };
};

/** The document and its photos as they were at one time, read in one transaction; null: a part is missing, or of another time. */
const readWhole = (
  id: string,
  store: UseStore,
): Promise<{ document: KeptDocument; photos: Map<string, Blob> } | null> =>
  store('readonly', async (records) => {
    const document = keptDocument(await promisifyRequest(records.get(documentKey(id))));
    if (document === null) return null;
    const photos = new Map<string, Blob>();
    for (const { viewId, bytes } of document.photos) {
      const photo: unknown = await promisifyRequest(records.get(photoKey(id, viewId)));
      if (!(photo instanceof Blob) || (bytes !== null && photo.size !== bytes)) return null;
      photos.set(viewId, photo);
    }
    return { document, photos };
  });

/** Writes all parts and takes away the photos of views that are gone, in one transaction. */
const writeWhole = (
  id: string,
  entries: readonly (readonly [string, unknown])[],
  keep: ReadonlySet<string>,
  store: UseStore,
) =>
  store('readwrite', async (records) => {
    for (const key of await promisifyRequest(records.getAllKeys()))
      if (typeof key === 'string' && isPhotoOf(id, key) && !keep.has(key)) records.delete(key);
    for (const [key, value] of entries) records.put(value, key);
    await promisifyRequest(records.transaction);
  });

export function createAutosave(databaseName = 'stipple'): Autosave {
  let store = createStore(databaseName, 'projects');
  let asked = false;
  /** What was last written under a photo's key: the file, and how many bytes it came to without its metadata. */
  const written = new Map<string, { readonly file: Blob; readonly bytes: number }>();

  /** Storage is asked twice, the second time over a fresh connection: iOS drops one while the page sleeps. */
  async function attempt<Value>(work: (store: UseStore) => Promise<Value>): Promise<Result<Value, KeepProblem>> {
    try {
      return ok(await work(store));
    } catch {
      try {
        store = createStore(databaseName, 'projects');
        return ok(await work(store));
      } catch {
        return fail('unavailable');
      }
    }
  }

  /** Once, after the first success: asks that the browser does not clear this when space runs short. */
  function askToPersist(): void {
    if (asked) return;
    asked = true;
    // Without https (other than localhost) browsers leave `storage` out, whatever the types say.
    const storage = navigator.storage as StorageManager | undefined;
    storage?.persist().catch(() => false);
  }

  return {
    async save(id, work, thumbnail) {
      const kept: KeptProject = { id, name: work.name, savedAtMs: Date.now(), thumbnail };
      const photos: (readonly [key: string, file: Blob, picture: Blob])[] = [];
      const stamps: PhotoStamp[] = [];
      for (const { viewId, photo } of work.photos) {
        const key = photoKey(id, viewId);
        const known = written.get(key);
        if (known?.file === photo.file) {
          stamps.push({ viewId, bytes: known.bytes });
          continue;
        }
        const picture = await strippedPhoto(photo);
        if (picture === null) return fail('unavailable');
        photos.push([key, photo.file, picture]);
        stamps.push({ viewId, bytes: picture.size });
      }
      const entries: (readonly [string, unknown])[] = [
        [about(id), kept],
        [documentKey(id), keptAs(work, stamps)],
        [LAST, id],
        ...photos.map(([key, , picture]) => [key, picture] as const),
      ];
      const keys = new Set(stamps.map(({ viewId }) => photoKey(id, viewId)));
      const saved = await attempt((store) => writeWhole(id, entries, keys, store));
      if (!saved.ok) return saved;
      for (const [key, file, { size }] of photos) written.set(key, { file, bytes: size });
      askToPersist();
      return ok(null);
    },

    list: () =>
      attempt(async (store) => {
        const ids = (await keys<string>(store)).filter((key) => key.startsWith(about('')));
        const kept = await getMany<KeptProject>(ids, store);
        return kept.filter((one) => one !== undefined).sort((a, b) => b.savedAtMs - a.savedAtMs);
      }),

    async load(id) {
      const read = await attempt((store) => readWhole(id, store));
      if (!read.ok) return read;
      const whole = read.value;
      if (whole === null) return fail('damaged');
      const { text, stage } = whole.document;
      const work = await readProjectText(text, (viewId) => whole.photos.get(viewId) ?? null);
      return work.ok ? ok({ ...work.value, ...(stage !== undefined && { stage }) }) : fail('damaged');
    },

    async remove(id) {
      for (const key of written.keys()) if (isPhotoOf(id, key)) written.delete(key);
      const removed = await attempt(async (store) => {
        const last = await get<string>(LAST, store);
        const photos = (await keys<string>(store)).filter((key) => isPhotoOf(id, key));
        await delMany([about(id), documentKey(id), ...photos, ...(last === id ? [LAST] : [])], store);
      });
      return removed.ok ? ok(null) : removed;
    },

    async lastId() {
      const last = await attempt((store) => get<string>(LAST, store));
      return last.ok ? ok(last.value ?? null) : last;
    },

    async forgetLast() {
      const gone = await attempt((store) => del(LAST, store));
      return gone.ok ? ok(null) : gone;
    },
  };
}
