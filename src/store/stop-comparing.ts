import type { AppState } from './app-state';
import { viewOf } from './turns';

/** A comparison ends: the picture is framed as before it, where it is the same photo. In a file of its own, as Back needs it at once. */
export function stopComparing({ comparing, history }: AppState): Partial<AppState> {
  if (comparing === null) return {};
  const rest = { comparing: null, holdingBefore: false, tool: 'look' } as const;
  // Of another photo it is not known yet.
  return comparing.viewBefore === viewOf(history).id
    ? { ...rest, zoom: comparing.zoomBefore, toFrame: false }
    : { ...rest, zoom: null, toFrame: true };
}
