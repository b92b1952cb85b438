import { useCallback } from 'react';
import type { ZoneShare } from '~/model/design/design';
import { ZONE_PERCENTS } from '~/model/design/choices';
import type { ZoneTotals } from '~/model/measure/treatment-totals';
import { useApp } from '~/ui/base/app-context';
import type { ChoiceText } from '~/ui/words/choice-words';
import { SliderRow } from '~/ui/controls/slider-row';
import { zoneDensityName, zoneStrengthName, zoneTotals } from '~/ui/words/density-words';
import { UNIT_NAMES } from '~/ui/words/setting-words';

interface ZoneRowProps {
  readonly text: ChoiceText;
  readonly share: ZoneShare;
  /** What a new design has here. */
  readonly atFirst: ZoneShare;
  /** Most density that it can have, %. */
  readonly mostPercent: number;
  /** null until they are known. */
  readonly totals: ZoneTotals | null;
  /** Dots of the whole treatment. */
  readonly allDots: number;
  /** Whether the zone is to be shown on the picture. */
  readonly onShow: (shown: boolean) => void;
  readonly onDensity: (percent: number) => void;
  readonly onStrength: (percent: number) => void;
}

/** What a zone comes to, in words. */
function totalsInWords({ dots, areaCm2 }: ZoneTotals, allDots: number): string {
  const percent = allDots === 0 ? 0 : Math.round((100 * dots) / allDots);
  return zoneTotals(dots, percent, areaCm2);
}

/** One zone of the scalp. While it is pointed at, or reached by keyboard, it is shown on the picture. */
export function ZoneRow(props: ZoneRowProps) {
  const { text, share, atFirst, mostPercent, totals, allDots, onShow, onDensity, onStrength } = props;
  const { commands } = useApp();
  const settle = useCallback(() => commands.commit(), [commands]);
  return (
    <section
      className="zone-row"
      aria-label={text.name}
      // Not on entering: a row that only scrolls under a resting pointer is not pointed at.
      onPointerMove={() => onShow(true)}
      onPointerLeave={() => onShow(false)}
      onFocus={({ target }) => {
        if (target.matches(':focus-visible')) onShow(true);
      }}
      onBlur={() => onShow(false)}
    >
      <h3>{text.name}</h3>
      <p className="hint">
        <span>{text.hint}</span>
        {totals !== null && <output>{totalsInWords(totals, allDots)}</output>}
      </p>
      <SliderRow
        label={zoneDensityName(text.name)}
        unit={UNIT_NAMES.percent}
        {...ZONE_PERCENTS.density}
        max={mostPercent}
        value={Math.min(mostPercent, share.densityPercent)}
        canReset={share.densityPercent !== atFirst.densityPercent}
        onInput={onDensity}
        onSettle={settle}
        onReset={() => {
          onDensity(atFirst.densityPercent);
          settle();
        }}
      />
      <SliderRow
        label={zoneStrengthName(text.name)}
        unit={UNIT_NAMES.percent}
        {...ZONE_PERCENTS.strength}
        value={share.strengthPercent}
        canReset={share.strengthPercent !== atFirst.strengthPercent}
        onInput={onStrength}
        onSettle={settle}
        onReset={() => {
          onStrength(atFirst.strengthPercent);
          settle();
        }}
      />
    </section>
  );
}
