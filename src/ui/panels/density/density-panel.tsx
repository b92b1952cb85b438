import { COVERAGES } from '~/model/design/choices';
import { useApp, useAppState, useDesignPart, useFacts, useSetView } from '~/ui/base/app-context';
import { useFirstChoice } from '~/ui/base/use-first-choice';
import { ChoiceGroup } from '~/ui/controls/choice-group';
import { SettingSlider } from '~/ui/controls/setting-slider';
import { Switch } from '~/ui/controls/switch';
import { COVERAGE_TEXTS } from '~/ui/words/choice-words';
import { aboutCm2, aboutDots, COVERAGE_REASONS, DENSITY, TOTALS_NOTE } from '~/ui/words/density-words';
import { BrushTools } from './brush-tools';
import { Zones } from './zones';

export function DensityPanel() {
  const { commands } = useApp();
  const setView = useSetView();
  const first = useFirstChoice();
  const coverage = useDesignPart((design) => design.coverage);
  const showHair = useAppState((state) => state.showHair);
  const totals = useFacts((facts) => facts?.totals() ?? null);
  return (
    <>
      <SettingSlider name="densityPerCm2" />
      <ChoiceGroup
        label={DENSITY.coverage}
        values={COVERAGES}
        value={coverage}
        first={first.coverage}
        textOf={(each) => COVERAGE_TEXTS[each]}
        columns={1}
        onChoose={(chosen) => {
          commands.change((now) => ({ ...now, coverage: chosen }));
          setView({ tool: chosen === 'painted' ? 'paint' : 'look' });
        }}
      />
      {coverage === first.coverage && COVERAGE_REASONS[coverage] !== null && (
        <p className="hint">{COVERAGE_REASONS[coverage]}</p>
      )}
      {coverage === 'partLine' && <SettingSlider name="partingWidthMm" />}
      <Zones />
      <BrushTools />
      <Switch
        label={DENSITY.showHair}
        on={showHair}
        hint={DENSITY.showHairHint}
        onChange={(on) => setView({ showHair: on })}
      />
      {totals !== null && (
        <>
          <dl className="totals">
            <div>
              <dt>{DENSITY.allDots}</dt>
              <dd>{aboutDots(totals.dots)}</dd>
            </div>
            <div>
              <dt>{DENSITY.treatedSkin}</dt>
              <dd>{aboutCm2(totals.areaCm2)}</dd>
            </div>
          </dl>
          <p className="hint">{TOTALS_NOTE}</p>
        </>
      )}
    </>
  );
}
