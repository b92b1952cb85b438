import type { StoreApi } from 'zustand/vanilla';
import { showingChange, withDesign } from '~/model/design/consultation';
import type { Consultation } from '~/model/design/consultation';
import type { Design } from '~/model/design/design';
import { cancel, canUndo, commit, current, preview, redo, seen, undo } from '~/model/design/history';
import { momentOf } from '~/model/design/time-scale';
import type { AppState } from '~/store/app-state';
import { stageOf } from '~/store/screen';
import { notify } from '~/store/notify';
import { backToFormer } from '~/store/stages';
import { steppedTo } from '~/store/turns';
import { isGesture, shownDesign } from '~/store/shown-design';
import type { Commands } from './commands';

export type EditCommands = Pick<Commands, 'preview' | 'commit' | 'cancelGesture' | 'change' | 'undo' | 'redo'>;

/** The design is there to be edited once there is a head to put it on. */
export const isOpen = (state: AppState): boolean => {
  const stage = stageOf(state);
  return stage === 'editing' || stage === 'place-head';
};

/** The gesture taken back: the document, and the moment that was looked at when it began. */
const takenBack = ({ history, moment, momentBefore }: AppState): Partial<AppState> => ({
  history: cancel(history),
  moment: momentBefore ?? moment,
  momentBefore: null,
});

/** A gesture that has come to a document, seen at a moment: that at which it began is kept, for when it is taken back. */
export const previewed = (state: AppState, document: Consultation, moment = state.moment): Partial<AppState> => ({
  history: preview(state.history, document),
  moment,
  momentBefore: state.momentBefore ?? state.moment,
});

/** The gesture, or another document, made one step of undo. */
export const committed = ({ history }: AppState, document = current(history)): Partial<AppState> => ({
  history: commit(history, document),
  momentBefore: null,
});

/** Reads the photo of another document, as it is turned there, and then shows that. */
export type GoTo = (history: AppState['history']) => void;

/** Another document, looked at from the same moment (null: the same document); a finished plan is seen finished although it has more sessions now. */
export function stepped(state: AppState, history: AppState['history'], goTo: GoTo): Partial<AppState> | null {
  if (history === state.history) return null;
  const there = steppedTo(state, history);
  if (there === null) {
    goTo(history);
    return null;
  }
  const { sessionsDone, sessionsPlanned } = shownDesign(state);
  const next = shownDesign({ history, moment: state.moment });
  if (sessionsDone !== sessionsPlanned || next.sessionsDone === next.sessionsPlanned) return there;
  return { ...there, moment: { ...state.moment, sessionsDone: next.sessionsPlanned } };
}

interface StepsBeside {
  /** Makes the step, or only another look; whether there was one to make. */
  readonly take: (next: (state: AppState) => AppState['history']) => boolean;
  /** Makes the change a step of undo; whether it changes anything. */
  readonly change: (next: (document: Consultation) => Consultation) => boolean;
}

/** Steps to other designs and photos of the head: what is still in hand is done first. */
export function stepsBeside(store: StoreApi<AppState>, endGesture: () => void, goTo: GoTo): StepsBeside {
  const take: StepsBeside['take'] = (next) => {
    if (isGesture(store.getState())) endGesture();
    const state = store.getState();
    if (!isOpen(state)) return false;
    const history = next(state);
    const changes = stepped(state, history, goTo);
    if (changes !== null) store.setState(changes);
    return history !== state.history;
  };
  return { take, change: (next) => take(({ history }) => commit(history, next(history.committed))) };
}

/** A step of undo or redo, with the design in sight that it changes. */
const shownStep = (state: AppState, history: AppState['history'], goTo: GoTo): Partial<AppState> | null =>
  history === state.history
    ? null
    : stepped(state, seen(history, showingChange(state.history.committed, history.committed)), goTo);

/**
 * Everything that changes the design goes through here: a gesture, however long, is one step of undo. What a design says of
 * head, view and moment goes to where it belongs; the moment is only looked at, and no step of undo.
 */
export function editDesign(store: StoreApi<AppState>, goTo: GoTo): EditCommands {
  /** `next`: null where there is nothing to change; then nobody is told of anything. */
  const step = (next: (state: AppState) => Partial<AppState> | null): void => {
    const state = store.getState();
    const changes = isOpen(state) ? next(state) : null;
    if (changes !== null) store.setState(changes);
  };
  const changed = (state: AppState, change: (design: Design) => Design) => {
    const before = shownDesign(state);
    const after = change(before);
    if (after === before) return null;
    const { sessionsDone, timeYears } = after;
    const moved = sessionsDone !== before.sessionsDone || timeYears !== before.timeYears;
    return {
      consultation: withDesign(current(state.history), after),
      moment: moved ? momentOf(after) : state.moment,
    };
  };

  return {
    preview: (change) =>
      step((state) => {
        const next = changed(state, change);
        return next === null ? null : previewed(state, next.consultation, next.moment);
      }),
    commit: () => step((state) => (isGesture(state) ? committed(state) : null)),
    cancelGesture: () => step((state) => (isGesture(state) ? takenBack(state) : null)),
    change: (change) =>
      step((state) => {
        const next = changed(state, change);
        if (next === null) return isGesture(state) ? committed(state) : null;
        return { ...committed(state, next.consultation), moment: next.moment };
      }),
    undo: () => {
      const state = store.getState();
      if (state.former !== null && (state.screen.kind === 'start' || !canUndo(state.history))) {
        store.setState(notify({ kind: 'workRestored' })(backToFormer(state)));
        return;
      }
      step((state) => (isGesture(state) ? takenBack(state) : shownStep(state, undo(state.history), goTo)));
    },
    redo: () => step((state) => shownStep(state, redo(state.history), goTo)),
  };
}

/**
 * The fence round the model: a state that cannot be drawn is a mistake of ours, and nobody is to be left with it. The last
 * change is taken back (a gesture, or one step) where the state before it was drawn; otherwise it is only said.
 */
export const takeBack =
  (store: StoreApi<AppState>, { undo }: EditCommands) =>
  (error: unknown, drawnBefore: boolean): void => {
    console.error(error);
    const mends = drawnBefore && canUndo(store.getState().history);
    if (mends) undo();
    store.setState(notify({ kind: mends ? 'changeTakenBack' : 'pictureNotDrawn' }));
  };
