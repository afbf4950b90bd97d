import type { Bits } from '../../core/experiment/experiment.ts';
import type { LayerSpec, NetworkSpec } from '../../core/kernel.ts';
import { activationNames, type ActivationName } from '../../core/network/activations.ts';
import { quantizerOf, type LayerQuantizer } from '../../core/quantization/rules.ts';
import type { JsonField } from '../../share/json-field.ts';
import { NotRun } from './problems.ts';

const features = 12;
const classes = 2;

/** Other names of the activations. */
const aliases: Readonly<Record<string, ActivationName>> = { swish: 'silu', identity: 'linear' };

/** The slope of leaky ReLU and the constants of Adam cannot be set. */
const fixedSettings = { leak: 0.2, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };

/** `leaky_relu`, `LeakyReLU` and `leakyrelu` are one activation. */
export function activationOf(name: string): ActivationName {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const found = activationNames.find((each) => each === plain) ?? aliases[plain];
  if (found === undefined) throw new NotRun(`the activation "${name}" is unknown`);
  return found;
}

/** One name for all hidden layers, or one for each. */
export function activationsOf(field: JsonField, hiddenLayers: number): ActivationName[] {
  if (Array.isArray(field.value)) return field.list(hiddenLayers).map((each) => activationOf(each.text()));
  return new Array<ActivationName>(hiddenLayers).fill(activationOf(field.text()));
}

/** `float`, and 32 bits, are no quantization at all. */
export function bitsOf(field: JsonField): Bits {
  if (field.value === 'float') return 'float';
  const bits = field.whole(1);
  if (bits === 32) return 'float';
  if (bits > 16) throw new NotRun(`${bits} bits are unknown: there are 1 to 16, and float`);
  return bits;
}

/**
 * The network of a trace or state file.
 *
 * @param ranges any one of the file's lists of ranges: its keys say how each layer is quantized
 * @throws NotRun if the network is none of ours; FileProblem
 */
export function networkOf(file: JsonField, ranges: JsonField, batch: number): NetworkSpec {
  if (file.find('network') !== null) throw new NotRun('networks for MNIST are not yet known');
  const bits = bitsOf(file.get('bits'));
  const widths = file
    .get('widths')
    .list()
    .map((width) => width.whole(1));
  if (widths.length < 2 || widths[0] !== features || widths.at(-1) !== classes) {
    throw new NotRun(
      `the network ${widths.join('-')} is not for the 12-bit task: it has 12 inputs, 2 outputs`,
    );
  }
  const hidden = activationsOf(file.get('activation'), widths.length - 2);
  if (hidden.includes('leakyrelu')) assertFixed(file, ['leak', 'slope', 'alpha'], fixedSettings.leak);
  if (hidden.includes('elu')) assertFixed(file, ['alpha'], 1);
  if (hidden.includes('gelu') && file.find('approximate')?.value === true) {
    throw new NotRun('GELU by tanh is unknown');
  }
  const named = quantizersNamed(ranges, widths.length - 1);
  const layers = widths.slice(1).map((units, index): LayerSpec => {
    const own = index === widths.length - 2 ? 'softmax' : (hidden[index] ?? 'linear');
    const quantizer = named?.[index] ?? quantizerOf({ range: 'study', weights: 'study' }, own);
    return { shape: { kind: 'dense' }, inputs: widths[index] ?? 0, units, activation: own, ...quantizer };
  });
  return {
    layers,
    bits,
    decay: 0.999,
    start: [-6, 6],
    fixed: [-1, 1],
    batch,
    ...optimizerOf(file.find('optimizer')),
  };
}

/** A state file has no optimizer; it is not trained. */
export function optimizerOf(field: JsonField | null): Pick<NetworkSpec, 'optimizer' | 'rate' | 'momentum'> {
  if (field === null) return { optimizer: 'adam', rate: 0, momentum: 0 };
  const name = field.get('name').text();
  const rate = field.get('rate').number();
  const momentum = name === 'momentum' ? field.get('momentum') : field.find('momentum');
  switch (name.toLowerCase()) {
    case 'adam':
      for (const key of ['beta1', 'beta2', 'epsilon'] as const) assertFixed(field, [key], fixedSettings[key]);
      if (field.find('amsgrad')?.value === true) throw new NotRun('Adam with amsgrad is unknown');
      return { optimizer: 'adam', rate, momentum: 0 };
    case 'sgd':
    case 'momentum':
      if (field.find('nesterov')?.value === true) throw new NotRun("Nesterov's momentum is unknown");
      return { optimizer: momentum ? 'momentum' : 'sgd', rate, momentum: momentum?.number() ?? 0 };
    default:
      throw new NotRun(`the optimizer "${name}" is unknown`);
  }
}

/** @throws NotRun if a setting that cannot be set is another */
function assertFixed(field: JsonField, names: readonly string[], known: number): void {
  for (const name of names) {
    const value = field.find(name)?.number() ?? known;
    if (value !== known) throw new NotRun(`${name} is ${value}: only ${known} is known`);
  }
}

/** Where a range named in a file is in a layer's four numbers (KernelBuffers). */
const places = { kernel_min: 0, kernel_max: 1, activation_min: 2, activation_max: 3 } as const;

/**
 * Ranges of a file, each with its place in KernelBuffers.ranges: `layerN/kernel_min`, of hidden layers
 * `layerN/post_activation_min`, of the output layer `layerN/pre_activation_min`, and the same with `max`.
 */
export function namedRanges(ranges: JsonField, layers: number): { place: number; value: number }[] {
  return ranges.members().map(([name, field]) => {
    const [, layer, stage, place] = /^layer(\d+)\/(?:(pre|post)_)?(\w+)$/.exec(name) ?? [];
    const number = Number(layer);
    const isActivation = place === 'activation_min' || place === 'activation_max';
    const isKernel = place === 'kernel_min' || place === 'kernel_max';
    const stageOfLayer = isActivation ? (number === layers ? 'pre' : 'post') : undefined;
    if (!(number >= 1 && number <= layers && (isActivation || isKernel)) || stage !== stageOfLayer) {
      throw new NotRun(`the range "${name}" is unknown`);
    }
    return { place: 4 * (number - 1) + places[place], value: field.number() };
  });
}

/** A layer with a kernel range has its kernel quantized, one with an activation range has it moving; null: no ranges. */
function quantizersNamed(ranges: JsonField, layers: number): LayerQuantizer[] | null {
  const named = new Set(namedRanges(ranges, layers).map(({ place }) => place));
  if (named.size === 0) return null;
  return Array.from({ length: layers }, (_, index) => ({
    quantizedKernel: named.has(4 * index),
    range: named.has(4 * index + 2) ? 'moving' : 'batch',
  }));
}
