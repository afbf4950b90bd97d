import { finish } from '../finish.ts';
import {
  chosenSamples,
  labelsOfSamples,
  rowsOfSamples,
  type SampleChoice,
} from '../information/chosen-samples.ts';
import { uniformEdges } from '../information/edges.ts';
import { estimateInParts, meanOf } from '../information/estimate.ts';
import { permutedLabels, type NullBand } from '../information/label-permutations.ts';
import { informationOfCounts, type Information } from '../information/mutual-information.ts';
import type { LayerOutputs } from '../information/outputs.ts';
import { partitionInParts, type Partition } from '../information/partition.ts';
import { countRowsInParts } from '../information/row-counting.ts';
import type { Ruler } from '../information/ruler.ts';
import { Extremes, GlobalEdges, type Shared } from '../information/shared-edges.ts';
import type { Kernel } from '../kernel.ts';
import type { Range } from '../quantization/layer-quantization.ts';
import type { Task } from '../tasks/task.ts';
import { coarseFirst } from './coarse-first.ts';
import type { Experiment } from './experiment.ts';
import { MeasureProgress } from './measure-progress.ts';
import { nullInParts, type NullReading } from './null-reading.ts';
import { limitsOf, prepare, type Prepared } from './prepare.ts';
import type { KernelFactory } from './run.ts';
import type { Limits } from './trajectory.ts';

/** A run's network at one of its measurements. */
export interface Checkpoint {
  /** Completed epochs. */
  readonly epoch: number;
  /** Parameters, then ranges (KernelBuffers), as a Measurement has them. */
  readonly values: Float32Array;
}

/** What one ruler says of the layers T1 ... TL at one measurement, in bits. */
export interface Reestimate {
  readonly kind: 'estimate';
  /** Which of the rulers. */
  readonly ruler: number;
  readonly epoch: number;
  readonly layers: readonly Information[];
  /** With permuted labels: where I(T;Y) of each layer lies; `layers` has the mean. */
  readonly bands?: readonly NullBand[];
  /** What `Shared` had for this ruler: of bins over the whole run their edges. */
  readonly edges: Float64Array | null;
}

/** What an estimate yields; a breath says nothing, a measurement is done with. */
type ReestimateEvent =
  | { readonly kind: 'breath' }
  | Reestimate
  /** @property progress 0 to 1 */
  | { readonly kind: 'measured'; readonly progress: number };

/** The samples that a ruler is laid over. */
interface Chosen {
  /** Their numbers, ascending; null for all. */
  readonly numbers: Uint32Array | null;
  readonly count: number;
  readonly limits: Limits;
}

const breath: ReestimateEvent = { kind: 'breath' };

/** The smallest and largest output of each layer at measurements, by epoch; kept from one estimate to the next. */
export type Ends = Map<number, Range>;

/** Does the ruler need to know of all measurements before it reads the first? */
export const isGlobal = (ruler: Ruler): boolean => 'bounds' in ruler && ruler.bounds === 'global';

/**
 * Measures a run again from its checkpoints, without training: a network put back to where it was gives the same
 * outputs, bit for bit.
 */
export class Reestimator {
  readonly prepared: Prepared;
  private readonly kernel: Kernel;
  private readonly task: Task;
  private readonly seed: number;
  private readonly choices = new Map<SampleChoice, Chosen>();
  private readonly permuted = new Map<SampleChoice, Uint8Array>();

  /** @param task the one that the experiment names */
  constructor(experiment: Experiment, task: Task, createKernel: KernelFactory) {
    this.prepared = prepare(experiment, task);
    this.kernel = createKernel(this.prepared.spec, this.prepared.samples);
    this.task = task;
    this.seed = experiment.seed;
  }

  /** Layers T1 ... TL. */
  get layers(): number {
    return this.prepared.spec.layers.length;
  }

  /** H(X) and H(Y) of the chosen samples, counted. */
  limits(choice: SampleChoice): Limits {
    return this.chosen(choice).limits;
  }

  /** Outputs of a layer, 0 for T1: quantized activations; of the output layer the softmax, or the quantized logits. */
  outputs(checkpoint: Checkpoint, layer: number | 'logits'): LayerOutputs {
    return finish(this.outputsInParts(checkpoint, layer));
  }

  /** The same with breaths, during which the network must not be asked for anything else. */
  *outputsInParts(checkpoint: Checkpoint, layer: number | 'logits'): Generator<number, LayerOutputs, void> {
    this.load(checkpoint);
    return this.withUnits(yield* this.kernel.outputsInParts(layer));
  }

