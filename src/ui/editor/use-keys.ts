import { useEffect } from 'react';
import { useApp } from '~/ui/base/app-context';
import { latinKey, whenKeysAreLost } from '~/ui/base/latin-key';
import { useZoom } from '~/ui/canvas/use-zoom';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && (target.type === 'number' || target.type === 'text');

/** The keys of the editor, wherever the focus is, except in text being typed. */
export function useKeys(listKeys: () => void): void {
  const { commands, store } = useApp();
  const zoom = useZoom();
  useEffect(() => {
    const hold = (held: boolean): void => {
      if (store.getState().holdingBefore !== held) store.setState({ holdingBefore: held });
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
    };
    const release = (event: KeyboardEvent): void => {
      if (latinKey(event) === 'b') hold(false);
    };
    const leave = (): void => hold(false);
    window.addEventListener('keydown', press);
    window.addEventListener('keyup', release);
    const stop = whenKeysAreLost(leave);
    return () => {
      leave();
      window.removeEventListener('keydown', press);
      window.removeEventListener('keyup', release);
      stop();
    };
  }, [commands, store, zoom, listKeys]);
}
