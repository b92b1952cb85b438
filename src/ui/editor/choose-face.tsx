import { useApp, useAppState, useOverlay } from '~/ui/base/app-context';
import { Picture } from '~/ui/canvas/picture';
import { toView } from '~/ui/canvas/zoom';
import '~/ui/styles/later-screens.css';
import { PrintNote } from '~/ui/paper/print-note';
import { CHOOSE_FACE, EDITOR, faceName, TOP_BAR } from '~/ui/words/editor-words';
import { ZoomButtons } from './zoom-buttons';

/** Fingers need at least this much, however small the face. */
const LEAST_PX = 32;

/** Several faces in the photo: whose head is it? Each face is a button on the picture. */
export default function ChooseFace() {
  const { commands } = useApp();
  const faces = useAppState(({ screen }) => (screen.kind === 'choose-face' ? screen.faces : null));
  const camera = useOverlay((overlay) => overlay?.camera ?? null);
  return (
    <main className="asking">
      <PrintNote design={false} />
      <header className="asking-head">
        <h1>{CHOOSE_FACE.title}</h1>
        <p>{CHOOSE_FACE.what}</p>
      </header>
      <section className="stage" aria-label={EDITOR.picture}>
        <Picture painting={false}>
          {camera !== null &&
            faces?.map(({ box }, index) => {
              const from = toView(camera, { xPx: box.left, yPx: box.top });
              const to = toView(camera, { xPx: box.right, yPx: box.bottom });
              const width = Math.max(LEAST_PX, to.xPx - from.xPx);
              const height = Math.max(LEAST_PX, to.yPx - from.yPx);
              const left = (from.xPx + to.xPx - width) / 2;
              const top = (from.yPx + to.yPx - height) / 2;
              return (
                <button
                  key={`${box.left} ${box.top}`}
                  type="button"
                  className="face"
                  aria-label={faceName(index + 1, faces.length)}
                  style={{ width, height, transform: `translate(${left}px, ${top}px)` }}
                  onClick={() => commands.chooseFace(index)}
                >
                  <span aria-hidden="true">{index + 1}</span>
                </button>
              );
            })}
          <ZoomButtons />
        </Picture>
      </section>
      <footer className="asking-foot">
        <button type="button" className="button" onClick={() => commands.newPhoto()}>
          {TOP_BAR.newPhoto}
        </button>
        <button type="button" className="button" onClick={() => commands.placeByHand()}>
          {CHOOSE_FACE.none}
        </button>
      </footer>
    </main>
  );
}
