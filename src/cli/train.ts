import type { Experiment } from '../core/experiment/experiment.ts';
import { Reestimator, type Checkpoint } from '../core/experiment/reestimate.ts';
import { isDiscarded, Repeat, type DiscardedFit } from '../core/experiment/repeat.ts';
import { arithmeticVersion, RunError, type KernelFactory } from '../core/experiment/run.ts';
import { totalEpochs } from '../core/experiment/schedule.ts';
import { Trajectory, type Violation } from '../core/experiment/trajectory.ts';
import type { Ruler } from '../core/information/ruler.ts';
import { rulerText } from '../core/information/ruler-text.ts';
import type { EndedRun, Failure, RulerReading } from '../share/ended-run.ts';
import { taskOf } from './task-source.ts';

export interface TrainOptions {
  /** Which repeat; 1 if left out. */
  readonly repeat?: number;
  /** Laid over the run once it has ended. */
  readonly rulers?: readonly Ruler[];
  /** Gets the part done, 0 to 1; a thrown away attempt begins anew. */
  readonly onProgress?: (part: number) => void;
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
  { repeat = 1, rulers = [], onProgress, onDiscarded }: TrainOptions = {},
): EndedRun {
  const start = performance.now();
  const work = new Repeat(experiment, taskOf(experiment.task), createKernel, repeat);
  const trajectory = new Trajectory(work.run.rows);
  const discarded: DiscardedFit[] = [];
  const checkpoints: Checkpoint[] = [];
  // How long rulers take beside the training depends on both: each counts as half.
  const trainingPart = (rulers.length > 0 ? 0.5 : 1) / totalEpochs(experiment);
  let violations: Violation[] = [];
  let fingerprint = '';
  let failure: Failure | null = null;
  try {
    for (const event of work) {
      if (typeof event === 'number') {
        onProgress?.(event * trainingPart);
      } else if (isDiscarded(event)) {
        discarded.push(event);
        onDiscarded?.(event);
        trajectory.take();
        checkpoints.length = 0;
        violations = [];
      } else {
        trajectory.append(event.columns);
        violations.push(...event.violations);
        fingerprint = event.fingerprint;
        const [epoch = 0] = event.columns.epoch;
        if (rulers.length > 0) checkpoints.push({ epoch, values: event.checkpoint });
      }
    }
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    failure = { epoch: error.epoch, message: error.message };
  }
  const { run } = work;
  const readings = layRulers(experiment, createKernel, rulers, checkpoints, (part) => {
    onProgress?.((1 + part) / 2);
  });
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
    readings,
    seconds: (performance.now() - start) / 1000,
  };
}

/** Measures the ended run again by each of the rulers; in order of the rulers, epochs ascending. */
function layRulers(
  experiment: Experiment,
  createKernel: KernelFactory,
  rulers: readonly Ruler[],
  checkpoints: readonly Checkpoint[],
  onProgress: (part: number) => void,
): RulerReading[] {
  if (rulers.length === 0) return [];
  const estimator = new Reestimator(experiment, taskOf(experiment.task), createKernel);
  const { layers } = estimator;
  const places = new Map(checkpoints.map(({ epoch }, index) => [epoch, index]));
  const readings = rulers.map((ruler) => ({
    ruler: rulerText(ruler),
    ...(ruler.samples ? { limits: estimator.limits(ruler.samples) } : {}),
    epoch: Int32Array.from(checkpoints, ({ epoch }) => epoch),
    ixt: new Float64Array(checkpoints.length * layers),
    ity: new Float64Array(checkpoints.length * layers),
  }));
  for (const event of estimator.estimate(rulers, checkpoints)) {
    if (event.kind === 'measured') onProgress(event.progress);
    if (event.kind !== 'estimate') continue;
    const from = (places.get(event.epoch) ?? 0) * layers;
    const reading = readings[event.ruler];
    for (const [layer, [ixt, ity]] of event.layers.entries()) {
      reading?.ixt.set([ixt], from + layer);
      reading?.ity.set([ity], from + layer);
    }
  }
  return readings;
}
