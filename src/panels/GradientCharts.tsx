import { lazy, Suspense, useState } from 'react';
import { t } from '../i18n/t.ts';

const Contents = lazy(() => import('./GradientContents.tsx'));

/** How each layer's gradients and weights go. Built when it is opened. */
export function GradientCharts() {
  const [open, setOpen] = useState(false);
  return (
    <details className="ranges" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('gradients.title')}</summary>
      {open && (
        <Suspense>
          <Contents />
        </Suspense>
      )}
    </details>
  );
}
