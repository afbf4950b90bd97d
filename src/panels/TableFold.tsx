import { useState, type ReactNode } from 'react';
import { t } from '../i18n/t.ts';

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
