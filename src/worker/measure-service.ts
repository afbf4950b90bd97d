import { transfer } from 'comlink';
import { fieldNames, isSameValue } from '../core/experiment/fields.ts';
import type { Experiment } from '../core/experiment/experiment.ts';
import { Reestimator, type Checkpoint, type Ends } from '../core/experiment/reestimate.ts';
import type { KernelFactory } from '../core/experiment/run.ts';
import type { Partition } from '../core/information/partition.ts';
import type { LayerInspection, LayerQuestion } from '../core/inspection/inspect.ts';
import { isByteInputs } from '../core/kernel.ts';
import type { Range } from '../core/quantization/layer-quantization.ts';
import type { Ruler } from '../core/information/ruler.ts';
import { isRuler, parseRuler } from '../core/information/ruler-text.ts';
import type { TaskSource } from '../core/tasks/task-by-name.ts';
import { Breath } from './breath.ts';
import type {
  MeasureListener,
  MeasureOutcome,
  MeasureRequest,
  MeasureWorker,
  SampleOutputs,
} from './measure-protocol.ts';
import { Parts } from './measured-parts.ts';
import { Turns } from './turns.ts';

/** Milliseconds of work between two breaths. */
const stretch = 12;
/** Milliseconds between two messages at least: each draws a whole path anew. */
const pause = 100;
/** A page that is slow to take a message is left alone for so many times as long. */
const patience = 2;

/** One run's checkpoints. */
interface Held {
  readonly run: number;
  readonly checkpoints: Map<number, Float32Array>;
}

/** Runs whose smallest and largest outputs are remembered: another ruler over many repeats need not look again. */
const mostEnds = 100;

interface Control {
  cancelled: boolean;
}

/** The worker's side: lays rulers over the checkpoints of one run, in short stretches between which it listens. */
export class MeasureService implements MeasureWorker {
  private readonly createKernel: () => Promise<KernelFactory>;
  private readonly getTask: TaskSource;
  private readonly now: () => number;
  private readonly breath = new Breath();
  private control: Control = { cancelled: false };
  private ended: Promise<unknown> = Promise.resolve();
  private held: Held = { run: -1, checkpoints: new Map() };
  private readonly ends = new Map<number, Ends>();
  private known: { experiment: Experiment; estimator: Promise<Reestimator> } | null = null;
  /** The network serves one at a time; a request that measures gives way between two measurements. */
  private readonly turns = new Turns();

  constructor(createKernel: () => Promise<KernelFactory>, getTask: TaskSource, now: () => number) {
    this.createKernel = createKernel;
    this.getTask = getTask;
    this.now = now;
  }

  async measure(request: MeasureRequest, listener: MeasureListener): Promise<MeasureOutcome> {
    this.control.cancelled = true;
    const control: Control = { cancelled: false };
    this.control = control;
    this.hold(request); // Even if a newer request comes meanwhile: what was given is not given again.
    const outcome = this.ended.then(() => this.estimate(request, listener, control)).catch(failure);
    this.ended = outcome;
    return outcome;
  }

  cancel(): void {
    this.control.cancelled = true;
  }

  async outputs(
    experiment: Experiment,
    epoch: number,
    checkpoint: Float32Array,
    layer: number | 'logits',
  ): Promise<SampleOutputs> {
    const estimator = await this.estimatorOf(experiment);
    const outputs = await this.read(estimator.outputsInParts({ epoch, values: checkpoint }, layer));
    const { labels, classes } = estimator.prepared.samples;
    return transfer({ ...outputs, labels, classes }, [outputs.values.buffer]);
  }

  async partitions(
    experiment: Experiment,
    epoch: number,
    checkpoint: Float32Array,
  ): Promise<readonly Partition[]> {
    const estimator = await this.estimatorOf(experiment);
    const partitions = await this.read(estimator.partitionsInParts({ epoch, values: checkpoint }));
    const buffers = partitions.flatMap((each) => [
      each.cellOf.buffer,
      each.sizes.buffer,
      each.byClass.buffer,
    ]);
    return transfer(partitions, buffers as ArrayBuffer[]);
  }

  async inspect(
    experiment: Experiment,
    epoch: number,
    checkpoint: Float32Array,
    question: LayerQuestion,
  ): Promise<LayerInspection> {
    const estimator = await this.estimatorOf(experiment);
    const { inspectInParts } = await import('../core/inspection/inspect.ts'); // Few runs are opened.
    return this.read(inspectInParts(estimator, { epoch, values: checkpoint }, question));
  }

