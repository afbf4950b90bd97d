import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/core/finish.ts';
import type { ByteInputs, LayerSpec, Samples } from '../../../src/core/kernel.ts';
import { activationNames } from '../../../src/core/network/activations.ts';
import { calibrate, ForwardPass } from '../../../src/core/network/forward-pass.ts';
import { ScalarKernel } from '../../../src/core/network/scalar-kernel.ts';
import { extremes } from '../../../src/core/quantization/layer-quantization.ts';
import { withZero } from '../../../src/core/quantization/moving-range.ts';
import { loadKernel } from '../../../src/kernel/load-node.ts';
import { WasmKernel } from '../../../src/kernel/wasm-kernel.ts';
import { imageNetwork, type ImageLayer } from './image-network.ts';
import { random, randomSamples, smallNetwork } from './small-network.ts';

const image = { height: 6, width: 5, channels: 1 };
const quantizers = fc.record({
  activation: fc.constantFrom(...activationNames),
  range: fc.constantFrom('batch' as const, 'moving' as const, 'last' as const, 'fixed' as const),
  quantizedKernel: fc.boolean(),
});
const nets = fc.constantFrom<readonly ImageLayer[]>(
  [7, 5, 3],
  [{ filters: 2, size: 2 }, { pool: 2 }, 4],
  [{ filters: 2, size: 3 }, { filters: 3, size: 2 }, { pool: 3 }],
);

function start(kernel: ScalarKernel | WasmKernel, seed: number): void {
  const next = random(seed);
  kernel.buffers.parameters.forEach((_, i, all) => (all[i] = 2 * next() - 1));
}

/** The same inputs as bytes: each of the 256 values is a multiple of 1/255. */
function asBytes({ inputs, ...rest }: Samples & { readonly inputs: Float32Array }): {
  bytes: Samples & { readonly inputs: ByteInputs };
  floats: Samples & { readonly inputs: Float32Array };
} {
  const values = Float32Array.from({ length: 256 }, (_, byte) => byte / 255);
  const bytes = Uint8Array.from(inputs, (v) => Math.max(0, Math.floor(255 * v)));
  return {
    bytes: { ...rest, inputs: { bytes, values } },
    floats: { ...rest, inputs: Float32Array.from(bytes, (byte) => values[byte]!) },
  };
}

