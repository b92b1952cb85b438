import type { StoreApi } from 'zustand/vanilla';
import type { Design } from '~/model/design/design';
import type { History } from '~/model/design/history';
import { cancel, commit, current, preview, redo, undo } from '~/model/design/history';
import type { AppState } from '~/store/app-state';
import type { Commands } from './commands';

export type EditCommands = Pick<Commands, 'preview' | 'commit' | 'cancelGesture' | 'change' | 'undo' | 'redo'>;

/** The design is there to be edited once there is a head to put it on. */
const isOpen = (state: AppState): boolean => state.stage === 'editing' || state.stage === 'place-head';

/** Everything that changes the design goes through here: a gesture, however long, is one step of undo. */
export function editDesign(store: StoreApi<AppState>): EditCommands {
  const step = (next: (history: History<Design>) => History<Design>): void => {
    const state = store.getState();
    if (!isOpen(state)) return;
    const history = next(state.history);
    if (history !== state.history) store.setState({ history });
  };

  return {
    preview: (change) =>
      step((history) => {
        const shown = current(history);
        const draft = change(shown);
        return draft === shown ? history : preview(history, draft);
      }),
    commit: () => step((history) => (history.draft === null ? history : commit(history))),
    cancelGesture: () => step(cancel),
    change: (change) => step((history) => commit(history, change(current(history)))),
    undo: () => step(undo),
    redo: () => step(redo),
  };
}
