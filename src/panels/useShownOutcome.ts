import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { outcomeOf, type RowOutcome } from '../core/experiment/presets/outcome.ts';
import { useRepeats, useRun, useStores, useView } from '../store/hooks.ts';
import { shownPath } from '../store/rulers.ts';
import { queue, useOutcome, useRulerOutcomes } from './useOutcome.ts';

/**
 * What came out of what is drawn, layer by layer: of a repeat, or of all that are done if their mean is shown, by the
 * ruler that is drawn, the output as it is read. Null until it is known.
 */
export function useShownOutcome(): readonly RowOutcome[] | null {
  const { session } = useStores();
  const view = useView((state) => state);
  const trajectory = useRun((run) => run.trajectory);
  const done = useRun(({ status, old }) => status === 'done' && !old);
  const isMean = useRepeats(({ shown }) => shown === 'mean');
  const ruler = shownPath(session.run.state, view)?.ruler ?? null;
  const [byRuler] = useRulerOutcomes(useMemo(() => (ruler === null ? [] : [ruler]), [ruler]));
  const ofAll = useOutcome();
  useSyncExternalStore(queue.subscribe, queue.version);
  useEffect(() => {
    const { experiment, start } = session.run.state;
    if (!done || isMean || !experiment || !start || !trajectory) return;
    const { rows } = trajectory;
    queue.want(trajectory, () => ({ columns: trajectory.columns(), rows, limits: start.limits }), experiment);
  }, [session, trajectory, done, isMean]);
  if (byRuler) return byRuler.layers;
  const ofOne = trajectory && queue.of(trajectory);
  const outcome = isMean ? ofAll : ofOne ? outcomeOf([ofOne]) : null;
  return outcome?.rows.filter(({ output }) => output === null || output === view.output) ?? null;
}
