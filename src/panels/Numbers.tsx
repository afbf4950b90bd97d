import type { ReactNode } from 'react';
import { useRun } from '../store/hooks.ts';

const most = 48;

/** At most 48 of `length` measurements, evenly, with the first and the last. */
export function thinnedRows(length: number): number[] {
  if (length <= most) return Array.from({ length }, (_, index) => index);
  return Array.from({ length: most }, (_, i) => Math.round((i * (length - 1)) / (most - 1)));
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
