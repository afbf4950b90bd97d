import { lazy, Suspense, useState } from 'react';
import { t } from '../i18n/t.ts';
import { useRepeats } from '../store/hooks.ts';

const Contents = lazy(() => import('./RepeatsContents.tsx'));

/** All repeats: how each stands, how far it is from the mean, and which attempts were thrown away. */
export function RepeatsReport() {
  const [open, setOpen] = useState(false);
  const count = useRepeats(({ members }) => members.length);
  const done = useRepeats((repeats) => repeats.done);
  const thrown = useRepeats(({ discarded }) => discarded.length);
  if (count < 2) return null;
  return (
    <details className="run-details repeats" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {thrown > 0
          ? t('repeats.summaryThrown', { done, count, thrown })
          : t('repeats.summary', { done, count })}
      </summary>
      {open && (
        <Suspense>
          <Contents />
        </Suspense>
      )}
    </details>
  );
}
