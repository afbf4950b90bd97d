import {
  numbersOf,
  outcomeOf,
  type Outcome,
  type RepeatNumbers,
} from '../core/experiment/presets/outcome.ts';
import type { Trajectory } from '../core/experiment/trajectory.ts';
import { useRepeats, useRun, useStores } from '../store/hooks.ts';
import type { RunFacts } from '../store/run.ts';

/** The numbers of a repeat that is done do not change. */
const known = new WeakMap<Trajectory, RepeatNumbers>();

function numbersOfRun({ experiment, start, trajectory }: RunFacts): readonly RepeatNumbers[] {
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
  const old = useRun((run) => run.old);
  // It changes when a repeat ends; what is behind it is read then.
  useRepeats(({ version, done }) => `${version} ${done}`);
  const members = old ? [] : (session.set?.members ?? []);
  return outcomeOf(members.filter(({ isDone }) => isDone).flatMap(({ facts }) => numbersOfRun(facts)));
}
