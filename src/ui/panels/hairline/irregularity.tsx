import { Shuffle } from 'lucide-react';
import { MOST_SHUFFLES } from '~/model/design/choices';
import { useApp, useDesignPart } from '~/ui/base/app-context';
import { SettingSlider } from '~/ui/controls/setting-slider';

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
    <details className="group more">
      <summary>Irregularity</summary>
      <p className="hint">
        Grown hairlines are never even. All of this follows the edge style until you change it; Shuffle deals another
        line of the same kind.
      </p>
      <button
        type="button"
        className="button small"
        onClick={() =>
          commands.change((now) => ({ ...now, edgeShuffles: Math.min(MOST_SHUFFLES, now.edgeShuffles + 1) }))
        }
      >
        <Shuffle aria-hidden="true" />
        Shuffle
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
        Follow the edge style again
      </button>
    </details>
  );
}
