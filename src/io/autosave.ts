import { createStore, del, delMany, get, getMany, keys, promisifyRequest } from 'idb-keyval';
import type { UseStore } from 'idb-keyval';
import { fail, ok, type Result } from '~/model/base/result';
import { FIRST_VIEW_ID } from '~/model/design/consultation';
import { isRecord } from '~/model/project/upgrades';
import { readSteps, stepsToKeep } from '~/model/project/steps';
import type { Steps } from '~/model/project/steps';
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

/**
 * `unavailable`: no storage, none left, or not allowed. `damaged`: what was kept cannot be opened. `elsewhere`: another tab
 * has written this project since it was opened here, and nothing was written over that.
 */
export type KeepProblem = 'unavailable' | 'damaged' | 'elsewhere';

/** How long one waits for a tab that is just being closed to let a project go, ms. */
const CLAIM_MS = 500;

/**
 * Work kept on this device: a record for the list, one for the document, one for the steps of undo, and one for each photo, so
 * that a changed design does not write the photos again. The document says which photos it was written with; all are read in one transaction and
 * checked against it, so that parts of two different times are never taken for one work.
 */
export interface Autosave {
  save(id: string, work: Work, thumbnail: Blob | null): Promise<Result<null, KeepProblem>>;
  /**
   * Takes a project for this tab, in place of the one it had; false: another tab has it open. Where browsers have no locks
   * it is always given: `save` notices then.
   */
  claim(id: string): Promise<boolean>;
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
const stepsKey = (id: string): string => `steps:${id}`;
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
  /** Counts the writes; 0: written before anybody counted. */
  readonly revision: number;
}

const keptAs = (work: Work, photos: readonly PhotoStamp[]): Omit<KeptDocument, 'revision'> => ({
  text: projectText(work, null),
  photos,
  ...(work.stage !== undefined && { stage: work.stage }),
});

/** Documents written before there were several photos are a text alone, with the one photo beside it. */
const keptDocument = (record: unknown): KeptDocument | null => {
  if (typeof record === 'string')
    return { text: record, photos: [{ viewId: FIRST_VIEW_ID, bytes: null }], revision: 0 };
  const { text, photos, stage, revision = 0 } = (record ?? {}) as Partial<KeptDocument>;
  if (typeof text !== 'string' || !Array.isArray(photos)) return null;
  return stage !== undefined && EARLY_STAGES.includes(stage)
    ? { text, photos, stage, revision }
    : { text, photos, revision };
};

/** The document and its photos as they were at one time, read in one transaction; null: a part is missing, or of another time. */
const readWhole = (
  id: string,
  store: UseStore,
): Promise<{ document: KeptDocument; photos: Map<string, Blob>; steps: unknown } | null> =>
  store('readonly', async (records) => {
    const document = keptDocument(await promisifyRequest(records.get(documentKey(id))));
    if (document === null) return null;
    const photos = new Map<string, Blob>();
    for (const { viewId, bytes } of document.photos) {
      const photo: unknown = await promisifyRequest(records.get(photoKey(id, viewId)));
      if (!(photo instanceof Blob) || (bytes !== null && photo.size !== bytes)) return null;
      photos.set(viewId, photo);
    }
    const steps: unknown = await promisifyRequest(records.get(stepsKey(id)));
    // Written by a page that knew of no steps, or at another time: they lead elsewhere.
    const fits = isRecord(steps) && steps.revision === document.revision;
    return { document, photos, steps: fits ? steps : null };
  });

/** A photo to be written, and whether this page wrote this very one under its key before. */
interface PhotoToKeep {
  readonly key: string;
  readonly file: Blob;
  readonly picture: Blob;
  readonly written: boolean;
}

/**
 * Writes all parts and takes away the photos of views that are gone, in one transaction, in which is also seen what is there:
 * a photo that another tab or the browser took away is written again, and a document that is not of the revision `known`
 * here is left as it is. Answers with the new revision; null: nothing was written.
 */
const writeWhole = (
  id: string,
  known: number | undefined,
  document: Omit<KeptDocument, 'revision'>,
  others: readonly (readonly [string, unknown])[],
  photos: readonly PhotoToKeep[],
  steps: Steps | null,
  store: UseStore,
): Promise<number | null> =>
  store('readwrite', async (records) => {
    const there = keptDocument(await promisifyRequest(records.get(documentKey(id))));
    if (there !== null && there.revision !== known) return null;
    for (const key of await promisifyRequest(records.getAllKeys()))
      if (typeof key === 'string' && isPhotoOf(id, key) && !photos.some((photo) => photo.key === key))
        records.delete(key);
    for (const { key, picture, written } of photos) {
      const kept: unknown = written ? await promisifyRequest(records.get(key)) : null;
      if (!(kept instanceof Blob) || kept.size !== picture.size) records.put(picture, key);
    }
    const revision = (known ?? 0) + 1;
    for (const [key, value] of others) records.put(value, key);
    if (steps === null) records.delete(stepsKey(id));
    else records.put({ ...stepsToKeep(steps), revision }, stepsKey(id));
    records.put({ ...document, revision } satisfies KeptDocument, documentKey(id));
    await promisifyRequest(records.transaction);
    return revision;
  });