  /**
   * Which samples share a code, in each row of a measurement: T1 ... T(L-1), the output on the study's grid, the output
   * exactly. Their entropies are the run's own I(X;T), bit for bit.
   */
  partitions(checkpoint: Checkpoint): Partition[] {
    return finish(this.partitionsInParts(checkpoint));
  }

  /**
   * The same with breaths, during which the network must not be asked for anything else.
   *
   * @param only this row of a measurement, left out: all of them
   */
  *partitionsInParts(checkpoint: Checkpoint, only?: number): Generator<number, Partition[], void> {
    this.load(checkpoint);
    const { samples, labels, classes } = this.prepared.samples;
    const rows = yield* this.kernel.codes();
    const partitions: Partition[] = [];
    for (const codes of only === undefined ? rows : rows.slice(only, only + 1)) {
      partitions.push(yield* partitionInParts(codes, samples, labels, classes));
    }
    return partitions;
  }

  /**
   * Lays rulers over measurements, coarsely at first: from few of them, spread over the run, to all. Yields often, so
   * that its caller can breathe.
   *
   * @param ends of measurements that are known already; those of the others are added where a ruler needs them, and
   * global bounds are those of all that are there
   */
  *estimate(
    rulers: readonly Ruler[],
    checkpoints: readonly Checkpoint[],
    ends: Ends = new Map(),
  ): Generator<ReestimateEvent, void, void> {
    const work = new MeasureProgress();
    work.add(checkpoints.length);
    const shared: Shared[] = [];
    for (const ruler of rulers) {
      const edges = yield* this.sharedEdges(ruler, checkpoints, ends, work);
      const { sumPairs } = this.kernel;
      shared.push({ bits: this.prepared.spec.bits, edges, ...(sumPairs ? { sumPairs } : {}) });
    }
    for (const index of coarseFirst(checkpoints.map(({ epoch }) => epoch))) {
      const checkpoint = checkpoints[index]!;
      this.load(checkpoint);
      for (const [number, ruler] of rulers.entries()) {
        const { epoch } = checkpoint;
        const { edges } = shared[number]!;
        if (ruler.labels) {
          const bands = yield* breathing(this.readNull(ruler, shared[number]!));
          const layers = bands.map(({ ixt, mean }): Information => [ixt, mean]);
          yield { kind: 'estimate', ruler: number, epoch, layers, edges, bands };
        } else {
          const layers = yield* this.read(ruler, shared[number]!);
          yield { kind: 'estimate', ruler: number, epoch, layers, edges };
        }
      }
      yield work.step();
    }
  }

  /** Edges over all measurements, if the ruler has such. */
  private *sharedEdges(
    ruler: Ruler,
    checkpoints: readonly Checkpoint[],
    ends: Ends,
    work: MeasureProgress,
  ): Generator<ReestimateEvent, Float64Array | null, void> {
    if (!isGlobal(ruler)) return null;
    if (ruler.strategy === 'uniform') {
      const unseen = checkpoints.filter(({ epoch }) => !ends.has(epoch));
      work.add(unseen.length);
      for (const checkpoint of unseen) {
        ends.set(checkpoint.epoch, yield* this.reach(checkpoint));
        yield work.step();
      }
      const ranges = [...ends.values()];
      const low = ranges.reduce((least, range) => Math.min(least, range[0]), Infinity);
      const high = ranges.reduce((most, range) => Math.max(most, range[1]), -Infinity);
      return uniformEdges(low, high, ruler.bins);
    }
    const search = new GlobalEdges(ruler);
    work.add(search.passes * checkpoints.length);
    for (let pass = 0; pass < search.passes; pass++) {
      for (const checkpoint of checkpoints) {
        search.add(this.allOutputs(checkpoint));
        yield work.step();
      }
      search.endPass();
    }
    return search.edges();
  }

