import type { LucideIcon } from 'lucide-react';
import type { Tool } from '~/store/app-state';
import { useAppState, useSetView } from '~/ui/base/app-context';
import { TOOL_NAMES } from '~/ui/words/density-words';

export interface ToolRow {
  readonly tool: Tool;
  readonly Icon: LucideIcon;
}

/** Tools to take in hand; the one that is in hand is put away by its own button. */
export function ToolButtons({ label, tools }: { readonly label: string; readonly tools: readonly ToolRow[] }) {
  const setView = useSetView();
  const tool = useAppState((state) => state.tool);
  return (
    <div className="tool-row" role="group" aria-label={label}>
      {tools.map(({ tool: each, Icon }) => (
        <button
          key={each}
          type="button"
          className="button small"
          aria-pressed={tool === each}
          onClick={() => setView({ tool: tool === each ? 'look' : each })}
        >
          <Icon aria-hidden="true" />
          {TOOL_NAMES[each]}
        </button>
      ))}
    </div>
  );
}
