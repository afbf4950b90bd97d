import { useState } from 'react';
import { c } from '../i18n/compare.ts';
import { useCompare } from '../store/hooks.ts';
import { ComparedRuns } from './ComparedRuns.tsx';
import { Differences } from './Differences.tsx';
import { OpenSecond } from './OpenSecond.tsx';

/** All of the comparison: which run it is, how to take another one, and what differs. */
export default function CompareContents() {
  const other = useCompare((state) => state.other);
  // It stays as it is when a run comes: what was said of a link is read afterwards.
  const [open, setOpen] = useState(other === null);
  return (
    <div className="compare-contents">
      <ComparedRuns />
      <details className="second-run" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{c('openTitle')}</summary>
        <OpenSecond />
      </details>
      {other && <Differences other={other} />}
    </div>
  );
}
