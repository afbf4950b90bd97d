import type { Experiment } from '../core/experiment/experiment.ts';
import { Trajectory, type Limits } from '../core/experiment/trajectory.ts';
import { isAsRecorded, unpackRecordedRun, type RecordedRun } from '../share/recorded-run.ts';
import type { RunFacts, RunState } from './run.ts';
import { isSameExperiment } from './settings.ts';

/**
 * A recorded run that is drawn in place of the one that this device computes behind it. It is looked at and nothing
 * else: files, fingerprints, rulers and the inspector wait for the run itself.
 */
export interface StandIn {
  readonly experiment: Experiment;
  readonly run: RecordedRun;
  readonly trajectory: Trajectory;
  /** `pending`: it is drawn. Then the run itself is, and has given the recorded result, or another one. */
  readonly verdict: 'pending' | 'same' | 'other';
}

/**
 * @param file a recorded run of these settings, with gzip
 * @throws Error if it does not come or cannot be read
 */
export async function readStandIn(file: Promise<Response>, experiment: Experiment): Promise<StandIn> {
  const { ok, status, body } = await file;
  if (!ok || !body) throw new Error(`The recorded run did not come: ${status}`);
  const bytes = await new Response(body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  const run = unpackRecordedRun(new Uint8Array(bytes), experiment);
  const trajectory = new Trajectory(run.rows, run.columns.epoch.length);
  trajectory.append(run.columns);
  return { experiment, run, trajectory, verdict: 'pending' };
}

/** What becomes of it as the run itself goes on; null when that is another one, or ends without a result. */
export function standInAfter(standIn: StandIn | null, facts: RunFacts): StandIn | null {
  const { experiment, status, fingerprint, trajectory } = facts;
  if (!standIn || !experiment || !isSameExperiment(experiment, standIn.experiment)) return null;
  if (standIn.verdict !== 'pending') return status === 'done' ? standIn : null;
  if (status === 'failed' || status === 'cancelled') return null;
  if (status !== 'done') return standIn;
  const isSame =
    fingerprint === standIn.run.fingerprint &&
    trajectory !== null &&
    isAsRecorded(standIn.run, trajectory.columns());
  return { ...standIn, verdict: isSame ? 'same' : 'other' };
}

/** Is a recorded run drawn? */
export function isRecorded({ standIn }: Partial<Pick<RunState, 'standIn'>>): boolean {
  return standIn?.verdict === 'pending';
}

/** What is drawn as counted, and its limits: the recorded run as long as one stands in, else what has been measured. */
export function drawnRun({
  trajectory,
  start,
  standIn,
}: Pick<RunState, 'trajectory' | 'start'> & Partial<Pick<RunState, 'standIn'>>): {
  readonly trajectory: Trajectory;
  readonly limits: Limits;
} | null {
  if (standIn?.verdict === 'pending') return { trajectory: standIn.trajectory, limits: standIn.run.limits };
  return trajectory && start && { trajectory, limits: start.limits };
}
