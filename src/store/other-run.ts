import type { Experiment } from '../core/experiment/experiment.ts';
import { Checkpoints } from './checkpoints.ts';
import type { RepeatSet } from './repeat-set.ts';
import type { RunFacts } from './run.ts';
import type { Statistics } from './statistics.ts';

/** Where another run was taken from: what the page showed, a link, a file. */
export type OtherSource = 'page' | 'link' | 'file';

/**
 * A run beside the one on the page, as it stands: one repeat of a set, or the mean of those that are done. Whenever it
 * has come further it is another object.
 */
export interface OtherRun {
  readonly source: OtherSource;
  readonly set: RepeatSet;
  readonly experiment: Experiment;
  readonly shown: number | 'mean';
  readonly facts: RunFacts;
  /** Of a mean: how its repeats vary. */
  readonly statistics: Statistics | null;
  /** A mean has none. */
  readonly checkpoints: Checkpoints;
}

const none = new Checkpoints(0);

/**
 * One repeat of a set, or the mean of those that are done; as long as there is no mean, the first repeat.
 *
 * @param choice a repeat's number, or `mean`
 */
export function otherRun(set: RepeatSet, choice: number | 'mean', source: OtherSource): OtherRun | null {
  const { experiment } = set;
  const statistics = choice === 'mean' ? set.statistics() : null;
  if (statistics) {
    const { status, fingerprint } = set.state('mean');
    const facts = { ...statistics.mean, status, fingerprint };
    return { source, set, experiment, shown: 'mean', facts, statistics, checkpoints: none };
  }
  const shown = choice === 'mean' ? (set.members.find(({ isDone }) => isDone)?.repeat ?? 1) : choice;
  const member = set.member(shown);
  if (!member) return null;
  const { facts, checkpoints } = member;
  return { source, set, experiment, shown, facts, statistics: null, checkpoints };
}

/** Does it say what it has said before? */
export function isAsBefore(now: OtherRun | null, before: OtherRun | null): boolean {
  if (now === null || before === null) return now === before;
  if (now.set !== before.set || now.shown !== before.shown || now.experiment !== before.experiment)
    return false;
  if (now.shown !== 'mean') return now.facts === before.facts;
  return now.facts.trajectory === before.facts.trajectory && now.facts.status === before.facts.status;
}