describe('a pass over many samples', () => {
  it('gives the same ranges, outputs and codes whatever the size of its chunks', () => {
    const cases = fc.record({
      net: nets,
      layer: quantizers,
      bits: fc.constantFrom(2, 8, 12, 'float' as const),
      mode: fc.constantFrom('measure' as const, 'measure before training' as const, 'calibrate' as const),
      perChunk: fc.integer({ min: 1, max: 40 }),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(cases, ({ net, layer, bits, mode, perChunk, seed }) => {
        const spec = imageNetwork(image, net, 3, layer, { bits });
        const data = randomSamples(33, 30, 3, seed);
        const kernel = new ScalarKernel(spec, data);
        start(kernel, seed + 1);
        for (let l = 0; l < spec.layers.length; l++) kernel.buffers.ranges.set([-0.5, 0.75, -0.5, 1], 4 * l);
        const read = (size: number) => {
          const pass = new ForwardPass(kernel, data, null, mode, size);
          finish(pass.settle());
          const rows = spec.layers.map(() => ({ outputs: [] as number[], codes: [] as number[] }));
          for (let chunk = 0; chunk < pass.chunks; chunk++) {
            const { n } = pass.part(chunk);
            for (const [index, { units }] of spec.layers.entries()) {
              const outputs = finish(pass.outputs(index, chunk));
              const codes = finish(pass.codes(index, chunk));
              for (let s = 0; s < n; s++) {
                for (let j = 0; j < units; j++) {
                  rows[index]?.outputs.push(outputs[j * n + s]!);
                  rows[index]?.codes.push(codes[j * n + s]!);
                }
              }
            }
          }
          return { ranges: pass.ranges, rows };
        };
        expect(read(perChunk)).toEqual(read(33));
      }),
      { numRuns: 120 },
    );
  });

  it('reads bytes as the values they stand for, in a step and in a measurement', () => {
    fc.assert(
      fc.property(nets, quantizers, fc.integer(), (net, layer, seed) => {
        const { bytes, floats } = asBytes(randomSamples(21, 30, 3, seed));
        const spec = imageNetwork(image, net, 3, layer, { bits: 6, rate: 0.1 });
        const seen = [bytes, floats].map((data) => {
          const kernel = new ScalarKernel(spec, data);
          start(kernel, seed);
          const order = Uint32Array.from({ length: 21 }, (_, s) => (s * 5) % 21);
          return [finish(kernel.step(order, 3, 17)), finish(kernel.measure()), kernel.buffers];
        });
        expect(seen[0]).toEqual(seen[1]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the start of moving ranges from the data', () => {
  const layer = { activation: 'relu', range: 'moving', quantizedKernel: true } as const;
  const data = randomSamples(120, 30, 3, 4);
  const train = Uint32Array.from({ length: 90 }, (_, s) => s);
  const calibrated = (spec: ScalarKernel['spec']): ScalarKernel => {
    const kernel = new ScalarKernel(spec, data);
    start(kernel, 5);
    finish(calibrate(kernel, data, train));
    return kernel;
  };

  it('is [min(0, smallest), max(0, largest)] of each layer over the training samples, and of them alone', () => {
    const spec = smallNetwork([30, 6, 5, 3], { ...layer, activation: 'tanh' }, { bits: 4, start: 'data' });
    const { buffers } = calibrated(spec);
    // Layer 1 sees the inputs as they are: its activations are those of a float network with the quantized kernel.
    const onTrain = { ...data, samples: 90, inputs: data.inputs.subarray(0, 90 * 30) };
    const asBatch = new ScalarKernel(
      { ...spec, layers: spec.layers.map((each): LayerSpec => ({ ...each, range: 'last' })) },
      onTrain,
    );
    asBatch.buffers.parameters.set(buffers.parameters);
    // Before the first step the rule `last` takes the data's own range too: the same definition by another way.
    const rows = finish(asBatch.measure()).rows;
    const shown = [rows[0], rows[1], rows[3]].map((row) => [row?.low, row?.high]);
    const found = [0, 1, 2].map((index) => [...buffers.ranges.subarray(4 * index + 2, 4 * index + 4)]);
    expect(found).toEqual(shown);
    const all = new ScalarKernel({ ...spec, bits: 'float' }, data);
    all.buffers.parameters.set(buffers.parameters);
    expect(withZero(...extremes(all.outputs(0)))).not.toEqual(found[0]);
  });

  it('is the same for both kernels, and for pooling that of the layer before', () => {
    const net = [{ filters: 2, size: 2 }, { pool: 2 }, 4];
    const spec = imageNetwork(image, net, 3, layer, { bits: 5, start: 'data' });
    const { buffers } = calibrated(spec);
    expect(buffers.ranges[3]).toBeGreaterThan(0);
    expect([...buffers.ranges.subarray(6, 8)]).toEqual([...buffers.ranges.subarray(2, 4)]);
    const dense = smallNetwork([30, 6, 3], layer, { bits: 5, start: 'data' });
    const wasm = new WasmKernel(loadKernel(), dense, data);
    start(wasm, 5);
    finish(calibrate(wasm, data, train));
    expect(wasm.buffers.ranges).toEqual(calibrated(dense).buffers.ranges);
  });

  it('leaves ranges of other rules, a start of two numbers and float networks as they are', () => {
    const untouched = (spec: ScalarKernel['spec']) => {
      const before = new ScalarKernel(spec, data).buffers.ranges;
      expect(calibrated(spec).buffers.ranges).toEqual(before);
    };
    untouched(smallNetwork([30, 6, 3], layer, { bits: 5 }));
    untouched(smallNetwork([30, 6, 3], layer, { bits: 'float', start: 'data' }));
    for (const range of ['batch', 'last', 'fixed'] as const) {
      untouched(smallNetwork([30, 6, 3], { ...layer, range }, { bits: 5, start: 'data' }));
    }
  });

  it('clamps nothing of the training samples before the first step', () => {
    const spec = smallNetwork([30, 6, 3], layer, { bits: 16, start: 'data' });
    const { buffers } = calibrated(spec);
    const float = new ScalarKernel({ ...spec, bits: 'float' }, data);
    float.buffers.parameters.set(buffers.parameters);
    const [, largest] = extremes(float.outputs(0).subarray(0, 90 * 6));
    expect(buffers.ranges[3]).toBeCloseTo(largest, 3);
  });
});
