import { Bandage, Brush, Eraser, Grid3x3, Hand, Pencil, Ruler, Spline, StickyNote } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { HandTool } from '~/store/app-state';
import { useAppState } from '~/ui/base/app-context';
import { Toolbar } from '~/ui/controls/toolbar';
import { TOOL_BAR, ZOOM } from '~/ui/words/editor-words';
import { HistoryButtons } from './history-buttons';
import { HAND_TOOL_NAMES, HAND_TOOLS, toolInHand, useTakeTool } from './tools';
import { ZoomItems } from './zoom-buttons';

const ICONS: Readonly<Record<HandTool, LucideIcon>> = {
  move: Hand,
  line: Spline,
  pencil: Pencil,
  note: StickyNote,
  brush: Brush,
  erase: Eraser,
  scar: Bandage,
  ruler: Ruler,
  guides: Grid3x3,
};

/** What can be taken in hand, beside the picture: each with its key, one of them lit. Under them zoom, and steps back where no other bar has them. */
export function ToolBar({ steps }: { readonly steps: boolean }) {
  const inHand = useAppState(toolInHand);
  const take = useTakeTool();
  return (
    <Toolbar label={TOOL_BAR.name} className="tool-bar" vertical>
      {HAND_TOOL_NAMES.map((each) => {
        const Icon = ICONS[each];
        const { key } = HAND_TOOLS[each];
        const { label, name, tip } = TOOL_BAR.tools[each];
        return (
          <button
            key={each}
            type="button"
            className="hand-tool"
            data-tool={each}
            data-entry={each === inHand ? '' : undefined}
            aria-label={name}
            aria-pressed={each === inHand}
            aria-keyshortcuts={key.toUpperCase()}
            title={tip}
            onClick={() => take(each)}
          >
            <Icon aria-hidden="true" />
            <span className="hand-tool-label" data-label={label} aria-hidden="true" />
            <kbd aria-hidden="true">{key.toUpperCase()}</kbd>
          </button>
        );
      })}
      {steps && <HistoryButtons />}
      <div className="tool-zoom" role="group" aria-label={ZOOM.name}>
        <ZoomItems />
      </div>
    </Toolbar>
  );
}
