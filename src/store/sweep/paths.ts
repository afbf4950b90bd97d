import { ensembleOf } from '../../core/experiment/ensemble.ts';
import type { Limits, Trajectory, TrajectoryColumns } from '../../core/experiment/trajectory.ts';
import { atCommonEpochs } from '../laid-repeats.ts';
import { meanTrajectory } from '../mean-run.ts';
import type { Member } from '../member.ts';
import type { RepeatSet } from '../repeat-set.ts';
import type { RulerPath } from '../ruler-path.ts';

/** A path to draw: of one run, which may still grow, or of the mean over repeats. */
export interface SweepPath {
  /** With the same key, columns only ever grow. */
  readonly key: string;
  readonly columns: TrajectoryColumns;
  readonly rows: number;
  readonly limits: Limits;
  /** How many repeats it is the mean of; 1: it is a run. */
  readonly repeats: number;
}

/** A repeat that is done, as measured by the cell's ruler. */
export interface SweepRun {
  /** Names it, for what is computed of it once. */
  readonly key: object;
  readonly columns: TrajectoryColumns;
  readonly rows: number;
  readonly limits: Limits;
}

const numbers = new WeakMap<Trajectory, number>();
let count = 0;

function numberOf(trajectory: Trajectory): number {
  const known = numbers.get(trajectory) ?? ++count;
  numbers.set(trajectory, known);
  return known;
}

/** What a value's runs count themselves: their mean, or the first of them as far as it has come. */
export function countedPath(set: RepeatSet): SweepPath | null {
  const mean = set.statistics();
  const [first] = set.members;
  const facts = mean ? mean.mean : first?.facts;
  const repeats = mean ? mean.repeats.length : 1;
  if (!facts?.trajectory || !facts.start || facts.trajectory.length === 0) return null;
  const { trajectory, start } = facts;
  return {
    key: `${numberOf(trajectory)} of ${repeats}`,
    columns: trajectory.columns(),
    rows: trajectory.rows,
    limits: start.limits,
    repeats,
  };
}

export function countedRuns(set: RepeatSet): SweepRun[] {
  return done(set).flatMap(({ facts: { trajectory, start } }) =>
    trajectory && start
      ? [{ key: trajectory, columns: trajectory.columns(), rows: trajectory.rows, limits: start.limits }]
      : [],
  );
}

/** What a ruler says of the runs it has been laid over as a whole. */
export function laidRuns(set: RepeatSet, paths: ReadonlyMap<Member, RulerPath>): SweepRun[] {
  return done(set).flatMap((member) => {
    const { trajectory, start } = member.facts;
    const path = paths.get(member);
    if (!trajectory || !start || !path?.isWhole) return [];
    const columns = path.columns(trajectory);
    return [{ key: path, columns, rows: trajectory.rows, limits: start.limits }];
  });
}

/** The last mean of each, which takes milliseconds. */
const means = new WeakMap<object, SweepPath>();

/** The mean of these, or as long as there is none the first run as far as it is measured. */
export function laidPath(set: RepeatSet, paths: ReadonlyMap<Member, RulerPath>): SweepPath | null {
  const runs = laidRuns(set, paths);
  if (runs.length > 1) {
    const known = means.get(paths);
    const mean = known?.repeats === runs.length ? known : meanOf(runs);
    if (mean) means.set(paths, mean);
    return mean;
  }
  for (const [{ facts }, path] of paths) {
    const { trajectory, start } = facts;
    if (!trajectory || !start || path.length === 0) continue;
    const { rows } = trajectory;
    return { key: path.key, columns: path.columns(trajectory), rows, limits: start.limits, repeats: 1 };
  }
  return null;
}

let made = 0;

function meanOf(runs: readonly SweepRun[]): SweepPath | null {
  const [first] = runs;
  if (!first) return null;
  const { rows, limits } = first;
  const common = atCommonEpochs(runs);
  const columns = meanTrajectory(common, rows, ensembleOf(common, rows)).columns();
  return { key: `laid mean ${++made}`, columns, rows, limits, repeats: runs.length };
}

const done = (set: RepeatSet): readonly Member[] => set.members.filter((member) => member.isDone);
