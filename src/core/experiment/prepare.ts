import { finish } from '../finish.ts';
import { labelsOfSamples, rowsOfSamples } from '../information/chosen-samples.ts';
import { layerCodes } from '../information/codes.ts';
import { countedIn, entropy } from '../information/entropy.ts';
import { labelNoise, type LabelNoise } from '../information/label-noise.ts';
import { countRowsInParts } from '../information/row-counting.ts';
import { labelEntropy } from '../information/mutual-information.ts';
import {
  isByteInputs,
  parameterPlaces,
  type ByteInputs,
  type Inputs,
  type Kernel,
  type NetworkSpec,
  type Samples,
} from '../kernel.ts';
import { initialKernel } from '../network/initializers.ts';
import { networkSpec } from '../network/network-spec.ts';
import { extremes, layerLevels, quantizeAll } from '../quantization/layer-quantization.ts';
import { withZero } from '../quantization/moving-range.ts';
import type { Purpose } from '../random/purposes.ts';
import { Random } from '../random/random.ts';
import { drawLabels } from '../tasks/noisy-labels.ts';
import { split, type Split } from '../tasks/split.ts';
import type { Task } from '../tasks/task.ts';
import { assertValid } from './check.ts';
import type { Experiment } from './experiment.ts';
import type { Limits } from './trajectory.ts';

/** Inputs are quantized at 8 bits in networks of any bits (Lorenzen, Igel & Nielsen 2022). */
const inputBits = 8;

/** An experiment's data and network, ready for a kernel. */
export interface Prepared {
  readonly samples: Samples;
  readonly split: Split;
  readonly spec: NetworkSpec;
  readonly limits: Limits;
}

/**
 * @param task the one that the experiment names
 * @throws SettingsError naming the fields that are outside their bounds
 */
export function prepare(experiment: Experiment, task: Task): Prepared {
  assertValid(experiment);
  const parts = splitOf(experiment, task);
  const isTest = new Uint8Array(task.samples);
  for (const sample of parts.test) isTest[sample] = 1;
  const { samples, features, labels, classes, image } = task;
  const trainSamples = parts.train.length;
  return {
    samples: {
      samples,
      features,
      labels,
      classes,
      isTest,
      ...noisy(experiment, task, isTest),
      inputs: quantizeInputs(task.inputs, experiment.bits),
    },
    split: parts,
    spec: networkSpec(experiment, { features, classes, image, trainSamples }),
    limits: limitsOf(task, null, labelNoise(experiment.noise, classes)),
  };
}

/** Labels as they are seen, and as training samples are given them; test samples have their own. */
function noisy(
  { noise: probability, seed }: Experiment,
  { labels, classes }: Task,
  isTest: Uint8Array,
): Pick<Samples, 'noise' | 'given'> {
  const noise = labelNoise(probability, classes);
  if (!noise) return {};
  const drawn = drawLabels(labels, classes, noise, seed);
  return { noise, given: drawn.map((label, sample) => (isTest[sample] ? labels[sample]! : label)) };
}

/** The data's own split, or the stratified one of the experiment: the same for all repeats. */
function splitOf({ test, seed }: Experiment, task: Task): Split {
  const { ownTrainSamples, samples } = task;
  if (ownTrainSamples === null) return split(task, test, seed);
  const all = Uint32Array.from({ length: samples }, (_, sample) => sample);
  return { train: all.slice(0, ownTrainSamples), test: all.slice(ownTrainSamples) };
}

/** Inputs as a network of that many bits takes them. */
export function quantizeInputs(inputs: Inputs, bits: Experiment['bits']): Inputs {
  if (bits === 'float') return inputs;
  const values = isByteInputs(inputs) ? inputs.values : inputs;
  const quantized = quantizeAll(values, layerLevels(withZero(...extremes(values)), inputBits));
  return isByteInputs(inputs) ? { bytes: inputs.bytes, values: quantized } : quantized;
}

/**
 * H(X) counts equal inputs as one, by whole rows; H(Y) and I(X;Y) of the labels as they are seen.
 *
 * @param chosen numbers of the samples; all if left out
 */
export function limitsOf(
  task: Task,
  chosen: Uint32Array | null = null,
  noise: LabelNoise | null = null,
): Limits {
  const { inputs, features, classes } = task;
  const all = isByteInputs(inputs) ? canonicalBytes(inputs) : layerCodes(inputs, null);
  const rows = chosen ? rowsOfSamples(all, features, chosen) : all;
  const { labels } = chosen ? labelsOfSamples(task, chosen) : task;
  const samples = labels.length;
  const { histogram, joint } = finish(countRowsInParts(rows, samples, labels, classes, noise));
  const hx = entropy(histogram, samples);
  const hy = labelEntropy(labels, classes, noise);
  // Where each input has one label only, joint counts are those of the inputs, and rounding must not part I(X;Y) from H(Y).
  if (cellsIn(joint) === cellsIn(histogram)) return { hx, hy };
  return { hx, hy, ixy: Math.max(0, hx + hy - entropy(joint, countedIn(joint))) };
}

function cellsIn(pairs: Uint32Array): number {
  let cells = 0;
  for (let i = 1; i < pairs.length; i += 2) cells += pairs[i]!;
  return cells;
}

/** The bytes, of which equal ones stand for equal values, unequal ones for unequal values. */
function canonicalBytes({ bytes, values }: ByteInputs): Uint8Array {
  const first = values.map((value) => values.indexOf(value));
  return first.every((place, byte) => place === byte) ? bytes : bytes.map((byte) => first[byte]!);
}

/** Which repeat of an experiment, and which attempt at it (see `badfits`): 1 is the first of both. */
export interface Which {
  readonly repeat: number;
  readonly attempt: number;
}

export const firstRepeat: Which = { repeat: 1, attempt: 1 };

/** An attempt's own stream of random numbers; there repeats and attempts count from 0. */
export function streamOf({ seed }: Experiment, purpose: Purpose, { repeat, attempt }: Which): Random {
  return new Random(seed, purpose, repeat - 1, attempt - 1);
}

/** Draws the kernels, layer after layer, from the stream `weights`; biases are zero. */
export function initialize(kernel: Kernel, experiment: Experiment, which: Which = firstRepeat): void {
  const random = streamOf(experiment, 'weights', which);
  const { layers } = kernel.spec;
  kernel.buffers.parameters.fill(0);
  for (const [index, place] of parameterPlaces(layers).entries()) {
    const layer = layers[index]!;
    if (layer.shape.kind === 'pooling') continue;
    // A unit of a convolution is a filter: its inputs are those of one field.
    const units = layer.shape.kind === 'convolution' ? layer.shape.filters : layer.units;
    const fanIn = (place.bias - place.kernel) / units;
    kernel.buffers.parameters.set(initialKernel(experiment.init, fanIn, units, random), place.kernel);
  }
}
