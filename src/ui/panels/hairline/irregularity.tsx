import { Shuffle } from 'lucide-react';
import { MOST_SHUFFLES } from '~/model/design/choices';
import { useApp, useDesignPart } from '~/ui/base/app-context';
import { Fold } from '~/ui/controls/fold';
import { SettingSlider } from '~/ui/controls/setting-slider';
import { IRREGULARITY } from '~/ui/words/hairline-words';

const SETTINGS_OF_IT = [
  'macroIrregularityMm',
  'macroPeriodMm',
  'microIrregularityMm',
  'microPeriodMm',
  'strayDotsPerCm',
  'frontalTuftPercent',
] as const;

/** What keeps the line from looking drawn: each part of it by itself, and the whole of it dealt anew. */
export function Irregularity() {
  const { commands } = useApp();
  const changed = useDesignPart((design) => SETTINGS_OF_IT.some((name) => design[name] !== null));
  return (
    <Fold className="group more" name={IRREGULARITY.name}>
      <p className="hint">{IRREGULARITY.hint}</p>
      <button
        type="button"
        className="button small"
        onClick={() =>
          commands.change((now) => ({ ...now, edgeShuffles: Math.min(MOST_SHUFFLES, now.edgeShuffles + 1) }))
        }
      >
        <Shuffle aria-hidden="true" />
        {IRREGULARITY.shuffle}
      </button>
      {SETTINGS_OF_IT.map((name) => (
        <SettingSlider key={name} name={name} />
      ))}
      <button
        type="button"
        className="button small"
        disabled={!changed}
        onClick={() =>
          commands.change((now) => ({ ...now, ...Object.fromEntries(SETTINGS_OF_IT.map((name) => [name, null])) }))
        }
      >
        {IRREGULARITY.follow}
      </button>
    </Fold>
  );
}
