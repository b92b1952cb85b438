import type { Consultation } from '~/model/design/consultation';
import { canUndo } from '~/model/design/history';
import type { AppState } from './app-state';

/**
 * Whether something would be gone with the work at hand: it was worked on, and is neither on this device nor in a file. A head
 * that is still being placed is placed again in a moment.
 */
export function hasToLose({ screen, history, keeping, unkept, fileHolds }: AppState): boolean {
  const isKept = keeping === 'device' && !unkept;
  return (
    screen.kind === 'editing' &&
    !isKept &&
    canUndo(history) &&
    (history.draft !== null || history.committed !== fileHolds)
  );
}

/** A project was saved with that document; the first time, a name is asked for. */
export const projectSaved =
  (document: Consultation) =>
  ({ workName, nameAsked, offer }: AppState): Partial<AppState> => ({
    fileHolds: document,
    nameAsked: true,
    offer: workName === null && !nameAsked ? 'name' : offer,
  });
