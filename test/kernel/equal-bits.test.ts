import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/core/finish.ts';
import { activationNames } from '../../src/core/network/activations.ts';
import { optimizerNames } from '../../src/core/network/optimizers.ts';
import { ScalarKernel } from '../../src/core/network/scalar-kernel.ts';
import type { Kernel, NetworkSpec, Samples } from '../../src/core/kernel.ts';
import { loadKernel } from '../../src/kernel/load-node.ts';
import { WasmKernel } from '../../src/kernel/wasm-kernel.ts';

const module = loadKernel();

/** A small generator of its own, so that a failing case prints one number. */
function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let t = state ^ (state >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return ((t ^ (t >>> 15)) >>> 0) / 4294967296;
  };
}

interface Case {
  readonly spec: NetworkSpec;
  readonly samples: number;
  readonly classes: number;
  readonly seed: number;
  readonly boolean: boolean;
}

const layerQuantizer = fc.record({
  activation: fc.constantFrom(...activationNames),
  range: fc.constantFrom('batch' as const, 'moving' as const, 'last' as const, 'fixed' as const),
  quantizedKernel: fc.boolean(),
});

const cases: fc.Arbitrary<Case> = fc
  .record({
    widths: fc.array(fc.integer({ min: 1, max: 13 }), { minLength: 2, maxLength: 5 }),
    classes: fc.integer({ min: 2, max: 5 }),
    quantizers: fc.array(layerQuantizer, { minLength: 5, maxLength: 5 }),
    bits: fc.oneof(fc.integer({ min: 1, max: 16 }), fc.constant('float' as const)),
    decay: fc.constantFrom(0.999, 0.9),
    optimizer: fc.constantFrom(...optimizerNames),
    rate: fc.constantFrom(0.0001, 0.01, 0.1),
    batch: fc.integer({ min: 1, max: 80 }),
    samples: fc.integer({ min: 1, max: 150 }),
    seed: fc.integer(),
    boolean: fc.boolean(),
  })
  .map(({ widths, classes, quantizers, samples, seed, boolean, batch, ...rest }) => ({
    samples,
    classes,
    seed,
    boolean,
    spec: {
      ...rest,
      batch: Math.min(batch, samples),
      start: [-6, 6] as const,
      fixed: [-1, 1.5] as const,
      momentum: 0.9,
      layers: [...widths.slice(1), classes].map((units, index, all) => {
        const { activation, ...quantizer } = quantizers[index]!;
        const inputs = widths[index]!;
        return {
          ...quantizer,
          shape: { kind: 'dense' as const },
          inputs,
          units,
          activation: index === all.length - 1 ? 'softmax' : activation,
        };
      }),
    },
  }));

function samplesOf({ samples, classes, seed, boolean, spec }: Case): Samples {
  const next = random(seed);
  const features = spec.layers[0]!.inputs;
  const value = (): number => (boolean ? (next() < 0.5 ? 0 : 1) : Math.fround(4 * next() - 2));
  return {
    samples,
    features,
    classes,
    inputs: Float32Array.from({ length: samples * features }, value),
    labels: Uint8Array.from({ length: samples }, () => Math.floor(next() * classes)),
    isTest: Uint8Array.from({ length: samples }, () => (next() < 0.3 ? 1 : 0)),
  };
}

/** Trains two epochs with a measurement before, between and after; everything seen goes into the list. */
function trace(kernel: Kernel, data: Samples, { seed, spec }: Case): unknown[] {
  const next = random(seed + 1);
  for (let i = 0; i < kernel.buffers.parameters.length; i++) kernel.buffers.parameters[i] = 2 * next() - 1;
  const seen: unknown[] = [finish(kernel.measure())];
  for (let epoch = 0; epoch < 2; epoch++) {
    const order = Uint32Array.from({ length: data.samples }, (_, s) => (s * 7 + epoch) % data.samples);
    for (let from = 0; from < data.samples; from += spec.batch) {
      seen.push(finish(kernel.step(order, from, Math.min(data.samples, from + spec.batch))));
      // A run ends where a number is no longer finite.
      if (!kernel.buffers.parameters.every(Number.isFinite)) return seen;
    }
    seen.push(finish(kernel.measure()));
    for (const buffer of Object.values(kernel.buffers)) seen.push(bits(buffer as Float32Array));
    seen.push(bits(kernel.outputs('logits')), bits(kernel.outputs(0)));
  }
  return seen;
}

/** Bit patterns, every NaN alike. */
const bits = (values: Float32Array): number[] =>
  [...new Uint32Array(values.slice().buffer)].map((word, i) => (Number.isNaN(values[i]) ? -1 : word));

describe('the WebAssembly kernel', () => {
  it('gives the bits of the scalar kernel for random networks, quantizers, data and batches', () => {
    fc.assert(
      fc.property(cases, (each) => {
        const data = samplesOf(each);
        const scalar = trace(new ScalarKernel(each.spec, data), data, each);
        expect(trace(new WasmKernel(module, each.spec, data), data, each)).toEqual(scalar);
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});
