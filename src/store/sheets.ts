import type { Experiment } from '../core/experiment/experiment.ts';
import type { Trajectory } from '../core/experiment/trajectory.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { OtherRun } from './other-run.ts';
import { isTraining } from './player.ts';
import type { Session } from './session.ts';

/** A run that rulers can be laid over. */
export interface Sheet {
  readonly trajectory: Trajectory;
  readonly experiment: Experiment;
  readonly checkpoints: Checkpoints;
  /** It still trains. */
  readonly grows: boolean;
}

/** What the page shows, as far as rulers are concerned. */
export interface Sheets {
  /** The run that is shown; null if it is a mean, or if there is none. */
  readonly shown: Sheet | null;
  /** Repeats that are done and have checkpoints, the first first, the one that is shown among them. */
  readonly repeats: readonly Sheet[];
  /** The mean that is shown; null if it is a run. */
  readonly mean: Trajectory | null;
  /** Repeats that are done, with checkpoints or without. */
  readonly done: number;
  /** The run that is compared, once it is done; null if there is none, if it is a mean or has no checkpoints. */
  readonly other: Sheet | null;
}

export type OnPage = Pick<Session, 'run' | 'repeats' | 'set'> & Partial<Pick<Session, 'compare'>>;

export function sheetsOf({ run, repeats, set, compare }: OnPage): Sheets {
  const { trajectory, experiment, old } = run.state;
  // While settings have changed, the repeats are those of another set than the run that is still drawn.
  const members = old || !set || set.experiment.repeats < 2 ? [] : set.members.filter(({ isDone }) => isDone);
  const sheets = members.flatMap(({ facts, checkpoints }): Sheet[] =>
    facts.trajectory && facts.experiment && checkpoints.summary().kept > 0
      ? [{ trajectory: facts.trajectory, experiment: facts.experiment, checkpoints, grows: false }]
      : [],
  );
  const isRun = members.some(({ facts }) => facts.trajectory === trajectory);
  const isMean = !old && !isRun && repeats.getState().shown === 'mean';
  const shown: Sheet | null =
    trajectory && experiment && !isMean
      ? { trajectory, experiment, checkpoints: run.checkpoints, grows: isTraining(run.state) }
      : null;
  const other = otherSheet(compare?.getState().other ?? null);
  return { shown, repeats: sheets, mean: isMean ? trajectory : null, done: members.length, other };
}

function otherSheet(other: OtherRun | null): Sheet | null {
  if (other?.facts.status !== 'done' || other.checkpoints.summary().kept === 0) return null;
  const { experiment, checkpoints } = other;
  const { trajectory } = other.facts;
  return trajectory && { trajectory, experiment, checkpoints, grows: false };
}
