import { Check } from 'lucide-react';
import { useSetView } from '~/ui/base/app-context';
import { FINISH_BUTTON } from '~/ui/words/reveal-words';

/** To all that goes home. */
export function FinishButton() {
  const setView = useSetView();
  return (
    <button
      type="button"
      className="bar-button primary finish-button"
      onClick={() => setView({ finishing: true, offer: null })}
    >
      <Check aria-hidden="true" />
      <span>{FINISH_BUTTON}</span>
    </button>
  );
}
