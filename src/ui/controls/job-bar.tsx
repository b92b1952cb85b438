import { useApp, useAppState } from '~/ui/base/app-context';
import { JOB_NAMES } from '~/ui/words/start-words';
import { CONTROLS } from '~/ui/words/control-words';

/** Says what slow work is going on, and lets it be cancelled. */
export function JobBar() {
  const { commands } = useApp();
  const job = useAppState((state) => state.job ?? state.saving);
  const percent = useAppState((state) => (state.job === null ? state.saving?.percent : undefined));
  if (job === null) return null;
  return (
    <div className="job-bar" role="group" aria-label={CONTROLS.workInProgress}>
      <span className="spinner" aria-hidden="true" />
      <span>{JOB_NAMES[job.name]}</span>
      {percent !== undefined && <progress max={100} value={percent} aria-label={JOB_NAMES[job.name]} />}
      <button type="button" className="button" onClick={() => commands.cancelJob()}>
        {CONTROLS.cancel}
      </button>
    </div>
  );
}
