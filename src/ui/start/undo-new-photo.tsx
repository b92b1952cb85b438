import { Undo2 } from 'lucide-react';
import { useApp, useAppState } from '~/ui/base/app-context';
import { START } from '~/ui/words/start-words';

/** Back to the work that was left for another photo; whose it is is not said. */
export function UndoNewPhoto() {
  const { commands } = useApp();
  const former = useAppState((state) => state.former !== null);
  if (!former) return null;
  return (
    <p className="undo-new-photo">
      <button type="button" className="button" aria-label={START.undo} onClick={() => commands.undo()}>
        <Undo2 aria-hidden="true" />
        {START.backToWork}
      </button>
    </p>
  );
}
