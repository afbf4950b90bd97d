import { defaults } from '../../src/core/experiment/fields.ts';
import { initialize, prepare } from '../../src/core/experiment/prepare.ts';
import { activationNames } from '../../src/core/network/activations.ts';
import { ScalarKernel } from '../../src/core/network/scalar-kernel.ts';
import { Random } from '../../src/core/random/random.ts';
import { shuffle } from '../../src/core/random/shuffle.ts';
import { icosahedron } from '../../src/core/tasks/icosahedron.ts';
import type { KernelExports } from '../../src/kernel/exports.ts';
import { at, recordBytes } from '../../src/kernel/layer-records.ts';
import { layOut, rowsOf } from '../../src/kernel/memory-map.ts';
import { floats } from './floats.ts';
import { time } from './statistics.ts';

/** Milliseconds of an epoch, each part alone. */
export interface PartTimes {
  /** Sums of the forward pass, without and with its activations. */
  readonly forwardSums: number;
  readonly forward: number;
  /** Sums of the backward pass: gradients of weights and inputs. */
  readonly gradients: number;
  /** Ranges, levels and rounding. */
  readonly quantize: number;
  /** The gradient back through them and through the activation. */
  readonly throughQuantizer: number;
  readonly softmax: number;
  readonly gather: number;
  readonly shuffle: number;
  readonly optimizer: number;
}

export const partNames = [
  'forwardSums',
  'forward',
  'gradients',
  'quantize',
  'throughQuantizer',
  'softmax',
  'gather',
  'shuffle',
  'optimizer',
] as const satisfies readonly (keyof PartTimes)[];

/**
 * A function that times the parts of a training step one by one: the kernel's own functions on the first batch of the
 * default run, `repeats` times each.
 */
export function partsTimer(module: WebAssembly.Module): (repeats: number) => PartTimes {
  const { spec, samples, split } = prepare(defaults, icosahedron());
  const env = { abort: () => undefined };
  const wasm = new WebAssembly.Instance(module, { env }).exports as unknown as KernelExports;
  const map = layOut(wasm, spec, samples);
  const inputs = map.inputs ?? 0; // They are floats.
  const { buffer } = wasm.memory;
  const random = new Random(defaults.seed, 'shuffle');
  const order = shuffle(split.train.slice(), random);
  const n = spec.batch;
  const { bytes } = rowsOf(n);
  const { stride } = map.batch;

  const start = new ScalarKernel(spec, samples); // For its parameters alone.
  initialize(start, defaults);
  new Float32Array(buffer, map.parameters).set(start.buffers.parameters);
  new Float32Array(buffer, inputs).set(floats(samples.inputs));
  new Int32Array(buffer, map.labels).set(samples.labels);
  new Uint32Array(buffer, map.order).set(order.subarray(0, n));

  const view = new DataView(buffer);
  const layers = spec.layers.map((layer, index) => {
    const record = map.layers + index * recordBytes;
    const pointer = (field: number): number => view.getUint32(record + field, true);
    const [x, a, dz, quantized, g] = [at.x, at.a, at.dz, at.quantized, at.g].map(pointer) as Five;
    return { ...layer, record, x, a, dz, quantized, g };
  });

  const output = layers[layers.length - 1];
  if (!output) throw new Error('The network has no layer.');

  const activate = (isLinear: boolean): void => {
    for (const { record, activation } of layers) {
      const name = isLinear || activation === 'softmax' ? 'linear' : activation;
      view.setUint32(record + at.activation, activationNames.indexOf(name), true);
    }
  };
  const gather = (): void => {
    wasm.gather(inputs, samples.features, map.labels, map.order, n, bytes, stride, map.x, map.batchLabels);
  };
  const forward = (): void => {
    for (const { record, x, a, dz, units } of layers) {
      wasm.forwardUnits(record, x, a, dz, stride, bytes, 0, units);
    }
  };
  const quantize = (): void => {
    for (const { record, a, quantized } of layers) {
      wasm.prepareKernel(record, 0);
      wasm.settleRange(record, 0);
      wasm.quantizeUnits(record, a, quantized, stride, bytes);
    }
  };
  const softmax = (): void => {
    const { quantized, units, g } = output;
    const { batchLabels, probabilities, losses, hits } = map;
    wasm.softmaxRows(quantized, units, stride, bytes, batchLabels, probabilities, losses, hits);
    wasm.softmaxGradientRows(probabilities, units, stride, n, bytes, batchLabels, g);
    wasm.meanLoss(losses, n, bytes);
    wasm.countHits(hits, n);
  };
  const throughQuantizer = (): void => {
    for (const { record, quantizedKernel } of layers) {
      wasm.backwardActivation(record, n, stride, bytes);
      if (quantizedKernel) wasm.maskKernelGradient(record);
    }
  };
  const gradients = (): void => {
    for (const [index, { record, inputs }] of layers.entries()) {
      wasm.parameterGradients(record, stride, bytes, 0, inputs);
      const before = layers[index - 1];
      if (before) wasm.inputGradient(record, before.g, stride, bytes, 0, inputs);
    }
  };
  const adam = (): void => {
    wasm.adam(map.parameters, map.gradients, map.moment1, map.moment2, map.parameterBytes, 0);
  };

  return (repeats) => {
    /** As often as an epoch has batches. */
    const timed = (part: () => void): number => {
      const ms = time(() => {
        for (let i = 0; i < repeats; i++) part();
      });
      return (ms / repeats) * (order.length / n);
    };
    gather();
    activate(true);
    const forwardSums = timed(forward);
    activate(false);
    return {
      forwardSums,
      forward: timed(forward),
      gradients: timed(gradients),
      quantize: timed(quantize),
      throughQuantizer: timed(throughQuantizer),
      softmax: timed(softmax),
      gather: timed(gather),
      shuffle: timed(() => shuffle(order, random)) / (order.length / n), // Once an epoch.
      optimizer: timed(adam),
    };
  };
}

type Five = [number, number, number, number, number];
