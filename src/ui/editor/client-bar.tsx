import { Presentation, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { useApp, useSetView } from '~/ui/base/app-context';
import { CLIENT } from '~/ui/words/editor-words';

/** The screen turned to the client; what is in hand is put down. */
export const FOR_CLIENT = { showingClient: true, tool: 'look', measuring: null } as const;

export function ShowClient() {
  const setView = useSetView();
  return (
    <button type="button" className="bar-button" onClick={() => setView(FOR_CLIENT)}>
      <Presentation aria-hidden="true" />
      <span>{CLIENT.show}</span>
    </button>
  );
}

/**
 * The way back from what the client is shown. The whole screen is taken where the browser gives it; leaving that leaves
 * this too.
 */
export function ClientBar() {
  const { store } = useApp();
  const setView = useSetView();
  useEffect(() => {
    const left = (): void => {
      if (document.fullscreenElement === null) store.setState({ showingClient: false });
    };
    let asked = true;
    const take = async (): Promise<void> => {
      await document.documentElement.requestFullscreen();
      if (asked) document.addEventListener('fullscreenchange', left);
      else await document.exitFullscreen();
    };
    // Phones give it to videos alone, others only where the visitor allows it: then the window has to do.
    if (document.fullscreenEnabled) take().catch(() => undefined);
    return () => {
      asked = false;
      document.removeEventListener('fullscreenchange', left);
      if (document.fullscreenElement !== null) void document.exitFullscreen();
    };
  }, [store]);
  return (
    <button
      type="button"
      className="button client-back"
      title={CLIENT.backTip}
      onClick={() => setView({ showingClient: false })}
    >
      <Undo2 aria-hidden="true" />
      {CLIENT.back}
    </button>
  );
}
