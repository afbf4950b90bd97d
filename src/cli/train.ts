import type { Experiment } from '../core/experiment/experiment.ts';
import { isDiscarded, Repeat, type DiscardedFit } from '../core/experiment/repeat.ts';
import { arithmeticVersion, RunError, type KernelFactory } from '../core/experiment/run.ts';
import { Trajectory, type Violation } from '../core/experiment/trajectory.ts';
import type { EndedRun, Failure } from '../share/ended-run.ts';
import { taskOf } from './task-source.ts';

export interface TrainOptions {
  /** Which repeat; 1 if left out. */
  readonly repeat?: number;
  /** Gets the epochs trained so far, with the place inside an epoch as fraction; a thrown away attempt begins anew. */
  readonly onProgress?: (trainedEpochs: number) => void;
  readonly onDiscarded?: (fit: DiscardedFit) => void;
}

/**
 * Trains and measures one repeat to the end, or to where the numbers stop being numbers.
 *
 * @throws SettingsError naming the fields that are outside their bounds
 */
export function train(
  experiment: Experiment,
  createKernel: KernelFactory,
  { repeat = 1, onProgress, onDiscarded }: TrainOptions = {},
): EndedRun {
  const start = performance.now();
  const work = new Repeat(experiment, taskOf(experiment.task), createKernel, repeat);
  const trajectory = new Trajectory(work.run.rows);
  const discarded: DiscardedFit[] = [];
  let violations: Violation[] = [];
  let fingerprint = '';
  let failure: Failure | null = null;
  try {
    for (const event of work) {
      if (typeof event === 'number') {
        onProgress?.(event);
      } else if (isDiscarded(event)) {
        discarded.push(event);
        onDiscarded?.(event);
        trajectory.take();
        violations = [];
      } else {
        trajectory.append(event.columns);
        violations.push(...event.violations);
        fingerprint = event.fingerprint;
      }
    }
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    failure = { epoch: error.epoch, message: error.message };
  }
  const { run } = work;
  return {
    experiment,
    repeat,
    attempt: run.which.attempt,
    isBadFit: run.isBadFit,
    fingerprint,
    arithmeticVersion,
    kernel: run.kernel.name,
    columns: trajectory.take(),
    limits: run.prepared.limits,
    classes: run.prepared.samples.classes,
    discarded,
    violations,
    failure,
    readings: [],
    seconds: (performance.now() - start) / 1000,
  };
}
