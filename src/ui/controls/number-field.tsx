import type { RefObject } from 'react';
import { clamp } from '~/model/maths/numbers';
import { useTyped } from '~/ui/base/use-typed';
import { exactName } from '~/ui/words/control-words';

interface NumberFieldProps {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number | 'any';
  readonly value: number;
  readonly text: string;
  readonly unit: string;
  readonly onSettle: (value: number) => void;
  readonly field?: RefObject<HTMLInputElement | null>;
  /** Where it is reached from a slider, it is no stop of its own, and leads back there on Enter and Escape. */
  readonly tabIndex?: -1;
  readonly onLeave?: () => void;
}

/** The exact value, to type. What is being typed is taken over on Enter or when the field is left. */
export function NumberField(props: NumberFieldProps) {
  const { label, text, unit, value, min, max, step, onSettle, field, tabIndex, onLeave } = props;
  const { field: typing } = useTyped(
    text,
    (typed) => {
      const wanted = Number(typed.replace(',', '.'));
      if (typed.trim() === '' || !Number.isFinite(wanted)) return;
      const limited = clamp(wanted, min, max);
      if (limited !== value) onSettle(limited);
    },
    onLeave,
  );
  return (
    <span className="number-field">
      <input
        ref={field}
        tabIndex={tabIndex}
        type="number"
        inputMode={step !== 'any' && Number.isInteger(step) && min >= 0 ? 'numeric' : 'decimal'}
        enterKeyHint="done"
        aria-label={exactName(label)}
        min={min}
        max={max}
        step={step}
        {...typing}
      />
      <span className="unit" aria-hidden="true">
        {unit}
      </span>
    </span>
  );
}
