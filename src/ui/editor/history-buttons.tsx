import { Redo2, Undo2 } from 'lucide-react';
import { canRedo, canUndo } from '~/model/design/history';
import { useApp, useAppState } from '~/ui/base/app-context';
import { HISTORY } from '~/ui/words/editor-words';

export function HistoryButtons() {
  const { commands } = useApp();
  const undoable = useAppState((state) => canUndo(state.history));
  const redoable = useAppState((state) => canRedo(state.history));
  return (
    <div className="pill history-buttons" role="group" aria-label={HISTORY.name} data-own-gesture="">
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
