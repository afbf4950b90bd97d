import { weightOf } from '../information/label-noise.ts';
import { informationOfCounts } from '../information/mutual-information.ts';
import type { Kernel, MeasureResult, NetworkSpec, Samples, StepResult } from '../kernel.ts';
import { calibrate } from '../network/forward-pass.ts';
import { gradientStatistics, weightNorms } from '../network/gradient-record.ts';
import { shuffle } from '../random/shuffle.ts';
import type { Task } from '../tasks/task.ts';
import { arithmeticVersion } from './arithmetic-version.ts';
import type { Experiment } from './experiment.ts';
import { Fingerprint } from './fingerprint.ts';
import { brokenInvariants } from './invariants.ts';
import { firstRepeat, initialize, prepare, streamOf, type Prepared, type Which } from './prepare.ts';
import { measuredEpochs } from './schedule.ts';
import { allocate, type TrajectoryColumns, type Violation } from './trajectory.ts';

export { arithmeticVersion };

/** One measurement of a run. */
export interface Measurement {
  /** Columns of length one. */
  readonly columns: TrajectoryColumns;
  /** Parameters, then ranges (KernelBuffers): enough to measure again. */
  readonly checkpoint: Float32Array;
  readonly violations: readonly Violation[];
  /** Of all measurements so far. */
  readonly fingerprint: string;
}

/** A run could not go on: what happened, in which epoch (1 is the first), and what to do. */
export class RunError extends Error {
  override readonly name = 'RunError';
  readonly epoch: number;

  constructor(message: string, epoch: number) {
    super(message);
    this.epoch = epoch;
  }
}

export type KernelFactory = (spec: NetworkSpec, samples: Samples) => Kernel;

/** A repeat that does not fit, to be thrown away and begun again; shown, never dropped silently. */
export class BadFit extends Error {
  override readonly name = 'BadFit';
  readonly epoch: number;
  readonly accuracy: number;

  constructor(epoch: number, accuracy: number) {
    super(`Training accuracy is ${accuracy.toFixed(3)} after epoch ${epoch}: a bad fit.`);
    this.epoch = epoch;
    this.accuracy = accuracy;
  }
}

/** The study's rule for bad fits: below this running training accuracy ... */
export const badAccuracy = 0.55;
/** ... after any completed epoch on true labels from here on: its epoch 1000. */
export const badFrom = 1001;

/**
 * Trains and measures one repeat. A generator, so that its caller decides when to go on: it yields a Measurement where there is
 * one, and often between, after a little work, how many epochs are trained (a fraction inside an epoch).
 *
 * @throws SettingsError if a field is outside its bounds; RunError if the numbers stop being numbers; BadFit
 */
export class Run {
  readonly experiment: Experiment;
  readonly prepared: Prepared;
  readonly kernel: Kernel;
  readonly which: Which;
  private readonly fingerprint = new Fingerprint(arithmeticVersion);
  private bad = false;

  /** @param task the one that the experiment names */
  constructor(experiment: Experiment, task: Task, createKernel: KernelFactory, which: Which = firstRepeat) {
    this.experiment = experiment;
    this.which = which;
    this.prepared = prepare(experiment, task);
    this.kernel = createKernel(this.prepared.spec, this.prepared.samples);
    initialize(this.kernel, experiment, which);
  }

  /** Rows of a measurement, see TrajectoryColumns. */
  get rows(): number {
    return this.experiment.net.length + 2;
  }

  /** Was its training accuracy ever too low (see Experiment.badfits), whether or not that ends an attempt? */
  get isBadFit(): boolean {
    return this.bad;
  }

  *[Symbol.iterator](): Generator<number | Measurement, void, void> {
    const { experiment, prepared } = this;
    const order = prepared.split.train.slice();
    const random = streamOf(experiment, 'shuffle', this.which);
    const shuffled = experiment.prefit > 0 ? this.shuffledLabels() : undefined;
    let trained = 0;
    let seen: StepResult = { loss: NaN, correct: NaN };
    for (const _ of calibrate(this.kernel, prepared.samples, prepared.split.train)) yield trained;
    for (const epoch of measuredEpochs(experiment)) {
      while (trained < epoch) {
        shuffle(order, random);
        const record = this.kernel.gradientRecord;
        if (trained + 1 === epoch) record.begin();
        seen = yield* this.trainEpoch(order, trained, trained < experiment.prefit ? shuffled : undefined);
        record.end();
        trained++;
        this.judgeFit(trained, seen);
      }
      yield* this.measure(epoch, seen);
    }
  }

  /** The labels of the training samples in random order, those of the test samples as they are. */
  private shuffledLabels(): Uint8Array {
    const { samples, split } = this.prepared;
    const given = samples.given ?? samples.labels;
    const drawn = shuffle(
      Uint32Array.from(split.train, (sample) => given[sample]!),
      streamOf(this.experiment, 'labels', this.which),
    );
    const labels = given.slice();
    for (const [index, sample] of split.train.entries()) labels[sample] = drawn[index]!;
    return labels;
  }

