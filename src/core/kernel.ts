import type { Bits } from './experiment/experiment.ts';
import type { CodeCounts } from './information/counting.ts';
import type { LabelNoise } from './information/label-noise.ts';
import type { SumPairs } from './information/kernel-density.ts';
import type { Rows } from './information/partition.ts';
import type { Ruler } from './information/ruler.ts';
import type { Shared } from './information/shared-edges.ts';
import type { ActivationName } from './network/activations.ts';
import type { GradientRecord } from './network/gradient-record.ts';
import type { OptimizerName } from './network/optimizers.ts';
import type { Penalty } from './network/penalty.ts';
import type { LayerQuantizer } from './quantization/rules.ts';

/** Images of a layer's input, row-major as (row, column, channel); flattening keeps that order. */
export interface ImageShape {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/**
 * What a layer computes from its input.
 *
 * - `dense`: activation(x kernel + bias); kernel (inputs, units).
 * - `convolution`: stride 1, no padding, kernel not flipped, (row, column, channel, filter); units are (row, column,
 *   filter) of the output, height - size + 1 by width - size + 1 by filters.
 * - `pooling`: the maximum of size x size fields of the quantized input, stride size; no parameters, no activation;
 *   its range and levels are those of the layer before.
 */
export type LayerShape =
  | { readonly kind: 'dense' }
  | {
      readonly kind: 'convolution';
      readonly image: ImageShape;
      readonly size: number;
      readonly filters: number;
    }
  | { readonly kind: 'pooling'; readonly image: ImageShape; readonly size: number };

/** One layer, then quantized. */
export interface LayerSpec extends LayerQuantizer {
  readonly shape: LayerShape;
  readonly inputs: number;
  readonly units: number;
  /** The output layer is `softmax`: its logits are quantized, softmax is taken of the quantized logits. */
  readonly activation: ActivationName | 'softmax';
}

/** All that a kernel needs to know of an experiment. */
export interface NetworkSpec {
  readonly layers: readonly LayerSpec[];
  readonly bits: Bits;
  readonly decay: number;
  /** Where moving ranges start; with `data` they are set by `calibrate` before the first step. */
  readonly start: readonly [number, number] | 'data';
  readonly fixed: readonly [number, number];
  readonly optimizer: OptimizerName;
  readonly rate: number;
  readonly momentum: number;
  /** On the kernels' weights; left out: none. */
  readonly penalty?: Penalty;
  /** Samples of the largest batch. */
  readonly batch: number;
}

/** Inputs that take at most 256 values: input i is values[bytes[i]]. So 70,000 images need 55 MB, not 220. */
export interface ByteInputs {
  readonly bytes: Uint8Array;
  /** (256). */
  readonly values: Float32Array;
}

/** (samples, features), row-major. */
export type Inputs = Float32Array | ByteInputs;

export const isByteInputs = (inputs: Inputs): inputs is ByteInputs => !(inputs instanceof Float32Array);

/** The samples a kernel trains on and measures. */
export interface Samples {
  /** How many. */
  readonly samples: number;
  readonly features: number;
  /** (samples, features), row-major, already quantized. */
  readonly inputs: Inputs;
  readonly labels: Uint8Array;
  readonly classes: number;
  /** Information is that of the classes as they are seen, joint counts are weighted so; none if left out. */
  readonly noise?: LabelNoise;
  /** The classes that are trained on and scored, where they differ from `labels`. */
  readonly given?: Uint8Array;
  /** 1 where a sample belongs to the test set. */
  readonly isTest: Uint8Array;
}

/**
 * A kernel's state, as arrays that may be read and written between steps.
 *
 * `parameters`, `gradients`, `moment1`, `moment2` have one order: kernel of layer 1 (inputs, units) row-major, bias
 * of layer 1 (units), kernel of layer 2, ... Moments are Adam's m and v, or SGD's velocity in `moment1`. Gradients are
 * those of the last step, penalties included.
 */
export interface KernelBuffers {
  readonly parameters: Float32Array;
  readonly gradients: Float32Array;
  readonly moment1: Float32Array;
  readonly moment2: Float32Array;
  /**
   * (layers, 4): kernel min and max as used in the last step, activation min and max after it (of logits for the
   * output layer; of the last batch for the rule `batch`).
   */
  readonly ranges: Float32Array;
}

/** What one training step saw, before its update. */
export interface StepResult {
  /** Mean cross-entropy in nats over the batch, float32; without penalties. */
  readonly loss: number;
  /** Samples whose first largest output is that of their class. */
  readonly correct: number;
}

/** Integer counts of one row of a measurement (see TrajectoryColumns for rows). */
export interface RowCounts extends CodeCounts {
  /** The range quantized to; for the grid the smallest and largest output. */
  readonly low: number;
  readonly high: number;
  /**
   * Different codes of single units, over all units and samples: levels in use; of the exact output those of the
   * logits. 0 where values are float.
   */
  readonly levels: number;
}

export interface MeasureResult {
  readonly rows: readonly RowCounts[];
  readonly trainCorrect: number;
  readonly testCorrect: number;
  /** Mean cross-entropy in nats on the test samples. */
  readonly testLoss: number;
}

/**
 * Training and measuring of one quantized network.
 *
 * Two programs implement it, with equal bits: the scalar one in core is the definition (network/scalar-kernel.ts),
 * the WebAssembly one is fast. Their work is generators that stop now and then, so that a caller can breathe; what
 * they yield is the number of multiply-adds done since.
 */
export interface Kernel {
  readonly name: 'scalar' | 'wasm';
  readonly spec: NetworkSpec;
  readonly buffers: KernelBuffers;
  /** Training steps so far; may be set along with the buffers. */
  steps: number;
  /** Adds up the gradients of steps while it is on; at first it is off. */
  readonly gradientRecord: GradientRecord;
  /** One step on the samples order[from] ... order[to - 1]; their classes are `labels`, those given if left out. */
  step(
    order: Uint32Array,
    from: number,
    to: number,
    labels?: Uint8Array,
  ): Generator<number, StepResult, void>;
  /** Counts the codes of every layer over all samples; changes nothing. */
  measure(): Generator<number, MeasureResult, void>;
  /**
   * What `measure` counts: for each of its rows the code vectors of all samples as rows of whole numbers, (samples,
   * width) row-major. Two are equal exactly where the code vectors are; their numbers and width are the kernel's own.
   */
  codes(): Generator<number, readonly Rows[], void>;
  /**
   * Outputs of layer l = 0 ... L - 1 over all samples, quantized; of the output layer the quantized logits
   * ('logits') or their softmax: (samples, units) row-major.
   */
  outputs(layer: number | 'logits'): Float32Array;
  /** The same with breaths. */
  outputsInParts(layer: number | 'logits'): Generator<number, Float32Array, void>;
  /**
   * Counts every layer's outputs as a ruler reads them, over its samples, faster than from `outputs`, with equal counts:
   * of each layer one, of its vectors of codes; for the reading `mean` one of each unit. Of `exact` over a part of the
   * samples the codes are those of `codes`. Null where this kernel cannot.
   */
  read?(ruler: Ruler, shared: Shared): Generator<number, readonly (readonly CodeCounts[])[] | null, void>;
  /** Sums for kernel density bounds, with equal bits, faster. */
  readonly sumPairs?: SumPairs;
  /** The smallest and largest output of all layers, -0 as 0; null where this kernel cannot. */
  reach?(): Generator<number, readonly [min: number, max: number] | null, void>;
}

/** Parameters of a layer inside the flat arrays of KernelBuffers. */
export interface ParameterPlace {
  readonly kernel: number;
  readonly bias: number;
  readonly end: number;
}

export function parameterPlaces(
  layers: readonly Pick<LayerSpec, 'inputs' | 'units' | 'shape'>[],
): ParameterPlace[] {
  let next = 0;
  return layers.map((layer) => {
    const { weights, biases } = parameterSizes(layer);
    const kernel = next;
    const bias = kernel + weights;
    next = bias + biases;
    return { kernel, bias, end: next };
  });
}

function parameterSizes({ inputs, units, shape }: Pick<LayerSpec, 'inputs' | 'units' | 'shape'>): {
  weights: number;
  biases: number;
} {
  switch (shape.kind) {
    case 'dense':
      return { weights: inputs * units, biases: units };
    case 'convolution':
      return {
        weights: shape.size * shape.size * shape.image.channels * shape.filters,
        biases: shape.filters,
      };
    case 'pooling':
      return { weights: 0, biases: 0 };
  }
}
