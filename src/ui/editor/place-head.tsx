import '~/ui/styles/later-screens.css';
import { useEffect, useState } from 'react';
import { useApp, useAppState } from '~/ui/base/app-context';
import { HeadHandles } from '~/ui/canvas/head-handles';
import { MarkPins } from '~/ui/canvas/mark-pins';
import { Picture } from '~/ui/canvas/picture';
import { PictureLines } from '~/ui/canvas/picture-lines';
import { Fold } from '~/ui/controls/fold';
import { TurnButtons } from '~/ui/controls/turn-buttons';
import { CRANIUM, PLACEMENT } from '~/ui/panels/photo/head-settings';
import { HeadSliders } from '~/ui/panels/photo/head-sliders';
import { MarkChoice } from '~/ui/placing/mark-choice';
import { MarkHandles } from '~/ui/placing/mark-handles';
import { useMarking } from '~/ui/placing/use-marking';
import { ViewChoice } from '~/ui/placing/view-choice';
import { PhotoCheck } from '~/ui/reveal/photo-check';
import { PrintNote } from '~/ui/paper/print-note';
import { EDITOR, PLACE_HEAD, TOP_BAR } from '~/ui/words/editor-words';
import { HistoryButtons } from './history-buttons';
import { useKeys } from './use-keys';
import { ZoomButtons } from './zoom-buttons';

/** No face to go by, or a bad fit: the head is laid on the person by view and marks, and then exactly by hand. */
export default function PlaceHead() {
  const { commands, store } = useApp();
  const checking = useAppState((state) => state.offer === 'photo');
  const marking = useMarking();
  const [exactly, setExactly] = useState(false);
  useKeys(nothing);
  useEffect(() => store.setState({ showHead: true }), [store]);
  return (
    <main className="editor placing">
      <PrintNote design={false} />
      <header className="top-bar asking-head">
        <h1>{PLACE_HEAD.title}</h1>
        <p>{PLACE_HEAD.what}</p>
      </header>
      <section className="stage" aria-label={EDITOR.picture}>
        <Picture painting={false} taps={marking.next === null ? null : marking.taps}>
          <PictureLines hairline />
          {exactly ? <HeadHandles /> : <MarkHandles marking={marking} />}
          <MarkPins />
          {checking && (
            <div className="offers" data-own-gesture="">
              <PhotoCheck next={null} />
            </div>
          )}
          <HistoryButtons pill />
          <ZoomButtons />
        </Picture>
      </section>
      <section className="panels placing-panel" aria-label={PLACE_HEAD.name}>
        <div className="column">
          <div className="panel">
            <ViewChoice />
            <MarkChoice marking={marking} />
            <Fold className="group head-details" name={PLACE_HEAD.by} onToggle={setExactly}>
              <HeadSliders settings={PLACEMENT} />
              <HeadSliders settings={CRANIUM} />
            </Fold>
            {!checking && <TurnButtons />}
          </div>
        </div>
        <div className="placing-buttons">
          <button type="button" className="button" onClick={() => commands.newPhoto()}>
            {TOP_BAR.newPhoto}
          </button>
          <button type="button" className="button primary" onClick={() => commands.acceptPlacement()}>
            {PLACE_HEAD.use}
          </button>
        </div>
      </section>
    </main>
  );
}

/** There is no list of keys on this screen. */
const nothing = (): void => undefined;
