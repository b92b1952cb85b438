import { useSetView } from '~/ui/base/app-context';
import { KEEPING } from '~/ui/words/home/keeping-words';
import { KeepingForm } from './keeping-form';

/** After the first save: a name, and whether this device keeps the work. Nobody has to answer. */
export function NameOffer() {
  const setView = useSetView();
  return (
    <div className="keeping-card" role="group" aria-label={KEEPING.title}>
      <KeepingForm />
      <button type="button" className="button primary" onClick={() => setView({ offer: null })}>
        {KEEPING.done}
      </button>
    </div>
  );
}
