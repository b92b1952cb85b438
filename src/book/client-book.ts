import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Ports } from '~/intake/ports';
import { bytesKept } from '~/keep/kept-records';
import type { KeptProject } from '~/keep/kept-records';
import type { AppState } from '~/store/app-state';
import type { WorkKeeper } from '~/commands/keep-work';
import { readWorksFile, writeWorksFile } from './works-file';
import type { FoundWork } from './works-file';

/** What is said of the last thing that was done with all works. */
export type BookNews =
  | { readonly kind: 'saved'; readonly works: number; readonly bytes: number; readonly leftOut: readonly string[] }
  | { readonly kind: 'tooLarge' | 'damaged' | 'newer' | 'notSaved' | 'notRenamed' | 'notDeleted' }
  | { readonly kind: 'renamed' | 'deleted' | 'elsewhere'; readonly name: string }
  | ({ readonly kind: 'cameIn' | 'cancelled' | 'noRoom' } & CameIn);

/** How many of a file's works came in, of which kind, and what became of the rest. */
export interface CameIn {
  readonly all: number;
  /** Unknown here before. */
  readonly fresh: number;
  /** Known, and different here: they stand beside those that are here. */
  readonly newer: number;
  readonly older: number;
  /** Here already, just as they are. */
  readonly alike: number;
  /** Names of damaged ones. */
  readonly leftOut: readonly string[];
}

export interface BookState {
  /** What this browser's storage holds of this app, and what it has left, bytes; null: it does not say. */
  readonly room: { readonly usedBytes: number; readonly leftBytes: number } | null;
  /** How large works are that were kept before anybody counted, bytes by id; none of those still to be counted, or damaged. */
  readonly counted: Readonly<Partial<Record<string, number>>>;
  readonly doing: { readonly what: 'saving' | 'bringing'; readonly share: number } | null;
  readonly said: BookNews | null;
}

/** All works of this device as one: looked through, named, deleted, taken away in one file and brought back. */
export interface ClientBook {
  readonly state: StoreApi<BookState>;
  /** Counts anew what there is and what is left. */
  count(): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  /** For good: document, photos, steps and small picture. */
  remove(id: string): Promise<void>;
  /** Saves one file with all of them, under that name. */
  saveAll(fileName: string): Promise<void>;
  /** Takes in the works of such a file. None that is here is written over. */
  bringIn(file: Blob): Promise<void>;
  cancel(): void;
}

/** What marks a work that stands beside the one of the same name: it came from a file, and was another. */
const BESIDE = '~';

/** The same one from the same file has the same name each time, so that it comes in once. */
const besideId = ({ id, savedAtMs }: FoundWork): string =>
  `${id.split(BESIDE)[0]}${BESIDE}${Math.round(savedAtMs).toString(36)}`;

