import { createStore, del, delMany, get, getMany, keys } from 'idb-keyval';
import type { UseStore } from 'idb-keyval';
import { fail, ok, type Result } from '~/model/base/result';
import { readSteps } from '~/model/project/steps';
import type { Steps } from '~/model/project/steps';
import {
  about,
  bytesKept,
  documentKey,
  isPhotoOf,
  keptAs,
  LAST,
  photoKey,
  readWhole,
  renameWhole,
  stepsKey,
  writeWhole,
} from './kept-records';
import type { KeptDocument, KeptProject, KeptWhole, PhotoStamp, PhotoToKeep } from './kept-records';
import { readProjectText } from './project-file';
import type { Work } from './project-file';
import { TooLate, within } from '~/load/load-part';
import { fileOf, storedAs } from './stored-file';
import { strippedPhoto } from '~/io/stripped-photo';

/**
 * `unavailable`: no storage, or not allowed. `full`: the browser gives it no more room. `silent`: it did not answer in time; what was to
 * be written may still come to be. `damaged`: what was kept, or is to be, cannot be opened. `elsewhere`: another tab has written this
 * project since it was opened here, and nothing was written over that.
 */
export type KeepProblem = 'unavailable' | 'full' | 'silent' | 'damaged' | 'elsewhere';

/** Why storage refused. */
const refusal = (error: unknown): KeepProblem =>
  error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'unavailable';

/** How long one waits for a tab that is just being closed to let a project go, ms. */
const CLAIM_MS = 500;
/** How long storage may take for one thing, ms: eight photos of a slow tablet, and no more. */
const ANSWER_MS = 8000;

/** A work from a file of several, found sound: it is kept as it came, its document word for word, and goes out again so. */
export interface BroughtWork extends Omit<KeptProject, 'id' | 'bytes'>, Pick<Work, 'stage'> {
  readonly document: string;
  /** One for each view, without metadata. */
  readonly photos: readonly { readonly viewId: string; readonly picture: Blob }[];
}

/**
 * Work kept on this device: a record for the list, one for the document, one for the steps of undo, and one for each photo, so
 * that a changed design does not write the photos again. The document says which photos it was written with; all are read in one transaction and
 * checked against it, so that parts of two different times are never taken for one work.
 */
