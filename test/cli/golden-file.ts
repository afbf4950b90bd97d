import type { Bits } from '../../src/core/experiment/experiment.ts';
import { parameterPlaces, type Kernel } from '../../src/core/kernel.ts';
import { batchesInOrder, type Batches } from '../../src/cli/golden/batches.ts';
import { readNetwork, runToEnd } from '../../src/cli/golden/reading.ts';
import { samplesFor } from '../../src/cli/golden/context.ts';
import { ScalarKernel } from '../../src/core/network/scalar-kernel.ts';
import type { ActivationName } from '../../src/core/network/activations.ts';
import { quantizerOf } from '../../src/core/quantization/rules.ts';

/** What a made-up trace file trains. */
export interface TraceSettings {
  /** As the kernel knows it, and as the file spells it. */
  readonly activation: ActivationName;
  readonly spelt: string;
  readonly bits: Bits;
  /** As the file spells them. */
  readonly bitsSpelt: number | 'float';
  readonly widths: readonly number[];
  readonly optimizer: { readonly name: string; readonly rate: number; readonly momentum?: number };
  readonly steps: number;
  readonly measured: readonly number[];
}

const base64 = (values: Float32Array | Uint16Array): string =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');

/** A trace file in the format of the golden ones, computed by the scalar kernel: it tests the reading, not the sums. */
export function makeTrace(settings: TraceSettings, batches: Batches): object {
  const { activation, bits, widths, optimizer, steps, measured } = settings;
  const layers = widths.slice(1).map((units, index) => {
    const own = index === widths.length - 2 ? 'softmax' : activation;
    const quantizer = quantizerOf({ range: 'study', weights: 'study' }, own);
    return {
      shape: { kind: 'dense' },
      inputs: widths[index] ?? 0,
      units,
      activation: own,
      ...quantizer,
    } as const;
  });
  const { rate, momentum = 0 } = optimizer;
  const name = optimizer.name === 'adam' ? 'adam' : momentum > 0 ? 'momentum' : 'sgd';
  const spec = { layers, bits, decay: 0.999, start: [-6, 6], fixed: [-1, 1], rate, momentum } as const;
  const data = samplesFor({ ...spec, optimizer: name, batch: batches.batchSize });
  const kernel = new ScalarKernel({ ...spec, optimizer: name, batch: batches.batchSize }, data);
  kernel.buffers.parameters.forEach((_, i, all) => (all[i] = Math.sin(12.9898 * i + 1) * 0.6));
  const start = parameters(kernel, kernel.buffers.parameters);
  const loss: number[] = [];
  const after: Record<string, object> = {};
  let gradientOfStep1: object = {};
  for (const [index, batch] of batchesInOrder(batches).slice(0, steps).entries()) {
    loss.push(runToEnd(kernel.step(batch, 0, batch.length)).loss);
    if (index === 0) gradientOfStep1 = parameters(kernel, kernel.buffers.gradients);
    if (!measured.includes(index + 1)) continue;
    const reading = readNetwork(kernel, data);
    const outputs = reading.layers.at(-1)?.outputs ?? new Float32Array();
    after[index + 1] = {
      ...parameters(kernel, kernel.buffers.parameters),
      ranges: ranges(kernel),
      mi: reading.layers.map(({ information }) => information),
      probabilityOfClass1: base64(outputs.filter((_, i) => i % 2 === 1)),
      ...(bits !== 'float' && {
        grid: reading.layers.map(({ grid }) =>
          base64(Uint16Array.from(grid, (_, i) => grid[swapped(i, grid)] ?? 0)),
        ),
      }),
    };
  }
  return {
    activation: settings.spelt,
    bits: settings.bitsSpelt,
    widths,
    optimizer,
    ...start,
    loss,
    gradientOfStep1,
    after,
  };
}

/** Index in (units, samples) of entry i in (samples, units). */
function swapped(i: number, { length }: ArrayLike<number>): number {
  const units = length / 4096;
  return (i % units) * 4096 + Math.floor(i / units);
}

function parameters({ spec }: Kernel, all: Float32Array): { kernels: string[]; biases: string[] } {
  const places = parameterPlaces(spec.layers);
  return {
    kernels: places.map(({ kernel, bias }) => base64(all.slice(kernel, bias))),
    biases: places.map(({ bias, end }) => base64(all.slice(bias, end))),
  };
}

/** Only what is used is named: of kernels that are quantized, of activations whose range moves. */
function ranges({ spec, buffers }: Kernel): Record<string, number> {
  if (spec.bits === 'float') return {};
  const named = spec.layers.flatMap((layer, index) => {
    const [kernelMin = 0, kernelMax = 0, min = 0, max = 0] = buffers.ranges.subarray(4 * index);
    const stage = layer.activation === 'softmax' ? 'pre' : 'post';
    const name = `layer${index + 1}`;
    return [
      ...(layer.quantizedKernel
        ? [[`${name}/kernel_min`, kernelMin] as const, [`${name}/kernel_max`, kernelMax] as const]
        : []),
      ...(layer.range === 'moving'
        ? [
            [`${name}/${stage}_activation_min`, min] as const,
            [`${name}/${stage}_activation_max`, max] as const,
          ]
        : []),
    ];
  });
  return Object.fromEntries(named);
}
