import { arithmeticVersion } from '../core/experiment/run.ts';
import { totalEpochs } from '../core/experiment/schedule.ts';
import { Trajectory } from '../core/experiment/trajectory.ts';
import type { EndedRun } from '../share/ended-run.ts';
import type { KeptSet } from './kept-sets.ts';
import { Member } from './member.ts';
import type { RepeatSet } from './repeat-set.ts';

/** A repeat as files have it; null while it is not done. */
export function endedRun(set: RepeatSet, repeat: number, classes: number): EndedRun | null {
  const member = set.member(repeat);
  if (!member) return null;
  const { trajectory, start, experiment, fingerprint, violations, elapsedMs } = member.facts;
  if (!trajectory || !start || !experiment || fingerprint === null) return null;
  return {
    experiment,
    repeat,
    attempt: member.attempt,
    isBadFit: member.isBadFit,
    fingerprint,
    arithmeticVersion,
    kernel: start.kernel,
    columns: trajectory.columns(),
    limits: start.limits,
    classes,
    // Others may be known from when there were more repeats.
    discarded: set.kept().discarded.filter((fit) => fit.repeat === repeat && fit.attempt < member.attempt),
    violations,
    failure: null,
    readings: [],
    seconds: elapsedMs / 1000,
  };
}

/** All repeats that are done. */
export function endedRuns(set: RepeatSet, classes: number): EndedRun[] {
  return set.members.flatMap(({ repeat }) => endedRun(set, repeat, classes) ?? []);
}

/** What the page opens instead of training: repeats of one experiment, from a file. They have no checkpoints. */
export function openedSet(
  runs: readonly EndedRun[],
  samples: { train: number; test: number },
): KeptSet | null {
  const [first] = runs;
  if (!first) return null;
  const { experiment } = first;
  const members = runs.map((run) => {
    const trajectory = new Trajectory(experiment.net.length + 2, Math.max(1, run.columns.epoch.length));
    trajectory.append(run.columns);
    const { kernel, repeat, attempt, limits, fingerprint, violations } = run;
    const layers = experiment.net.length + 1;
    const start = {
      ...{ kernel, repeat, attempt, limits, layers, checkpointBytes: 0 },
      ...{ trainSamples: samples.train, testSamples: samples.test },
    };
    const member = new Member(experiment, repeat, 0);
    const measurements = trajectory.length;
    const common = {
      start,
      trajectory,
      measurements,
      fingerprint,
      violations,
      elapsedMs: 1000 * run.seconds,
      fromFile: true,
    };
    const isBadFit = run.isBadFit && run.failure === null; // One that failed did not keep it.
    const trainedEpochs = run.failure ? run.failure.epoch : totalEpochs(experiment);
    member.open({ ...common, trainedEpochs }, { attempt, isBadFit, failure: run.failure });
    return member;
  });
  const discarded = runs.flatMap((run) => run.discarded);
  return { experiment, members, discarded };
}
