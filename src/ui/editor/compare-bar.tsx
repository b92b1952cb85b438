import { Columns2, Eye, RotateCcw } from 'lucide-react';
import { useId } from 'react';
import { SETTINGS } from '~/model/design/settings';
import { useAppState, useSetView } from '~/ui/base/app-context';
import { RangeInput } from '~/ui/controls/range-input';
import { CONTROLS, resetName } from '~/ui/words/control-words';
import { COMPARE, dividerInWords } from '~/ui/words/editor-words';
import { SETTING_LABELS } from '~/ui/words/setting-words';

const label = SETTING_LABELS.beforeAfterPercent;
const { min, max, step, initial } = SETTINGS.beforeAfterPercent;

/** Where Compare puts the divider. */
const MIDDLE = 50;

/**
 * Before and after: the divider, and press-and-hold for the bare photo. One stop for Tab, the slider: Enter compares, Delete leads
 * back, and the key B holds.
 */
export function CompareBar() {
  const setView = useSetView();
  const wipe = useAppState((state) => state.wipePercent);
  const holding = useAppState((state) => state.holdingBefore);
  const id = useId();
  const hold = (held: boolean): void => setView({ holdingBefore: held });
  const compare = (): void => setView({ wipePercent: wipe > 0 ? 0 : MIDDLE });
  return (
    <div className="compare-bar" role="group" aria-label={COMPARE.name} data-own-gesture="">
      <button
        type="button"
        tabIndex={-1}
        className="bar-button"
        aria-label={COMPARE.compare}
        aria-pressed={wipe > 0}
        onClick={compare}
      >
        <Columns2 aria-hidden="true" />
        <span>{COMPARE.compare}</span>
      </button>
      <div className="compare-slider">
        <label htmlFor={id}>{label}</label>
        <RangeInput
          {...{ id, min, max, step }}
          value={wipe}
          valueText={dividerInWords(wipe)}
          onInput={(wipePercent) => setView({ wipePercent })}
          onSettle={nothing}
          onType={compare}
          onReset={() => setView({ wipePercent: initial })}
        />
        <button
          type="button"
          tabIndex={-1}
          className="icon-button reset"
          aria-label={resetName(label)}
          title={CONTROLS.reset}
          disabled={wipe === initial}
          onClick={() => setView({ wipePercent: initial })}
        >
          <RotateCcw aria-hidden="true" />
        </button>
      </div>
      <button
        type="button"
        tabIndex={-1}
        className="bar-button hold-button"
        aria-label={COMPARE.hold}
        title={COMPARE.holdTip}
        aria-pressed={holding}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          hold(true);
        }}
        onPointerUp={() => hold(false)}
        onPointerCancel={() => hold(false)}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key === ' ' || event.key === 'Enter') hold(true);
        }}
        onKeyUp={() => hold(false)}
        onBlur={() => hold(false)}
      >
        <Eye aria-hidden="true" />
        <span>{COMPARE.hold}</span>
      </button>
    </div>
  );
}

/** The divider is no part of the design: there is nothing to commit. */
const nothing = (): void => undefined;
