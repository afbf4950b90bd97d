import { useEffect, useSyncExternalStore } from 'react';
import { useStores } from '../../store/hooks.ts';
import type { Readiness } from '../../store/lessons/evidence.ts';
import type { LessonRun } from '../../store/lessons/lesson-run.ts';

/** How far the run is that the open question needs now; numbers its text speaks of are read as soon as it is ready. */
export function useReadiness(run: LessonRun): Readiness {
  const { session, settings } = useStores();
  const readiness = useSyncExternalStore(
    (changed) => {
      const ends = [session.repeats, session.view, session.run.store, settings.store, run.store].map(
        (store) => store.subscribe(changed),
      );
      return () => ends.forEach((end) => end());
    },
    () => run.readiness(),
  );
  useEffect(() => {
    if (readiness === 'ready') run.readGiven();
  });
  return readiness;
}
