import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId, useRef } from 'react';
import { CONTROLS, resetName } from '~/ui/words/control-words';
import { NumberField } from './number-field';
import { RangeInput } from './range-input';

interface SliderRowProps {
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly hint?: string;
  /** False where the value is already what reset would make it. */
  readonly canReset: boolean;
  readonly marks?: ReactNode;
  readonly onInput: (value: number) => void;
  readonly onSettle: () => void;
  readonly onReset: () => void;
}

const decimalsOf = (step: number): number => (Number.isInteger(step) ? 0 : (String(step).split('.')[1]?.length ?? 0));

/**
 * One setting: name, exact value, way back, slider, and a sentence on what it does. One stop for Tab, the slider: Enter leads to
 * the exact value and back, Delete to the first one.
 */
export function SliderRow(props: SliderRowProps) {
  const { label, unit, min, max, step, value, hint, canReset, marks, onInput, onSettle, onReset } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const slider = useRef<HTMLDivElement>(null);
  const text = value.toFixed(decimalsOf(step));
  return (
    <div className="slider-row" ref={slider}>
      <div className="slider-head">
        <label htmlFor={id}>{label}</label>
        <NumberField
          {...{ label, min, max, step, value, text, unit, field }}
          tabIndex={-1}
          onLeave={() => slider.current?.querySelector<HTMLElement>('.range')?.focus()}
          onSettle={(exact) => {
            onInput(exact);
            onSettle();
          }}
        />
        <button
          type="button"
          className="icon-button reset"
          tabIndex={-1}
          aria-label={resetName(label)}
          title={CONTROLS.reset}
          disabled={!canReset}
          onClick={onReset}
        >
          <RotateCcw aria-hidden="true" />
        </button>
      </div>
      <RangeInput
        {...{ id, min, max, step, value, onInput, onSettle }}
        onReset={canReset ? onReset : undefined}
        onType={() => field.current?.select()}
        valueText={unit === '' ? text : `${text} ${unit}`}
        describedBy={hint === undefined ? undefined : `${id}-hint`}
      />
      {marks}
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
