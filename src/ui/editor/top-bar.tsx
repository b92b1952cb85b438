import { FolderOpen, ImageDown, ImagePlus, Keyboard, Save } from 'lucide-react';
import { useApp } from '~/ui/base/app-context';
import { openFilePicker } from '~/ui/controls/file-input';
import { Wordmark } from '~/ui/controls/wordmark';

/** What concerns the whole piece of work: another photo, keeping it, and taking the picture along. */
export function TopBar({ onKeys }: { readonly onKeys: () => void }) {
  const { commands } = useApp();
  return (
    <header className="top-bar">
      <Wordmark />
      <div className="top-buttons">
        <button type="button" className="icon-button keys-button" aria-label="Keys" title="Keys (?)" onClick={onKeys}>
          <Keyboard aria-hidden="true" />
        </button>
        <button type="button" className="bar-button" onClick={() => commands.newPhoto()}>
          <ImagePlus aria-hidden="true" />
          <span>New photo</span>
        </button>
        <button type="button" className="bar-button" onClick={openFilePicker}>
          <FolderOpen aria-hidden="true" />
          <span>Open project</span>
        </button>
        <button type="button" className="bar-button" onClick={() => commands.saveProject()}>
          <Save aria-hidden="true" />
          <span>Save project</span>
        </button>
        <span className="save-pair">
          <button type="button" className="bar-button primary" onClick={() => commands.savePicture('png')}>
            <ImageDown aria-hidden="true" />
            <span>Save picture</span>
          </button>
          <button
            type="button"
            className="bar-button primary format"
            aria-label="Save as JPEG"
            title="Save as JPEG"
            onClick={() => commands.savePicture('jpeg')}
          >
            JPEG
          </button>
        </span>
      </div>
    </header>
  );
}
