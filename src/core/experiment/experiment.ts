import type { ActivationName } from '../network/activations.ts';
import type { InitializerName } from '../network/initializers.ts';
import type { OptimizerName } from '../network/optimizers.ts';
import type { TaskName } from '../tasks/task-name.ts';
import type { HiddenLayer } from './hidden-layer.ts';

/**
 * How a layer's range is found (FakeQuantization's min and max).
 *
 * - `study`: by activation, as Lorenzen, Igel & Nielsen (2022) had it: see `quantizerOf`.
 * - `batch`: smallest and largest of the present batch, the gradient goes through them; measured over all samples.
 * - `moving`: moving average of the batches' [min(0, smallest), max(0, largest)].
 * - `last`: [min(0, smallest), max(0, largest)] of the last batch trained on.
 * - `fixed`: the two given numbers.
 */
export type RangeRule = 'study' | 'batch' | 'moving' | 'last' | 'fixed';

/** Are kernels (weight matrices) quantized? `study`: as the layer's range rule has it. */
export type WeightRule = 'study' | 'quantized' | 'float';

export type Bits = number | 'float';

/** Everything that decides a run's result, bit for bit. Plain data, immutable. */
export interface Experiment {
  /**
   * What is learned: the 12-bit task of Shwartz-Ziv & Tishby (`icosahedron`), a Boolean function, a rule on the square,
   * or MNIST (70,000 images, its own split: `test` has no effect). `parseTask` says what its canonical name says.
   */
  readonly task: TaskName;
  /**
   * Probability that a sample is seen as another class, k / 2^m with m up to 10, at most 1/2; each other class is as
   * likely. Information and H(Y) are those of p(x, y); training samples are given labels that are drawn once (see
   * drawLabels); training loss and accuracy are by these, those of the test by the task's own labels.
   */
  readonly noise: number;
  /** The hidden layers, 1 to 8 of them; convolutions and pooling come before dense ones and need images. */
  readonly net: readonly HiddenLayer[];
  /** One activation for all hidden layers, or one for each of them; pooling has none and ignores its own. */
  readonly act: readonly ActivationName[];
  /** 1 to 16, or `float`: no quantization at all. */
  readonly bits: Bits;
  readonly range: RangeRule;
  /** Decay of the moving average, for `moving` (also inside `study`). */
  readonly decay: number;
  /**
   * Where the moving average starts: [smallest, largest]; or `data`, each layer's own [min(0, smallest), max(0,
   * largest)] over all training samples before the first step, so that the quantizer need not settle first.
   */
  readonly start: readonly [number, number] | 'data';
  /** The range of the rule `fixed`. */
  readonly fixed: readonly [number, number];
  readonly weights: WeightRule;
  readonly init: InitializerName;
  readonly opt: OptimizerName;
  /** Learning rate. */
  readonly lr: number;
  /** Of SGD with momentum. */
  readonly momentum: number;
  /** Penalty on the absolute values of the kernels' weights, see Penalty. */
  readonly l1: number;
  /** On their squares. */
  readonly l2: number;
  /** Samples a training step, or `full` for all training samples. */
  readonly batch: number | 'full';
  readonly epochs: number;
  /** Epochs on shuffled training labels before them; weights, ranges and optimizer are carried over. */
  readonly prefit: number;
  /** A measurement every n epochs (after 1, 1 + n, 1 + 2n, ...), or `log`: spaced logarithmically. The end is always measured. */
  readonly every: number | 'log';
  /** Measure before the first step too, as epoch 0. */
  readonly zero: boolean;
  /** Part of the samples held out as test set, in percent. */
  readonly test: number;
  /** 0 to 2^32 - 1. */
  readonly seed: number;
  /** How many repeats: each has streams of its own for weights and shuffles; all have one split. */
  readonly repeats: number;
  /**
   * What happens to a bad fit, a repeat with running training accuracy below 0.55 after any epoch from the study's
   * 1000 on: thrown away, reported and begun again with other streams, as in the study, or kept. A run of one repeat
   * is always shown as it is.
   */
  readonly badfits: 'restart' | 'keep';
}
