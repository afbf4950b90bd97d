import { Table2 } from 'lucide-react';
import { Suspense, useRef, useState } from 'react';
import { t } from '../i18n/t.ts';
import { lazyPanel } from './lazyPanel.ts';
import { useDismiss } from './useDismiss.ts';

const ComparisonTable = lazyPanel(() => import('./ComparisonTable.tsx'));

/** Several rulers laid over the same run, side by side, behind a button. Loaded when it is opened. */
export function RulerComparison() {
  const note = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  useDismiss(note);
  return (
    <details ref={note} className="what comparison" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary title={t('ruler.compare')}>
        <Table2 aria-hidden="true" /> <span className="words">{t('ruler.compare')}</span>
      </summary>
      <div className="what-text">
        {open && (
          <Suspense>
            <ComparisonTable />
          </Suspense>
        )}
      </div>
    </details>
  );
}