export function createAutosave(databaseName = 'stipple'): Autosave {
  let store = createStore(databaseName, 'projects');
  let asked = false;
  /** The photo that this page last wrote under a key. */
  const written = new Map<string, Blob>();
  /** The revision of each project that this page read or wrote last. */
  const revisions = new Map<string, number>();
  let claimed: { readonly id: string; readonly release: () => void } | null = null;

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
      const photos: PhotoToKeep[] = [];
      const stamps: PhotoStamp[] = [];
      for (const { viewId, photo } of work.photos) {
        const picture = await strippedPhoto(photo);
        if (picture === null) return fail('unavailable');
        const key = photoKey(id, viewId);
        photos.push({ key, file: photo.file, picture, written: written.get(key) === photo.file });
        stamps.push({ viewId, bytes: picture.size });
      }
      const others = [[about(id), kept] as const, [LAST, id] as const];
      const known = revisions.get(id);
      const write = (steps: Steps | null) =>
        attempt((store) => writeWhole(id, known, keptAs(work, stamps), others, photos, steps, store));
      const whole = await write(work.steps ?? null);
      // Where there is no room for the steps, there may be for the work.
      const saved = whole.ok || work.steps === undefined ? whole : await write(null);
      if (!saved.ok) return saved;
      if (saved.value === null) return fail('elsewhere');
      revisions.set(id, saved.value);
      for (const { key, file } of photos) written.set(key, file);
      askToPersist();
      return ok(null);
    },

    claim(id) {
      if (claimed?.id === id) return Promise.resolve(true);
      claimed?.release();
      claimed = null;
      // Without https (other than localhost), and on older devices, browsers leave locks out, whatever the types say.
      const locks = navigator.locks as LockManager | undefined;
      if (locks === undefined) return Promise.resolve(true);
      const patience = new AbortController();
      const timer = setTimeout(() => patience.abort(), CLAIM_MS);
      return new Promise((resolve) => {
        const held = (): Promise<void> => {
          clearTimeout(timer);
          return new Promise((release) => {
            claimed?.release();
            claimed = { id, release };
            resolve(true);
          });
        };
        locks.request(`${databaseName}:${id}`, { signal: patience.signal }, held).catch(() => resolve(false));
      });
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
      const { text, stage, revision } = whole.document;
      revisions.set(id, revision);
      const work = await readProjectText(text, (viewId) => whole.photos.get(viewId) ?? null);
      if (!work.ok) return fail('damaged');
      const steps = readSteps(whole.steps, work.value.consultation);
      return ok({ ...work.value, ...(stage !== undefined && { stage }), ...(whole.steps !== null && { steps }) });
    },

    async remove(id) {
      for (const key of written.keys()) if (isPhotoOf(id, key)) written.delete(key);
      const removed = await attempt(async (store) => {
        const last = await get<string>(LAST, store);
        const photos = (await keys<string>(store)).filter((key) => isPhotoOf(id, key));
        await delMany([about(id), documentKey(id), stepsKey(id), ...photos, ...(last === id ? [LAST] : [])], store);
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

/** Says that the page was put away: closed, or left for something else. Kept for all tabs. */
const PUT_AWAY = 'stipple:put-away';
/** Says that this very tab was here before: kept over a reload, and gone with the tab. */
const HERE = 'stipple:here';

/** Storage may be refused; then nothing is known, and nothing shown is any worse for it. */
function quietly<Value>(ask: () => Value, otherwise: Value): Value {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}

/**
 * Whether the last work may come back by itself: in the tab that it was done in, or where the page ended without having been
 * put away (a crash). Otherwise somebody else may be at the device, and whose head it is shows only to those who ask. Follows
 * the page from now on.
 */
export function mayComeBack(): boolean {
  const isSameTab = quietly(() => sessionStorage.getItem(HERE) !== null, true);
  const wasPutAway = quietly(() => localStorage.getItem(PUT_AWAY) !== null, false);
  const follow = (): void => {
    quietly(() => {
      if (document.visibilityState === 'hidden') localStorage.setItem(PUT_AWAY, '');
      else localStorage.removeItem(PUT_AWAY);
    }, undefined);
  };
  quietly(() => sessionStorage.setItem(HERE, ''), undefined);
  follow();
  document.addEventListener('visibilitychange', follow);
  // Some browsers tell only this of a tab that is closed.
  addEventListener('pagehide', () => quietly(() => localStorage.setItem(PUT_AWAY, ''), undefined));
  addEventListener('pageshow', follow);
  return isSameTab || !wasPutAway;
}
