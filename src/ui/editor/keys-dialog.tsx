import { Dialog } from '~/ui/controls/dialog';
import { LicencesButton } from '~/ui/know/licences-button';
import { KEYS, TOP_BAR } from '~/ui/words/editor-words';

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={TOP_BAR.keys} onClose={onClose}>
      <dl className="keys">
        {KEYS.map(([keys, what]) => (
          <div key={keys} className="keys-row">
            <dt>{keys}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <div className="dialog-buttons">
        <LicencesButton />
      </div>
    </Dialog>
  );
}