  private judgeFit(trained: number, seen: StepResult): void {
    const { badfits, prefit, repeats } = this.experiment;
    if (trained - prefit < badFrom) return;
    const accuracy = seen.correct / this.prepared.split.train.length;
    if (accuracy >= badAccuracy) return;
    this.bad = true;
    if (repeats > 1 && badfits === 'restart') throw new BadFit(trained, accuracy);
  }

  /** Mean loss and hits over one epoch's batches, as they were trained on. */
  private *trainEpoch(
    order: Uint32Array,
    trained: number,
    labels?: Uint8Array,
  ): Generator<number, StepResult, void> {
    const { kernel } = this;
    const { batch } = kernel.spec;
    let loss = 0;
    let correct = 0;
    for (let from = 0; from < order.length; from += batch) {
      const to = Math.min(order.length, from + batch);
      const step = kernel.step(order, from, to, labels);
      let next = step.next();
      while (!next.done) {
        yield trained + from / order.length;
        next = step.next();
      }
      const result = next.value;
      if (!Number.isFinite(result.loss)) throw this.notFinite('The loss', trained + 1);
      loss += result.loss * (to - from);
      correct += result.correct;
      yield trained + to / order.length;
    }
    return { loss: loss / order.length, correct };
  }

  private *measure(epoch: number, seen: StepResult): Generator<number | Measurement, void, void> {
    const { kernel, prepared } = this;
    const { parameters, ranges } = kernel.buffers;
    if (!parameters.every(Number.isFinite)) throw this.notFinite('A weight', epoch);
    const work = kernel.measure();
    let next = work.next();
    while (!next.done) {
      yield epoch;
      next = work.next();
    }
    const result = next.value;
    const { samples, noise, classes } = prepared.samples;
    const rows = result.rows.map((counts) => {
      const [ixt, ity] = informationOfCounts(counts, samples, prepared.limits.hy);
      return { ixt, ity, counts };
    });
    const columns = allocate(rows.length, 1);
    columns.epoch[0] = epoch;
    for (const [index, { ixt, ity, counts }] of rows.entries()) {
      columns.ixt[index] = ixt;
      columns.ity[index] = ity;
      columns.codes[index] = counts.codes;
      columns.levels[index] = counts.levels;
      columns.low[index] = counts.low;
      columns.high[index] = counts.high;
    }
    this.lookAtGradients(columns);
    const { train, test } = prepared.split;
    columns.trainLoss[0] = seen.loss;
    columns.trainAccuracy[0] = seen.correct / train.length;
    columns.trainAccuracyAfter[0] = result.trainCorrect / train.length;
    columns.testAccuracy[0] = result.testCorrect / test.length;
    columns.testLoss[0] = result.testLoss;
    const checkpoint = new Float32Array(parameters.length + ranges.length);
    checkpoint.set(parameters);
    checkpoint.set(ranges, parameters.length);
    this.extendFingerprint(epoch, result, checkpoint);
    columns.chain[0] = this.fingerprint.word();
    const violations = brokenInvariants(rows, prepared.limits, samples, weightOf(noise, classes)).map(
      (message) => ({
        epoch,
        message,
      }),
    );
    yield { columns, checkpoint, violations, fingerprint: this.fingerprint.text() };
  }

  /** What the last epoch's gradients were like, and the weights it ended with. */
  private lookAtGradients({ weightNorm, gradientMean, gradientDeviation }: TrajectoryColumns): void {
    const { gradientRecord, spec, buffers } = this.kernel;
    weightNorm.set(weightNorms(buffers.parameters, spec.layers));
    const layers = gradientStatistics(gradientRecord, spec.layers);
    gradientMean.set(layers.map(({ mean }) => mean));
    gradientDeviation.set(layers.map(({ deviation }) => deviation));
  }

  /** The chain takes, for each measurement: epoch; of each row both lists of count pairs; parameters and ranges. */
  private extendFingerprint(epoch: number, result: MeasureResult, checkpoint: Float32Array): void {
    this.fingerprint.add(Int32Array.of(epoch));
    for (const { histogram, joint } of result.rows) {
      this.fingerprint.add(histogram);
      this.fingerprint.add(joint);
    }
    this.fingerprint.add(checkpoint);
  }

  private notFinite(what: string, epoch: number): RunError {
    const { lr, opt } = this.experiment;
    const advice = opt === 'adam' ? '' : ', or take Adam';
    return new RunError(
      `${what} is no longer a finite number in epoch ${epoch}: the learning rate ${lr} is too large for this ` +
        `network. Lower it${advice}; what was measured before stays.`,
      epoch,
    );
  }
}