  /** [I(X;T), I(T;Y)] of each layer of the network as it is loaded. */
  private *read(ruler: Ruler, shared: Shared): Generator<ReestimateEvent, Information[], void> {
    const { samples } = this.prepared;
    const { count: n, limits } = this.chosen(ruler.samples ?? 'all');
    const isExact = ruler.strategy === 'exact' && ruler.reading === 'layer';
    if (isExact && !ruler.samples) {
      // As the run itself counts: a quantized output by the differences of its logits' codes.
      const { rows } = yield* breathing(this.kernel.measure());
      return rows.toSpliced(-2, 1).map((counts) => informationOfCounts(counts, n, limits.hy));
    }
    const counted = this.kernel.read && (yield* breathing(this.kernel.read(ruler, shared)));
    if (counted) {
      return counted.map((parts) => {
        const each = parts.map((counts) => informationOfCounts(counts, n, limits.hy));
        return ruler.reading === 'mean' ? meanOf(each) : each[0]!;
      });
    }
    if (isExact) return yield* this.countChosen(this.chosen(ruler.samples ?? 'all'));
    const layers = Array.from({ length: this.layers }, (_, layer) =>
      this.loaded(ruler.strategy === 'exact' && layer === this.layers - 1 ? 'logits' : layer),
    );
    return yield* breathing(estimateInParts(ruler, layers, samples, shared));
  }

  private readNull(ruler: Ruler, shared: Shared): Generator<number, NullReading[], void> {
    const { kernel, layers } = this;
    const { samples } = this.prepared;
    const choice = ruler.samples ?? 'all';
    const { numbers } = this.chosen(choice);
    const own = numbers ? labelsOfSamples(samples, numbers).labels : samples.labels;
    const permuted = this.permuted.get(choice) ?? permutedLabels(own, this.seed);
    this.permuted.set(choice, permuted);
    const loaded = (layer: number | 'logits'): LayerOutputs => this.loaded(layer);
    return nullInParts({ kernel, loaded, layers, samples, numbers, permuted }, ruler, shared);
  }

  /** What the run counts, over the chosen samples only. */
  private *countChosen({ numbers, limits }: Chosen): Generator<ReestimateEvent, Information[], void> {
    const { samples: n, labels, classes, noise } = this.prepared.samples;
    const rows = (yield* breathing(this.kernel.codes())).toSpliced(-2, 1);
    const all: Information[] = [];
    for (const codes of rows) {
      const own = numbers ? rowsOfSamples(codes, codes.length / n, numbers) : codes;
      const given = numbers ? labelsOfSamples({ labels, classes }, numbers).labels : labels;
      const counts = yield* breathing(countRowsInParts(own, given.length, given, classes, noise));
      all.push(informationOfCounts(counts, given.length, limits.hy));
    }
    return all;
  }

  private chosen(choice: SampleChoice): Chosen {
    const known = this.choices.get(choice);
    if (known) return known;
    const { samples, limits } = this.prepared;
    const numbers = chosenSamples(samples, choice);
    const made: Chosen = {
      numbers,
      count: numbers?.length ?? samples.samples,
      limits: numbers ? limitsOf(this.task, numbers, samples.noise) : limits,
    };
    this.choices.set(choice, made);
    return made;
  }

  private *reach(checkpoint: Checkpoint): Generator<ReestimateEvent, Range, void> {
    this.load(checkpoint);
    const range = this.kernel.reach && (yield* breathing(this.kernel.reach()));
    if (range) return range;
    const all = new Extremes();
    all.add(this.allOutputs(checkpoint));
    return all.range;
  }

  private allOutputs(checkpoint: Checkpoint): LayerOutputs[] {
    this.load(checkpoint);
    return Array.from({ length: this.layers }, (_, layer) => this.loaded(layer));
  }

  private loaded(layer: number | 'logits'): LayerOutputs {
    return this.withUnits(this.kernel.outputs(layer));
  }

  private withUnits(values: Float32Array): LayerOutputs {
    return { units: values.length / this.prepared.samples.samples, values };
  }

  private load({ epoch, values }: Checkpoint): void {
    const { kernel } = this;
    const { parameters, ranges } = kernel.buffers;
    if (values.length !== parameters.length + ranges.length) {
      throw new RangeError(
        `Reestimator: a checkpoint of ${values.length} numbers for a network of ${parameters.length} parameters`,
      );
    }
    parameters.set(values.subarray(0, parameters.length));
    ranges.set(values.subarray(parameters.length));
    kernel.steps = epoch > 0 ? 1 : 0; // Before the first step there are no ranges of one.
  }
}

/** Work of which only the result is wanted, with its breaths. */
function* breathing<T>(work: Generator<number, T, void>): Generator<ReestimateEvent, T, void> {
  let next = work.next();
  while (!next.done) {
    yield breath;
    next = work.next();
  }
  return next.value;
}
