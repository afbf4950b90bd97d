import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelNoise } from '../../src/core/information/label-noise.ts';
import { optimizerNames } from '../../src/core/network/optimizers.ts';
import { ScalarKernel } from '../../src/core/network/scalar-kernel.ts';
import type { NetworkSpec, Samples } from '../../src/core/kernel.ts';
import { drawLabels } from '../../src/core/tasks/noisy-labels.ts';
import { loadKernel } from '../../src/kernel/load-node.ts';
import { WasmKernel } from '../../src/kernel/wasm-kernel.ts';
import { bitsOfCodes, layerQuantizer, penalties, random, recordOf, trace } from './trace.ts';

const module = loadKernel();

interface Case {
  readonly spec: NetworkSpec;
  readonly samples: number;
  readonly classes: number;
  readonly seed: number;
  readonly boolean: boolean;
  readonly noise: number;
  /** Samples that the fast kernel measures at once. */
  readonly part: number | undefined;
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    widths: fc.array(fc.integer({ min: 1, max: 13 }), { minLength: 2, maxLength: 5 }),
    classes: fc.integer({ min: 2, max: 5 }),
    quantizers: fc.array(layerQuantizer, { minLength: 5, maxLength: 5 }),
    bits: bitsOfCodes,
    decay: fc.constantFrom(0.999, 0.9),
    fixed: fc.constantFrom([-1, 1.5] as const, [0.5, 0.5] as const),
    optimizer: fc.constantFrom(...optimizerNames),
    rate: fc.constantFrom(0.0001, 0.01, 0.1),
    penalized: penalties,
    batch: fc.integer({ min: 1, max: 80 }),
    samples: fc.integer({ min: 1, max: 150 }),
    seed: fc.integer(),
    boolean: fc.boolean(),
    noise: fc.constantFrom(0, 0, 1 / 1024, 3 / 8, 1 / 2),
    part: fc.constantFrom(undefined, undefined, 32, 64),
  })
  .map(({ widths, classes, quantizers, samples, seed, boolean, noise, batch, part, penalized, ...rest }) => ({
    samples,
    classes,
    seed,
    boolean,
    noise,
    part,
    spec: {
      ...rest,
      ...penalized,
      batch: Math.min(batch, samples),
      start: [-6, 6] as const,
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

function noisy(
  labels: Uint8Array,
  classes: number,
  probability: number,
  seed: number,
): Pick<Samples, 'noise' | 'given'> {
  const noise = labelNoise(probability, classes);
  return noise ? { noise, given: drawLabels(labels, classes, noise, seed >>> 0) } : {};
}

function samplesOf({ samples, classes, seed, boolean, noise, spec }: Case): Samples {
  const next = random(seed);
  const features = spec.layers[0]!.inputs;
  const labels = Uint8Array.from({ length: samples }, () => Math.floor(next() * classes));
  const value = (): number => (boolean ? (next() < 0.5 ? 0 : 1) : Math.fround(4 * next() - 2));
  return {
    samples,
    features,
    classes,
    inputs: Float32Array.from({ length: samples * features }, value),
    labels,
    isTest: Uint8Array.from({ length: samples }, () => (next() < 0.3 ? 1 : 0)),
    ...noisy(labels, classes, noise, seed),
  };
}

describe('the WebAssembly kernel', () => {
  it('gives the bits of the scalar kernel for random networks, quantizers, data and batches', () => {
    fc.assert(
      fc.property(cases, (each) => {
        const data = samplesOf(each);
        const scalar = new ScalarKernel(each.spec, data);
        const seen = trace(scalar, data, each.seed);
        const kernel = new WasmKernel(module, each.spec, data, each.part);
        expect(trace(kernel, data, each.seed)).toEqual(seen);
        expect(recordOf(kernel)).toEqual(recordOf(scalar));
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  it('trains to the same bits whether or not gradients are recorded', () => {
    fc.assert(
      fc.property(cases, (each) => {
        const data = samplesOf(each);
        const [off, on] = [null, 0].map((recorded) =>
          trace(new WasmKernel(module, each.spec, data), data, each.seed, undefined, recorded),
        );
        expect(on).toEqual(off);
      }),
      { numRuns: 50 },
    );
  }, 120_000);
});
