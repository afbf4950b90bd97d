import { useState, type ReactNode } from 'react';
import { t } from '../i18n/t.ts';
import { useRun } from '../store/hooks.ts';

const most = 48;

/** At most 48 of `length` measurements, evenly, with the first and the last. */
export function thinnedRows(length: number): number[] {
  if (length <= most) return Array.from({ length }, (_, index) => index);
  return Array.from({ length: most }, (_, i) => Math.round((i * (length - 1)) / (most - 1)));
}

/** Tables behind a fold: nothing is built until it is opened. */
export function TableFold({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="table-fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('table.title')}</summary>
      {open && children}
    </details>
  );
}

interface Props {
  /** What the table holds, for its region. */
  readonly label: string;
  readonly children: ReactNode;
}

/** One table, which scrolls by itself; while training goes on it grows in leaps. */
export function Numbers({ label, children }: Props) {
  const version = useRun((run) => `${run.id} ${run.status} ${Math.floor(run.measurements / 100)}`);
  return (
    <div className="table-scroll" key={version} tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}
