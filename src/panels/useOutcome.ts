import { useEffect, useSyncExternalStore } from 'react';
import { outcomeOf, type Outcome, type RowOutcome } from '../core/experiment/presets/outcome.ts';
import type { TrajectoryColumns } from '../core/experiment/trajectory.ts';
import { useRepeats, useRun, useStores, useView } from '../store/hooks.ts';
import type { Member } from '../store/member.ts';
import { laidRepeats } from '../store/laid-repeats.ts';
import { pathOf } from '../store/rulers.ts';
import type { Session } from '../store/session.ts';
import { NumbersQueue } from './numbersQueue.ts';

/** The numbers of all that has ended. */
export const queue = new NumbersQueue();

/** What came out of the repeats that are done; null before the first of them is. */
export function useOutcome(): Outcome | null {
  const { session } = useStores();
  const old = useRun((run) => run.old);
  // Both change when there is more: a repeat has ended, or its numbers are there. What is behind is read then.
  const ended = useRepeats(({ version, done }) => `${version} ${done}`);
  useSyncExternalStore(queue.subscribe, queue.version);
  useEffect(() => {
    for (const { facts } of finished(session)) {
      const { experiment, start, trajectory } = facts;
      if (!experiment || !start || !trajectory || trajectory.length === 0) continue;
      const { rows } = trajectory;
      const { limits } = start;
      queue.want(trajectory, () => ({ columns: trajectory.columns(), rows, limits }), experiment);
    }
  }, [session, old, ended]);
  if (old) return null;
  return outcomeOf(
    finished(session).flatMap(({ facts }) => (facts.trajectory && queue.of(facts.trajectory)) ?? []),
  );
}

function finished({ set }: Session): readonly Member[] {
  return (set?.members ?? []).filter(({ isDone }) => isDone);
}

/** What one ruler says of the repeat on the page, or, if their mean is shown, of those that are done. */
export interface RulerOutcome {
  /** Its text form. */
  readonly ruler: string;
  /** Layers T1 ... TL; null while it is being laid. */
  readonly layers: readonly RowOutcome[] | null;
}

/** The columns that a ruler's outcome is of: of the repeat on the page, or of each repeat where their mean is. */
function laidColumns({ set, run, repeats }: Session, ruler: string): readonly TrajectoryColumns[] {
  const { trajectory } = run.state;
  if (set && repeats.getState().shown === 'mean') return laidRepeats(set, ruler).runs;
  const columns = trajectory && pathOf(run.state, ruler)?.columns(trajectory);
  return columns ? [columns] : [];
}

/** What each of these rulers says, once a run is done and the ruler laid over all of it. */
export function useRulerOutcomes(rulers: readonly string[]): readonly RulerOutcome[] {
  const { session } = useStores();
  const laid = useView((view) => view.laid);
  const done = useRun(({ status, old }) => status === 'done' && !old);
  const id = useRun((run) => run.id);
  useSyncExternalStore(queue.subscribe, queue.version);
  useEffect(() => {
    const { experiment, start, trajectory } = session.run.state;
    if (!done || !experiment || !start || !trajectory) return;
    for (const ruler of rulers) {
      if (laid[ruler]?.kind !== 'done') continue;
      const { rows } = trajectory;
      const limits = pathOf({ trajectory }, ruler)?.limits ?? start.limits;
      for (const columns of laidColumns(session, ruler)) {
        queue.want(columns, () => ({ columns, rows, limits }), experiment);
      }
    }
  }, [session, rulers, laid, done, id]);
  return rulers.map((ruler) => {
    const isLaid = done && laid[ruler]?.kind === 'done';
    const columns = isLaid ? laidColumns(session, ruler) : [];
    const numbers = columns.flatMap((each) => queue.of(each) ?? []);
    const isKnown = columns.length > 0 && numbers.length === columns.length;
    // Both rows of the output are the same under a ruler that is laid over it.
    return { ruler, layers: isKnown ? (outcomeOf(numbers)?.rows.slice(0, -1) ?? null) : null };
  });
}
