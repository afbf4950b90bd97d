import { initialize, prepare, streamOf, type Prepared } from '../../core/experiment/prepare.ts';
import type { Experiment } from '../../core/experiment/experiment.ts';
import type { KernelFactory } from '../../core/experiment/run.ts';
import { finish } from '../../core/finish.ts';
import type { Kernel, MeasureResult } from '../../core/kernel.ts';
import { informationOfCounts, type Information } from '../../core/information/mutual-information.ts';
import { shuffle } from '../../core/random/shuffle.ts';
import type { Task } from '../../core/tasks/task.ts';
import { UsageError } from '../usage-error.ts';
import { assertExpressible } from './expressible.ts';

/** A network after a step, in arrays of its own. */
export interface Moment {
  readonly step: number;
  /** In the order of KernelBuffers. */
  readonly parameters: Float32Array;
  readonly moment1: Float32Array;
  readonly moment2: Float32Array;
  readonly ranges: Float32Array;
  /** I(X;T) and I(T;Y) of each layer over all samples, the output on the study's grid. */
  readonly information: readonly Information[];
  readonly measured: MeasureResult;
  /** Outputs of each layer over all samples, of the output layer its softmax; (samples, units). */
  readonly outputs: readonly Float32Array[];
}

/** The first steps of a repeat, enough for another program to follow them. */
export interface RecordedTrace {
  readonly experiment: Experiment;
  readonly repeat: number;
  readonly prepared: Prepared;
  readonly spec: Kernel['spec'];
  readonly start: Float32Array;
  /** Sample numbers of whole epochs, in order. */
  readonly epochs: readonly Uint32Array[];
  /** Of every step, before its update. */
  readonly loss: readonly number[];
  readonly gradientOfStep1: Float32Array;
  readonly moments: readonly Moment[];
}

/** The study's traces have these; those that a run has not are left out. */
export const usualSteps = [1, 2, 13, 65, 130];

/**
 * Trains the first attempt at a repeat up to the last of the given steps, as Run does.
 *
 * @param steps numbers of steps, ascending; null: the usual ones
 * @throws UsageError if there are not so many, or the format cannot say what the experiment is
 */
export function recordTrace(
  experiment: Experiment,
  repeat: number,
  task: Task,
  createKernel: KernelFactory,
  steps: readonly number[] | null,
): RecordedTrace {
  const which = { repeat, attempt: 1 };
  const prepared = prepare(experiment, task);
  const kernel = createKernel(prepared.spec, prepared.samples);
  assertExpressible(experiment, kernel.spec);
  const { train } = prepared.split;
  const perEpoch = Math.ceil(train.length / kernel.spec.batch);
  const most = experiment.epochs * perEpoch;
  const chosen = steps ?? usualSteps.filter((step) => step <= most);
  const last = chosen.at(-1) ?? 0;
  if (last > most) throw new UsageError(`--trace-steps: ${last}: the run has ${most} steps`);
  initialize(kernel, experiment, which);
  const start = kernel.buffers.parameters.slice();
  const order = train.slice();
  const random = streamOf(experiment, 'shuffle', which);
  const epochs: Uint32Array[] = [];
  const loss: number[] = [];
  const moments: Moment[] = [];
  let gradientOfStep1 = new Float32Array(0);
  while (loss.length < last) {
    shuffle(order, random);
    epochs.push(order.slice());
    for (let from = 0; from < order.length && loss.length < last; from += kernel.spec.batch) {
      const to = Math.min(order.length, from + kernel.spec.batch);
      loss.push(finish(kernel.step(order, from, to)).loss);
      if (loss.length === 1) gradientOfStep1 = kernel.buffers.gradients.slice();
      if (chosen.includes(loss.length)) moments.push(momentOf(kernel, prepared, loss.length));
    }
  }
  return { experiment, repeat, prepared, spec: kernel.spec, start, epochs, loss, gradientOfStep1, moments };
}

function momentOf(kernel: Kernel, { samples, limits }: Prepared, step: number): Moment {
  const { buffers, spec } = kernel;
  const measured = finish(kernel.measure());
  const read = measured.rows.slice(0, -1);
  return {
    step,
    parameters: buffers.parameters.slice(),
    moment1: buffers.moment1.slice(),
    moment2: buffers.moment2.slice(),
    ranges: buffers.ranges.slice(),
    information: read.map((counts) => informationOfCounts(counts, samples.samples, limits.hy)),
    measured,
    outputs: spec.layers.map((_, layer) => kernel.outputs(layer).slice()),
  };
}
