import type { StoreApi } from 'zustand/vanilla';
import type { Photo } from '~/io/photo';
import type { AppState, Notice, Subject } from '~/store/app-state';
import { editedSubject } from '~/store/screen';
import { notify } from '~/store/stages';
import type { Ports } from '~/intake/ports';
import { workOf } from './work-at-hand';

/** A pause in the work after which it is written down. */
const PAUSE_MS = 800;

export interface WorkKeeper {
  /** Writes now what waits to be written; settles when it is done. */
  flush(): Promise<void>;
  /** The photo belongs to a project that is already kept. */
  adopt(photo: Photo, id: string): void;
  /** Nothing is to come back by itself any more. */
  forgetLast(): void;
  remove(id: string): void;
  /** Shows the kept projects on the first screen. */
  list(): void;
}

/** The parts of the state that are written down. */
type Unwritten = Pick<AppState, 'history' | 'moment' | 'otherPhotos'> & { readonly subject: Subject };

/**
 * Keeps the work on this device, in a pause after each committed change. One write after the other, so that an older
 * state never comes to lie over a newer one.
 */
export function keepWork(store: StoreApi<AppState>, ports: Ports): WorkKeeper {
  const { autosave } = ports;
  const ids = new WeakMap<Photo, string>();
  let waiting: Unwritten | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();
  let complained = false;

  const then = (write: () => Promise<void>): Promise<void> => (writing = writing.catch(() => undefined).then(write));

  const list = async (): Promise<void> => {
    const saved = await autosave.list();
    if (saved.ok) store.setState({ saved: saved.value });
  };

  /** Once is enough: it does not get better by itself. */
  const complain = (notice: Notice): void => {
    if (!complained) store.setState(notify(notice));
    complained = true;
  };

  const write = async (unwritten: Unwritten): Promise<void> => {
    const { photo } = unwritten.subject;
    const id = ids.get(photo) ?? ports.newId();
    ids.set(photo, id);
    const saved = await autosave.save(id, workOf(unwritten, unwritten.subject), await ports.thumbnail(photo));
    if (saved.ok) await list();
    else complain({ kind: 'autosaveFailed' });
  };

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    const due = waiting;
    waiting = null;
    return due === null ? writing : then(() => write(due));
  };

  store.subscribe((now, before) => {
    const { history, moment, otherPhotos } = now;
    const subject = editedSubject(now);
    if (subject === null) return;
    const same =
      subject === editedSubject(before) &&
      history.committed === before.history.committed &&
      moment === before.moment &&
      otherPhotos === before.otherPhotos;
    if (same) return;
    // Another photo: what waits belongs to the one before, and must not be replaced by this one.
    if (waiting !== null && waiting.subject.photo !== subject.photo) void flush();
    waiting = { subject, history, moment, otherPhotos };
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), PAUSE_MS);
  });

  return {
    flush,
    adopt: (photo, id) => void ids.set(photo, id),
    forgetLast: () =>
      void then(async () => {
        await autosave.forgetLast();
      }),
    remove: (id) =>
      void then(async () => {
        await autosave.remove(id);
        await list();
      }),
    list: () => void then(list),
  };
}
