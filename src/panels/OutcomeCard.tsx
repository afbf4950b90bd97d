import { Suspense } from 'react';
import { lazyPanel } from './lazyPanel.ts';
import { usePreset } from './usePreset.ts';

const Contents = lazyPanel(() => import('./OutcomeContents.tsx'));

/** What to look at in a preset, what came out for the study, and what came out here. */
export function OutcomeCard() {
  const choice = usePreset();
  if (!choice) return null;
  return (
    <Suspense>
      <Contents choice={choice} />
    </Suspense>
  );
}
