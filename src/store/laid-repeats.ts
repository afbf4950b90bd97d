import { ensembleOf } from '../core/experiment/ensemble.ts';
import { atEpochs, type Limits, type TrajectoryColumns } from '../core/experiment/trajectory.ts';
import { meanTrajectory } from './mean-run.ts';
import type { Member } from './member.ts';
import type { RepeatSet } from './repeat-set.ts';
import type { LaidPath } from './ruler-path.ts';
import { runPath } from './rulers.ts';

/** What one ruler says of the repeats that are done, of those that it has been laid over as a whole. */
export interface LaidRepeats {
  /** Names them: with the same key, repeats only ever come to them. */
  readonly key: string;
  readonly members: readonly Member[];
  /** Of each of them, all at the same epochs: those that all have checkpoints of. */
  readonly runs: readonly TrajectoryColumns[];
  /** H(X) and H(Y) of the samples, which are those of one split; null while there is no repeat. */
  readonly limits: Limits | null;
}

/** By set and ruler. As few of these as there can be side by side: they hold on to the paths of all repeats. */
const known = new WeakMap<RepeatSet, Map<string, LaidRepeats>>();
const most = 6;

let made = 0;

/** The same object again as long as no repeat comes. */
export function laidRepeats(set: RepeatSet, ruler: string): LaidRepeats {
  const rulers = known.get(set) ?? new Map<string, LaidRepeats>();
  known.set(set, rulers);
  const before = rulers.get(ruler);
  const laid = set.finished.members.filter(({ facts }) =>
    Boolean(facts.trajectory && runPath(facts.trajectory, ruler)?.isWhole),
  );
  const stays = before?.members.every((member) => laid.includes(member)) ?? false;
  if (before && stays && before.members.length === laid.length) return before;
  // In the order in which they came, so that what is drawn of them is only added to.
  const members = before && stays ? [...new Set([...before.members, ...laid])] : laid;
  const runs = alike(members, ruler);
  const added = stays && before?.runs[0]?.epoch.length === runs[0]?.epoch.length;
  const [trajectory] = members.flatMap(({ facts }) => facts.trajectory ?? []);
  const limits = (trajectory && runPath(trajectory, ruler)?.limits) ?? null;
  const now = { key: added && before ? before.key : `${ruler} laid ${++made}`, members, runs, limits };
  rulers.delete(ruler);
  rulers.set(ruler, now);
  for (const other of [...rulers.keys()].slice(0, Math.max(0, rulers.size - most))) rulers.delete(other);
  return now;
}

/** Their columns, at the epochs that all of them have. */
function alike(members: readonly Member[], ruler: string): TrajectoryColumns[] {
  return atCommonEpochs(
    members.flatMap(({ facts: { trajectory } }) => {
      const path = trajectory && runPath(trajectory, ruler);
      return path ? [{ columns: path.columns(trajectory), rows: trajectory.rows }] : [];
    }),
  );
}

/** Columns of runs, at the epochs that all of them have. */
export function atCommonEpochs(
  each: readonly { readonly columns: TrajectoryColumns; readonly rows: number }[],
): TrajectoryColumns[] {
  const common = each.reduce<Int32Array | null>((epochs, { columns, rows }) => {
    return epochs ? atEpochs(columns, rows, epochs).epoch : columns.epoch;
  }, null);
  return common ? each.map(({ columns, rows }) => atEpochs(columns, rows, common)) : [];
}

/** The mean over repeats by one ruler, with its standard deviation; it holds no repeat's own values. */
export class MeanPath implements LaidPath {
  readonly key: string;
  readonly limits: Limits | null;
  readonly sd: NonNullable<LaidPath['sd']>;
  private readonly mean: TrajectoryColumns;

  /** @param laid of at least two repeats */
  constructor({ key, members, runs, limits }: LaidRepeats, rows: number) {
    this.limits = limits;
    this.key = `${key} mean of ${runs.length}`;
    // In order of the repeats: the last bits of sums depend on it.
    const order = runs
      .map((columns, i) => ({ columns, repeat: members[i]?.repeat ?? 0 }))
      .sort((a, b) => a.repeat - b.repeat)
      .map(({ columns }) => columns);
    const ensemble = ensembleOf(order, rows);
    this.sd = { ixt: ensemble.ixt.sd, ity: ensemble.ity.sd };
    this.mean = meanTrajectory(order, rows, ensemble).columns();
  }

  get length(): number {
    return this.mean.epoch.length;
  }

  columns(): TrajectoryColumns {
    return this.mean;
  }
}
