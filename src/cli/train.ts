import type { Experiment } from '../core/experiment/experiment.ts';
import { icosahedron } from '../core/tasks/icosahedron.ts';
import { arithmeticVersion, Run, RunError, type KernelFactory } from '../core/experiment/run.ts';
import { Trajectory, type Violation } from '../core/experiment/trajectory.ts';
import type { EndedRun, Failure } from './document.ts';

/**
 * Trains and measures to the end, or to where the numbers stop being numbers.
 *
 * @param onProgress gets the epochs trained so far, with the place inside an epoch as fraction
 * @throws SettingsError naming the fields that are outside their bounds
 */
export function train(
  experiment: Experiment,
  createKernel: KernelFactory,
  onProgress: (trainedEpochs: number) => void = () => undefined,
): EndedRun {
  const start = performance.now();
  const run = new Run(experiment, icosahedron(), createKernel);
  const trajectory = new Trajectory(run.rows);
  const violations: Violation[] = [];
  let fingerprint = '';
  let failure: Failure | null = null;
  try {
    for (const step of run) {
      if (typeof step === 'number') {
        onProgress(step);
      } else {
        trajectory.append(step.columns);
        violations.push(...step.violations);
        fingerprint = step.fingerprint;
      }
    }
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    failure = { epoch: error.epoch, message: error.message };
  }
  return {
    experiment,
    fingerprint,
    arithmeticVersion,
    kernel: run.kernel.name,
    columns: trajectory.columns(),
    limits: run.prepared.limits,
    violations,
    failure,
    classes: run.prepared.samples.classes,
    seconds: (performance.now() - start) / 1000,
  };
}
