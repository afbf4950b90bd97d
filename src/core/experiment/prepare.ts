import { countCodes } from '../information/counting.ts';
import { layerCodes } from '../information/codes.ts';
import { entropy } from '../information/entropy.ts';
import { labelEntropy } from '../information/mutual-information.ts';
import type { Kernel, NetworkSpec, Samples } from '../kernel.ts';
import { parameterPlaces } from '../kernel.ts';
import { initialKernel } from '../network/initializers.ts';
import { networkSpec } from '../network/network-spec.ts';
import { extremes, layerLevels, quantizeAll } from '../quantization/layer-quantization.ts';
import { withZero } from '../quantization/moving-range.ts';
import { Random } from '../random/random.ts';
import { split, type Split } from '../tasks/split.ts';
import { taskByName } from '../tasks/task-by-name.ts';
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

/** @throws SettingsError naming the fields that are outside their bounds */
export function prepare(experiment: Experiment): Prepared {
  assertValid(experiment);
  const task = taskByName(experiment.task);
  const parts = split(task, experiment.test, experiment.seed);
  const isTest = new Uint8Array(task.samples);
  for (const sample of parts.test) isTest[sample] = 1;
  const { samples, features, labels, classes } = task;
  const levels =
    experiment.bits === 'float' ? null : layerLevels(withZero(...extremes(task.inputs)), inputBits);
  return {
    samples: { samples, features, labels, classes, isTest, inputs: quantizeAll(task.inputs, levels) },
    split: parts,
    spec: networkSpec(experiment, { features, classes, trainSamples: parts.train.length }),
    limits: limitsOf(task),
  };
}

/** H(X) counts equal inputs as one; H(Y). */
export function limitsOf({ samples, features, inputs, labels, classes }: Task): Limits {
  const bySample = layerCodes(inputs, null);
  const codes = bySample.map(
    (_, index) => bySample[(index % samples) * features + Math.floor(index / samples)]!,
  );
  return {
    hx: entropy(countCodes(codes, samples, labels, classes).histogram, samples),
    hy: labelEntropy(labels, classes),
  };
}

/** Draws the kernels, layer after layer, from the stream `weights`; biases are zero. */
export function initialize(kernel: Kernel, experiment: Experiment): void {
  const random = new Random(experiment.seed, 'weights');
  const { layers } = kernel.spec;
  kernel.buffers.parameters.fill(0);
  for (const [index, place] of parameterPlaces(layers).entries()) {
    const { inputs, units } = layers[index]!;
    kernel.buffers.parameters.set(initialKernel(experiment.init, inputs, units, random), place.kernel);
  }
}
