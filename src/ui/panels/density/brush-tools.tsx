import { Bandage, Brush, CircleDashed, Eraser, Hand, Scissors, Sparkle } from 'lucide-react';
import { useState } from 'react';
import type { Tool } from '~/store/app-state';
import { useApp, useAppState, useDesignPart, useSetView } from '~/ui/base/app-context';
import { FIRST_VIEW } from '~/ui/base/first-state';
import { Fold } from '~/ui/controls/fold';
import { SliderRow } from '~/ui/controls/slider-row';
import { ToolButtons } from '~/ui/controls/tool-buttons';
import type { ToolRow } from '~/ui/controls/tool-buttons';
import { UNIT_NAMES } from '~/ui/words/setting-words';
import { BRUSH, BRUSH_HINTS } from '~/ui/words/density-words';

const BRUSH_MM = { min: 3, max: 40, step: 1 } as const;
const PERCENT = { min: 0, max: 100, step: 5 } as const;

const PIGMENT_TOOLS: readonly ToolRow[] = [
  { tool: 'look', Icon: Hand },
  { tool: 'paint', Icon: Brush },
  { tool: 'thinOut', Icon: CircleDashed },
  { tool: 'erase', Icon: Eraser },
];
const SKIN_TOOLS: readonly ToolRow[] = [
  { tool: 'scar', Icon: Bandage },
  { tool: 'markHair', Icon: Scissors },
  { tool: 'markBare', Icon: Sparkle },
];

const isBrush = (tool: Tool): boolean =>
  tool !== 'look' && [...PIGMENT_TOOLS, ...SKIN_TOOLS].some((row) => row.tool === tool);

/**
 * Tools for painting on the scalp, for marking scars, and for correcting what hair the photo is read to show. They work on
 * any coverage; `Only where I paint` starts empty.
 */
export function BrushTools() {
  const { commands, store } = useApp();
  const setView = useSetView();
  const tool = useAppState((state) => state.tool);
  const strokes = useDesignPart((design) => design.strokes.length);
  const [unfolded, unfold] = useState(strokes > 0);
  return (
    <Fold
      className="group more"
      name={BRUSH.name}
      open={unfolded || isBrush(tool)}
      onToggle={(open) => {
        unfold(open);
        if (!open && isBrush(store.getState().tool)) setView({ tool: 'look' });
      }}
    >
      <ToolButtons label={BRUSH.pigment} tools={PIGMENT_TOOLS} />
      <ToolButtons label={BRUSH.skin} tools={SKIN_TOOLS} />
      <p className="hint">{BRUSH_HINTS[isBrush(tool) ? tool : 'look']}</p>
      <BrushSlider label={BRUSH.width} name="brushMm" unit={UNIT_NAMES.mm} range={BRUSH_MM} hint={BRUSH.widthHint} />
      <BrushSlider
        label={BRUSH.softness}
        name="brushSoftnessPercent"
        unit={UNIT_NAMES.percent}
        range={PERCENT}
        hint={BRUSH.softnessHint}
      />
      {tool === 'paint' && (
        <BrushSlider
          label={BRUSH.strength}
          name="paintPercent"
          unit={UNIT_NAMES.percent}
          range={PERCENT}
          hint={BRUSH.paintStrengthHint}
        />
      )}
      {tool === 'thinOut' && (
        <BrushSlider
          label={BRUSH.strength}
          name="thinPercent"
          unit={UNIT_NAMES.percent}
          range={PERCENT}
          hint={BRUSH.thinStrengthHint}
        />
      )}
      <button
        type="button"
        className="button small"
        disabled={strokes === 0}
        onClick={() => commands.change((now) => ({ ...now, strokes: [] }))}
      >
        {BRUSH.removeAll}
      </button>
    </Fold>
  );
}

interface BrushSliderProps {
  readonly label: string;
  readonly name: 'brushMm' | 'brushSoftnessPercent' | 'paintPercent' | 'thinPercent';
  readonly unit: string;
  readonly range: { readonly min: number; readonly max: number; readonly step: number };
  readonly hint: string;
}

function BrushSlider({ label, name, unit, range, hint }: BrushSliderProps) {
  const setView = useSetView();
  const value = useAppState((state) => state[name]);
  return (
    <SliderRow
      {...{ label, unit, hint, value, ...range }}
      canReset={value !== FIRST_VIEW[name]}
      onInput={(next) => setView({ [name]: next })}
      onSettle={nothing}
      onReset={() => setView({ [name]: FIRST_VIEW[name] })}
    />
  );
}

/** The brush is no part of the design: there is nothing to commit. */
const nothing = (): void => undefined;
