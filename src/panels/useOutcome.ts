import {
  numbersOf,
  outcomeOf,
  type Outcome,
  type RepeatNumbers,
} from '../core/experiment/presets/outcome.ts';
import type { Trajectory } from '../core/experiment/trajectory.ts';
import { useRun, useStores } from '../store/hooks.ts';
import type { RunState } from '../store/run.ts';

type Finished = Pick<RunState, 'experiment' | 'start' | 'trajectory'>;

/** Numbers of a repeat that is done do not change. */
const known = new WeakMap<Trajectory, RepeatNumbers>();

function numbersOfRun({ experiment, start, trajectory }: Finished): readonly RepeatNumbers[] {
  if (!experiment || !start || !trajectory || trajectory.length === 0) return [];
  let numbers = known.get(trajectory);
  if (!numbers) {
    const { rows } = trajectory;
    numbers = numbersOf({ columns: trajectory.columns(), rows, limits: start.limits }, experiment);
    known.set(trajectory, numbers);
  }
  return [numbers];
}

/** What came out of the repeats that are done; null before the first of them is. */
export function useOutcome(): Outcome | null {
  const { session } = useStores();
  const done = useRun((run) => run.status === 'done' && !run.old);
  return done ? outcomeOf(numbersOfRun(session.run.state)) : null;
}
