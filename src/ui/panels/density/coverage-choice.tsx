import { COVERAGES } from '~/model/design/choices';
import { useApp, useDesignPart, useSetView } from '~/ui/base/app-context';
import { useFirstChoice } from '~/ui/base/use-first-choice';
import { ChoiceGroup } from '~/ui/controls/choice-group';
import { SettingSlider } from '~/ui/controls/setting-slider';
import { COVERAGE_TEXTS } from '~/ui/words/choice-words';
import { COVERAGE_REASONS, DENSITY } from '~/ui/words/density-words';

/** What of the scalp is treated. */
export function CoverageChoice() {
  const { commands } = useApp();
  const setView = useSetView();
  const first = useFirstChoice();
  const coverage = useDesignPart((design) => design.coverage);
  return (
    <>
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
    </>
  );
}
