import { runToEnd } from '../../src/cli/golden/reading.ts';
import { taskOf } from '../../src/cli/task-source.ts';
import { defaults } from '../../src/core/experiment/fields.ts';
import { initialize, prepare } from '../../src/core/experiment/prepare.ts';
import { informationOfCounts } from '../../src/core/information/mutual-information.ts';
import { loadKernel } from '../../src/kernel/load-node.ts';
import { WasmKernel } from '../../src/kernel/wasm-kernel.ts';

const base64 = (values: Float32Array | Uint16Array): string =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');

/**
 * Two steps of the network 784-2-10 in the format of the golden traces on MNIST, computed by the fast kernel: it tests
 * the reading, not the sums.
 */
export function makeMnistTrace() {
  return structuredClone((made ??= trace()));
}

let made: ReturnType<typeof trace> | null = null;

function trace() {
  const experiment = { ...defaults, task: 'mnist', net: [2], act: ['relu'], init: 'normal' } as const;
  const { spec, samples, split, limits } = prepare(experiment, taskOf('mnist'));
  const kernel = new WasmKernel(loadKernel(), spec, samples);
  initialize(kernel, experiment);
  const { parameters, ranges } = kernel.buffers;
  const sizes = [784 * 2, 2, 2 * 10, 10];
  const variables = (): string[] => {
    let next = 0;
    return sizes.map((size) => base64(parameters.slice(next, (next += size))));
  };
  const shapes = [[784, 2], [2], [2, 10], [10]];
  const names = ['dense/kernel', 'dense/bias', 'dense_1/kernel', 'dense_1/bias'];
  const starts = variables();
  const batches = [split.train.slice(5, 20), split.train.slice(100, 109)];
  const loss = batches.map((batch) => runToEnd(kernel.step(batch, 0, batch.length)).loss);
  const named: Record<string, number> = { 'quantize_layer/quantize_layer_min': 0 };
  for (const [layer, stage] of [
    ['quant_dense', 'post'],
    ['quant_dense_1', 'pre'],
  ] as const) {
    const at = layer === 'quant_dense' ? 0 : 4;
    named[`${layer}/kernel_min`] = ranges[at] ?? NaN;
    named[`${layer}/kernel_max`] = ranges[at + 1] ?? NaN;
    named[`${layer}/${stage}_activation_min`] = ranges[at + 2] ?? NaN;
    named[`${layer}/${stage}_activation_max`] = ranges[at + 3] ?? NaN;
  }
  const { rows } = runToEnd(kernel.measure());
  return {
    network: '2',
    activation: 'relu',
    bits: 8,
    variables: starts.map((start, index) => ({ name: names[index], shape: shapes[index], start })),
    batches: batches.map((batch) => base64(Uint16Array.from(batch))),
    loss,
    after: {
      2: {
        variables: variables(),
        ranges: named,
        mi: rows.slice(0, 2).map((row) => [...informationOfCounts(row, samples.samples, limits.hy)]),
        firstTenImages: [0, 1].map((layer) =>
          base64(kernel.outputs(layer).slice(0, 10 * (layer === 0 ? 2 : 10))),
        ),
      },
    },
  };
}
