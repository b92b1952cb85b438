import { useState } from 'react';
import { clamp } from '~/model/maths/numbers';
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
}

/** The exact value, to type. What is being typed is taken over on Enter or when the field is left. */
export function NumberField({ label, text, unit, value, min, max, step, onSettle }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const settle = (): void => {
    if (typed === null) return;
    setTyped(null);
    const wanted = Number(typed.replace(',', '.'));
    if (typed.trim() === '' || !Number.isFinite(wanted)) return;
    const limited = clamp(wanted, min, max);
    if (limited !== value) onSettle(limited);
  };
  return (
    <span className="number-field">
      <input
        type="number"
        inputMode="decimal"
        aria-label={exactName(label)}
        min={min}
        max={max}
        step={step}
        value={typed ?? text}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
      <span className="unit" aria-hidden="true">
        {unit}
      </span>
    </span>
  );
}
