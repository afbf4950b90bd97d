interface Props<Choice extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: Choice; readonly text: string }[];
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
  readonly className?: string;
  readonly id?: string;
}

/** One of many: a native select. */
export function SelectField<Choice extends string>(props: Props<Choice>) {
  const { label, choices, value, onChange, className, id } = props;
  return (
    <select
      id={id}
      className={className}
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => {
        const choice = choices.find((candidate) => candidate.value === event.target.value);
        if (choice) onChange(choice.value);
      }}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.text}
        </option>
      ))}
    </select>
  );
}
