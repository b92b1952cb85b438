import { Check, Crosshair } from 'lucide-react';
import { useId } from 'react';
import { MARK_NAMES, MARKING, markToTap } from '~/ui/words/picture-words';
import type { Marking } from './use-marking';

/** What the next tap on the picture marks, and what is marked already. */
export function MarkChoice({ marking }: { readonly marking: Marking }) {
  const { asked, isSet, next, choose } = marking;
  const id = useId();
  return (
    <div className="mark-choice">
      <p className="mark-ask" aria-live="polite">
        {next === null ? MARKING.done : markToTap(next)}
      </p>
      <div className="mark-chips" role="radiogroup" aria-label={MARKING.name}>
        {asked.map((mark) => (
          <label key={mark} className="mark-chip">
            <input type="radio" name={id} checked={mark === next} onChange={() => choose(mark)} />
            {isSet(mark) ? <Check aria-hidden="true" /> : <Crosshair aria-hidden="true" />}
            <span>{MARK_NAMES[mark]}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