export interface Autosave {
  save(id: string, work: Work, thumbnail: Blob | null): Promise<Result<null, KeepProblem>>;
  /** Keeps what comes from a file, which is not what was worked on last. Nothing of it stays in memory. */
  bringIn(id: string, work: BroughtWork): Promise<Result<null, KeepProblem>>;
  /** Whether another tab has it open. */
  isElsewhere(id: string): Promise<boolean>;
  rename(id: string, name: string): Promise<Result<null, KeepProblem>>;
  /** Document and photos as they are kept, unread. `gone`: nothing is kept under that id (any more). */
  whole(id: string): Promise<Result<KeptWhole, KeepProblem | 'gone'>>;
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

/** `answerMs`: how long storage may take for one thing. */
export function createAutosave(databaseName = 'stipple', answerMs = ANSWER_MS): Autosave {
  let store = createStore(databaseName, 'projects');
  let asked = false;
  /** The photo that this page last wrote under a key. */
  const written = new Map<string, Blob>();
  /** The revision of each project that this page read or wrote last. */
  const revisions = new Map<string, number>();
  /** When each project that this page wrote was first kept; undefined: nobody wrote that down. It never changes: asked for once. */
  const madeAt = new Map<string, number | undefined>();
  /** What is being written of each project, though it be late. */
  const underWay = new Map<string, Promise<unknown>>();
  /** Whether the connection in hand left something unanswered: the next thing is asked over a fresh one. */
  let isSilent = false;
  /** How this browser's storage takes files. */
  let form: 'file' | 'bytes' = 'file';
  let claimed: { readonly id: string; readonly release: () => void } | null = null;

  /** Storage is asked twice, the second time over a fresh connection: iOS drops one while the page sleeps. */
  async function attempt<Value>(work: (store: UseStore) => Promise<Value>): Promise<Result<Value, KeepProblem>> {
    try {
      if (isSilent) store = createStore(databaseName, 'projects');
      isSilent = false;
      return ok(await work(store));
    } catch {
      try {
        store = createStore(databaseName, 'projects');
        return ok(await work(store));
      } catch (error) {
        return fail(refusal(error));
      }
    }
  }

  /** An answer in time, or `silent`. */
  async function inTime<Value>(work: Promise<Result<Value, KeepProblem>>): Promise<Result<Value, KeepProblem>> {
    try {
      return await within(answerMs, work);
    } catch (error) {
      if (!(error instanceof TooLate)) throw error;
      isSilent = true;
      return fail('silent');
    }
  }

  const read = <Value>(work: (store: UseStore) => Promise<Value>): Promise<Result<Value, KeepProblem>> =>
    inTime(attempt(work));

  /**
   * Writes something of a project, one thing after the other. What is late may still come to be: until that is known nothing more is
   * written there, for the revision it leaves would be taken for another tab's.
   */
  async function write<Value>(
    id: string,
    work: () => Promise<Result<Value, KeepProblem>>,
  ): Promise<Result<Value, KeepProblem>> {
    for (let before = underWay.get(id); before !== undefined; before = underWay.get(id)) {
      const whenDone = (): Result<null, KeepProblem> => ok(null);
      const done = await inTime(before.then(whenDone, whenDone));
      if (!done.ok) return done;
    }
    const writing = work().finally(() => {
      if (underWay.get(id) === writing) underWay.delete(id);
    });
    underWay.set(id, writing);
    return inTime(writing);
  }

  /** Once, after the first success: asks that the browser does not clear this when space runs short. */
  function askToPersist(): void {
    if (asked) return;
    asked = true;
    // Without https (other than localhost) browsers leave `storage` out, whatever the types say.
    const storage = navigator.storage as StorageManager | undefined;
    storage?.persist().catch(() => false);
  }

  /** Writes all parts of a work, in the form that this browser's storage takes. `isLast`: it is what is worked on. */
  async function writeParts(
    { thumbnail, ...said }: Omit<KeptProject, 'bytes'>,
    document: Omit<KeptDocument, 'revision'>,
    photos: readonly Omit<PhotoToKeep, 'stored'>[],
    steps: Steps | undefined,
    isLast: boolean,
  ): Promise<Result<null, KeepProblem>> {
    const { id } = said;
    const pictures = photos.map(({ picture }) => picture);
    const bytes = bytesKept(document.text, pictures, thumbnail);
    const known = revisions.get(id);
    const writeAs = async (as: typeof form, withSteps: Steps | null) => {
      const toKeep = photos.map(async (photo) => ({ ...photo, stored: await storedAs(as, photo.picture) }));
      const shown = { ...said, bytes, thumbnail: thumbnail && (await storedAs(as, thumbnail)) };
      const others = [[about(id), shown] as const, ...(isLast ? [[LAST, id] as const] : [])];
      const stored = await Promise.all(toKeep);
      return attempt((store) => writeWhole(id, known, document, others, stored, withSteps, store));
    };
    const writeWith = async (withSteps: Steps | null) => {
      const first = await writeAs(form, withSteps);
      if (first.ok || first.problem !== 'unavailable' || form === 'bytes') return first;
      const second = await writeAs('bytes', withSteps);
      if (second.ok) form = 'bytes';
      return second;
    };
    const whole = await writeWith(steps ?? null);
    // Where there is no room for the steps, there may be for the work.
    const saved = whole.ok || steps === undefined ? whole : await writeWith(null);
    if (!saved.ok) return saved;
    if (saved.value === null) return fail('elsewhere');
    revisions.set(id, saved.value);
    askToPersist();
    return ok(null);
  }

  return {
    async save(id, work, thumbnail) {
      const photos: (Omit<PhotoToKeep, 'stored'> & { readonly file: Blob })[] = [];
      const stamps: PhotoStamp[] = [];
      for (const { viewId, photo } of work.photos) {
        const picture = await strippedPhoto(photo);
        if (picture === null) return fail('damaged');
        const key = photoKey(id, viewId);
        photos.push({ key, file: photo.file, picture, written: written.get(key) === photo.file });
        stamps.push({ viewId, bytes: picture.size });
      }
      return write(id, async () => {
        const savedAtMs = Date.now();
        if (!madeAt.has(id)) {
          const before = await attempt((store) => get<KeptProject>(about(id), store));
          if (before.ok) madeAt.set(id, before.value === undefined ? savedAtMs : before.value.madeAtMs);
        }
        const madeAtMs = madeAt.get(id);
        const kept = { id, name: work.name, savedAtMs, thumbnail, ...(madeAtMs !== undefined && { madeAtMs }) };
        const saved = await writeParts(kept, keptAs(work, stamps), photos, work.steps, true);
        if (saved.ok) for (const { key, file } of photos) written.set(key, file);
        return saved;
      });
    },

    bringIn: (id, { document, photos, stage, ...kept }) =>
      write(id, () =>
        writeParts(
          { ...kept, id },
          {
            text: document,
            photos: photos.map(({ viewId, picture }) => ({ viewId, bytes: picture.size })),
            ...(stage !== undefined && { stage }),
          },
          photos.map(({ viewId, picture }) => ({ key: photoKey(id, viewId), picture, written: false })),
          undefined,
          false,
        ),
      ),

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

    async isElsewhere(id) {
      const locks = navigator.locks as LockManager | undefined;
      if (claimed?.id === id || locks === undefined) return false;
      const free = (lock: Lock | null): boolean => lock === null;
      return locks.request(`${databaseName}:${id}`, { ifAvailable: true }, free).catch(() => false);
    },

    rename: (id, name) =>
      write(id, async () => {
        const renamed = await attempt((store) => renameWhole(id, name, store));
        if (!renamed.ok) return renamed;
        if (renamed.value === null) return fail('damaged');
        revisions.set(id, renamed.value);
        return ok(null);
      }),

    async whole(id) {
      const whole = await read((store) => readWhole(id, store));
      if (!whole.ok) return whole;
      if (whole.value !== null) return ok(whole.value);
      const there = await read((store) => get<KeptProject>(about(id), store));
      return there.ok ? fail(there.value === undefined ? 'gone' : 'damaged') : there;
    },

    list: () =>
      read(async (store) => {
        const ids = (await keys<string>(store)).filter((key) => key.startsWith(about('')));
        const kept = await getMany<KeptProject>(ids, store);
        return kept
          .filter((one) => one !== undefined)
          .map((one) => ({ ...one, thumbnail: fileOf(one.thumbnail) }))
          .sort((a, b) => b.savedAtMs - a.savedAtMs);
      }),

    async load(id) {
      const kept = await read((store) => readWhole(id, store));
      if (!kept.ok) return kept;
      const whole = kept.value;
      if (whole === null) return fail('damaged');
      const { text, stage, revision } = whole.document;
      revisions.set(id, revision);
      const work = await readProjectText(text, (viewId) => whole.photos.get(viewId) ?? null);
      if (!work.ok) return fail('damaged');
      const steps = readSteps(whole.steps, work.value.consultation);
      return ok({ ...work.value, ...(stage !== undefined && { stage }), ...(whole.steps !== null && { steps }) });
    },

    remove: (id) =>
      write(id, async () => {
        for (const key of written.keys()) if (isPhotoOf(id, key)) written.delete(key);
        revisions.delete(id);
        madeAt.delete(id);
        const removed = await attempt(async (store) => {
          const last = await get<string>(LAST, store);
          const photos = (await keys<string>(store)).filter((key) => isPhotoOf(id, key));
          await delMany([about(id), documentKey(id), stepsKey(id), ...photos, ...(last === id ? [LAST] : [])], store);
        });
        return removed.ok ? ok(null) : removed;
      }),

    async lastId() {
      const last = await read((store) => get<string>(LAST, store));
      return last.ok ? ok(last.value ?? null) : last;
    },

    async forgetLast() {
      const gone = await read((store) => del(LAST, store));
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
  // Another tab was put away, not this one, which somebody is looking at beside it.
  window.addEventListener('storage', ({ key }) => {
    if (key === PUT_AWAY && document.visibilityState === 'visible') follow();
  });
  return isSameTab || !wasPutAway;
}

/** What this browser's storage holds of this app, and what it has left, bytes; null: it does not say. */
export async function storageRoom(): Promise<{ readonly usedBytes: number; readonly leftBytes: number } | null> {
  // Without https (other than localhost) browsers leave `storage` out, whatever the types say.
  const storage = navigator.storage as StorageManager | undefined;
  const { usage, quota } = (await storage?.estimate().catch(() => null)) ?? {};
  return usage === undefined || quota === undefined
    ? null
    : { usedBytes: usage, leftBytes: Math.max(0, quota - usage) };
}
