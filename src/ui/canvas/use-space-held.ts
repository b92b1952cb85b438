import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

const inTextField = (target: EventTarget | null): boolean => target instanceof HTMLInputElement;

/** Whether the space bar is down, except while something is focused that space works on. */
export function useSpaceHeld(room: RefObject<HTMLDivElement | null>): RefObject<boolean> {
  const held = useRef(false);
  useEffect(() => {
    const set = (down: boolean) => (event: KeyboardEvent) => {
      if (event.key !== ' ') return;
      const target = event.target;
      if (
        down &&
        (inTextField(target) || (target instanceof Element && target.closest('button, summary, label') !== null))
      )
        return;
      held.current = down;
      room.current?.classList.toggle('grabbing', down);
      if (down) event.preventDefault();
    };
    const press = set(true);
    const release = set(false);
    window.addEventListener('keydown', press);
    window.addEventListener('keyup', release);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('keyup', release);
    };
  }, [room]);
  return held;
}
