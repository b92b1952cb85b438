import '~/ui/styles/later-screens.css';
import { useEffect } from 'react';
import type { HeadCorrection } from '~/model/design/head-correction';
import { useApp, useAppState, useDesignPart } from '~/ui/base/app-context';
import { HeadHandles } from '~/ui/canvas/head-handles';
import { Picture } from '~/ui/canvas/picture';
import { PictureLines } from '~/ui/canvas/picture-lines';
import { TurnButtons } from '~/ui/controls/turn-buttons';
import { CRANIUM, PLACEMENT } from '~/ui/panels/photo/head-settings';
import { HeadSliders } from '~/ui/panels/photo/head-sliders';
import { PhotoCheck } from '~/ui/reveal/photo-check';
import { EDITOR, PLACE_HEAD, TOP_BAR, VIEW_NAMES } from '~/ui/words/editor-words';
import { HistoryButtons } from './history-buttons';
import { useKeys } from './use-keys';
import { ZoomButtons } from './zoom-buttons';

type Turned = Pick<HeadCorrection, 'turnDegrees' | 'tiltDegrees' | 'rollDegrees'>;

/** Ways a head is photographed for this, as turns from looking into the camera. */
const VIEWS: readonly { readonly view: keyof typeof VIEW_NAMES; readonly turned: Turned }[] = [
  { view: 'front', turned: { turnDegrees: 0, tiltDegrees: 0, rollDegrees: 0 } },
  { view: 'left', turned: { turnDegrees: -90, tiltDegrees: 0, rollDegrees: 0 } },
  { view: 'right', turned: { turnDegrees: 90, tiltDegrees: 0, rollDegrees: 0 } },
  { view: 'above', turned: { turnDegrees: 0, tiltDegrees: 80, rollDegrees: 0 } },
  { view: 'behind', turned: { turnDegrees: 180, tiltDegrees: 0, rollDegrees: 0 } },
];

/** No face to go by, or a bad fit: the skull is laid over the picture by hand. */
export default function PlaceHead() {
  const { commands, store } = useApp();
  const head = useDesignPart((design) => design.head);
  const checking = useAppState((state) => state.offer === 'photo');
  useKeys(nothing);
  useEffect(() => store.setState({ showHead: true }), [store]);
  return (
    <main className="editor placing">
      <header className="top-bar asking-head">
        <h1>{PLACE_HEAD.title}</h1>
        <p>{PLACE_HEAD.what}</p>
      </header>
      <section className="stage" aria-label={EDITOR.picture}>
        <Picture painting={false}>
          <PictureLines hairline />
          <HeadHandles />
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
            <ol className="steps">
              {PLACE_HEAD.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            {!checking && <TurnButtons />}
            <div className="tool-row" role="group" aria-label={PLACE_HEAD.views}>
              {VIEWS.map(({ view, turned }) => (
                <button
                  key={view}
                  type="button"
                  className="button small"
                  aria-pressed={
                    head.turnDegrees === turned.turnDegrees &&
                    head.tiltDegrees === turned.tiltDegrees &&
                    head.rollDegrees === turned.rollDegrees
                  }
                  onClick={() => commands.change((now) => ({ ...now, head: { ...now.head, ...turned } }))}
                >
                  {VIEW_NAMES[view]}
                </button>
              ))}
            </div>
            <HeadSliders settings={PLACEMENT} />
            <details className="group head-details">
              <summary>{PLACE_HEAD.skull}</summary>
              <HeadSliders settings={CRANIUM} />
            </details>
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
