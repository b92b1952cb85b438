import type { StoreApi } from 'zustand/vanilla';
import { canUndo } from '~/model/design/history';
import type { AppState } from '~/store/app-state';
import { notify } from '~/store/stages';
import type { EditCommands } from './edit-design';

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
