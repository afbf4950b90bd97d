import { lazy, Suspense, useState } from 'react';
import { t } from '../i18n/t.ts';
import { usePreset } from './usePreset.ts';

const Contents = lazy(() => import('./PhasesContents.tsx'));

/** Fitting and compression of each layer, over the repeats that are done. Computed when it is opened. */
export function Phases() {
  const [open, setOpen] = useState(false);
  // A preset's card has the verdicts already.
  const preset = usePreset();
  if (preset) return null;
  return (
    <details className="phases" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('phases.title')}</summary>
      {open && (
        <Suspense>
          <Contents />
        </Suspense>
      )}
    </details>
  );
}
