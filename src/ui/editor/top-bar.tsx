import { ChevronLeft, FolderOpen, ImageDown, ImagePlus, Keyboard, Save } from 'lucide-react';
import { useApp } from '~/ui/base/app-context';
import { openFilePicker } from '~/ui/controls/file-input';
import { Toolbar } from '~/ui/controls/toolbar';
import { Wordmark } from '~/ui/controls/wordmark';
import { DesignChips } from '~/ui/designs/design-chips';
import { DesignMenu } from '~/ui/designs/design-menu';
import { FinishButton } from '~/ui/reveal/finish-button';
import { TOP_BAR } from '~/ui/words/editor-words';
import { ShowClient } from './client-bar';
import { HistoryButtons } from './history-buttons';

/** What concerns the whole piece of work: another photo, keeping it, and taking the picture along. */
export function TopBar({ onKeys }: { readonly onKeys: () => void }) {
  const { commands } = useApp();
  return (
    <header className="top-bar">
      <Wordmark />
      <DesignChips />
      <Toolbar label={TOP_BAR.name} className="top-buttons">
        <button
          type="button"
          className="icon-button keys-button"
          aria-label={TOP_BAR.keys}
          title={TOP_BAR.keysTip}
          onClick={onKeys}
        >
          <Keyboard aria-hidden="true" />
        </button>
        <button type="button" className="bar-button" onClick={() => commands.newPhoto()}>
          <ImagePlus aria-hidden="true" />
          <span>{TOP_BAR.newPhoto}</span>
        </button>
        <button type="button" className="bar-button" onClick={openFilePicker}>
          <FolderOpen aria-hidden="true" />
          <span>{TOP_BAR.openProject}</span>
        </button>
        <button type="button" className="bar-button" onClick={() => commands.saveProject()}>
          <Save aria-hidden="true" />
          <span>{TOP_BAR.saveProject}</span>
        </button>
        <span className="save-pair">
          <button
            type="button"
            className="bar-button primary"
            data-entry=""
            onClick={() => commands.savePicture('png')}
          >
            <ImageDown aria-hidden="true" />
            <span>{TOP_BAR.savePicture}</span>
          </button>
          <button
            type="button"
            className="bar-button primary format"
            aria-label={TOP_BAR.saveJpeg}
            title={TOP_BAR.saveJpeg}
            onClick={() => commands.savePicture('jpeg')}
          >
            {TOP_BAR.jpeg}
          </button>
        </span>
        <ShowClient />
        <FinishButton />
      </Toolbar>
    </header>
  );
}

/** The same on a phone: the way back, steps back and on, and all that goes home. The rest lies behind `More`. */
export function PhoneBar() {
  const { commands } = useApp();
  return (
    <header className="top-bar">
      <button
        type="button"
        className="icon-button"
        aria-label={TOP_BAR.newPhoto}
        title={TOP_BAR.newPhoto}
        onClick={() => commands.newPhoto()}
      >
        <ChevronLeft aria-hidden="true" className="way-back" />
      </button>
      <DesignMenu />
      <HistoryButtons />
      <FinishButton />
    </header>
  );
}
