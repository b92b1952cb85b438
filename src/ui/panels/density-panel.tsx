import { Brush, Eraser, Hand } from 'lucide-react';
import type { Tool } from '~/store/app-state';
import { COVERAGES } from '~/model/params';
import { useApp, useAppState, useDesignPart, useOverlay, useSetView } from '~/ui/app-context';
import { COVERAGE_TEXTS } from '~/ui/choices';
import { ChoiceGroup } from '~/ui/controls/choice-group';
import { SettingSlider } from '~/ui/controls/setting-slider';
import { SliderRow } from '~/ui/controls/slider-row';
import { FIRST_DESIGN } from './first-design';

const BRUSH_MM = { min: 3, max: 40, step: 1, initial: 15 } as const;

const TOOLS: readonly { readonly tool: Tool; readonly label: string; readonly Icon: typeof Brush }[] = [
  { tool: 'look', label: 'Move the picture', Icon: Hand },
  { tool: 'paint', label: 'Paint', Icon: Brush },
  { tool: 'erase', label: 'Erase', Icon: Eraser },
];

export function DensityPanel() {
  const { commands } = useApp();
  const setView = useSetView();
  const coverage = useDesignPart((design) => design.coverage);
  const brushUsed = useDesignPart((design) => design.coverage === 'painted' || design.strokes.length > 0);
  const totals = useOverlay((overlay) => overlay?.totals ?? null);
  return (
    <>
      <SettingSlider name="densityPerCm2" />
      <ChoiceGroup
        label="Coverage"
        values={COVERAGES}
        value={coverage}
        first={FIRST_DESIGN.coverage}
        textOf={(each) => COVERAGE_TEXTS[each]}
        columns={1}
        onChoose={(chosen) => {
          commands.change((now) => ({ ...now, coverage: chosen }));
          setView({ tool: chosen === 'painted' ? 'paint' : 'look' });
        }}
      />
      {brushUsed && <BrushTools />}
      {totals !== null && (
        <dl className="totals">
          <div>
            <dt>Dots, whole treatment</dt>
            <dd>about {(Math.round(totals.dots / 100) * 100).toLocaleString('en')}</dd>
          </div>
          <div>
            <dt>Treated skin</dt>
            <dd>about {Math.round(totals.treatedCm2).toLocaleString('en')} cm²</dd>
          </div>
        </dl>
      )}
    </>
  );
}

/** Tools for painting on the scalp. They work on any coverage; `Only where I paint` starts empty. */
function BrushTools() {
  const { commands } = useApp();
  const setView = useSetView();
  const tool = useAppState((state) => state.tool);
  const brushMm = useAppState((state) => state.brushMm);
  const strokes = useDesignPart((design) => design.strokes.length);
  return (
    <div className="group">
      <div className="tool-row" role="group" aria-label="Brush">
        {TOOLS.map(({ tool: each, label, Icon }) => (
          <button
            key={each}
            type="button"
            className="button small"
            aria-pressed={tool === each}
            onClick={() => setView({ tool: each })}
          >
            <Icon aria-hidden="true" />
            {label}
          </button>
        ))}
      </div>
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
    </div>
  );
}

/** The brush is no part of the design: there is nothing to commit. */
const nothing = (): void => undefined;
