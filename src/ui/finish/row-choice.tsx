import { useId } from 'react';

interface RowChoiceProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly value: Value;
  readonly nameOf: Readonly<Record<Value, string>>;
  readonly onChoose: (value: Value) => void;
  /** What the one that is chosen is for. */
  readonly hint?: string;
}

/** A choice of a few short names, in one row with what it is about. */
export function RowChoice<Value extends string>({
  label,
  values,
  value,
  nameOf,
  onChoose,
  hint,
}: RowChoiceProps<Value>) {
  const id = useId();
  return (
    <fieldset
      className="finish-format"
      role="radiogroup"
      aria-labelledby={`${id}-legend`}
      {...(hint !== undefined && { 'aria-describedby': `${id}-hint` })}
    >
      <legend id={`${id}-legend`}>{label}</legend>
      {values.map((each) => (
        <label key={each}>
          <input type="radio" name={id} checked={each === value} onChange={() => onChoose(each)} />
          <span>{nameOf[each]}</span>
        </label>
      ))}
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
