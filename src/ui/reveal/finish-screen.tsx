import { FolderOpen, ImageDown, Save } from 'lucide-react';
import { useApp, useAppState, useSetView } from '~/ui/base/app-context';
import { Dialog } from '~/ui/controls/dialog';
import { KnowButton } from '~/ui/know/know-button';
import { openFilePicker } from '~/ui/controls/file-input';
import { TOP_BAR } from '~/ui/words/editor-words';
import { FINISH } from '~/ui/words/reveal-words';
import { START } from '~/ui/words/start-words';

/** Where a visit ends: all that can be taken along, each with what it is good for. */
export function FinishScreen() {
  const { commands } = useApp();
  const setView = useSetView();
  const open = useAppState((state) => state.finishing);
  if (!open) return null;
  const close = (): void => setView({ finishing: false });
  /** What is saved or opened is told on the screen behind. */
  const after = (what: () => void) => (): void => {
    close();
    what();
  };
  return (
    <Dialog title={FINISH.title} className="finish" onClose={close}>
      <ul className="finish-list">
        <li>
          <h3>{FINISH.picture}</h3>
          <p className="hint">{FINISH.pictureHint}</p>
          <div className="finish-buttons">
            <button type="button" className="button primary" onClick={after(() => commands.savePicture('png'))}>
              <ImageDown aria-hidden="true" />
              {TOP_BAR.savePicture}
            </button>
            <button type="button" className="button" onClick={after(() => commands.savePicture('jpeg'))}>
              {TOP_BAR.saveJpeg}
            </button>
          </div>
        </li>
        <li>
          <h3>{FINISH.project}</h3>
          <p className="hint">{FINISH.projectHint}</p>
          <div className="finish-buttons">
            <button type="button" className="button" onClick={after(() => commands.saveProject())}>
              <Save aria-hidden="true" />
              {TOP_BAR.saveProject}
            </button>
          </div>
        </li>
        <li>
          <h3>{FINISH.open}</h3>
          <p className="hint">{FINISH.openHint}</p>
          <div className="finish-buttons">
            <button type="button" className="button" onClick={after(openFilePicker)}>
              <FolderOpen aria-hidden="true" />
              {TOP_BAR.openProject}
            </button>
          </div>
        </li>
      </ul>
      <p className="hint">{START.honesty}</p>
      <KnowButton />
    </Dialog>
  );
}
