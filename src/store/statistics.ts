import { ensembleOf, type Ensemble } from '../core/experiment/ensemble.ts';
import type { Experiment } from '../core/experiment/experiment.ts';
import { rankRepeats, type Ranking } from '../core/experiment/ranking.ts';
import { totalEpochs } from '../core/experiment/schedule.ts';
import type { TrajectoryColumns } from '../core/experiment/trajectory.ts';
import { meanTrajectory } from './mean-run.ts';
import type { Member } from './member.ts';
import { noFacts, type RunFacts } from './run.ts';

/** What the repeats that are done say together. */
export interface Statistics {
  /** Their numbers, ascending; rankings count in places of this list. */
  readonly repeats: readonly number[];
  readonly ensemble: Ensemble;
  readonly ranking: Ranking;
  /** Their mean, as a run. */
  readonly mean: RunFacts;
}

/** @param done repeats that are done, in order of their numbers */
export function statisticsOf(experiment: Experiment, done: readonly Member[]): Statistics {
  const [first] = done;
  const rows = first?.facts.trajectory?.rows ?? 2;
  const columns = done.flatMap(({ facts }): TrajectoryColumns[] =>
    facts.trajectory ? [facts.trajectory.columns()] : [],
  );
  const ensemble = ensembleOf(columns, rows);
  const mean: RunFacts = {
    ...noFacts,
    experiment,
    start: first?.facts.start ?? null,
    trajectory: meanTrajectory(columns, rows, ensemble),
    measurements: ensemble.epoch.length,
    trainedEpochs: totalEpochs(experiment),
    elapsedMs: done.reduce((sum, { facts }) => sum + facts.elapsedMs, 0),
    fromFile: done.every(({ facts }) => facts.fromFile),
  };
  return {
    repeats: done.map(({ repeat }) => repeat),
    ensemble,
    ranking: rankRepeats(columns, rows),
    mean,
  };
}
