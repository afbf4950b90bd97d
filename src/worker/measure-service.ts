import { transfer } from 'comlink';
import { fieldNames, isSameValue } from '../core/experiment/fields.ts';
import type { Experiment } from '../core/experiment/experiment.ts';
import { Reestimator, type Checkpoint, type Ends, type Reestimate } from '../core/experiment/reestimate.ts';
import type { KernelFactory } from '../core/experiment/run.ts';
import type { Limits } from '../core/experiment/trajectory.ts';
import type { Partition } from '../core/information/partition.ts';
import { inspect, type LayerInspection, type LayerQuestion } from '../core/inspection/inspect.ts';
import { isByteInputs } from '../core/kernel.ts';
import type { Range } from '../core/quantization/layer-quantization.ts';
import type { Ruler } from '../core/information/ruler.ts';
import { isRuler, parseRuler } from '../core/information/ruler-text.ts';
import type { TaskSource } from '../core/tasks/task-by-name.ts';
import { Breath } from './breath.ts';
import type {
  MeasureListener,
  MeasureOutcome,
  MeasurePart,
  MeasureRequest,
  MeasureWorker,
  SampleOutputs,
} from './measure-protocol.ts';

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
  /** Waits until the network is not in the middle of a measurement. */
  private waiting: (() => void)[] = [];
  private busy = false;

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
    const estimator = await this.between(experiment);
    const outputs = estimator.outputs({ epoch, values: checkpoint }, layer);
    const { labels, classes } = estimator.prepared.samples;
    return transfer({ ...outputs, labels, classes }, [outputs.values.buffer]);
  }

  async partitions(
    experiment: Experiment,
    epoch: number,
    checkpoint: Float32Array,
  ): Promise<readonly Partition[]> {
    const estimator = await this.between(experiment);
    const partitions = estimator.partitions({ epoch, values: checkpoint });
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
    const estimator = await this.between(experiment);
    return inspect(estimator, { epoch, values: checkpoint }, question);
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

  /** The network, while it is not in the middle of a measurement. */
  private async between(experiment: Experiment): Promise<Reestimator> {
    const estimator = await this.estimatorOf(experiment);
    if (this.busy) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return estimator;
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
    this.busy = true;
    try {
      for (const event of estimator.estimate(rulers, checkpoints, ends)) {
        if (event.kind === 'estimate') parts.add(event);
        else if (event.kind === 'measured') parts.progress = event.progress;
        const isFree = event.kind === 'measured' && this.waiting.length > 0;
        if (!isFree && this.now() - stretched < stretch) continue;
        if (isFree) this.letIn();
        if (this.now() >= next) void post();
        await this.breath.take();
        if (isCancelled(control)) return { kind: 'cancelled' };
        stretched = this.now();
      }
    } finally {
      this.busy = false;
      this.letIn();
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

  /** Lets those read outputs who wait for it. Their turn comes with the next breath. */
  private letIn(): void {
    for (const resume of this.waiting.splice(0)) resume();
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

/** Estimates on their way to the page. */
class Parts {
  progress = 0;
  private readonly rulers: readonly string[];
  private readonly limits: readonly Limits[];
  private readonly layers: number;
  private readonly listener: MeasureListener;
  private waiting: Reestimate[] = [];

  /** @param limits by ruler */
  constructor(
    rulers: readonly string[],
    limits: readonly Limits[],
    layers: number,
    listener: MeasureListener,
  ) {
    this.rulers = rulers;
    this.limits = limits;
    this.layers = layers;
    this.listener = listener;
  }

  add(estimate: Reestimate): void {
    this.waiting.push(estimate);
  }

  async post(): Promise<void> {
    const { waiting } = this;
    this.waiting = [];
    const parts = this.rulers.flatMap((ruler, number) => {
      const own = waiting.filter((estimate) => estimate.ruler === number);
      const limits = this.limits[number];
      return own.length > 0 && limits ? [this.part(ruler, limits, own)] : [];
    });
    const buffers = parts.flatMap(({ epochs, ixt, ity, band }) => [
      ...[epochs.buffer, ixt.buffer, ity.buffer],
      ...(band ? [band.low.buffer, band.high.buffer] : []),
    ]);
    await this.listener.progress(transfer(parts, buffers as ArrayBuffer[]), this.progress);
  }

  private part(ruler: string, limits: Limits, own: readonly Reestimate[]): MeasurePart {
    const ixt = new Float64Array(own.length * this.layers);
    const ity = new Float64Array(own.length * this.layers);
    for (const [index, { layers }] of own.entries()) {
      for (const [layer, [x, y]] of layers.entries()) {
        ixt[index * this.layers + layer] = x;
        ity[index * this.layers + layer] = y;
      }
    }
    const epochs = Int32Array.from(own, ({ epoch }) => epoch);
    const edges = own.at(-1)?.edges ?? null;
    const bands = own.flatMap((estimate) => estimate.bands ?? []);
    if (bands.length === 0) return { ruler, limits, epochs, ixt, ity, edges };
    const low = Float64Array.from(bands, (each) => each.low);
    const high = Float64Array.from(bands, (each) => each.high);
    return { ruler, limits, epochs, ixt, ity, edges, band: { low, high } };
  }
}

function failure(error: unknown): MeasureOutcome {
  return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
}
