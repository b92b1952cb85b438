import { Columns3 } from 'lucide-react';
import { startComparing } from '~/store/compared';
import { useApp } from '~/ui/base/app-context';
import { COMPARING } from '~/ui/words/editor-words';

/** To the pictures beside each other. `onGo`: what lay over the editor is put away first. */
export function CompareButton({ className, onGo }: { readonly className: string; readonly onGo?: () => void }) {
  const { store } = useApp();
  return (
    <button
      type="button"
      className={`${className} compare-button`}
      title={COMPARING.name}
      aria-label={COMPARING.name}
      onClick={() => {
        onGo?.();
        store.setState(startComparing);
      }}
    >
      <Columns3 aria-hidden="true" />
      <span aria-hidden="true">{COMPARING.name}</span>
    </button>
  );
}
