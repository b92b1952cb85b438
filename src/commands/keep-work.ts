import type { StoreApi } from 'zustand/vanilla';
import type { KeepProblem } from '~/keep/autosave';
import type { Result } from '~/model/base/result';
import type { Photo } from '~/io/photo';
import type { Work } from '~/keep/project-file';
import { freshWork } from '~/intake/intake';
import type { PhotoKeeper } from '~/intake/intake';
import { readingOf } from '~/intake/read-head';
import { commit, current } from '~/model/design/history';
import type { AppState, Notice } from '~/store/app-state';
import { photoOnScreen, subjectOf } from '~/store/screen';
import { notify } from '~/store/notify';
import type { Ports } from '~/intake/ports';
import { within } from '~/load/load-part';
import { workOf } from '~/store/work-at-hand';

/**
 * A pause in the work after which it is written down, and the longest that a change waits while there is none, ms. No more than a
 * second of work is ever lost: the rest of it is for pictures that are being drawn when the time comes, and for the writing.
 */
const PAUSE_MS = 300;
const LONGEST_MS = 400;
/** How long a photo's first picture waits for the photo to be written down, ms: a storage that never answers keeps nobody. */
const FIRST_WRITE_MS = 1000;
/** After so long what a silent storage did not take is offered to it again, ms. */
const AGAIN_MS = 5000;

export interface WorkKeeper extends PhotoKeeper {
  /** Writes now what waits to be written; settles when it is done. */
  flush(): Promise<void>;
  /**
   * Another photo for the work at hand was opened, and nothing is known of its head yet: until the answer is called it is kept with
   * that work, as `withIt` has it, so that it comes back with it.
   */
  acceptWithin(photo: Photo, withIt: (work: Work) => Work): () => void;
  /** The photo belongs to a project that is already kept. */
  adopt(photo: Photo, id: string): void;
  /** The photo is the one before, turned: it belongs to the same project. */
  goOn(before: Photo, photo: Photo): void;
  /** The photo was opened from a project that another tab has open: what is changed here is kept as a project of its own. */
  adoptCopy(photo: Photo, opened: Pick<Work, 'consultation' | 'moment'>): void;
  /** Nothing is to come back by itself any more. */
  forgetLast(): void;
  /** All of it goes from this device, and the way back to it too; not while another tab has it open. */
  remove(id: string): Promise<KeptHow>;
  rename(id: string, name: string): Promise<KeptHow>;
  /** Shows the kept projects on the first screen. */
  list(): Promise<void>;
}

/** How something went that was done to a kept work. */
export type KeptHow = 'done' | 'elsewhere' | 'failed';

/** What is kept of a photo's work. */
interface Project {
  id: string | null;
  early?: boolean;
  /** Whether other tabs know that this one has it: a busy browser may be too late to say so. Of one that was opened it was asked then. */
  claimed?: boolean;
}

/** The parts of the state that are written down. */
type Parts = Pick<AppState, 'screen' | 'history' | 'moment' | 'otherPhotos' | 'workName' | 'keeping'>;

/** A photo of whose head nothing is known yet: it is looked at anew when it comes back. */
function photoAlone(photo: Photo): Work {
  const { consultation, moment } = freshWork();
  const { id } = consultation.views[consultation.chosenView];
  const photos = [{ viewId: id, photo, reading: readingOf(photo, null, null) }];
  return { name: photo.name, consultation, moment, photos, stage: 'choose-face' };
}

/** The work with what an unfinished gesture shows; of a photo whose face is still to be chosen, the photo alone. */
function atHand(parts: Parts, photo: Photo): Work {
  const { screen, history } = parts;
  const subject = subjectOf(parts);
  if (subject === null) return photoAlone(photo);
  // What is in hand counts as done: the page may not live to see the end of it.
  const done = history.draft === null ? history : commit(history);
  const work = workOf({ ...parts, history: done }, subject);
  return screen.kind === 'place-head' ? { ...work, stage: screen.kind } : { ...work, steps: done };
}

const sameWork = (a: Parts, b: Parts): boolean =>
  a.screen === b.screen &&
  current(a.history) === current(b.history) &&
  a.moment === b.moment &&
  a.otherPhotos === b.otherPhotos &&
  a.workName === b.workName &&
  a.keeping === b.keeping;

/**
 * Keeps the work on this device: after each pause, and in the middle of changes that go on without one. One write after
 * the other, so that an older state never comes to lie over a newer one.
 */
