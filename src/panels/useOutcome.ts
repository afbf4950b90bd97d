import { useEffect, useSyncExternalStore } from 'react';
import { outcomeOf, type Outcome, type RowOutcome } from '../core/experiment/presets/outcome.ts';
import { useRepeats, useRun, useStores, useView } from '../store/hooks.ts';
import type { Member } from '../store/member.ts';
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

/** What one ruler says of the repeat on the page. */
export interface RulerOutcome {
  /** Its text form. */
  readonly ruler: string;
  /** Layers T1 ... TL; null while it is being laid. */
  readonly layers: readonly RowOutcome[] | null;
}

/** What each of these rulers says of the repeat on the page, once that is done and the ruler laid over all of it. */
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
      const columns = pathOf(session.run.state, ruler)?.columns(trajectory);
      const { rows } = trajectory;
      if (columns) queue.want(columns, () => ({ columns, rows, limits: start.limits }), experiment);
    }
  }, [session, rulers, laid, done, id]);
  return rulers.map((ruler) => {
    const { trajectory } = session.run.state;
    const isLaid = done && laid[ruler]?.kind === 'done';
    const columns = isLaid && trajectory ? pathOf(session.run.state, ruler)?.columns(trajectory) : undefined;
    const numbers = columns && queue.of(columns);
    // Both rows of the output are the same under a ruler that is laid over it.
    return { ruler, layers: numbers ? (outcomeOf([numbers])?.rows.slice(0, -1) ?? null) : null };
  });
}
