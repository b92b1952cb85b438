import { useApp, useAppState } from '~/ui/base/app-context';
import { Dialog } from '~/ui/controls/dialog';
import { LEAVING } from '~/ui/words/home/keeping-words';

/** Asks before work that is nowhere else gives way to another photo; to close it is to stay. */
export function LeaveDialog() {
  const { commands } = useApp();
  const asked = useAppState((state) => state.leaving);
  const unkept = useAppState((state) => state.unkept);
  if (!asked) return null;
  return (
    <Dialog title={LEAVING.title} className="leaving" onClose={() => commands.answerLeaving('stay')}>
      <p>{LEAVING.what}</p>
      <div className="leaving-ways">
        <button
          type="button"
          className="button primary"
          autoFocus
          onClick={() => {
            commands.answerLeaving('stay');
            commands.saveProject();
          }}
        >
          {LEAVING.save}
        </button>
        {!unkept && (
          <button type="button" className="button" onClick={() => commands.answerLeaving('keep')}>
            {LEAVING.keep}
          </button>
        )}
        <button type="button" className="button" onClick={() => commands.answerLeaving('leave')}>
          {LEAVING.go}
        </button>
      </div>
    </Dialog>
  );
}
