import { lazy, Suspense, useState } from 'react';
import { t } from '../i18n/t.ts';

const Contents = lazy(() => import('./MapsContents.tsx'));

/** Which inputs share a code in each layer, as pictures. Built when it is opened. */
export function Maps() {
  const [open, setOpen] = useState(false);
  return (
    <details className="maps" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('maps.title')}</summary>
      {open && (
        <Suspense>
          <Contents />
        </Suspense>
      )}
    </details>
  );
}
