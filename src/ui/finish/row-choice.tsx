import { useId } from 'react';

interface RowChoiceProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly value: Value;
  readonly nameOf: Readonly<Record<Value, string>>;
  readonly onChoose: (value: Value) => void;
}

/** A choice of a few short names, in one row with what it is about. */
export function RowChoice<Value extends string>({ label, values, value, nameOf, onChoose }: RowChoiceProps<Value>) {
  const id = useId();
  return (
    <fieldset className="finish-format" role="radiogroup" aria-labelledby={`${id}-legend`}>
      <legend id={`${id}-legend`}>{label}</legend>
      {values.map((each) => (
        <label key={each}>
          <input type="radio" name={id} checked={each === value} onChange={() => onChoose(each)} />
          <span>{nameOf[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}
