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
  | {
      readonly kind: 'saved';
      readonly works: number;
      readonly bytes: number;
      readonly leftOut: readonly string[];
      /** Names of such as were deleted while the file was made. */
      readonly gone: readonly string[];
    }
  | { readonly kind: 'tooLarge' | 'damaged' | 'newer' | 'notSaved' | 'notRenamed' | 'notDeleted' }
  | { readonly kind: 'renamed' | 'deleted' | 'elsewhere'; readonly name: string }
  | ({ readonly kind: 'cameIn' | CutShort } & CameIn);

/** Why works were not brought in to the end: somebody ended it, the browser gives no more room, or its storage takes nothing. */
type CutShort = 'cancelled' | 'noRoom' | 'notKept';

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
  /** Names of damaged ones, and of those that lay where the file is cut off. */
  readonly leftOut: readonly string[];
  /** The end of the file is missing. */
  readonly cut: boolean;
}

/** What became of one work of a file. */
type Became = keyof Pick<CameIn, 'fresh' | 'newer' | 'older' | 'alike'> | 'leftOut' | 'noRoom' | 'notKept';

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
    /** What is said if it comes to no end. */
    otherwise: () => BookNews,
  ): Promise<void> => {
    if (running !== null) return;
    running = new AbortController();
    state.setState({ doing: { what, share: 0 }, said: null });
    const progress = (share: number): void => state.setState({ doing: { what, share } });
    let said: BookNews | null = null;
    try {
      said = await work(running.signal, progress);
    } catch (error) {
      said = otherwise();
      throw error;
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

  /** Takes one work of a file in, beside what is kept: what comes is added to that. */
  const takeIn = async (found: FoundWork, kept: KeptProject[]): Promise<Became> => {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const here = await compared(found, found.id, kept);
      const beside = here === null || here.alike ? null : await compared(found, besideId(found), kept);
      if (here?.alike === true || beside?.alike === true) return 'alike';
      const work = await found.work((photo) => ports.thumbnail(photo));
      if (work === null) return 'leftOut';
      const id = here === null ? found.id : beside === null ? besideId(found) : ports.newId();
      const saved = await autosave.bringIn(id, work);
      if (saved.ok) {
        const { name, savedAtMs } = work;
        kept.push({ id, name, savedAtMs, thumbnail: null });
        return here === null ? 'fresh' : savedAtMs > here.savedAtMs ? 'newer' : 'older';
      }
      if (saved.problem === 'full') return 'noRoom';
      if (saved.problem === 'damaged') return 'leftOut';
      if (saved.problem !== 'elsewhere') return 'notKept';
      // Another tab wrote it in the meantime, as when both take the same file in: it is looked for once more.
      const now = await autosave.list();
      if (now.ok) kept.splice(0, kept.length, ...now.value);
    }
    return 'notKept';
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
      doing(
        'saving',
        async (signal, progress) => {
          await keeper.flush();
          await keeper.list();
          const written = await writeWorksFile(store.getState().saved, (id) => autosave.whole(id), {
            signal,
            progress,
          });
          if (!written.ok)
            return written.problem === 'aborted'
              ? null
              : { kind: written.problem === 'tooLarge' ? 'tooLarge' : 'notSaved' };
          const { file, works, leftOut, gone } = written.value;
          ports.saveFile(file, fileName, '.stipple');
          return { kind: 'saved', works, bytes: file.size, leftOut, gone };
        },
        () => ({ kind: 'notSaved' }),
      ),

    bringIn: (file) => {
      const tally = { all: 0, fresh: 0, newer: 0, older: 0, alike: 0 };
      const leftOut: string[] = [];
      let cut = false;
      const cameIn = (kind: 'cameIn' | CutShort): BookNews => ({ kind, ...tally, leftOut, cut });
      return doing(
        'bringing',
        async (signal, progress) => {
          const read = await readWorksFile(file);
          if (!read.ok) return { kind: read.problem };
          const { works } = read.value;
          tally.all = works.length;
          cut = read.value.cut;
          const list = await autosave.list();
          if (!list.ok) return cameIn('notKept');
          const kept = [...list.value];
          for (const [at, found] of works.entries()) {
            if (signal.aborted) return cameIn('cancelled');
            progress(at / works.length);
            const became = await takeIn(found, kept);
            if (became === 'noRoom' || became === 'notKept') return cameIn(became);
            if (became === 'leftOut') leftOut.push(found.name);
            else tally[became] += 1;
          }
          return cameIn('cameIn');
        },
        () => cameIn('notKept'),
      );
    },

    cancel: () => running?.abort(),
  };
}
