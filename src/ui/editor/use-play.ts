import { useEffect, useState } from 'react';
import { momentAt, positionOf } from '~/model/design/time-scale';
import { shownDesign } from '~/store/shown-design';
import { useApp } from '~/ui/base/app-context';

/** The whole strip takes this long; where motion is unwelcome it goes from stop to stop instead, each this long. */
const WHOLE_MS = 14_000;
const STILL_MS = 1_500;

const wantsStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Lets time run from where it is to the end of the strip (from the start when it is there). Looking is nothing to undo. */
export function usePlay(stops: number): { readonly playing: boolean; readonly toggle: () => void } {
  const { store, commands } = useApp();
  const [playing, setPlaying] = useState(false);

  useEffect(() => {
    if (!playing) return;
    const design = shownDesign(store.getState());
    const still = wantsStillness();
    const from = positionOf(design, design);
    const startMs = performance.now();
    const start = from > 0.999 ? 0 : from;
    let frame = 0;
    let shown = -1;
    const draw = (now: number): void => {
      const passedMs = now - startMs;
      const run = still ? Math.floor(passedMs / STILL_MS) / (stops - 1) : passedMs / WHOLE_MS;
      const at = Math.min(1, start + run);
      if (at !== shown) commands.preview((current) => ({ ...current, ...momentAt(at, current) }));
      shown = at;
      if (at >= 1) setPlaying(false);
      else frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => {
      cancelAnimationFrame(frame);
      commands.commit();
    };
  }, [playing, commands, store, stops]);

  return { playing, toggle: () => setPlaying(!playing) };
}
