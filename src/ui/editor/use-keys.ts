import { useEffect } from 'react';
import { designViews } from '~/model/design/consultation';
import { isGesture } from '~/store/shown-design';
import { useApp } from '~/ui/base/app-context';
import { latinKey, whenKeysAreLost } from '~/ui/base/latin-key';
import { useZoom } from '~/ui/canvas/use-zoom';
import { HAND_TOOL_NAMES, HAND_TOOLS, useTakeTool } from './tools';

/** A list takes letters and digits too: they lead to what begins with them. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && (target.type === 'number' || target.type === 'text'));

/** The keys of the editor, wherever the focus is, except in text being typed. */
export function useKeys(listKeys: () => void): void {
  const { commands, store, facts } = useApp();
  const zoom = useZoom();
  const take = useTakeTool();
  useEffect(() => {
    const hold = (held: boolean): void => {
      if (store.getState().holdingBefore !== held) store.setState({ holdingBefore: held });
    };
    let pointersDown = 0;
    const takeTool = (key: string): void => {
      const state = store.getState();
      if (state.showingClient) {
        if (key === 'escape') store.setState({ showingClient: false });
        return;
      }
      // Escape takes back what is being drawn; the next press puts the tool down.
      if (state.screen.kind !== 'editing' || pointersDown > 0 || isGesture(state)) return;
      const taken = key === 'escape' ? 'move' : HAND_TOOL_NAMES.find((each) => HAND_TOOLS[each].key === key);
      if (taken !== undefined) take(taken);
    };
    /** `number`: of its chip, from 1. */
    const seeView = (number: number): void => {
      const state = store.getState();
      const view = designViews(state.history.committed).at(number - 1);
      if (view !== undefined && pointersDown === 0 && !isGesture(state)) commands.chooseView(view.id);
    };
    const down = (): void => {
      pointersDown++;
    };
    const up = (): void => {
      pointersDown = Math.max(0, pointersDown - 1);
    };
    const press = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && latinKey(event) === 'p') {
        // The plan is what one wants on paper, not the tools around it.
        event.preventDefault();
        if (facts.getState() !== null) store.setState({ paper: 'print', finishing: false, ready: null });
        return;
      }
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      if (event.ctrlKey || event.metaKey) {
        const key = latinKey(event);
        if ((key !== 'z' && key !== 'y') || event.altKey) return;
        event.preventDefault();
        if (store.getState().showingClient) return;
        if (event.shiftKey || key === 'y') commands.redo();
        else commands.undo();
        return;
      }
      if (event.altKey) return;
      if (latinKey(event) === 'b') hold(true);
      else if (event.key === '+' || event.key === '=') zoom.in();
      else if (event.key === '-' || event.key === '−') zoom.out();
      else if (event.key === '0') zoom.fit();
      else if (/^[1-8]$/.test(event.key)) seeView(Number(event.key));
      else if (event.key === '?' && !store.getState().showingClient) listKeys();
      else takeTool(latinKey(event));
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
  }, [commands, store, facts, zoom, take, listKeys]);
}
