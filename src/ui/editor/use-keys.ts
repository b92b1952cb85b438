import { useEffect } from 'react';
import type { Control, Panel, Tool } from '~/store/app-state';
import { isGesture } from '~/store/shown-design';
import { useApp } from '~/ui/base/app-context';
import { latinKey, whenKeysAreLost } from '~/ui/base/latin-key';
import { useZoom } from '~/ui/canvas/use-zoom';
import { useGoTo } from './use-go-to';

/** Tools by their keys: where their options are, and what is in hand then. */
const TOOL_KEYS: ReadonlyMap<string, readonly [Panel, Control, Tool]> = new Map([
  ['p', ['hairline', 'sketch', 'pencil']],
  ['n', ['hairline', 'sketch', 'note']],
  ['d', ['density', 'brush', 'paint']],
  ['e', ['density', 'brush', 'erase']],
  ['s', ['density', 'brush', 'scar']],
]);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && (target.type === 'number' || target.type === 'text');

/** The keys of the editor, wherever the focus is, except in text being typed. */
export function useKeys(listKeys: () => void): void {
  const { commands, store } = useApp();
  const zoom = useZoom();
  const goTo = useGoTo();
  useEffect(() => {
    const hold = (held: boolean): void => {
      if (store.getState().holdingBefore !== held) store.setState({ holdingBefore: held });
    };
    let pointersDown = 0;
    const takeTool = (key: string): void => {
      const state = store.getState();
      // Escape takes back what is being drawn; the next press puts the tool down.
      if (state.screen.kind !== 'editing' || pointersDown > 0 || isGesture(state)) return;
      const taken = TOOL_KEYS.get(key.toLowerCase());
      if (taken !== undefined) {
        goTo(taken[0], taken[1]);
        store.setState({ tool: taken[2] });
      } else if (key === 'Escape' || key.toLowerCase() === 'v') store.setState({ tool: 'look' });
    };
    const down = (): void => {
      pointersDown++;
    };
    const up = (): void => {
      pointersDown = Math.max(0, pointersDown - 1);
    };
    const press = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      if (event.ctrlKey || event.metaKey) {
        const key = latinKey(event);
        if ((key !== 'z' && key !== 'y') || event.altKey) return;
        event.preventDefault();
        if (event.shiftKey || key === 'y') commands.redo();
        else commands.undo();
        return;
      }
      if (event.altKey) return;
      if (latinKey(event) === 'b') hold(true);
      else if (event.key === '+' || event.key === '=') zoom.in();
      else if (event.key === '-' || event.key === '−') zoom.out();
      else if (event.key === '0') zoom.fit();
      else if (event.key === '?') listKeys();
      else takeTool(event.key);
    };
    const release = (event: KeyboardEvent): void => {
      if (latinKey(event) === 'b') hold(false);
    };
    const leave = (): void => hold(false);
    window.addEventListener('keydown', press);
    window.addEventListener('pointerdown', down, true);
    window.addEventListener('pointerup', up, true);
    window.addEventListener('pointercancel', up, true);
    window.addEventListener('keyup', release);
    const stop = whenKeysAreLost(leave);
    return () => {
      leave();
      window.removeEventListener('keydown', press);
      window.removeEventListener('pointerdown', down, true);
      window.removeEventListener('pointerup', up, true);
      window.removeEventListener('pointercancel', up, true);
      window.removeEventListener('keyup', release);
      stop();
    };
  }, [commands, store, zoom, goTo, listKeys]);
}
