import { useEffect } from 'react';
import { DESIGN_HASH } from '~/codes/design-hash';
import { stopComparing } from '~/store/stop-comparing';
import { useApp } from './app-context';

/** What stands in the browser's history for a screen after the first. */
const INSIDE = { stipple: 'inside' } as const;
const isInside = (): boolean => (history.state as Partial<typeof INSIDE> | null)?.stipple === INSIDE.stipple;

/**
 * The browser's Back leads to the screen before, not off the page: from where a visit ends to the editor, from there to the
 * first screen. The work is kept and listed there.
 */
export function useBack(): void {
  const { store, commands } = useApp();
  useEffect(() => {
    const enter = (): void => {
      if (!isInside()) history.pushState(INSIDE, '');
    };
    const stop = store.subscribe((now, before) => {
      const [is, was] = [now.screen.kind !== 'start', before.screen.kind !== 'start'];
      if (is && !was) enter();
      // Left by a button: the entry is not to be gone back to.
      if (!is && was && isInside()) history.back();
    });
    const back = (): void => {
      const { screen, finishing, showingClient, comparing, paper, healedShown } = store.getState();
      if (isInside() || screen.kind === 'start') return;
      if (location.hash.startsWith(DESIGN_HASH)) {
        // Nobody went back: a design was put into the address of the page that is open.
        history.replaceState(INSIDE, '');
        return;
      }
      if (finishing || showingClient || paper !== null || healedShown !== null) {
        store.setState({ finishing: false, showingClient: false, paper: null, healedShown: null });
        enter();
      } else if (comparing !== null) {
        store.setState(stopComparing);
        enter();
      } else commands.newPhoto();
    };
    addEventListener('popstate', back);
    return () => {
      stop();
      removeEventListener('popstate', back);
    };
  }, [store, commands]);
}
