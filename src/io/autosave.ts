import { createStore, del, delMany, get, getMany, keys, setMany, type UseStore } from 'idb-keyval';
import { fail, ok, type Result } from '~/model/base/result';
import { projectText, readProjectText, type Work } from './project-file';
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

/** Work kept on this device. Three records a project, so that a changed design does not write the photo again. */
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
const photoKey = (id: string): string => `photo:${id}`;

export function createAutosave(databaseName = 'stipple'): Autosave {
  let store = createStore(databaseName, 'projects');
  let asked = false;
  /** The photo file last written under an id. */
  const written = new Map<string, Blob>();

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
      const entries: [string, unknown][] = [
        [about(id), kept],
        [documentKey(id), projectText(work, null)],
        [LAST, id],
      ];
      const newPhoto = written.get(id) !== work.photo.file;
      if (newPhoto) {
        const photo = await strippedPhoto(work.photo);
        if (photo === null) return fail('unavailable');
        entries.push([photoKey(id), photo]);
      }
      const saved = await attempt((store) => setMany(entries, store));
      if (!saved.ok) return saved;
      if (newPhoto) written.set(id, work.photo.file);
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
      const read = await attempt((store) => getMany<unknown>([documentKey(id), photoKey(id)], store));
      if (!read.ok) return read;
      const [text, photo] = read.value;
      if (typeof text !== 'string' || !(photo instanceof Blob)) return fail('damaged');
      const work = await readProjectText(text, photo);
      return work.ok ? work : fail('damaged');
    },

    async remove(id) {
      written.delete(id);
      const last = await attempt((store) => get<string>(LAST, store));
      const gone = [about(id), documentKey(id), photoKey(id), ...(last.ok && last.value === id ? [LAST] : [])];
      const removed = await attempt((store) => delMany(gone, store));
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
