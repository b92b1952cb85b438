import { Check, Crosshair } from 'lucide-react';
import { useId } from 'react';
import { current } from '~/model/design/history';
import { designViews } from '~/model/design/consultation';
import { useAppState } from '~/ui/base/app-context';
import { SpotElsewhere } from '~/ui/canvas/mark-pins';
import { markName, markToFind, titlesShowing } from '~/ui/words/photo-panel-words';
import { MARK_NAMES, MARKING, markToTap } from '~/ui/words/picture-words';
import type { Marking, ToMark } from './use-marking';

const nameOf = (mark: ToMark): string => (typeof mark === 'number' ? markName(mark) : MARK_NAMES[mark]);

/** What the next tap on the picture marks, and what is marked already. */
export function MarkChoice({ marking }: { readonly marking: Marking }) {
  const { asked, spots, isSet, next, choose } = marking;
  const id = useId();
  return (
    <div className="mark-choice">
      <div className="spot-ask">
        {typeof next === 'number' && <SpotElsewhere mark={next} />}
        <p className="mark-ask" aria-live="polite">
          {next === null ? MARKING.done : typeof next === 'number' ? <ToFind mark={next} /> : markToTap(next)}
        </p>
      </div>
      <div className="mark-chips" role="radiogroup" aria-label={MARKING.name}>
        {[...asked, ...spots].map((mark) => (
          <label key={mark} className="mark-chip">
            <input type="radio" name={id} checked={mark === next} onChange={() => choose(mark)} />
            {isSet(mark) ? <Check aria-hidden="true" /> : <Crosshair aria-hidden="true" />}
            <span>{nameOf(mark)}</span>
          </label>
        ))}
      </div>
    </div>
  );
}

/** Where to tap a spot that other photos of this head show. */
function ToFind({ mark }: { readonly mark: number }) {
  const document = useAppState(({ history }) => current(history));
  const here = document.views[document.chosenView];
  return <span>{markToFind(mark, titlesShowing(designViews(document), mark, here))}</span>;
}
