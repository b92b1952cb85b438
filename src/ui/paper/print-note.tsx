import { useEffect } from 'react';
import { useApp } from '~/ui/base/app-context';
import { EDITOR } from '~/ui/words/editor-words';

/** What a browser prints in place of a screen with tools on it. `design`: there is one, so that a plan can be made. */
export const PrintNote = ({ design = true }: { readonly design?: boolean }) => (
  <p className="print-note">{design ? EDITOR.planNotYet : EDITOR.noPlan}</p>
);

/**
 * A browser's own menu prints what is there, at once: while that is a note that the plan is yet to be made, the plan follows when
 * the preview is closed, and is printed when its pictures are there. `noted`: the note is what would be printed.
 */
export function usePrintNote(noted: boolean): void {
  const { store, facts } = useApp();
  useEffect(() => {
    if (!noted) return;
    const follow = (): void => {
      if (facts.getState() !== null) store.setState({ paper: 'print', finishing: false, ready: null });
    };
    addEventListener('afterprint', follow);
    return () => removeEventListener('afterprint', follow);
  }, [noted, store, facts]);
}
