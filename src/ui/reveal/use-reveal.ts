import { useEffect } from 'react';
import { SETTINGS } from '~/model/design/settings';
import { useApp } from '~/ui/base/app-context';

/** How long the wipe takes from bare to where it rests, ms, and where that is: half of the head. */
const WIPE_MS = 1200;
const RESTS_AT = (SETTINGS.beforeAfterPercent.min + SETTINGS.beforeAfterPercent.max) / 2;

/** Slow at first and at the end. */
const eased = (share: number): number => (1 - Math.cos(Math.PI * share)) / 2;

/**
 * Shows a new picture by a wipe from bare to treated, once it is drawn; at rest at once for those who want no motion.
 * Whoever takes hold of the divider meanwhile has it: the wipe is a matter of the view, and gives way.
 */
export function useReveal(): void {
  const { store, overlay } = useApp();
  useEffect(() => {
    let frame = 0;
    const sweep = (): void => {
      cancelAnimationFrame(frame);
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
        store.setState({ wipePercent: RESTS_AT });
        return;
      }
      const { wipePercent: from, screen } = store.getState();
      let startMs: number | null = null;
      let set = from;
      const step = (): void => {
        const now = store.getState();
        if (now.wipePercent !== set || now.screen !== screen) return;
        // Not the frame's own time: the first picture may have taken long after that.
        startMs ??= performance.now();
        const share = Math.min(1, (performance.now() - startMs) / WIPE_MS);
        set = from + eased(share) * (RESTS_AT - from);
        store.setState({ wipePercent: set });
        if (share < 1) frame = requestAnimationFrame(step);
      };
      frame = requestAnimationFrame(step);
    };
    const look = (): void => {
      const { revealDue, screen } = store.getState();
      if (!revealDue || screen.kind !== 'editing' || overlay.getState() === null) return;
      store.setState({ revealDue: false });
      sweep();
    };
    const stops = [store.subscribe(look), overlay.subscribe(look)];
    look();
    return () => {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
    };
  }, [store, overlay]);
}