export function keepWork(store: StoreApi<AppState>, ports: Ports): WorkKeeper {
  const { autosave } = ports;
  /**
   * Of each photo the project it belongs to; null: it is not kept yet. Turns of a photo share it. `early`: written down while
   * it was being looked at, when this tab still held the project before.
   */
  const ids = new WeakMap<Photo, Project>();
  /** Copies in which nothing was changed yet, as they were opened: those need not be kept. */
  const untouched = new WeakMap<Photo, Pick<Work, 'consultation' | 'moment'>>();
  const thumbnails = new WeakMap<Photo, Promise<Blob | null>>();
  let waiting: { readonly parts: Parts; readonly photo: Photo } | null = null;
  /** What comes to the work at hand while it is looked at. */
  let coming: { readonly photo: Photo; readonly of: Project; readonly withIt: (work: Work) => Work } | null = null;
  let waitingSinceMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();
  /** The list that shows what was written last, and how many there were. */
  let listing: Promise<void> = Promise.resolve();
  let listed = 0;
  const complained = new Set<Notice['kind']>();

  const then = (write: () => Promise<void>): Promise<void> => (writing = writing.catch(() => undefined).then(write));

  const projectOf = (photo: Photo): Project => {
    const project: Project = ids.get(photo) ?? { id: null };
    ids.set(photo, project);
    return project;
  };

  /** Once, until it has worked again: it does not get better by itself. */
  const complain = (notice: Notice): void => {
    if (!complained.has(notice.kind)) store.setState(notify(notice));
    complained.add(notice.kind);
  };

  const list = async (): Promise<void> => {
    const mine = ++listed;
    const saved = await autosave.list();
    // A later one is on its way.
    if (mine !== listed) return;
    if (saved.ok) store.setState({ saved: saved.value });
    else if (saved.problem === 'silent') complain({ kind: 'storageSilent' });
  };

  const thumbnailOf = (photo: Photo): Promise<Blob | null> => {
    const made = thumbnails.get(photo) ?? ports.thumbnail(photo);
    thumbnails.set(photo, made);
    return made;
  };

  const save = async (parts: Parts, photo: Photo): Promise<'kept' | KeepProblem> => {
    try {
      const project = projectOf(photo);
      const known = project.id;
      const id = (project.id ??= ports.newId());
      if (known === null || project.early === true || project.claimed === false)
        project.claimed = await autosave.claim(id);
      project.early = false;
      const alone = atHand(parts, photo);
      const work = coming !== null && coming.of === project ? coming.withIt(alone) : alone;
      // Known by its first photo, whichever is looked at.
      const saved = await autosave.save(id, work, await thumbnailOf(work.photos[0].photo));
      return saved.ok ? 'kept' : saved.problem;
    } catch {
      return 'unavailable'; // whatever went wrong: work that is not kept is never kept quiet about
    }
  };

  const write = async ({ parts, photo }: NonNullable<typeof waiting>): Promise<void> => {
    let saved = await save(parts, photo);
    if (saved === 'elsewhere') {
      // Another tab went on with this project: both are kept, and neither is written over.
      projectOf(photo).id = null;
      saved = await save(parts, photo);
      if (saved === 'kept') store.setState(notify({ kind: 'keptAsCopy' }));
    }
    if (saved === 'kept') {
      complained.clear();
      // Nothing that is written next waits for it: nobody who works looks at the list.
      listing = list();
    } else complain({ kind: saved === 'silent' ? 'autosaveSilent' : 'autosaveFailed' });
    // It may answer again although nothing more is changed.
    if (saved === 'silent' && waiting === null && parts.keeping === 'device') wait(parts, photo, AGAIN_MS);
    if (store.getState().unkept !== (saved !== 'kept')) store.setState({ unkept: saved !== 'kept' });
  };

  /** Whether this is a copy of what another tab has open, just as it was opened. */
  const isUntouched = (photo: Photo, { history, moment }: Parts): boolean => {
    const opened = untouched.get(photo);
    if (opened === undefined) return false;
    if (opened.consultation === current(history) && opened.moment === moment) return true;
    untouched.delete(photo);
    return false;
  };

  /** What was kept of the work goes from this device, and what waits to be kept never comes there. */
  const forget = (photo: Photo): void => {
    if (waiting?.photo === photo) waiting = null;
    void then(async () => {
      const project = projectOf(photo);
      const { id } = project;
      project.id = null;
      project.early = false;
      if (id !== null) await autosave.remove(id);
      await list();
    });
  };

  /** What is newest when its turn comes: where storage is slow, states between are left out. */
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    return then(async () => {
      const due = waiting;
      waiting = null;
      if (due !== null) await write(due);
    }).then(() => listing);
  };

  /** What is on the screen is written down as soon as its turn comes. */
  const wait = (now: Parts, photo: Photo, inMs: number): void => {
    const { screen, history, moment, otherPhotos, workName, keeping } = now;
    waiting = { parts: { screen, history, moment, otherPhotos, workName, keeping }, photo };
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), inMs);
  };

  /** A photo that came to nothing: the work at hand is what is to come back again. */
  const letGo = (photo: Photo): void => {
    const now = store.getState();
    const shown = photoOnScreen(now);
    if (shown === photo || ids.get(photo)?.early !== true) return;
    forget(photo);
    if (shown !== null && !isUntouched(shown, now) && now.keeping === 'device') wait(now, shown, 0);
  };

  /** All photos of a work belong to one project, whichever of them is on the screen. */
  const belong = (photo: Photo, { otherPhotos }: Parts): void => {
    if (otherPhotos.length === 0) return;
    const all = [photo, ...otherPhotos.map((other) => other.photo)];
    const known = all.find((each) => ids.has(each)) ?? photo;
    const project = projectOf(known);
    for (const each of all) ids.set(each, project);
  };

  /** The photo of the work that undo leads back to, if it is that project; null: it is another, or there is none. */
  const formerPhoto = (id: string): Photo | null => {
    const { former } = store.getState();
    const photo = former === null ? null : photoOnScreen(former);
    return photo !== null && ids.get(photo)?.id === id ? photo : null;
  };

  /** Does something to a kept work, after what waits to be written, unless another tab has it open. */
  const change = async (id: string, act: () => Promise<Result<null, KeepProblem>>): Promise<KeptHow> => {
    void flush();
    let how: KeptHow = 'failed';
    await then(async () => {
      if (await autosave.isElsewhere(id)) how = 'elsewhere';
      else how = (await act()).ok ? 'done' : 'failed';
      await list();
    });
    return how;
  };

  store.subscribe((now, before) => {
    const photo = photoOnScreen(now);
    if (photo === null || sameWork(now, before)) return;
    belong(photo, now);
    if (isUntouched(photo, now)) return;
    if (now.keeping === 'closed') {
      if (before.keeping === 'device' || ids.get(photo)?.early === true) forget(photo);
      return;
    }
    if (waiting !== null && waiting.photo !== photo) {
      // Another photo: what waits belongs to the one before, and must not be replaced by this one.
      const due = waiting;
      waiting = null;
      void then(() => write(due));
    }
    if (waiting === null) waitingSinceMs = performance.now();
    wait(now, photo, Math.max(0, Math.min(PAUSE_MS, waitingSinceMs + LONGEST_MS - performance.now())));
  });

  return {
    flush,
    accept(photo) {
      if (store.getState().keeping === 'closed' || ids.has(photo))
        return { kept: Promise.resolve(), settle: () => undefined };
      const project: Project = { id: ports.newId(), early: true };
      ids.set(photo, project);
      // What waits belongs to the work before, and is to be what comes back no more.
      void flush();
      const written = then(async () => {
        const { id } = project;
        if (id !== null) await autosave.save(id, photoAlone(photo), await thumbnailOf(photo));
      });
      // Whether it was is told with the next write, should that fail too.
      const kept = within(FIRST_WRITE_MS, written).catch(() => undefined);
      return { kept, settle: () => letGo(photo) };
    },
    acceptWithin(photo, withIt) {
      const now = store.getState();
      const shown = photoOnScreen(now);
      if (now.keeping === 'closed' || shown === null || isUntouched(shown, now)) return () => undefined;
      const mine = (coming = { photo, of: projectOf(shown), withIt });
      wait(now, shown, 0);
      return () => {
        if (coming !== mine) return;
        coming = null;
        const after = store.getState();
        const hasIt = photoOnScreen(after) === photo || after.otherPhotos.some((other) => other.photo === photo);
        // Where nothing came of it the work is written without it; else what changed on the screen is written by itself.
        if (!hasIt && photoOnScreen(after) === shown && after.keeping === 'device') wait(after, shown, 0);
      };
    },
    adopt: (photo, id) => void ids.set(photo, { id }),
    goOn: (before, photo) => {
      // It is turned now, so it is no longer just as it was opened.
      untouched.delete(before);
      ids.set(photo, projectOf(before));
    },
    adoptCopy: (photo, opened) => void untouched.set(photo, opened),
    forgetLast: () =>
      void then(async () => {
        await autosave.forgetLast();
      }),
    remove: (id) =>
      change(id, async () => {
        // What was left for the first screen would bring it back, and so would what still waits to be written.
        if (waiting !== null && projectOf(waiting.photo).id === id) waiting = null;
        const photo = formerPhoto(id);
        if (photo !== null) {
          projectOf(photo).id = null;
          store.setState({ former: null });
        }
        return autosave.remove(id);
      }),
    rename: (id, name) =>
      change(id, async () => {
        const renamed = await autosave.rename(id, name);
        const { former } = store.getState();
        if (renamed.ok && former !== null && formerPhoto(id) !== null)
          store.setState({ former: { ...former, workName: name } });
        return renamed;
      }),
    list: () => then(list),
  };
}
