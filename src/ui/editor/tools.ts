import { useCallback } from 'react';
import { firstSpan } from '~/model/measure/ruler';
import type { AppState, Control, HandTool, Panel, Tool } from '~/store/app-state';
import { shownDesign } from '~/store/shown-design';
import { useApp } from '~/ui/base/app-context';
import { useGoTo } from './use-go-to';

interface ToolPlace {
  readonly key: string;
  /** Where its options are; none: it has none. */
  readonly at?: readonly [Panel, Control];
  /** What it draws with. */
  readonly tool?: Tool;
}

/** In the order of the bar, which is that of a consultation. */
export const HAND_TOOLS: Readonly<Record<HandTool, ToolPlace>> = {
  move: { key: 'v' },
  line: { key: 'l', at: ['hairline', 'points'] },
  pencil: { key: 'p', at: ['hairline', 'sketch'], tool: 'pencil' },
  note: { key: 'n', at: ['hairline', 'sketch'], tool: 'note' },
  brush: { key: 'd', at: ['density', 'brush'], tool: 'paint' },
  erase: { key: 'e', at: ['density', 'brush'], tool: 'erase' },
  scar: { key: 's', at: ['density', 'brush'], tool: 'scar' },
  ruler: { key: 'r', at: ['photo', 'measures'] },
  guides: { key: 'g', at: ['photo', 'measures'] },
};

export const HAND_TOOL_NAMES = Object.keys(HAND_TOOLS) as readonly HandTool[];

/** Which of them is in hand. Every tool that draws and has no place of its own in the bar is a brush. */
export function toolInHand({
  tool,
  panel,
  lineTouched,
  measuring,
}: Pick<AppState, 'tool' | 'panel' | 'lineTouched' | 'measuring'>): HandTool {
  // Marks are tapped by the hand.
  if (tool === 'mark') return 'move';
  if (tool !== 'look') return HAND_TOOL_NAMES.find((each) => HAND_TOOLS[each].tool === tool) ?? 'brush';
  if (measuring !== null && panel === 'photo') return measuring;
  return panel === 'hairline' && lineTouched ? 'line' : 'move';
}

/**
 * Takes a tool in hand, and puts down the one that was. Ruler and guides are laid on the picture by it, and put away by
 * being asked for once more; putting them down leaves them where they lie.
 */
export function useTakeTool(): (wanted: HandTool) => void {
  const { store, overlay } = useApp();
  const goTo = useGoTo();
  return useCallback(
    (wanted) => {
      const state = store.getState();
      const { at, tool = 'look' } = HAND_TOOLS[wanted];
      const again = toolInHand(state) === wanted;
      if (at !== undefined) goTo(...at);
      const asking = state.offer === 'goal' || state.offer === 'photo';
      const nothing = {
        tool,
        measuring: null,
        lineTouched: wanted === 'line',
        // Who takes a tool in hand has gone on from what was asked.
        ...(asking && wanted !== 'move' && { offer: 'years' as const }),
      } as const;
      if (wanted === 'guides') {
        store.setState({ ...nothing, showMeasurements: !again, measuring: again ? null : wanted });
      } else if (wanted === 'ruler') {
        const fit = overlay.getState()?.fit ?? null;
        const laid = fit === null ? null : firstSpan('alongSkin', fit, shownDesign(state).hairlineHeightMm);
        store.setState({
          ...nothing,
          ...(again ? { ruler: null } : { ruler: state.ruler ?? laid, showMeasurements: true, measuring: wanted }),
        });
      } else store.setState(nothing);
    },
    [store, overlay, goTo],
  );
}
