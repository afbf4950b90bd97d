import { lazy, Suspense, useState } from 'react';
import { t } from '../i18n/t.ts';

const Contents = lazy(() => import('./RangeContents.tsx'));

/** How the quantizer settles: each layer's range, and how many of its levels are in use. Built when it is opened. */
export function RangeCharts() {
  const [open, setOpen] = useState(false);
  return (
    <details className="ranges" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('ranges.title')}</summary>
      {open && (
        <Suspense>
          <Contents />
        </Suspense>
      )}
    </details>
  );
}
