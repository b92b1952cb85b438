interface PairChoiceProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly value: Value;
  readonly nameOf: Readonly<Record<Value, string>>;
  readonly onChoose: (value: Value) => void;
}

/** Buttons in a row, one of them pressed. */
export const PairChoice = <Value extends string>({
  label,
  values,
  value,
  nameOf,
  onChoose,
}: PairChoiceProps<Value>) => (
  <div className="healed-row" role="group" aria-label={label}>
    {values.map((each) => (
      <button key={each} type="button" className="chip" aria-pressed={each === value} onClick={() => onChoose(each)}>
        {nameOf[each]}
      </button>
    ))}
  </div>
);
