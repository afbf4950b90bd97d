import { Suspense, useState, type ComponentType } from 'react';

interface Props {
  readonly className: string;
  readonly title: string;
  /** What is inside; lazily loaded, and built when it is opened. */
  readonly contents: ComponentType;
}

/** A fold whose contents load when it is opened. */
export function LazyFold({ className, title, contents: Contents }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className={className} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && (
        <Suspense>
          <Contents />
        </Suspense>
      )}
    </details>
  );
}