  async images(experiment: Experiment, samples: Int32Array): Promise<Uint8Array> {
    const { inputs, features } = (await this.estimatorOf(experiment)).prepared.samples;
    if (!isByteInputs(inputs)) throw new RangeError('These inputs are no images.');
    const images = new Uint8Array(samples.length * features);
    for (const [at, sample] of samples.entries()) {
      images.set(inputs.bytes.subarray(sample * features, (sample + 1) * features), at * features);
    }
    return transfer(images, [images.buffer]);
  }

  /** Does work on the network when it is its turn, in short stretches. */
  private async read<T>(work: Generator<unknown, T, void>): Promise<T> {
    await this.turns.take();
    try {
      let stretched = this.now();
      for (;;) {
        const next = work.next();
        if (next.done) return next.value;
        if (this.now() - stretched < stretch) continue;
        await this.breath.take();
        stretched = this.now();
      }
    } finally {
      this.turns.leave();
    }
  }

  private hold({ run, added, kept }: MeasureRequest): void {
    if (this.held.run !== run) this.held = { run, checkpoints: new Map() };
    const { checkpoints } = this.held;
    const size = added.checkpoints.length / added.epochs.length;
    for (const [index, epoch] of added.epochs.entries()) {
      checkpoints.set(epoch, added.checkpoints.subarray(index * size, (index + 1) * size));
    }
    const wanted = new Set(kept);
    for (const epoch of checkpoints.keys()) if (!wanted.has(epoch)) checkpoints.delete(epoch);
  }

  private async estimate(
    request: MeasureRequest,
    listener: MeasureListener,
    control: Control,
  ): Promise<MeasureOutcome> {
    if (isCancelled(control)) return { kind: 'cancelled' };
    const rulers = request.rulers.map(rulerOf);
    const { checkpoints: held } = this.held;
    const ends = this.endsOf(request.run);
    const estimator = await this.estimatorOf(request.experiment);
    const checkpoints = [...request.epochs].flatMap((epoch): Checkpoint[] => {
      const values = held.get(epoch);
      return values ? [{ epoch, values }] : [];
    });
    const limits = rulers.map(({ samples }) => estimator.limits(samples ?? 'all'));
    const parts = new Parts(request.rulers, limits, estimator.layers, listener);
    const begun = this.now();
    let stretched = begun;
    let next = -Infinity;
    const post = async (): Promise<void> => {
      const from = this.now();
      next = Infinity; // None before this one has arrived.
      await parts.post();
      const to = this.now();
      next = Math.max(from + pause, to + patience * (to - from));
    };
    await this.turns.take();
    try {
      if (isCancelled(control)) return { kind: 'cancelled' };
      for (const event of estimator.estimate(rulers, checkpoints, ends)) {
        if (event.kind === 'estimate') parts.add(event);
        else if (event.kind === 'measured') parts.progress = event.progress;
        const givesWay = event.kind === 'measured' && this.turns.isWanted;
        if (!givesWay && this.now() - stretched < stretch) continue;
        if (this.now() >= next) void post();
        if (givesWay) {
          this.turns.leave();
          await this.turns.take();
        } else await this.breath.take();
        if (isCancelled(control)) return { kind: 'cancelled' };
        stretched = this.now();
      }
    } finally {
      this.turns.leave();
    }
    parts.progress = 1;
    await parts.post(); // The end goes by another port and must not overtake it.
    return { kind: 'done', elapsedMs: this.now() - begun };
  }

  /** What is known of a run's ends, to be added to. The run asked for longest ago makes room. */
  private endsOf(run: number): Ends {
    const ends: Ends = this.ends.get(run) ?? new Map<number, Range>();
    this.ends.delete(run);
    this.ends.set(run, ends);
    for (const other of [...this.ends.keys()].slice(0, -mostEnds)) this.ends.delete(other);
    return ends;
  }

  private estimatorOf(experiment: Experiment): Promise<Reestimator> {
    const { known } = this;
    if (known && fieldNames.every((name) => isSameValue(name, known.experiment[name], experiment[name]))) {
      return known.estimator;
    }
    const estimator = this.build(experiment);
    this.known = { experiment, estimator };
    estimator.catch(() => (this.known = null)); // The next request tries again.
    return estimator;
  }

  private async build(experiment: Experiment): Promise<Reestimator> {
    const [factory, task] = await Promise.all([this.createKernel(), this.getTask(experiment.task)]);
    return new Reestimator(experiment, task, factory);
  }
}

/** Asked by a call, since the answer may change at every `await`. */
const isCancelled = (control: Control): boolean => control.cancelled;

function rulerOf(text: string): Ruler {
  const ruler = parseRuler(text);
  if (!isRuler(ruler)) throw new Error(`"${text}" is no ruler.`);
  return ruler;
}

function failure(error: unknown): MeasureOutcome {
  return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
}
