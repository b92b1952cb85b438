import { MapPin, X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { comparableViews, comparedOf, LEAST_COMPARED, MOST_COMPARED } from '~/store/compared';
import { stopComparing } from '~/store/stop-comparing';
import type { Comparing } from '~/store/app-state';
import { isGesture } from '~/store/shown-design';
import { useApp, useAppState } from '~/ui/base/app-context';
import { latinKey } from '~/ui/base/latin-key';
import { Toolbar } from '~/ui/controls/toolbar';
import { COMPARED_BY, COMPARING, countName } from '~/ui/words/editor-words';
import { MARKS } from '~/ui/words/photo-panel-words';
import { ComparedPicture } from './compared-picture';

const COUNTS = Array.from({ length: MOST_COMPARED - LEAST_COMPARED + 1 }, (_, more) => LEAST_COMPARED + more);
const WAYS: readonly Comparing['by'][] = ['designs', 'moments', 'views'];

/** Two to four pictures of this head beside each other: its designs, one of them as time goes by, or one in several photos. `children`: steps back and on. */
export default function CompareView({ children }: { readonly children: ReactNode }) {
  const { store, commands } = useApp();
  const comparing = useAppState((state) => state.comparing);
  const single = useAppState(({ history }) => history.committed.designs.length === 1);
  const chosen = useAppState(({ history }) => history.committed.chosenDesign);
  const chosenView = useAppState(({ history: { committed } }) => committed.views[committed.chosenView].id);
  const oneView = useAppState((state) => comparableViews(state).length === 1);
  const byViews = comparing?.by === 'views';
  const marking = useAppState((state) => state.tool === 'mark');
  const [active, setActive] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const leave = (): void => store.setState(stopComparing);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  useEffect(() => {
    const shown = comparedOf(store.getState());
    const isChosen = (at: number): boolean => shown.at(at)?.design === chosen && shown.at(at)?.view === chosenView;
    const at = shown.findIndex((_, each) => isChosen(each));
    // Whoever has a picture in hand chose its design, and its view, with it.
    setActive((now) => (isChosen(now) || at < 0 ? now : at));
  }, [chosen, chosenView, store]);
  useEffect(() => {
    if (byViews) commands.readViews();
  }, [byViews, commands]);
  if (comparing === null) return null;

  const change = (part: Partial<Comparing>): void => store.setState({ comparing: { ...comparing, ...part } });
  const press = (event: KeyboardEvent): void => {
    // Escape takes back what is being dragged; the next press leaves.
    if (event.key === 'Escape' && isGesture(store.getState())) event.preventDefault();
    const key = latinKey(event.nativeEvent);
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    if (event.shiftKey || key === 'y') commands.redo();
    else commands.undo();
  };
  return (
    <dialog
      ref={dialog}
      className="compare-view"
      aria-labelledby={id}
      onKeyDown={press}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <header className="compare-head">
        <h2 id={id}>{COMPARING.title}</h2>
        <Toolbar label={COMPARING.what} className="segments">
          {WAYS.map((by) => (
            <button
              key={by}
              type="button"
              className="segment"
              aria-pressed={comparing.by === by}
              disabled={(by === 'designs' && single) || (by === 'views' && oneView)}
              onClick={() => {
                store.setState({ tool: 'look' });
                change({ by, zooms: [] });
              }}
            >
              {COMPARED_BY[by]}
            </button>
          ))}
        </Toolbar>
        <Toolbar label={COMPARING.count} className="segments">
          {COUNTS.map((count) => (
            <button
              key={count}
              type="button"
              className="segment"
              aria-label={countName(count)}
              aria-pressed={comparing.count === count}
              onClick={() => store.setState({ comparing: { ...comparing, count, zooms: [] }, toFrame: true })}
            >
              {count}
            </button>
          ))}
        </Toolbar>
        {byViews && (
          <button
            type="button"
            className="button small"
            aria-pressed={marking}
            title={MARKS.beside}
            onClick={() => store.setState({ tool: marking ? 'look' : 'mark' })}
          >
            <MapPin aria-hidden="true" />
            {MARKS.name}
          </button>
        )}
        <span className="compare-room" />
        {children}
        <button
          type="button"
          className="icon-button"
          aria-label={COMPARING.leave}
          title={COMPARING.leaveTip}
          onClick={leave}
        >
          <X aria-hidden="true" />
        </button>
      </header>
      <div className="compared" data-count={comparing.count}>
        {Array.from({ length: comparing.count }, (_, at) => (
          <ComparedPicture
            key={at}
            at={at}
            active={at === Math.min(active, comparing.count - 1)}
            onActive={() => setActive(at)}
          />
        ))}
      </div>
    </dialog>
  );
}
