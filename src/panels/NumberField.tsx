import { useState } from 'react';
import { formatDecimal } from '../core/experiment/decimal.ts';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Only whole numbers. */
  readonly whole?: boolean;
  /** Gets numbers within the bounds while they are typed, and any number at the end: it may clamp and say so. */
  readonly onChange: (value: number) => void;
  /** Gets what was typed and is no number. */
  readonly onReject: (text: string) => void;
  readonly className?: string;
}

/** A number to type. What is typed stays as it is until the field is left; only then it is put right. */
export function NumberField({ label, value, min, max, whole = false, onChange, onReject, className }: Props) {
  const [draft, setDraft] = useState<string | null>(null);

  const type = (text: string): void => {
    setDraft(text);
    const typed = read(text);
    if (typed !== null && typed >= min && typed <= max && (!whole || Number.isInteger(typed)))
      onChange(typed);
  };
  const leave = (): void => {
    setDraft(null);
    if (draft === null) return;
    const typed = read(draft);
    if (typed === null) onReject(draft);
    else if (typed !== value) onChange(typed);
  };
  const nudge = (by: number): void => {
    setDraft(null);
    onChange(Math.min(max, Math.max(min, value + by)));
  };

  return (
    <input
      className={className ? `number ${className}` : 'number'}
      type="text"
      inputMode={whole ? 'numeric' : 'decimal'}
      autoComplete="off"
      aria-label={label}
      value={draft ?? formatDecimal(value)}
      onChange={(event) => type(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
        else if (event.key === 'Escape') setDraft(null);
        else if (whole && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
          event.preventDefault();
          nudge(event.key === 'ArrowUp' ? 1 : -1);
        }
      }}
    />
  );
}

/** A number in plain notation, or with an exponent, as people type a learning rate; null if it is none. */
function read(text: string): number | null {
  const plain = text.trim().replace(/,(?=\d{3}(\D|$))/g, '');
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : null;
}
