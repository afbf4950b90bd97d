import { startTransition, useEffect, useState } from 'react';
import type * as parts from './behind.ts';

type Behind = typeof parts;

let arriving: Promise<Behind> | null = null;

/**
 * The parts that arrive behind what first moves; null until they are here. They are asked for once the page has been
 * drawn without them, and drawn in slices between the frames of what moves. No Suspense: React would hold back what comes
 * soon after a fallback.
 *
 * @throws while the page is drawn, if they cannot be loaded
 */
export function useBehind(): Behind | null {
  const [behind, setBehind] = useState<Behind | null>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    let isHere = true;
    arriving ??= import('./behind.ts');
    arriving.then(
      (all) => {
        if (isHere) startTransition(() => setBehind(all));
      },
      (error: unknown) => isHere && setFailure({ error }),
    );
    return () => {
      isHere = false;
    };
  }, []);
  if (failure) throw failure.error;
  return behind;
}
