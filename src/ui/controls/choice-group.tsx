import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import type { ChoiceText } from '~/ui/words/choice-words';
import { CONTROLS, resetName } from '~/ui/words/control-words';

interface ChoiceGroupProps<Value extends string | number> {
  readonly label: string;
  readonly values: readonly Value[];
  /** null: none of them is in force. */
  readonly value: Value | null;
  readonly textOf: (value: Value) => ChoiceText;
  readonly pictureOf?: (value: Value) => ReactNode;
  /** How many options stand beside each other. */
  readonly columns: number;
  /** What is to be known first, in place of the sentence of the chosen one. */
  readonly note?: string | null;
  /** The value reset leads to; without one there is no reset. */
  readonly first?: Value;
  readonly onChoose: (value: Value) => void;
}

/** Native radio buttons drawn as cards. The sentence of the chosen one is shown; all are there for a screen reader. */
export function ChoiceGroup<Value extends string | number>(props: ChoiceGroupProps<Value>) {
  const { label, values, value, textOf, pictureOf, columns, note = null, first, onChoose } = props;
  const id = useId();
  return (
    <div className="choice-block">
      <fieldset className="choices" role="radiogroup" aria-labelledby={`${id}-legend`}>
        <legend id={`${id}-legend`}>{label}</legend>
        <div className="choice-cards" style={{ '--columns': columns }}>
          {values.map((option) => (
            <label key={option} className="choice">
              <input
                type="radio"
                name={id}
                checked={option === value}
                aria-describedby={`${id}-${option}`}
                onChange={() => onChoose(option)}
              />
              {pictureOf !== undefined && <span className="choice-picture">{pictureOf(option)}</span>}
              <span>{textOf(option).name}</span>
            </label>
          ))}
        </div>
        {note !== null && <p className="advice">{note}</p>}
        {values.map((option) => (
          <p key={option} id={`${id}-${option}`} className="hint" hidden={option !== value || note !== null}>
            {textOf(option).hint}
          </p>
        ))}
      </fieldset>
      {first !== undefined && (
        <button
          type="button"
          className="icon-button reset"
          aria-label={resetName(label)}
          title={CONTROLS.reset}
          disabled={value === first}
          onClick={() => onChoose(first)}
        >
          <RotateCcw aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
