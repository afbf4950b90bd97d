import { Check, Copy } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { t } from '../../i18n/share.ts';

interface Props {
  readonly label: string;
  /** What the button does. */
  readonly action: string;
  /** On the button, where that is shorter. */
  readonly short?: string;
  readonly text: string;
  /** Several lines; else it is one. */
  readonly rows?: number;
  readonly primary?: boolean;
}

/** Milliseconds for which it says that something was copied. */
const saidMs = 2500;

/** A text to be copied: by its button, or, where the page may not, by hand from the field, which is selected then. */
export function Copied({ label, action, short, text, rows = 1, primary = false }: Props) {
  const [state, setState] = useState<{ readonly kind: 'copied' | 'blocked'; readonly text: string } | null>(
    null,
  );
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const id = useId();
  // What was said is of that text.
  const said = state?.text === text ? state.kind : null;
  useEffect(() => {
    if (state?.kind !== 'copied') return;
    const timer = setTimeout(() => setState(null), saidMs);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setState({ kind: 'copied', text });
    } catch {
      field.current?.focus();
      field.current?.select();
      setState({ kind: 'blocked', text });
    }
  };
  const shared = {
    id,
    ref: field,
    readOnly: true,
    value: text,
    spellCheck: false,
    onFocus: () => field.current?.select(),
  } as const;
  return (
    <div className="copied">
      <label htmlFor={id}>{label}</label>
      <div className="copied-row">
        {rows === 1 ? <input type="text" {...shared} /> : <textarea {...shared} rows={rows} />}
        <button
          type="button"
          className={primary ? 'primary' : ''}
          aria-label={action}
          onClick={() => void copy()}
        >
          {said === 'copied' ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          {short ?? action}
        </button>
      </div>
      <p className="note" role="status">
        {said === null ? '' : t(`share.${said}`)}
      </p>
    </div>
  );
}
