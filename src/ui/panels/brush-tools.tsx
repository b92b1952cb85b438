import { Brush, Eraser, Hand, Scissors, Sparkle } from 'lucide-react';
import { useState } from 'react';
import type { Tool } from '~/store/app-state';
import { useApp, useAppState, useDesignPart, useSetView } from '~/ui/app-context';
import { SliderRow } from '~/ui/controls/slider-row';
import { BRUSH_HINTS } from '~/ui/strings';

const BRUSH_MM = { min: 3, max: 40, step: 1, initial: 15 } as const;

interface ToolRow {
  readonly tool: Tool;
  readonly label: string;
  readonly Icon: typeof Brush;
}

const PIGMENT_TOOLS: readonly ToolRow[] = [
  { tool: 'look', label: 'Move the picture', Icon: Hand },
  { tool: 'paint', label: 'Paint', Icon: Brush },
  { tool: 'erase', label: 'Erase', Icon: Eraser },
];
const HAIR_TOOLS: readonly ToolRow[] = [
  { tool: 'markHair', label: 'Mark hair', Icon: Scissors },
  { tool: 'markBare', label: 'Mark bare skin', Icon: Sparkle },
];

/**
 * Tools for painting on the scalp, and for correcting what hair the photo is read to show. They work on any coverage;
 * `Only where I paint` starts empty.
 */
export function BrushTools() {
  const { commands } = useApp();
  const setView = useSetView();
  const tool = useAppState((state) => state.tool);
  const brushMm = useAppState((state) => state.brushMm);
  const strokes = useDesignPart((design) => design.strokes.length);
  const [unfolded, unfold] = useState(strokes > 0);
  return (
    <details
      className="group more"
      open={unfolded || tool !== 'look'}
      onToggle={({ currentTarget: { open } }) => {
        unfold(open);
        if (!open) setView({ tool: 'look' });
      }}
    >
      <summary>Brush</summary>
      <ToolButtons label="Pigment" tools={PIGMENT_TOOLS} />
      <ToolButtons label="Existing hair" tools={HAIR_TOOLS} />
      <p className="hint">{BRUSH_HINTS[tool]}</p>
      <SliderRow
        label="Brush width"
        unit="mm"
        {...BRUSH_MM}
        value={brushMm}
        hint="Width of the brush on the skin."
        canReset={brushMm !== BRUSH_MM.initial}
        onInput={(width) => setView({ brushMm: width })}
        onSettle={nothing}
        onReset={() => setView({ brushMm: BRUSH_MM.initial })}
      />
      <button
        type="button"
        className="button small"
        disabled={strokes === 0}
        onClick={() => commands.change((now) => ({ ...now, strokes: [] }))}
      >
        Remove all strokes
      </button>
    </details>
  );
}

function ToolButtons({ label, tools }: { readonly label: string; readonly tools: readonly ToolRow[] }) {
  const setView = useSetView();
  const tool = useAppState((state) => state.tool);
  return (
    <div className="tool-row" role="group" aria-label={`Brush: ${label.toLowerCase()}`}>
      {tools.map(({ tool: each, label: name, Icon }) => (
        <button
          key={each}
          type="button"
          className="button small"
          aria-pressed={tool === each}
          onClick={() => setView({ tool: each })}
        >
          <Icon aria-hidden="true" />
          {name}
        </button>
      ))}
    </div>
  );
}

/** The brush is no part of the design: there is nothing to commit. */
const nothing = (): void => undefined;
