import type { ReactNode } from 'react';

/** A line of a form: its name, and what belongs to it at the right. */
export function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="row">
      <span aria-hidden="true">{label}</span>
      <span className="row-end">{children}</span>
    </div>
  );
}
