/** The wire between page and the worker that measures runs again: types only. */
import type { Experiment } from '../core/experiment/experiment.ts';
import type { Limits } from '../core/experiment/trajectory.ts';
import type { Labels, LayerOutputs } from '../core/information/outputs.ts';
import type { Partition } from '../core/information/partition.ts';
import type { LayerInspection, LayerQuestion } from '../core/inspection/inspect.ts';

/** Networks of a run at some of its measurements: (epochs, checkpoint floats), epochs ascending. */
interface Checkpointed {
  readonly epochs: Int32Array;
  readonly checkpoints: Float32Array;
}

export interface MeasureRequest {
  /** Names the run: the worker remembers the checkpoints of one run at a time. */
  readonly run: number;
  readonly experiment: Experiment;
  /** Checkpoints that the worker has not been given before for this run. */
  readonly added: Checkpointed;
  /** All epochs whose checkpoints the worker is to remember; it forgets the others. */
  readonly kept: Int32Array;
  /** Text forms (see parseRuler). */
  readonly rulers: readonly string[];
  /** Epochs to be measured, ascending, all of them among the kept. Global bounds are those of all that were kept. */
  readonly epochs: Int32Array;
}

/** What one ruler says of some measurements. Its arrays are transferred. */
export interface MeasurePart {
  readonly ruler: string;
  /** H(X) and H(Y) of the samples that the ruler is laid over. */
  readonly limits: Limits;
  /** In the order in which they were measured, which is not ascending. */
  readonly epochs: Int32Array;
  /** I(X;T) in bits, (epochs, layers). */
  readonly ixt: Float64Array;
  /** I(T;Y) in bits, (epochs, layers); with permuted labels its mean over the permutations. */
  readonly ity: Float64Array;
  /** With permuted labels: between which 95% of the permutations lie, (epochs, layers). */
  readonly band?: { readonly low: Float64Array; readonly high: Float64Array };
  /** Of bins over the whole run their edges (copied, not transferred). */
  readonly edges: Float64Array | null;
}

/** Called by the worker; passed through comlink's `proxy`. */
export interface MeasureListener {
  /** Several times a second. @param progress 0 to 1 */
  progress(parts: readonly MeasurePart[], progress: number): unknown;
}

export type MeasureOutcome =
  | { readonly kind: 'done'; readonly elapsedMs: number }
  /** A newer request came, or it was cancelled. */
  | { readonly kind: 'cancelled' }
  /** What happened and what to do. */
  | { readonly kind: 'failed'; readonly message: string };

/** A layer's outputs over all samples, with the samples' classes. */
export type SampleOutputs = LayerOutputs & Labels;

/** Exposed by the worker through comlink. One request at a time: a newer one ends an older one. */
export interface MeasureWorker {
  measure(request: MeasureRequest, listener: MeasureListener): Promise<MeasureOutcome>;
  cancel(): void;
  /** A layer's outputs at one checkpoint, 0 for T1; softmax or quantized logits of the output layer. */
  outputs(
    experiment: Experiment,
    epoch: number,
    checkpoint: Float32Array,
    layer: number | 'logits',
  ): Promise<SampleOutputs>;
  /** Which samples share a code at one checkpoint, in each row of a measurement (see TrajectoryColumns). */
  partitions(experiment: Experiment, epoch: number, checkpoint: Float32Array): Promise<readonly Partition[]>;
  /** All there is to see of one layer at one checkpoint. */
  inspect(
    experiment: Experiment,
    epoch: number,
    checkpoint: Float32Array,
    question: LayerQuestion,
  ): Promise<LayerInspection>;
  /** Grey images of some samples, (samples, height, width), 0 to 255; of a task whose inputs are bytes. */
  images(experiment: Experiment, samples: Int32Array): Promise<Uint8Array>;
}
