import { toldAsAdded } from '~/intake/intake';
import { openedPhoto } from '~/intake/photo-refusal';
import { readHead, readingOf } from '~/intake/read-head';
import { AS_IT_IS } from '~/model/base/orientation';
import {
  addView,
  chooseView,
  designInForce,
  designViews,
  MOST_VIEWS,
  nameView,
  removeView,
  setApart,
} from '~/model/design/consultation';
import { begin, commit, current, seen } from '~/model/design/history';
import type { AppState } from '~/store/app-state';
import { stageOf } from '~/store/screen';
import { isGesture } from '~/store/shown-design';
import { notify } from '~/store/notify';
import { startLooking } from '~/store/stages';
import { screenOf, viewOf, withinWork } from '~/store/turns';
import { withPhoto } from '~/store/work-at-hand';
import { called } from '~/intake/called-view';
import type { Commands } from './commands';
import { isOpen, stepsBeside } from './edit-design';
import type { EditCommands, GoTo } from './edit-design';
import type { WorkKeeper } from './keep-work';
import type { JobParts } from './open-photo';

type ViewCommands = Pick<Commands, 'addView' | 'chooseView' | 'readViews' | 'nameView' | 'setViewApart' | 'removeView'>;

/** A name that no photo of this work has had, so that undo never mistakes one for another. */
export function freeId({ history, otherPhotos }: AppState): string {
  const taken = [...history.committed.views.map(({ id }) => id), ...otherPhotos.map(({ viewId }) => viewId)];
  const numbers = taken.map((id) => Number(/^view(\d{1,9})$/.exec(id)?.[1] ?? 0));
  return `view${Math.max(...numbers) + 1}`;
}

/** A photo of the head that was not read since it was opened, and the design as it lies there; null: there is none. */
function unread(state: AppState) {
  const { history, moment, otherPhotos } = state;
  const document = current(history);
  for (const view of designViews(document)) {
    const other = otherPhotos.find(({ viewId }) => viewId === view.id);
    if (other === undefined || screenOf(state, view) !== null) continue;
    // Turned otherwise meanwhile, it is read when somebody goes there.
    if ((other.photo.turned ?? AS_IT_IS) !== view.turned) continue;
    return { ...other, design: designInForce(chooseView(document, view.id), moment) };
  }
  return null;
}

/** Reads the photos of the head that were not seen since they were opened; settles when none is left. */
export function viewReader({ store, ports }: Pick<JobParts, 'store' | 'ports'>): () => Promise<void> {
  let reading: Promise<void> | null = null;
  /** One photo after the other, beside whatever else goes on; a photo that is gone meanwhile is let go of. */
  const readAll = async (): Promise<void> => {
    for (let next = unread(store.getState()); next !== null; next = unread(store.getState())) {
      const { photo, reading, design, viewId } = next;
      const subject = await readHead(photo, reading, design, ports, { isMended: true });
      store.setState((now) =>
        now.otherPhotos.some((each) => each.photo === photo)
          ? { standing: [...now.standing, { viewId, screen: { kind: 'editing', subject } }] }
          : {},
      );
    }
  };
  return () => {
    reading ??= readAll().finally(() => {
      reading = null;
    });
    return reading;
  };
}

/** The photos of a head: one design lies on all of them. To look at another one is no step of undo; to add or remove one is. */
export function viewCommands(
  { store, queue, ports, intake, readViews }: JobParts & { readonly readViews: () => Promise<void> },
  { commit: endGesture }: EditCommands,
  goTo: GoTo,
  keeper: WorkKeeper,
): ViewCommands {
  const { take, change } = stepsBeside(store, endGesture, goTo);

  return {
    readViews: () => void readViews(),

    addView(file, instead = false, kind = 'other') {
      const from = store.getState();
      if (!isOpen(from) || (!instead && from.history.committed.views.length >= MOST_VIEWS)) return;
      if (isGesture(from)) endGesture();
      store.setState(startLooking);
      queue.replace(async (signal) => {
        const photo = await openedPhoto(file, store, ports, signal);
        if (photo === null) return;
        const state = store.getState();
        const { history, moment, otherPhotos } = state;
        const id = freeId(state);
        const { committed } = history;
        const kept = instead ? removeView(committed, viewOf(history).id) : called(state).history.committed;
        const consultation = addView(kept, id, kind);
        const settle = keeper.acceptWithin(photo, (work) =>
          withPhoto(
            { ...work, stage: 'choose-face' },
            commit({ ...begin(work.consultation), ...work.steps }, consultation),
            { viewId: id, photo, reading: readingOf(photo, null, null) },
          ),
        );
        const looking = intake.within(photo, signal, {
          near: null,
          isPlaced: false,
          isNew: false,
          isOther: true,
          workOf: () => ({ consultation, moment, otherPhotos }),
          start: (design) => design,
          land: (step, faces) => (before) => {
            const next = withinWork(step, (document) => commit(history, document))(before);
            return next.screen.kind === 'editing' ? toldAsAdded(called(next), photo, faces) : next;
          },
        });
        await looking.finally(settle);
      });
    },

    chooseView(id) {
      if (stageOf(store.getState()) === 'editing')
        take(({ history }) => seen(history, chooseView(history.committed, id)));
    },

    nameView: (id, kind) => void change((now) => nameView(now, id, kind)),

    setViewApart: (id, apart) => void change((now) => setApart(now, id, apart)),

    removeView(id) {
      const view = store.getState().history.committed.views.find((each) => each.id === id);
      if (view !== undefined && change((now) => removeView(now, id)))
        store.setState(notify({ kind: 'viewRemoved', view: view.kind }));
    },
  };
}
