import { Redo2, Undo2 } from 'lucide-react';
import { canRedo, canUndo } from '~/model/design/history';
import { useApp, useAppState } from '~/ui/base/app-context';
import { HISTORY } from '~/ui/words/editor-words';

/** Steps back and on; `pill`: floating over a corner of the picture. */
export function HistoryButtons({ pill = false }: { readonly pill?: boolean }) {
  const { commands } = useApp();
  // Before the first step stands the work that this photo took the place of.
  const undoable = useAppState((state) => canUndo(state.history) || state.former !== null);
  const redoable = useAppState((state) => canRedo(state.history));
  return (
    <div
      className={pill ? 'pill history-buttons' : 'history-buttons'}
      role="group"
      aria-label={HISTORY.name}
      data-own-gesture=""
    >
      <button
        type="button"
        className="icon-button"
        aria-label={HISTORY.undo}
        title={HISTORY.undo}
        disabled={!undoable}
        onClick={() => commands.undo()}
      >
        <Undo2 aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={HISTORY.redo}
        title={HISTORY.redo}
        disabled={!redoable}
        onClick={() => commands.redo()}
      >
        <Redo2 aria-hidden="true" />
      </button>
    </div>
  );
}
