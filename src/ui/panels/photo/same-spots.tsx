import { Crosshair, MapPin, Trash2 } from 'lucide-react';
import { designViews } from '~/model/design/consultation';
import { marksOf, nextMark } from '~/model/laying/head-marks';
import { marksOff, offClass } from '~/model/overlay/fit-in-sight';
import { useApp, useAppState, useFacts, useSetView } from '~/ui/base/app-context';
import { SpotElsewhere } from '~/ui/canvas/mark-pins';
import {
  markName,
  markOff,
  MARKS,
  markShownIn,
  markToFind,
  removeMarkName,
  tapMarkName,
  titlesShowing,
} from '~/ui/words/photo-panel-words';

/** Spots of the skin that several photos of this head show: to tap, with how well they fit, and to remove. */
export function SameSpots() {
  const { commands } = useApp();
  const setView = useSetView();
  const marking = useAppState(({ tool }) => tool === 'mark');
  const document = useAppState(({ history }) => history.committed);
  const wanted = useAppState(({ markWanted }) => markWanted);
  const agreement = useFacts((facts) => facts?.agreement() ?? null);
  const views = designViews(document);
  const here = document.views[document.chosenView];
  const marks = marksOf(document);
  const shownIn = (mark: number): readonly string[] => titlesShowing(views, mark);
  const off = agreement === null ? null : marksOff(agreement.fitted);
  return (
    <div className="same-spots">
      <button
        type="button"
        className="button"
        aria-pressed={marking}
        onClick={() => setView({ tool: marking ? 'look' : 'mark' })}
      >
        <MapPin aria-hidden="true" />
        {MARKS.name}
      </button>
      {marking ? <Ask mark={nextMark(document, wanted)} shownIn={shownIn} /> : <p className="hint">{MARKS.hint}</p>}
      {marks.length > 0 && (
        <ul>
          {marks.map((mark) => {
            const names = shownIn(mark);
            const of = off?.get(String(mark));
            const mm = of === undefined || of.size < 2 ? null : Math.max(...of.values());
            return (
              <li key={mark} data-off={mm === null ? undefined : offClass(mm)}>
                <span className="spot-number" aria-hidden="true">
                  {mark}
                </span>
                <span className="spot-says">
                  <span>{markName(mark)}</span>
                  <small>{markShownIn(names)}</small>
                  {mm !== null && <small className="spot-off">{markOff(mm, offClass(mm))}</small>}
                </span>
                {here.taps.every((tap) => tap.mark !== mark) && (
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={tapMarkName(mark)}
                    title={tapMarkName(mark)}
                    onClick={() => setView({ tool: 'mark', markWanted: mark })}
                  >
                    <Crosshair aria-hidden="true" />
                  </button>
                )}
                <button
                  type="button"
                  className="icon-button"
                  aria-label={removeMarkName(mark)}
                  title={removeMarkName(mark)}
                  onClick={() => commands.removeMark(mark, 'head')}
                >
                  <Trash2 aria-hidden="true" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

interface AskProps {
  readonly mark: number | null;
  readonly shownIn: (mark: number) => readonly string[];
}

/** What the next tap marks; of a spot that another photo shows, how it looks there. */
function Ask({ mark, shownIn }: AskProps) {
  const document = useAppState(({ history }) => history.committed);
  const here = document.views[document.chosenView];
  const isKnown = mark !== null && marksOf(document).includes(mark);
  const says = (): string => {
    if (mark === null) return MARKS.full;
    if (isKnown) return markToFind(mark, shownIn(mark));
    return here.taps.length > 0 ? MARKS.elsewhere : MARKS.next;
  };
  return (
    <div className="spot-ask">
      {mark !== null && <SpotElsewhere mark={mark} />}
      <p className="mark-ask" aria-live="polite">
        {says()}
      </p>
    </div>
  );
}
