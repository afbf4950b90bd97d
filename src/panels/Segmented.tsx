import { useId } from 'react';

interface Props<Choice extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: Choice; readonly text: string }[];
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
  /** The label is read out but not shown. */
  readonly quiet?: boolean;
}

/** One of a few, all in sight: radio buttons drawn as a row. */
export function Segmented<Choice extends string>({ label, choices, value, onChange, quiet }: Props<Choice>) {
  const name = useId();
  return (
    <fieldset className="segmented">
      <legend className={quiet ? 'unseen' : undefined}>{label}</legend>
      <div className="segments">
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
