import '~/ui/styles/controls.css';
import '~/ui/styles/choices.css';
import '~/ui/styles/editor.css';
import '~/ui/styles/picture.css';
import '~/ui/styles/phone.css';
import { useEffect } from 'react';
import type { HeadCorrection } from '~/model/design/head-correction';
import { useApp, useDesignPart } from '~/ui/base/app-context';
import { HeadHandles } from '~/ui/canvas/head-handles';
import { Picture } from '~/ui/canvas/picture';
import { PictureLines } from '~/ui/canvas/picture-lines';
import { CRANIUM, PLACEMENT } from '~/ui/panels/photo/head-settings';
import { HeadSliders } from '~/ui/panels/photo/head-sliders';
import { HistoryButtons } from './history-buttons';
import { useKeys } from './use-keys';
import { ZoomButtons } from './zoom-buttons';

type Turned = Pick<HeadCorrection, 'turnDegrees' | 'tiltDegrees' | 'rollDegrees'>;

/** Ways a head is photographed for this, as turns from looking into the camera. */
const VIEWS: readonly { readonly name: string; readonly turned: Turned }[] = [
  { name: 'From the front', turned: { turnDegrees: 0, tiltDegrees: 0, rollDegrees: 0 } },
  { name: 'From the left', turned: { turnDegrees: -90, tiltDegrees: 0, rollDegrees: 0 } },
  { name: 'From the right', turned: { turnDegrees: 90, tiltDegrees: 0, rollDegrees: 0 } },
  { name: 'From above', turned: { turnDegrees: 0, tiltDegrees: 80, rollDegrees: 0 } },
  { name: 'From behind', turned: { turnDegrees: 180, tiltDegrees: 0, rollDegrees: 0 } },
];

/** No face to go by, or a bad fit: the skull is laid over the picture by hand. */
export default function PlaceHead() {
  const { commands, store } = useApp();
  const head = useDesignPart((design) => design.head);
  useKeys(nothing);
  useEffect(() => store.setState({ showHead: true }), [store]);
  return (
    <main className="editor placing">
      <header className="top-bar asking-head">
        <h1>Place the head</h1>
        <p>Lay the line of the skull over the head in the photo.</p>
      </header>
      <section className="stage" aria-label="Picture">
        <Picture painting={false}>
          <PictureLines hairline />
          <HeadHandles />
          <HistoryButtons />
          <ZoomButtons />
        </Picture>
      </section>
      <section className="panels placing-panel" aria-label="Placement">
        <div className="column">
          <div className="panel">
            <ol className="steps">
              <li>Say how the photo shows the head.</li>
              <li>Drag the skull onto the head, and size it until its edge fits.</li>
              <li>Turn and tilt it until the dotted line runs over the middle of the head.</li>
            </ol>
            <div className="tool-row" role="group" aria-label="How the photo shows the head">
              {VIEWS.map(({ name, turned }) => (
                <button
                  key={name}
                  type="button"
                  className="button small"
                  aria-pressed={
                    head.turnDegrees === turned.turnDegrees &&
                    head.tiltDegrees === turned.tiltDegrees &&
                    head.rollDegrees === turned.rollDegrees
                  }
                  onClick={() => commands.change((now) => ({ ...now, head: { ...now.head, ...turned } }))}
                >
                  {name}
                </button>
              ))}
            </div>
            <HeadSliders settings={PLACEMENT} />
            <details className="group head-details">
              <summary>Shape of the skull</summary>
              <HeadSliders settings={CRANIUM} />
            </details>
          </div>
        </div>
        <div className="placing-buttons">
          <button type="button" className="button" onClick={() => commands.newPhoto()}>
            New photo
          </button>
          <button type="button" className="button primary" onClick={() => commands.acceptPlacement()}>
            Use this placement
          </button>
        </div>
      </section>
    </main>
  );
}

/** There is no list of keys on this screen. */
const nothing = (): void => undefined;