export function createClientBook(store: StoreApi<AppState>, ports: Ports, keeper: WorkKeeper): ClientBook {
  const { autosave } = ports;
  const state = createStore<BookState>()(() => ({ room: null, counted: {}, doing: null, said: null }));
  let running: AbortController | null = null;
  const say = (said: BookNews | null): void => state.setState({ said });

  const count = async (): Promise<void> => {
    await keeper.list();
    state.setState({ room: await ports.storageRoom() });
    for (const { id, bytes, thumbnail } of store.getState().saved) {
      if (bytes !== undefined || id in state.getState().counted) continue;
      const whole = await autosave.whole(id);
      if (!whole.ok) continue;
      const { document, photos } = whole.value;
      const all = bytesKept(document.text, [...photos.values()], thumbnail);
      state.setState(({ counted }) => ({ counted: { ...counted, [id]: all } }));
    }
  };

  /** One thing at a time, that can be cancelled. */
  const doing = async (
    what: 'saving' | 'bringing',
    work: (signal: AbortSignal, progress: (share: number) => void) => Promise<BookNews | null>,
  ): Promise<void> => {
    if (running !== null) return;
    running = new AbortController();
    state.setState({ doing: { what, share: 0 }, said: null });
    const progress = (share: number): void => state.setState({ doing: { what, share } });
    let said: BookNews | null = { kind: what === 'saving' ? 'notSaved' : 'damaged' };
    try {
      said = await work(running.signal, progress);
    } finally {
      running = null;
      state.setState({ doing: null, said });
      await count();
    }
  };

  const nameOf = (id: string): string => store.getState().saved.find((one) => one.id === id)?.name ?? '';

  /** Whether what the device keeps under that id is the same, and if not, when it was changed; null: it keeps none. */
  const compared = async (found: FoundWork, id: string, kept: readonly KeptProject[]) => {
    const there = kept.find((one) => one.id === id);
    if (there === undefined) return null;
    // Changed last in the same millisecond, under the same name: nothing was done to either since.
    if (there.savedAtMs === found.savedAtMs && there.name === found.name)
      return { alike: true, savedAtMs: there.savedAtMs };
    const [whole, text] = [await autosave.whole(id), await found.text()];
    const sizes = whole.ok ? [...whole.value.photos.values()].map(({ size }) => size) : [];
    const alike = whole.ok && whole.value.document.text === text && String(sizes) === String(found.photoBytes);
    return { alike, savedAtMs: there.savedAtMs };
  };

  return {
    state,
    count,

    async rename(id, name) {
      const before = nameOf(id);
      say(null);
      const how = await keeper.rename(id, name);
      if (how === 'done') say({ kind: 'renamed', name });
      else say(how === 'elsewhere' ? { kind: 'elsewhere', name: before } : { kind: 'notRenamed' });
    },

    async remove(id) {
      const name = nameOf(id);
      say(null);
      const how = await keeper.remove(id);
      if (how === 'failed') say({ kind: 'notDeleted' });
      else say({ kind: how === 'done' ? 'deleted' : 'elsewhere', name });
      await count();
    },

    saveAll: (fileName) =>
      doing('saving', async (signal, progress) => {
        await keeper.flush();
        await keeper.list();
        const written = await writeWorksFile(store.getState().saved, (id) => autosave.whole(id), { signal, progress });
        if (!written.ok) return written.problem === 'tooLarge' ? { kind: 'tooLarge' } : null;
        const { file, works, leftOut } = written.value;
        ports.saveFile(file, fileName, '.stipple');
        return { kind: 'saved', works, bytes: file.size, leftOut };
      }),

    bringIn: (file) =>
      doing('bringing', async (signal, progress) => {
        const read = await readWorksFile(file);
        if (!read.ok) return { kind: read.problem };
        const list = await autosave.list();
        const kept = list.ok ? list.value : [];
        const tally = { fresh: 0, newer: 0, older: 0, alike: 0 };
        const leftOut: string[] = [];
        const cameIn = (kind: 'cameIn' | 'cancelled' | 'noRoom'): BookNews => {
          return { kind, all: read.value.length, ...tally, leftOut };
        };
        for (const [at, found] of read.value.entries()) {
          if (signal.aborted) return cameIn('cancelled');
          progress(at / read.value.length);
          const here = await compared(found, found.id, kept);
          const beside = here === null || here.alike ? null : await compared(found, besideId(found), kept);
          if (here?.alike === true || beside?.alike === true) {
            tally.alike += 1;
            continue;
          }
          const whole = await found.work();
          if (whole === null) {
            leftOut.push(found.name);
            continue;
          }
          const { work, document } = whole;
          const id = here === null ? found.id : beside === null ? besideId(found) : ports.newId();
          const thumbnail = await ports.thumbnail(work.photos[0].photo);
          const { name, madeAtMs, savedAtMs } = found;
          const saved = await autosave.save(id, work, thumbnail, { name, madeAtMs, savedAtMs, document });
          for (const { photo } of work.photos) photo.working.close();
          if (!saved.ok) return cameIn('noRoom');
          if (here === null) tally.fresh += 1;
          else tally[found.savedAtMs > here.savedAtMs ? 'newer' : 'older'] += 1;
        }
        return cameIn('cameIn');
      }),

    cancel: () => running?.abort(),
  };
}
