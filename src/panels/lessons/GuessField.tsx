import { useId, useState } from 'react';
import { decimals } from '../../i18n/t.ts';
import { l } from '../../i18n/lessons.ts';
import { MathText } from './mathml.tsx';

interface Props {
  readonly label: string;
  readonly least: number;
  readonly most: number;
  /** Beside the bounds. */
  readonly note?: string;
  readonly value: number | null;
  /** Null: what stands there is no number within the bounds. */
  readonly onChange: (value: number | null) => void;
  /** Label and bounds are read out only: they stand elsewhere. */
  readonly bare?: boolean;
}

/** A number within bounds, to be typed; what is none is said, and counts as nothing said. */
export function GuessField({ label, least, most, note = '', value, onChange, bare = false }: Props) {
  const [text, setText] = useState<string | null>(null);
  const id = useId();
  const read = (typed: string): number | null => {
    const number = numberIn(typed, most);
    return number >= least && number <= most ? number : null;
  };
  const isBad = text !== null && text.trim() !== '' && read(text) === null;
  const bounds = { least: decimals(least, 0), most: decimals(most, 0) };
  return (
    <div className="lesson-number" data-bare={bare}>
      <label htmlFor={id} className={bare ? 'unseen' : undefined}>
        <MathText text={label} />
      </label>
      <input
        id={id}
        className="number"
        aria-label={label} // As plain text: of a formula in a label each sign would be a word.
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={isBad}
        aria-describedby={`${id}-bounds`}
        value={text ?? (value === null ? '' : String(value))}
        onChange={(event) => {
          setText(event.target.value);
          onChange(read(event.target.value));
        }}
        onBlur={() => {
          if (!isBad) setText(null);
        }}
      />
      <span id={`${id}-bounds`} className={isBad ? 'bad' : bare ? 'unseen' : 'muted'}>
        {isBad ? l('notNumber', { text, ...bounds }) : `${l('allowed', bounds)} ${note}`.trim()}
      </span>
    </div>
  );
}

/** What is typed as a number, NaN for none. A comma is a decimal one, but before thousands where so many are allowed. */
function numberIn(typed: string, most: number): number {
  const text = typed.trim();
  if (text === '') return NaN;
  const grouped = most >= 1000 && /^\d{1,3}(,\d{3})+$/.test(text);
  return Number(grouped ? text.replaceAll(',', '') : text.replace(',', '.'));
}
