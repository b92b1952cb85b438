import { Clock, Check, X } from 'lucide-react';
import { useEffect } from 'react';
import { subjectOf } from '~/store/screen';
import { useApp, useAppState, useDesignPart, useSetView } from '~/ui/base/app-context';
import { useLayout } from '~/ui/base/use-layout';
import { Toolbar } from '~/ui/controls/toolbar';
import { NameOffer } from '~/ui/keeping/name-offer';
import { FINISH_BUTTON, REVEAL } from '~/ui/words/reveal-words';
import { GoalQuestion } from './goal-question';
import { PhotoCheck } from './photo-check';

/** What the second offer shows. */
const LATER_YEARS = 5;

/** One thing at a time over a new picture: what is wrong with the photo, what it is for, then how it looks in some years, then the way home. */
export function Offers() {
  const { commands } = useApp();
  const setView = useSetView();
  // Where one control is shown at a time, it is that of time then.
  const desk = useLayout() === 'desk';
  const offer = useAppState((state) => state.offer);
  useGoneOn();
  useSeenLater();
  if (offer === null) return null;
  return (
    <div className="offers" data-own-gesture="">
      {offer === 'photo' ? (
        <PhotoCheck next="goal" />
      ) : offer === 'goal' ? (
        <GoalQuestion />
      ) : offer === 'name' ? (
        <NameOffer />
      ) : (
        <Toolbar role="group" className="offer" label={REVEAL.next}>
          {offer === 'years' ? (
            <button
              type="button"
              className="offer-button"
              onClick={() => {
                commands.change((now) => ({ ...now, timeYears: LATER_YEARS }));
                setView({ offer: 'finish', ...(!desk && { panel: 'time' }) });
              }}
            >
              <Clock aria-hidden="true" />
              <span className="offer-words">{REVEAL.later}</span>
              <span className="offer-in-short" aria-hidden="true">
                {REVEAL.laterInShort}
              </span>
            </button>
          ) : (
            <button type="button" className="offer-button" onClick={() => setView({ offer: null, finishing: true })}>
              <Check aria-hidden="true" />
              {FINISH_BUTTON}
            </button>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={REVEAL.putAway}
            onClick={() => setView({ offer: null })}
          >
            <X aria-hidden="true" />
          </button>
        </Toolbar>
      )}
    </div>
  );
}

/** Takes the question away as soon as somebody works on something else: another section, or the line or anything of the design. */
function useGoneOn(): void {
  const { store } = useApp();
  const asking = useAppState((state) => state.offer === 'goal' || state.offer === 'photo');
  useEffect(() => {
    if (!asking) return;
    let { panel } = store.getState();
    return store.subscribe((now, before) => {
      if (now.offer !== 'goal' && now.offer !== 'photo') return;
      // Another photo is no work on this one: it is asked about anew.
      if (subjectOf(now)?.photo !== subjectOf(before)?.photo) {
        ({ panel } = now);
        return;
      }
      const drawn = ({ history: { committed } }: typeof now) => committed.designs[committed.chosenDesign].drawn;
      // Man or woman is part of the question; it moves no more than the line.
      const sameHead = now.history.committed.head === before.history.committed.head;
      const worked = drawn(now) !== drawn(before) && sameHead;
      if (worked || now.panel !== panel) store.setState({ offer: 'years' });
    });
  }, [asking, store]);
}

/** Who has gone to later years without being offered it is not offered it any more. */
function useSeenLater(): void {
  const setView = useSetView();
  const isDue = useAppState(({ offer }) => offer === 'years');
  const isLater = useDesignPart(({ timeYears }) => timeYears >= LATER_YEARS);
  useEffect(() => {
    if (isDue && isLater) setView({ offer: 'finish' });
  }, [isDue, isLater, setView]);
}
