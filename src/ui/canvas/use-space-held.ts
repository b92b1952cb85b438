import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import { whenKeysAreLost } from '~/ui/base/latin-key';

const inTextField = (target: EventTarget | null): boolean => target instanceof HTMLInputElement;

/** Whether the space bar is down, except while something is focused that space works on. */
export function useSpaceHeld(room: RefObject<HTMLDivElement | null>): RefObject<boolean> {
  const held = useRef(false);
  useEffect(() => {
    const hold = (down: boolean): void => {
      held.current = down;
      room.current?.classList.toggle('grabbing', down);
    };
    const set = (down: boolean) => (event: KeyboardEvent) => {
      if (event.key !== ' ') return;
      const target = event.target;
      if (
        down &&
        (inTextField(target) || (target instanceof Element && target.closest('button, summary, label') !== null))
      )
        return;
      hold(down);
      if (down) event.preventDefault();
    };
    const press = set(true);
    const release = set(false);
    window.addEventListener('keydown', press);
    window.addEventListener('keyup', release);
    const stop = whenKeysAreLost(() => hold(false));
    return () => {
      stop();
      window.removeEventListener('keydown', press);
      window.removeEventListener('keyup', release);
    };
  }, [room]);
  return held;
}
